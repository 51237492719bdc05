"""What can be exported: chosen marks, those that fit the filter, a section, the speech, the library."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from core.exporting import Gathered
from core.heading_paths import wording
from core.model import Annotation, Notebook, Section
from core.problem import Problem
from gui.speech import Speech, order

if TYPE_CHECKING:
    from gui.window import MainWindow

translate = QCoreApplication.translate

LONGEST = 9
"""Characters shown of a section's heading."""


class Scope(NamedTuple):
    """One thing that can be exported: its name and words, how many marks or speeches it has, the name that a file
    of it gets, and what is handed to the exporter."""

    name: str
    words: str
    size: int
    stem: str
    what: Notebook | Gathered | Path | None


def scopes(window: MainWindow) -> list[Scope]:
    """All there are, the smallest first; ``what`` is None where there is nothing in it."""
    speech = window.session.current
    return [*(_within(window, speech) if speech is not None else ()), _library(window)]


def gathered(window: MainWindow, ids: Iterable[str]) -> list[Scope]:
    """Marks of whatever speeches, and the library."""
    library, chosen = window.session.library, tuple(ids)
    words = translate("exporting", "Chosen material")
    what = Gathered(library.path, chosen) if library is not None and chosen else None
    return [Scope("material", words, len(chosen), translate("exporting", "Material"), what), _library(window)]


def _within(window: MainWindow, speech: Speech) -> Iterable[Scope]:
    document, tags = speech.document, dict(window.session.tags)
    title = "".join(document.title.split())

    def scope(name: str, words: str, marks: Iterable[Annotation], stem: str = "", part: Section | None = None) -> Scope:
        inner = tuple(sorted(marks, key=order))
        what = Notebook(document, inner, tags, part.scope if part else None)
        possible = bool(inner) or part is not None or name == "speech"
        return Scope(name, words, len(inner), stem or title, what if possible else None)

    yield scope("chosen", translate("exporting", "Chosen marks"), window.marking.targets())
    filtered = window.marks.shown() if window.marks.filter.query else ()
    yield scope("filter", translate("exporting", "Marks that fit the filter"), filtered)
    above = speech.above(speech.position)
    if above:
        section = above[-1]
        name = " ".join(wording(section).split())
        words = translate("exporting", "This section: %1").replace("%1", _short(name))
        within = (mark for mark in speech.marks.values() if mark.span and mark.span.overlaps(section.scope))
        yield scope("section", words, within, f"{title} {name}", section)
    yield scope("speech", translate("exporting", "This speech"), speech.marks.values())


def _library(window: MainWindow) -> Scope:
    library, count = window.session.library, 0
    try:
        count = len(library.documents()) if library is not None else 0
    except Problem:  # what is wrong with the library is said elsewhere
        library = None
    stem = translate("exporting", "Marks of all speeches")
    words = translate("exporting", "The whole library")
    return Scope("library", words, count, stem, library.path if library is not None and count else None)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
