"""A reader's own styles of heading: kept in a readable file, checked, and in their place in the tree."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.outline import parse
from core.outline.own import OwnStyle, check, keep, own_styles
from core.outline_record import grammar
from core.problem import Problem
from core.readers import build
from tests.core.outline import LONG, MORE
from tests.core.outline.test_invariants import TEXTS, hold

ROUND = OwnStyle("回目", "bufen", "第{n}回")
TOPIC = OwnStyle("专题", "cn_dun", "专题{n}[： ]")
ITEM = OwnStyle("方括号", "cn_paren", r"〔{n}〕")
STAR = OwnStyle("星号", "ar_paren", r"※+")

HEAD = "在全镇大会上的讲话\n同志们：\n今天开个会。\n"


def tree(text: str, *own: OwnStyle) -> list[str]:
    nodes = [node for section in parse(HEAD + text, own=own) for node in section.walk()]
    return ["." * (node.level - 1) + node.label + node.title for node in nodes if node.is_heading]


PLACES = [
    (
        (ROUND,),
        f"第一回 修渠\n{LONG}\n一、清淤\n{MORE}\n二、衬砌\n{LONG}\n第2回 修路\n一、选线\n{LONG}\n二、开工\n{MORE}\n",
        ["第一回 修渠", ".一、清淤", ".二、衬砌", "第2回 修路", ".一、选线", ".二、开工"],
    ),
    (
        (TOPIC,),
        f"专题一：修渠\n{LONG}\n（一）清淤\n{MORE}\n（二）衬砌\n{LONG}\n专题二:修路\n{LONG}\n",
        ["专题一：修渠", ".（一）清淤", ".（二）衬砌", "专题二:修路"],
    ),
    (
        (ITEM,),
        f"一、修渠\n〔1〕清淤。{MORE}\n〔2〕衬砌。{LONG}\n二、修路\n〔1〕选线。{MORE}\n{LONG}\n",
        ["一、修渠", ".〔1〕清淤", ".〔2〕衬砌", "二、修路", ".〔1〕选线"],
    ),
    (
        (ITEM, STAR),
        f"一、修渠\n〔1〕清淤。{MORE}\n※※ 先挖后运。{LONG}\n〔2〕衬砌。{LONG}\n二、修路\n{MORE}\n",
        ["一、修渠", ".〔1〕清淤", "..※※ 先挖后运", ".〔2〕衬砌", "二、修路"],
    ),
]


@pytest.mark.parametrize(("own", "text", "expected"), PLACES)
def test_own_headings_stand_where_their_rank_says(own: tuple[OwnStyle, ...], text: str, expected: list[str]) -> None:
    assert tree(text, *own) == expected


def test_a_text_without_such_lines_is_as_before(seed_path: Path) -> None:
    text = seed_path.read_text(encoding="utf-8")
    assert parse(text, own=(ROUND, TOPIC, STAR)) == parse(text)


@given(TEXTS, st.lists(st.sampled_from([ROUND, TOPIC, ITEM, STAR, OwnStyle("渠", "ar_dot", "修?渠|各")]), max_size=3))
def test_the_outline_is_sound_with_them(text: str, own: list[OwnStyle]) -> None:
    hold(text, parse(text, own=own))


def test_they_are_kept_in_a_file_one_can_read_and_used_wherever_a_speech_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings" / "headings.txt"
    monkeypatch.setenv("PIYUE_LIBRARY", str(path.with_name("library.sqlite")))
    text = f"{HEAD}第一回 修渠\n{LONG}\n第二回 修路\n{LONG}\n"
    before = grammar()
    assert own_styles() == ()
    keep((ROUND, STAR))
    assert path.read_text(encoding="utf-8") == "# name  beside  pattern\n回目  bufen  第{n}回\n星号  ar_paren  ※+\n"
    assert own_styles() == (ROUND, STAR)
    assert [each.title for each in build(text).walk() if each.is_heading] == [" 修渠", " 修路"]
    assert grammar() != before


def test_rows_that_are_none_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "headings.txt"
    path.write_bytes("坏行\n回目  bufen  第{n}回\n别的  nowhere  x\n\n# 星号  ar_dot  x\n".encode())
    assert own_styles(path) == (ROUND,)
    path.write_bytes(b"\xff\xfe\x00")
    assert own_styles(path) == ()


@pytest.mark.parametrize(
    ("style", "key"),
    [
        (ROUND._replace(name=" "), "style.name"),
        (ROUND._replace(name="# 回"), "style.name"),
        (ROUND._replace(pattern=""), "style.pattern"),
        (ROUND._replace(pattern="第  回"), "style.pattern"),
        (ROUND._replace(pattern="第({n}回"), "style.expression"),
        (ROUND._replace(pattern="第*"), "style.everything"),
        (ROUND._replace(pattern="(一|一一)+回"), "style.slow"),
        (ROUND._replace(pattern="(第|第第|甲)*回"), "style.slow"),
    ],
)
def test_what_is_wrong_with_a_style_is_told(style: OwnStyle, key: str) -> None:
    with pytest.raises(Problem) as problem:
        check(style, ["第一回 修渠"])
    assert problem.value.key == key


@pytest.mark.parametrize("style", [ROUND, TOPIC, ITEM, STAR])
def test_a_sound_style_passes(style: OwnStyle) -> None:
    check(style, [LONG, MORE])


def test_a_pattern_that_runs_away_or_is_broken_spoils_no_outline() -> None:
    text = f"一、修渠\n{'一' * 400}\n二、修路\n{LONG}\n"
    begun = time.monotonic()
    bad = (OwnStyle("坏", "cn_dun", "(一|一一)+回"), OwnStyle("破", "cn_dun", "("))
    assert tree(text, *bad) == ["一、修渠", "二、修路"]
    assert time.monotonic() - begun < 20  # it would take longer than the sun burns
