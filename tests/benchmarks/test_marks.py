"""A text of 1 MB with 10,000 marks beside the same text with none: opening, marking, scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library import Library
from core.model import Span
from core.readers import read
from tests.benchmarks.desk import Desk, settle
from tests.benchmarks.ledger import Ledger
from tests.benchmarks.material import MANY, Material, fill

ALLOWED, OPENING = 2.0, 1.5
TIMES = 20
PAGES = 50

Desks = tuple[Desk, Desk]
"""One with MANY marks, one with none."""


@pytest.fixture(scope="module")
def libraries(material: Material, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A library with the text and MANY marks, and one with the text alone."""
    folder = tmp_path_factory.mktemp(material.name)
    for name, places in (("many", material.places), ("none", [])):
        with Library(folder / name) as library:
            fill(library, read(material.mb1), places)
    return folder / "many", folder / "none"


@pytest.fixture(scope="module")
def desks(
    libraries: tuple[Path, Path], material: Material, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desks]:
    """Two windows side by side, so that each deed can be timed turn by turn."""
    settings = tmp_path_factory.mktemp("settings")
    many, none = (Desk(library, settings / library.name) for library in libraries)
    for desk in (many, none):
        desk.open(material.mb1)
        desk.wait()
    assert many.window.marks.list.model().rowCount() == len(many.marks) == MANY
    assert none.window.marks.list.model().rowCount() == len(none.marks) == 0
    yield many, none
    for desk in (many, none):
        desk.close()


def test_open(libraries: tuple[Path, Path], material: Material, tmp_path: Path, ledger: Ledger) -> None:
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(4):
        for library, count, found in zip(libraries, (MANY, 0), times, strict=True):
            desk = Desk(library, tmp_path / f"{library.name}{number}")
            found.append(desk.timed(lambda desk=desk: desk.open(material.mb1)))
            desk.wait()
            assert len(desk.marks) == desk.window.marks.list.model().rowCount() == count
            desk.close()
    ledger.ratio(
        f"{material.name} 1 MB: open and paint, 10,000 marks : none", times[0][1:], times[1][1:], "ms", OPENING
    )


def test_set_remove_undo(desks: Desks, material: Material, ledger: Ledger) -> None:
    found: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in ("set", "remove", "undo")}
    length = len(desks[0].window.pane.page.text)  # type: ignore[union-attr]
    for number in range(TIMES):
        span = Span(at := length // (TIMES + 1) * (number + 1), at + 21)
        for which, desk in enumerate(desks):
            desk.window.session.go(span)
            settle()
            before = set(desk.marks)
            found["set"][which].append(desk.timed(lambda desk=desk, span=span: desk.mark(span)))
            (made,) = set(desk.marks) - before
            assert desk.marks[made].span == span
            found["remove"][which].append(desk.timed(desk.window.actions_by_name["annotate.delete"].trigger))
            assert made not in desk.marks
            found["undo"][which].append(desk.timed(desk.window.actions_by_name["edit.undo"].trigger))
            assert desk.marks[made].span == span
    for name, (many, none) in found.items():
        ledger.ratio(f"{material.name} 1 MB: {name} one mark, 10,000 marks : none", many, none, "ms", ALLOWED)


@pytest.mark.parametrize("way", ["page_down", "wheel"])
def test_scroll(desks: Desks, material: Material, ledger: Ledger, way: str) -> None:
    times: tuple[list[float], list[float]] = ([], [])
    for desk in desks:
        desk.window.session.go(Span(0, 0))
        settle()
    for _ in range(PAGES):
        for desk, found in zip(desks, times, strict=True):
            before = desk.window.pane.verticalScrollBar().value()
            found.append(desk.timed(getattr(desk, way)))
            assert desk.window.pane.verticalScrollBar().value() > before
    words = way.replace("_", " ")
    ledger.ratio(f"{material.name} 1 MB: {words} × {PAGES}, 10,000 marks : none", *times, "ms", ALLOWED)
    ledger.most(f"{material.name} 1 MB: slowest {words} with 10,000 marks", max(times[0]), "ms")
