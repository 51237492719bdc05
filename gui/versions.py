"""A file that was changed, or a speech that comes from elsewhere: which speech of the library it is a version of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.model import Annotation, Correction, Document
from core.problem import Problem
from core.readers import build
from core.readers.format import Reading, Remark
from gui.speech import Speech

if TYPE_CHECKING:
    from core.library import Library
    from core.versions import Replacement


class Former(NamedTuple):
    """A speech whose place a text may take, with all that is to come along. ``sure``: nobody need be asked."""

    document: Document
    marks: tuple[Annotation, ...]
    corrections: Mapping[str, Correction]
    position: int
    sure: bool


class Arrival(NamedTuple):
    """A speech that was read, what it was before, and what becomes of that, where it was surely that; the marks
    that a new speech's file brings along, what the reader is told about the file, and whether the library has
    the text already."""

    speech: Speech
    former: Former | None = None
    replacement: Replacement | None = None
    remarks: tuple[Remark, ...] = ()
    notices: tuple[str, ...] = ()
    kept: bool = False


def former(library: Library | None, text: str, digest: str, path: Path) -> Former | None:
    """The speech that lay at this place, else the likest one of which the file is gone; else, to be asked
    about, the likest one. None where no speech with marks is like it."""
    if library is None:
        return None
    try:
        known = library.version_at(path, digest)
        if known is not None:
            return _former(library, known, text)
        if library.marked(digest):
            return None
        alike = library.versions_like(text, digest)
        gone = [row for row in alike if row.source is not None and not row.source.exists()]
        best = next(iter(gone or alike), None)
        return _former(library, best.digest, text, bool(gone)) if best else None
    except Problem:  # what is wrong with the library is said when the speech is taken in
        return None


def _former(library: Library, digest: str, text: str, sure: bool | None = None) -> Former | None:
    document = library.document(digest)
    if document is None:
        return None
    if sure is None:
        from core.likeness import SAME_PLACE, likeness, sketch

        sure = likeness(sketch(document.text), sketch(text)) >= SAME_PLACE
    marks = tuple(library.annotations(digest).values())
    return Former(document, marks, library.corrections(digest), library.position(digest), sure)


def arrival(
    said: Reading,
    digest: str,
    path: Path,
    known: Document | None,
    corrections: Mapping[str, Correction],
    before: Former | None,
) -> Arrival:
    """The speech that a file says, with all that can be made of it off the window's back."""
    if before is not None and before.sure:
        return brought(said, digest, path, before)
    sound = known is not None and known.text == said.text  # what the library keeps may be damaged
    document = replace(known, source=path) if known and sound else build(said, path, corrections.values())
    new = () if known or corrections else said.remarks
    return Arrival(Speech(document, {}, 0, corrections), before, None, new, said.notices)


def brought(said: Reading, digest: str, path: Path | None, before: Former) -> Arrival:
    """The speech that a file says, and what becomes of the marks of the one whose place it takes."""
    from core.versions import replaced

    made = replaced(before.document, said.text, digest, before.marks, before.corrections.values(), before.position)
    document = build(said, path, made.corrections.values())
    return Arrival(Speech(document, {}, made.position, made.corrections), before, made, (), said.notices)
