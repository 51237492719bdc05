"""What a reader does to an outline: this is a heading, this is none, one level up, it begins here.

Each verb is worked out on the outline as it stands and becomes a change that can be undone; nothing is
written here. A new correction takes the place of those it overlaps, so that no two ever do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from core.heading_paths import headings_above
from core.model import CONTEXT, HEADINGS, Change, Correction, Document, Section, Span
from core.outline.headings import opening
from core.outline.view import view
from core.problem import Problem
from core.sentences import clause_at, sentence_at

LONGEST = 80
"""Code points of a sentence that is taken for a heading as a whole; of a longer one its first clause is."""
NEAR = 2
"""How many lines above a place a heading may begin that is to end there."""
_BLANKS = " \t\n\u3000\xa0"
_STOPS = "。：；，！？,;:.!?"


@dataclass(frozen=True)
class Outliner:
    """The verbs on one speech's outline. All places are code points into its text.

    Each verb returns the change to apply, or raises Problem, which says why it cannot be done.
    """

    document: Document
    corrections: Mapping[str, Correction]
    new_id: Callable[[], str]
    now: str

    # -- finding the heading that is meant ------------------------------------------------------

    def at(self, point: int) -> Section:
        """The heading over a place; else the last that begins in its line before it; else the next in the line."""
        line = self._line(point)
        found = [each for each in self._headings if each.heading.start < line.stop and line.start < each.heading.stop]
        over = [each for each in found if each.heading.start <= point <= each.heading.stop]
        before = [each for each in found if each.heading.start <= point]
        if chosen := over or before or found[:1]:
            return chosen[-1]
        raise Problem("outline.none_here")

    def above(self, point: int) -> Section:
        """The heading over a place, or else the innermost one it stands below."""
        try:
            return self.at(point)
        except Problem:
            if path := headings_above(self.document, Span(point, point + 1)):
                return path[-1]
            raise

    @cached_property
    def _headings(self) -> list[Section]:
        return [section for section in self.document.walk() if section.is_heading]

    def _line(self, point: int) -> Span:
        text = self.document.text
        stop = text.find("\n", point)
        return Span(text.rfind("\n", 0, point) + 1, len(text) if stop < 0 else stop)

    # -- the verbs -------------------------------------------------------------------------------

    def heading(self, span: Span) -> Change:
        """The passage is a heading; where it is empty, the sentence over it is."""
        span = self._trimmed(span) if len(span) else self._sentence(span.start)
        if not len(span):
            raise Problem("outline.nothing_here")
        if any(section.heading == span for section in self._headings):
            raise Problem("outline.already")
        return self._change((span, self._level(span)))

    def plain(self, point: int) -> Change:
        """The heading at a place is none."""
        return self._change((self.at(point).heading, 0))

    def move(self, section: Section, step: int) -> Change:
        """A heading, with all below it, stands one level deeper (1) or higher (-1)."""
        level = section.level + step
        if level < 1:
            raise Problem("outline.top")
        if level > len(HEADINGS) or (step > 0 and not self._follows(section)):
            raise Problem("outline.nothing_above")
        below = {each.heading for each in section.walk()} - {section.heading}
        inner = [each for each in self.corrections.values() if each.span in below and each.level]
        moved = {each.id: replace(each, level=each.level + step) for each in inner}
        change = self._change((section.heading, level))
        return Change(corrections={**moved, **change.corrections})

    def begin(self, point: int) -> Change:
        """The heading in the line begins at this place."""
        line = self._line(point)
        found = [each for each in self._headings if line.start < each.heading.stop and each.heading.start < line.stop]
        section = min(found, key=lambda each: abs(each.heading.start - point), default=None)
        if section is None or point >= section.heading.stop:
            raise Problem("outline.none_here")
        return self._change((self._trimmed(Span(point, section.heading.stop)), section.level))

    def end(self, point: int) -> Change:
        """The heading that begins before this place, in its line or a little above, ends here."""
        first = self._line(point).start
        for _ in range(NEAR):
            first = self._line(max(0, first - 1)).start
        found = [each for each in self._headings if first <= each.heading.start < point]
        if not found:
            raise Problem("outline.none_here")
        section = min(found, key=lambda each: abs(each.heading.stop - point))
        return self._change((self._trimmed(Span(section.heading.start, point)), section.level))

    def join(self, section: Section) -> Change:
        """A heading and the one after it, or the line after it, are one heading."""
        text, start = self.document.text, section.heading.start
        rest = len(text[section.heading.stop :].lstrip(_BLANKS + _STOPS))
        following = len(text) - rest
        if not rest:
            raise Problem("outline.nothing_after")
        after = next((each for each in self._headings if each.heading.start == following), None)
        stop = after.heading.stop if after else self._line(following).stop
        return self._change((self._trimmed(Span(start, stop)), section.level))

    def split(self, point: int) -> Change:
        """The heading over a place is two, of one level, the second of which begins there."""
        section = self.at(point)
        heading = section.heading
        halves = [self._trimmed(Span(heading.start, point)), self._trimmed(Span(point, heading.stop))]
        if not heading.start < point < heading.stop or not all(map(len, halves)):
            raise Problem("outline.no_split")
        return self._change(*((half, section.level) for half in halves))

    def reset(self, point: int) -> Change:
        """What was put right at a place, or else in its line, is as it was found again."""
        for span in (Span(point, point), self._line(point)):
            if touched := {id: None for id, each in self.corrections.items() if each.span and _touch(each.span, span)}:
                return Change(corrections=touched)
        raise Problem("outline.not_corrected")

    # -- what they are made of -------------------------------------------------------------------

    def _change(self, *passages: tuple[Span, int]) -> Change:
        gone = {
            id: None
            for id, each in self.corrections.items()
            if each.span and any(each.span.overlaps(span) for span, _ in passages)
        }
        made = [self._made(span, level) for span, level in passages]
        return Change(corrections={**gone, **{each.id: each for each in made}})

    def _made(self, span: Span, level: int) -> Correction:
        text = self.document.text
        before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.stop : span.stop + CONTEXT]
        quote = text[span.start : span.stop]
        return Correction(self.new_id(), self.document.digest, span, level, quote, before, after, self.now)

    def _trimmed(self, span: Span) -> Span:
        """The passage without blanks around it and without its closing stop."""
        words = self.document.text[span.start : span.stop]
        start = span.start + len(words) - len(words.lstrip(_BLANKS))
        return Span(start, max(start, span.start + len(words.rstrip(_BLANKS + _STOPS))))

    def _sentence(self, point: int) -> Span:
        text = self.document.text
        span = sentence_at(text, point)
        return self._trimmed(span if len(span) <= LONGEST else clause_at(text, span.start))

    def _level(self, span: Span) -> int:
        """The level of the last heading before with a mark of the same series; else a sibling's of the heading
        it follows, or one below that if both stand in one paragraph and the other opens it."""
        before = [each for each in self._headings if each.heading.start < span.start]
        if not before:
            return 1
        series, line = _series(self.document.text[span.start : span.stop]), self._line(span.start)
        for each in reversed(before):
            if series and series == _series(each.label):
                return each.level
        last = before[-1]
        opens = not self.document.text[line.start : last.heading.start].strip(_BLANKS)
        return min(len(HEADINGS), last.level + (last.heading.start >= line.start and opens))

    def _follows(self, section: Section) -> bool:
        """Whether a heading stands before this one that it could stand below."""
        before = [each for each in self._headings if each.heading.start < section.heading.start]
        return bool(before) and before[-1].level >= section.level


def _touch(a: Span, b: Span) -> bool:
    return a.start <= b.stop and b.start <= a.stop


def _series(words: str) -> str:
    """The series of the mark that opens some words; empty where none does."""
    seen = view(words)
    mark = opening(seen, 0, len(seen))
    return mark.style.series if mark else ""
