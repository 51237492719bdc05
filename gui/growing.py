"""Units of text around a place: word, clause, sentence, paragraph, section; each wider than the last."""

from __future__ import annotations

from collections.abc import Callable

from core.model import Span
from core.sentences import clause_at, sentence_at
from gui.speech import Speech
from gui.word_process import WordProcess

Unit = Callable[[Speech, int, WordProcess], Span]


def word(speech: Speech, point: int, words: WordProcess) -> Span:
    """The word over a character, as jieba sees it in its sentence; the character alone until it is loaded."""
    around = sentence_at(speech.text, point)
    for span in words.cut(speech.text[around.start : around.stop]):
        if around.start + span.start <= point < around.start + span.stop:
            return Span(around.start + span.start, around.start + span.stop)
    return Span(point, min(point + 1, len(speech.text)))


def clause(speech: Speech, point: int, words: WordProcess) -> Span:
    """What stands between two stops or commas."""
    return clause_at(speech.text, point)


def sentence(speech: Speech, point: int, words: WordProcess) -> Span:
    """The sentence over a character, its stop included."""
    return sentence_at(speech.text, point)


def paragraph(speech: Speech, point: int, words: WordProcess) -> Span:
    """The line of the source a position stands in, its indent left out."""
    start = speech.text.rfind("\n", 0, point) + 1
    stop = speech.text.find("\n", point)
    stop = len(speech.text) if stop < 0 else stop
    line = speech.text[start:stop]
    return Span(stop - len(line.lstrip()), start + len(line.rstrip())) if line.strip() else Span(start, stop)


UNITS: tuple[Unit, ...] = (word, clause, sentence, paragraph)


def wider(speech: Speech, span: Span, words: WordProcess) -> Span:
    """The smallest unit that holds a selection and more; beyond the paragraph, the sections around it."""
    for unit in UNITS:
        first = unit(speech, span.start, words)
        last = unit(speech, max(span.start, span.stop - 1), words)
        whole = Span(min(first.start, span.start), max(last.stop, span.stop))
        if len(whole) > len(span):
            return whole
    for section in reversed(speech.above(span.start)):
        scope = section.scope
        if scope.start <= span.start and span.stop <= scope.stop and len(scope) > len(span):
            return scope
    return Span(0, len(speech.text))
