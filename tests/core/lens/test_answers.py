"""What the words' process answers to the lens, asked as the window asks it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from core.lens import answers, working
from core.lens.answers import Left, Lens, stretches
from core.lens.working import Worker
from core.words import Words

ROOT = Path(__file__).resolve().parent.parent.parent.parent
TEXT = "修渠要快。“三清两建”见效。\n三清两建，渠渠通水。"
ASKED: dict[str, Any] = {"lens": "words", "digest": "d", "text": TEXT, "parts": [[0, 15], [15, len(TEXT)]]}


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of its own for each test."""
    monkeypatch.setenv("PIYUE_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setattr(answers, "cache_folder", lambda: tmp_path / "cache")


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def nobody(done: int, total: int) -> None:
    """Is told how far one is, and does not care."""


def rows(answer: object) -> dict[str, tuple[int, int]]:
    """Count and range of each word of a list."""
    return {row[0]: (row[1], row[3]) for row in answer["rows"]}  # type: ignore[index]


def test_a_speech_s_own_terms_are_counted_as_words(words: Words) -> None:
    found = rows(Lens(words).answer(ASKED, nobody))
    assert found["三清两建"] == (2, 2)
    assert found["修渠" if "修渠" in found else "修"] == (1, 1)


def test_what_was_cut_once_is_not_cut_again(words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Lens(words).answer(ASKED, nobody)
    monkeypatch.setattr(Words, "lengths", None)
    assert Lens(words).answer(ASKED, nobody) == first


def test_other_words_of_the_reader_s_have_all_cut_anew(words: Words, tmp_path: Path) -> None:
    lens = Lens(words)
    assert "渠渠通水" not in rows(lens.answer(ASKED, nobody))
    (tmp_path / "words.txt").write_text("渠渠通水", encoding="utf-8")
    lens.take_own()
    assert rows(lens.answer(ASKED, nobody))["渠渠通水"] == (1, 1)
    (tmp_path / "words.txt").unlink()
    lens.take_own()


@pytest.mark.parametrize("text", ["", "修渠", "修渠\n" * 30_000, "修" * 50_000, "\n" * 50_000])
def test_stretches_make_up_the_text(text: str) -> None:
    found = stretches(text)
    assert "".join(found) == text
    assert all(found)


@pytest.fixture
def told() -> SimpleQueue[dict[str, Any]]:
    return SimpleQueue()


@pytest.fixture
def worker(words: Words, told: SimpleQueue[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setattr(working, "PAUSE", 0)
    made = Worker(words, lambda record: told.put(dict(record)))
    yield made
    made.stop()


def test_a_worker_says_how_far_it_is_and_then_answers(worker: Worker, told: SimpleQueue[dict[str, Any]]) -> None:
    worker.take({"id": 7, **ASKED})
    assert told.get(timeout=30) == {"id": 7, "progress": [0, len(TEXT)]}
    answer = told.get(timeout=30)
    assert (answer["id"], answer["lens"]["total"] > 0) == (7, True)


def test_a_question_that_makes_no_sense_is_answered_too(worker: Worker, told: SimpleQueue[dict[str, Any]]) -> None:
    worker.take({"id": 8, "lens": "no such lens"})
    worker.take({"id": 9, "lens": "words"})
    assert [(told.get(timeout=30)[key]) for key in ("id", "id")] == [8, 9]


def test_a_question_that_was_left_is_not_answered(worker: Worker, told: SimpleQueue[dict[str, Any]]) -> None:
    worker.take({"cancel": 10})
    worker.take({"id": 10, **ASKED})
    worker.take({"id": 11, "lens": "no such lens"})
    assert told.get(timeout=30)["id"] == 11


def test_an_answer_is_left_in_the_middle(words: Words) -> None:
    def leave(done: int, total: int) -> None:
        if done:
            raise Left

    text = "修渠修路。\n" * 10_000
    with pytest.raises(Left):
        Lens(words).answer({**ASKED, "digest": "long", "text": text}, leave)


def test_the_process_answers_the_lens_between_quick_questions(tmp_path: Path) -> None:
    asked = [{"id": 1, **ASKED}, {"id": 2, "text": "推动高质量发展"}, {"id": 3, "lens": 5}]
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in asked)
    with subprocess.Popen(
        [sys.executable, "-W", "error", str(ROOT / "core" / "words.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(lines.encode())
        process.stdin.flush()
        found = [json.loads(process.stdout.readline()) for _ in range(4)]
        process.stdin.close()
        assert process.stderr.read() == b""
    assert found[0] == {"ready": True}
    said = {record["id"]: record for record in found[1:]}
    assert said[2]["spans"] == [[0, 2], [2, 7]]
    assert said[1]["lens"]["total"] > 0
    assert said[3]["problem"] == "lens.failed"
