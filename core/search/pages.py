"""The texts that a question is asked of: speeches, and what readers wrote to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from core.folding import Folder
from core.search.catalogue import Entry, Marked
from core.search.language import years
from core.search.matching import Place, text_breaks, united
from core.search.needle import Spelled
from core.search.nodes import Field
from core.search.outlines import Outlines


class Surroundings(NamedTuple):
    """What conditions ask of: headings, the marks of each speech, the ids that each ``tag:`` means, and the folding."""

    outlines: Outlines
    marks: Mapping[str, Sequence[Marked]]
    tags: Mapping[str, frozenset[str]]
    folder: Folder | None

    def fold(self, text: str) -> str:
        return self.folder.fold(text) if self.folder else text

    def speech_fits(self, entry: Entry, field: Field) -> bool:
        """Whether a speech is of the speaker, from the years or folder, or with the label, that
        a condition asks for."""
        value = self.fold(field.value)
        if field.name == "folder":
            beside = entry.source.replace("\\", "/").rpartition("/")[0]
            return value in self.fold(entry.folder) or value in self.fold(beside)
        if field.name == "label":
            return value in self.fold(entry.labels).split("\n")
        if field.name == "speaker":
            return value in self.fold(entry.speaker)
        first, last = years(field.value)
        return first <= entry.date[:4] <= last if entry.date[:4] else False

    def headed(self, digest: str, field: Field, text: str) -> list[Place]:
        """What stands below the headings of a text that have some words, the headings too."""
        words = self.fold(field.value)
        headings = self.outlines.headings(digest)
        return united((each.start, each.end) for each in headings if words in self.fold(text[each.start : each.stop]))

    def section_breaks(self, digest: str) -> list[int]:
        """Where a heading begins to hold, or ends to."""
        return sorted({end for each in self.outlines.headings(digest) for end in (each.start, each.end)})


class SpeechPage:
    """The text of a speech. ``data`` is the same in UTF-8 where it comes from the index."""

    def __init__(self, entry: Entry, text: str, data: bytes | None, sought: Mapping[str, Spelled], all: Surroundings):
        self._entry, self._text, self._data, self._sought, self._all = entry, text, data, sought, all

    def length(self) -> int:
        return len(self._text)

    def places(self, word: str) -> list[Place]:
        sought = self._sought[word]
        return sought.places_in(self._text) if self._data is None else sought.places(self._data, self._text)

    def area(self, field: Field) -> list[Place]:
        if field.name == "tag":
            wanted, marks = self._all.tags[field.value], self._all.marks.get(self._entry.digest, ())
            return united((m.start, m.stop) for m in marks if m.stop and not wanted.isdisjoint(m.tags))
        if field.name == "in":
            return self._all.headed(self._entry.digest, field, self._text)
        return [(0, len(self._text))] if self._all.speech_fits(self._entry, field) else []

    def breaks(self, unit: str) -> Sequence[int]:
        if unit == "speech":
            return ()
        if unit == "section":
            return self._all.section_breaks(self._entry.digest)
        return text_breaks(self._text, unit)


class WordsPage:
    """A title, a tag's name or a note: the conditions are those of the speech, and of the mark it belongs to."""

    def __init__(
        self,
        entry: Entry,
        text: str,
        mark: Marked | None,
        sought: Mapping[str, Spelled],
        all: Surroundings,
        speech: str,
    ) -> None:
        self._entry, self._text, self._mark, self._sought, self._all = entry, text, mark, sought, all
        self._speech = speech

    def length(self) -> int:
        return len(self._text)

    def places(self, word: str) -> list[Place]:
        return self._sought[word].places_in(self._text)

    def area(self, field: Field) -> list[Place]:
        return [(0, len(self._text))] if self._fits(field) else []

    def _fits(self, field: Field) -> bool:
        if field.name not in ("tag", "in"):
            return self._all.speech_fits(self._entry, field)
        if self._mark is None:
            return False
        if field.name == "tag":
            return not self._all.tags[field.value].isdisjoint(self._mark.tags)
        begin = self._mark.start
        return any(start <= begin < stop for start, stop in self._all.headed(self._entry.digest, field, self._speech))

    def breaks(self, unit: str) -> Sequence[int]:
        return text_breaks(self._text, unit) if unit in ("sentence", "paragraph") else ()
