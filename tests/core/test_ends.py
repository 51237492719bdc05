"""An end moves by whole characters, words and clauses, past what stands between them."""

from __future__ import annotations

import pytest

from core.ends import character_at, start_moved, stop_moved, trimmed
from core.model import Span
from core.sentences import clause_at

TEXT = "谁的河段，谁来守；赵𫖯👨‍👩‍👧来。\n　　再修渠。”😀"


def place(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def words(span: Span) -> str:
    return TEXT[span.start : span.stop]


@pytest.mark.parametrize(
    ("mark", "way", "moved"),
    [
        ("谁来", 1, "谁来守"),
        ("谁来", -1, "谁"),
        ("赵𫖯", 1, "赵𫖯👨‍👩‍👧"),
        ("赵𫖯👨‍👩‍👧", -1, "赵𫖯"),
        ("来。", 1, "来。\n　　再"),
        ("。\n　　再", -1, "。"),
        ("谁", -1, "谁"),
        ("再修渠。”😀", 1, "再修渠。”😀"),
    ],
)
def test_the_end_moves_by_characters(mark: str, way: int, moved: str) -> None:
    assert words(stop_moved(TEXT, place(mark), way, lambda point: character_at(TEXT, point))) == moved


@pytest.mark.parametrize(
    ("mark", "way", "moved"),
    [
        ("来守", 1, "守"),
        ("来守", -1, "谁来守"),
        ("👨‍👩‍👧来", 1, "来"),
        ("来。", -1, "👨‍👩‍👧来。"),
        ("再修", -1, "。\n　　再修"),
        ("。\n　　再修", 1, "再修"),
        ("守", 1, "守"),
        ("谁的", -1, "谁的"),
    ],
)
def test_the_start_moves_by_characters(mark: str, way: int, moved: str) -> None:
    assert words(start_moved(TEXT, place(mark), way, lambda point: character_at(TEXT, point))) == moved


@pytest.mark.parametrize(
    ("move", "mark", "way", "moved"),
    [
        (stop_moved, "谁的河段", 1, "谁的河段，谁来守"),
        (stop_moved, "谁的", 1, "谁的河段"),
        (stop_moved, "谁的河段，谁来", -1, "谁的河段"),
        (stop_moved, "赵𫖯👨‍👩‍👧来", 1, "赵𫖯👨‍👩‍👧来。\n　　再修渠"),
        (stop_moved, "守；赵𫖯👨‍👩‍👧来。\n　　再修渠", -1, "守；赵𫖯👨‍👩‍👧来"),
        (stop_moved, "谁的", -1, "谁的"),
        (start_moved, "谁来守", -1, "谁的河段，谁来守"),
        (start_moved, "河段，谁来守", 1, "谁来守"),
        (start_moved, "再修渠", -1, "赵𫖯👨‍👩‍👧来。\n　　再修渠"),
        (start_moved, "来。\n　　再修渠", 1, "再修渠"),
    ],
)
def test_the_ends_move_by_clauses(move: object, mark: str, way: int, moved: str) -> None:
    span = move(TEXT, place(mark), way, lambda point: clause_at(TEXT, point), clauses=True)  # type: ignore[operator]
    assert words(span) == moved


@pytest.mark.parametrize(
    ("mark", "left"), [("。\n　　再", "。\n　　再"), ("\n　　再", "再"), ("。\n　　", "。"), ("\n　", "\n　")]
)
def test_blanks_around_a_passage_are_left_out(mark: str, left: str) -> None:
    assert words(trimmed(TEXT, place(mark))) == left
