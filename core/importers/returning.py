"""A Word file that went out with our marks as comments comes back: what it says of them is not said twice."""

from __future__ import annotations

from collections.abc import Iterable

from core.exporters.looks import comment
from core.model import Annotation, Notebook


def returned(ours: Notebook, coming: Iterable[Annotation]) -> list[Annotation]:
    """The comments that come in; in the place of one that says of its passage what we say of it, our mark."""
    known = {(mark.span, _squeezed(comment(ours, mark))): mark for mark in ours.annotations}
    return [known.get((mark.span, _squeezed(mark.note)), mark) for mark in coming]


def _squeezed(note: str) -> str:
    """What is said, without the blanks and blank lines that a word processor may change."""
    return "\n".join(filter(None, map(str.strip, note.split("\n"))))
