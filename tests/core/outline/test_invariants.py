"""What holds of every outline, whatever the text: on generated and mangled texts, and on real ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import HEADINGS, Section, Span
from core.outline import check, describe, parse
from tests.core.outline import LONG, MORE, text_of

TOKENS = """
一、 二、 三、 （一） (二) （三） 1. 2． 3、 （1） （2） ① ② 一是 二是 三要 第一， 第二， 首先， 其次， 最后， 其一，
一方面， 另一方面， —— -- ● 【 】 第一部分 各位代表： 同志们！ 同志们， 回顾过去， 这五年， 主要任务： 附件
要早动手。 全文如下。
（来源：村报） 2025年3月1日 在全镇大会上的讲话 。 ， ； ： ！ ？ “ ” 《 》 （ ） 修好水渠 管好用水 5.3 21. XX 𫖯 😀
"""
SPACED = ("第一章 ", "第二条 ", "镇长 李水生", " ", "　", "\n", "\n", "\n\n", "\t", "\u00a0", "\ufeff")
PIECES = st.sampled_from([*TOKENS.split(), *SPACED, LONG, MORE, LONG[:37]])
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)


def hold(text: str, sections: tuple[Section, ...]) -> None:
    """Asserts the invariants of an outline of ``text``."""
    _siblings(text, sections, Span(0, len(text)), 0)


def _siblings(text: str, sections: tuple[Section, ...], within: Span, above: int) -> None:
    position = within.start
    for section in sections:
        heading, body = section.heading, section.body
        assert position <= heading.start < heading.stop <= body.start <= body.stop <= within.stop
        assert text[heading.start : heading.stop] == section.label + section.title
        assert section.level > above or section.level == above == 0
        assert not section.is_heading or section.kind == HEADINGS[min(section.level, len(HEADINGS)) - 1]
        assert text[body.stop - 1 : body.stop].strip() or body.start == body.stop
        _siblings(text, section.children, Span(heading.stop, body.stop), section.level)
        position = body.stop


@given(TEXTS)
def test_generated_texts(text: str) -> None:
    sections = parse(text)
    hold(text, sections)
    assert parse(text) == sections
    describe(text, sections)
    assert all(0 <= fault.span.start < fault.span.stop <= len(text) for fault in check(text, sections))


@given(st.data())
def test_mangled_speech(seed_path: Path, data: st.DataObject) -> None:
    text = text_of(seed_path)[:4000]
    a, b = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    cut = data.draw(
        st.sampled_from([text[a:b], text[b:] + text[:a], text[a:b].replace("\n", ""), text[:a] + text[a:b] * 2])
    )
    hold(cut, parse(cut))


@pytest.mark.parametrize("width", [20, 33, 38, 70])
def test_broken_lines(seed_path: Path, width: int) -> None:
    text = text_of(seed_path)
    broken = "\n".join(line[k : k + width] for line in text.split("\n") for k in range(0, max(len(line), 1), width))
    hold(broken, parse(broken))


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "　\n　", "。", "一、", "一、\n二、", "各位代表：", "“" * 50, "（一）" * 50, "要早动手"]
)
def test_next_to_nothing(text: str) -> None:
    hold(text, parse(text))


def test_real_speeches(shared: Path) -> None:
    for path in sorted(shared.glob("corpus/*/*.txt")):
        text = text_of(path)
        sections = parse(text)
        hold(text, sections)
        describe(text, sections)
        check(text, sections)
