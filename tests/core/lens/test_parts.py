"""The parts over which words are spread cover a speech without gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.lens.parts import TENTHS, parts
from core.model import Document
from core.outline import parse
from tests.gui.own_speech import TEXT


def document(text: str) -> Document:
    return Document("d" * 64, "讲话", "", "", "", text, parse(text))


def test_chapters_are_parts_and_what_stands_before_them_is_one_too() -> None:
    found = parts(document(TEXT))
    assert [part.title[:5] for part in found] == ["", "一、看清形", "二、压实责"]


@pytest.mark.parametrize("text", [TEXT, "修渠" * 40, "修", "", "只说一件事：把路修好。"])
def test_parts_cover_the_text(text: str) -> None:
    found = parts(document(text))
    edges = [0, *(part.span.stop for part in found)]
    assert [part.span.start for part in found] == edges[:-1]
    assert edges[-1] == len(text)


def test_a_speech_without_chapters_is_cut_into_tenths() -> None:
    found = parts(replace(document("修渠" * 40), sections=()))
    assert [part.title for part in found] == [str(number + 1) for number in range(TENTHS)]
    assert {len(part.span) for part in found} == {8}
