"""A text as blocks: all of it, each line with its role, headings within a paragraph set apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Section, Span
from core.readers import build
from gui import typesetting
from gui.typesetting import LONGEST, Block, Run, blocks
from tests.gui.own_speech import TEXT, find

LINES = st.lists(st.text(st.sampled_from("河清。 \u3000\t\u00a0𫖯😀"), max_size=12), max_size=8)


def heading(start: int, label: str, title: str, level: int = 2) -> Section:
    stop = start + len(label + title)
    return Section("section", level, label, title, Span(start, stop), Span(stop, stop))


def shown(text: str, made: list[Block]) -> list[tuple[str, str]]:
    return [(block.role, text[block.first : block.stop]) for block in made]


@given(LINES)
def test_blocks_cover_the_text_but_for_its_line_ends(lines: list[str]) -> None:
    text = "\n".join(lines)
    made = blocks(text, ())
    assert "\n".join(text[block.start : block.stop] for block in made) == text
    for block in made:
        assert text[block.start : block.first].strip(typesetting.BLANKS) == ""
        assert block.first == block.stop or text[block.first] not in typesetting.BLANKS


def test_every_line_of_a_speech_gets_its_role() -> None:
    made = blocks(TEXT, build(TEXT).sections)
    assert [block.role for block in made] == [
        *("advert", "advert", "blank", "title", "subtitle", "salutation", "body"),
        *("heading1", "body", "body", "body", "heading1", "body", "body"),
    ]


def test_the_heading_that_opens_a_paragraph_is_set_apart_from_it() -> None:
    made = blocks(TEXT, build(TEXT).sections)
    runs = [run for block in made for run in block.runs]
    assert runs == [Run(*find("（一）难题还在"), "lead"), Run(*find("（二）时机正好"), "lead")]


@pytest.mark.parametrize(
    ("text", "sections", "role", "runs"),
    [
        ("清淤要快。先从上游做起。", (heading(0, "", "清淤要快"),), "body", (Run(0, 4, "runin"),)),
        ("先说一句。清淤要快。", (heading(5, "", "清淤要快"),), "body", (Run(5, 9, "runin"),)),
        ("一是清淤要快。从上游做起。", (heading(0, "一是", "清淤要快"),), "body", (Run(0, 6, "lead"),)),
        ("一是清淤要快。", (heading(0, "一是", "清淤要快"),), "heading2", ()),
        ("一是清淤要快", (heading(0, "一是", "清淤要快"),), "heading2", ()),
        ("一、清淤要快", (heading(0, "一、", "清淤要快", 1),), "heading1", ()),
        ("1.清淤要快", (heading(0, "1.", "清淤要快", 4),), "heading3", ()),
        ("\u3000\u3000清淤要快", (heading(2, "", "清淤要快"),), "heading2", ()),
        ("只有正文。", (), "body", ()),
        ("\u3000\u3000 \t", (), "blank", ()),
        ("", (), "blank", ()),
    ],
)
def test_a_line_is_a_heading_where_one_fills_it(
    text: str, sections: tuple[Section, ...], role: str, runs: tuple[Run, ...]
) -> None:
    (made,) = blocks(text, sections)
    assert (made.role, made.runs) == (role, runs)


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("title", "title"),
        ("subtitle", "subtitle"),
        ("byline", "subtitle"),
        ("salutation", "salutation"),
        ("front_matter", "advert"),
        ("back_matter", "note"),
    ],
)
def test_what_frames_a_speech_has_a_role_of_its_own(kind: str, role: str) -> None:
    text = "前一行\n\u3000这一行\n后一行"
    block = Section(kind, 0, "", "这一行", Span(5, 8), Span(8, 8))
    assert shown(text, blocks(text, (block,))) == [("body", "前一行"), (role, "这一行"), ("body", "后一行")]


def test_an_author_s_indent_is_left_to_the_page() -> None:
    text = "\u3000\u3000正文\n \u00a0\t正文\n正文"
    made = blocks(text, ())
    assert [(block.start, block.first, block.stop) for block in made] == [(0, 2, 4), (5, 8, 10), (11, 11, 13)]


def test_a_very_long_line_is_cut_and_its_runs_with_it() -> None:
    text = "\u3000" + "河" * (2 * LONGEST + 10)
    title = heading(LONGEST - 2, "", "河" * 6)
    made = blocks(text, (title,))
    assert [(block.start, block.first, block.stop) for block in made] == [
        (0, 1, LONGEST + 1),
        (LONGEST + 1, LONGEST + 1, 2 * LONGEST + 1),
        (2 * LONGEST + 1, 2 * LONGEST + 1, len(text)),
    ]
    assert [block.role for block in made] == ["body", "more", "more"]
    assert [block.runs for block in made] == [
        (Run(LONGEST - 2, LONGEST + 1, "runin"),),
        (Run(LONGEST + 1, LONGEST + 4, "runin"),),
        (),
    ]
