"""Passages with their source, in the style a reader has chosen: onto the clipboard, or as a sample of a style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication

from core.model import Annotation, Span
from core.quotation import quoted
from gui.session import Session
from gui.speech import Speech, order

SAMPLE = 60
"""Code points shown of a passage that stands for any other."""


class Passage(NamedTuple):
    """What is quoted, and the mark it is, if it is one."""

    span: Span
    mark: Annotation | None = None


def copy(session: Session, template: str, chosen: Iterable[str]) -> None:
    """Put the marks with these ids on the clipboard, one a line; without any, the selection or the current mark."""
    speech = session.current
    if speech is None:
        return
    marks = sorted((speech.marks[id_] for id_ in chosen if id_ in speech.marks), key=order)
    passages = [Passage(mark.span, mark) for mark in marks if mark.span is not None] or list(_current(session))
    between = "\n\n" if "\n" in template else "\n"
    if passages:
        QGuiApplication.clipboard().setText(between.join(_quoted(session, speech, template, each) for each in passages))


def sample(session: Session, template: str) -> str:
    """What a template makes of the selection, or the current mark, or else of a sentence of the speech."""
    speech = session.current
    if speech is None:
        return ""
    passage = next(_current(session), None) or Passage(_sentence(speech))
    if len(passage.span) > SAMPLE:
        passage = Passage(Span(passage.span.start, passage.span.start + SAMPLE), passage.mark)
    return _quoted(session, speech, template, passage)


def _current(session: Session) -> Iterator[Passage]:
    mark = session.mark
    if len(session.selection):
        yield Passage(session.selection)
    elif mark is not None and mark.span is not None:
        yield Passage(mark.span, mark)


def _sentence(speech: Speech) -> Span:
    """A sentence below the first heading that has text of its own; else the first of the speech."""
    from core.sentences import sentence_at

    sections = (each for each in speech.document.walk() if each.is_heading and len(each.body) and not each.children)
    first = next(sections, None)
    return sentence_at(speech.text, first.body.start if first else 0)


def _quoted(session: Session, speech: Speech, template: str, passage: Passage) -> str:
    span, mark = passage
    tags = [session.tags[id_].name for id_ in mark.tags if id_ in session.tags] if mark else []
    above = speech.above(span.start)
    return quoted(template, speech.document, above, span, note=mark.note if mark else "", tags=tags)
