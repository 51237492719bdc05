"""The headings over a place are those of the outline, remembered, put right or parsed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from core.heading_paths import HeadingPaths, wording
from core.library import Library
from core.model import Change, Correction, Document, Span
from core.readers import build
from core.search.catalogue import Catalogue
from core.search.outlines import Outlines


def above(library: Library, document: Document, point: int) -> list[str]:
    with closing(Catalogue(library.path)) as catalogue:
        found = Outlines(library, catalogue).above(document.digest, point)
    return [document.text[each.start : each.stop] for each in found]


@pytest.mark.parametrize("grammar", ["as it is", "older", "no record", "bent"])
def test_the_headings_over_every_place_are_those_of_the_outline(
    library: Library, sample_path: Path, grammar: str
) -> None:
    document = build(sample_path.read_text(encoding="utf-8"))
    library.add(document)
    changes = {"older": "grammar = 'older'", "no record": "record = ''", "bent": "record = '[[1'"}
    if grammar in changes:
        library.db.execute(f"UPDATE outlines SET {changes[grammar]}")
        library.db.conn.commit()
    paths = HeadingPaths(document.sections)
    with closing(Catalogue(library.path)) as catalogue:
        outlines = Outlines(library, catalogue)
        for point in range(len(document.text)):
            told = [document.text[each.start : each.stop] for each in outlines.above(document.digest, point)]
            assert told == [wording(each) for each in paths.above(Span(point, point + 1))], point


def test_an_outline_that_was_put_right_is_taken_so(library: Library) -> None:
    document = build("讲话\n同志们：\n一、过去\n修渠三里。\n特别的一行\n再修一里。\n")
    library.add(document)
    at = document.text.index("特别")
    right = Correction("c", document.digest, Span(at, at + 5), 1, "特别的一行", created=library.now())
    library.apply(Change(corrections={"c": right}))
    assert above(library, document, at) == ["特别的一行"]
