"""What shows when the pointer rests on a mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from core.model import Annotation, Tag

LONGEST = 300
RULE = '<hr style="background-color: #8a867d">'
"""What sets marks apart: Qt would draw it as strong as the words, which is too much on dark."""


def of_marks(marks: Sequence[Annotation], tags: Mapping[str, Tag]) -> str:
    """Tags and note of each mark, as rich text; everything a person wrote is escaped."""
    return RULE.join(_of_mark(mark, tags) for mark in marks)


def _of_mark(mark: Annotation, tags: Mapping[str, Tag]) -> str:
    names = " · ".join(escape(tags[id_].name) for id_ in mark.tags if id_ in tags)
    note = mark.note if len(mark.note) <= LONGEST else mark.note[:LONGEST] + "…"
    return "<br>".join(
        part for part in (f"<b>{names}</b>" if names else "", escape(note).replace("\n", "<br>")) if part
    )
