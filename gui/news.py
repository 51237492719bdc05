"""What of a change concerns the open speeches, and how it looks to those who show one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.model import Annotation, Change, Correction, Tag
from gui.speech import Speech

Speeches = Mapping[str, Speech]


def mark_in(speeches: Speeches, id_: str) -> Annotation | None:
    """A mark of any of some speeches."""
    return next((speech.marks[id_] for speech in speeches.values() if id_ in speech.marks), None)


def correction_in(speeches: Speeches, id_: str) -> Correction | None:
    """A correction of any of some speeches."""
    return next((speech.corrections[id_] for speech in speeches.values() if id_ in speech.corrections), None)


def unknown(news: Change, speeches: Speeches, tags: Mapping[str, Tag]) -> Change:
    """What of a change concerns open speeches and is not shown already. What is said of speeches as a whole
    concerns the library too."""
    marks = {
        id_: mark
        for id_, mark in news.annotations.items()
        if mark != (shown := mark_in(speeches, id_)) and (shown or (mark and mark.document in speeches))
    }
    right = {
        id_: each
        for id_, each in news.corrections.items()
        if (each is None or each.document in speeches) and each != correction_in(speeches, id_)
    }
    others = {id_: tag for id_, tag in news.tags.items() if tag != tags.get(id_)}
    return Change(marks, others, right, news.facts)


def as_seen(change: Change, was: Change) -> Change:
    """The change as it looks to those who show a speech: a mark that went to another speech is gone."""
    left = {
        id_: None
        for id_, new in change.annotations.items()
        if new and (old := was.annotations.get(id_)) and old.document != new.document
    }
    return replace(change, annotations={**change.annotations, **left}) if left else change
