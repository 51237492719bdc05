"""A question asked of a library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from core.folding import Fold, Folder
from core.library import Library
from core.search.catalogue import AT_ONCE, Catalogue, Entry, Marked
from core.search.language import parse
from core.search.matching import Place, hits
from core.search.needle import Spelled
from core.search.nodes import Word, conditions_of, words_of
from core.search.outlines import Heading, Outlines
from core.search.pages import SpeechPage, Surroundings, WordsPage
from core.search.planning import candidates, may_fit, tags_meant
from core.search.segment import Damaged, Segment
from core.search.shelf import Shelf, index_folder

SCOPES = ("text", "notes", "tags", "titles")
"""What can be looked through."""


class Question(NamedTuple):
    """What is asked: in the language of ``core.search.language``, what is taken for the same, where it is looked
    for (of SCOPES), and in which speeches, by their digests; None means in all."""

    words: str
    fold: Fold = Fold()
    scopes: tuple[str, ...] = ("text",)
    only: frozenset[str] | None = None


class Hit(NamedTuple):
    """A hit: of SCOPES, where it stands in code points of what was looked through, and the mark it belongs to."""

    scope: str
    start: int
    stop: int
    mark: Marked | None = None


class Search:
    """Asks one library. Every method raises Problem where the library cannot be read, Wrong for a bent question."""

    def __init__(self, library: Library) -> None:
        path = library.path
        self.catalogue, self.shelf = Catalogue(path), Shelf(index_folder(path))
        self.outlines = Outlines(library, self.catalogue)

    def ask(self, question: Question) -> Answer:
        """What there is to a question; nothing is looked through yet."""
        self.shelf.refresh()
        self.outlines.forget()
        return Answer(question, self)

    def close(self) -> None:
        self.catalogue.close()
        self.shelf.close()


class Answer:
    """The hits of one question, speech by speech; as the library was when it was asked."""

    def __init__(self, question: Question, search: Search) -> None:
        self._search, self._scopes = search, question.scopes
        self._node = parse(question.words)
        folder = Folder(question.fold) if any(question.fold) else None
        segments = search.shelf.segments.values()
        alphabet = set[str]().union(*(segment.alphabet for segment in segments)) if folder else ()
        self._sought = {word: Spelled(word, folder, alphabet) for word in self._words()}
        self._around = Surroundings(search.outlines, self._marks, self._tags(folder), folder)
        self._where = {s.digest: (segment, n) for segment in segments for n, s in enumerate(segment.stretches)}
        self._candidates, self._read = dict[Segment, int](), dict[str, str]()
        every = search.catalogue.entries()
        self.entries = [e for e in every if question.only is None or e.digest in question.only]
        """The speeches that are asked, in the order of the library."""

    def _words(self) -> list[str]:
        """All that is looked for in texts: words, and those that a heading must have."""
        return [*words_of(self._node), *(f.value for f in conditions_of(self._node) if f.name == "in")]

    @cached_property
    def _marks(self) -> dict[str, list[Marked]]:
        wanted = {"notes", "tags"} & set(self._scopes) or any(f.name == "tag" for f in conditions_of(self._node))
        found = dict[str, list[Marked]]()
        for mark in self._search.catalogue.marks() if wanted else ():
            found.setdefault(mark.document, []).append(mark)
        return found

    def _tags(self, folder: Folder | None) -> dict[str, frozenset[str]]:
        """The ids that each ``tag:`` means: the tags of that name or path, and those below them."""
        fields = [field for field in conditions_of(self._node) if field.name == "tag"]
        known = self._search.catalogue.tags() if fields else {}
        return {field.value: tags_meant(field, known, folder) for field in fields}

    def counts(self) -> Iterator[tuple[Entry, int]]:
        """How many hits each speech has, 0 for none, in the order of the library."""
        lone = self._sought[self._node.text] if isinstance(self._node, Word) else None
        for entry, data in self._texts():
            count = lone.count(data) if lone and data is not None else len(self._hits_in_text(entry, data))
            yield entry, count + sum(1 for _ in self._beside(entry))

    def hits(self, entry: Entry) -> list[Hit]:
        """The hits of one speech: in its text, its title, then in what was written to it."""
        found = list[Hit]()
        if "text" in self._scopes and (text := self.text(entry.digest)) is not None:
            data = text.encode("utf-8") if self._around.folder and entry.digest in self._where else None
            found = [Hit("text", *place) for place in hits(self._node, self._page(entry, text, data))]
        return [*found, *self._beside(entry)]

    def text(self, digest: str) -> str | None:
        """The text of a speech, None where it has none."""
        data = self._indexed(digest)
        if data is not None:
            return data.decode("utf-8")
        return next((text for _, text in self._search.catalogue.texts([digest])), None)

    def _texts(self) -> Iterator[tuple[Entry, bytes | None]]:
        """Each speech, with its text from the index where that may have hits, b"" where it has none."""
        for entry in self.entries:
            asked = "text" in self._scopes and may_fit(self._node, entry, self._around)
            place = self._where.get(entry.digest) if asked else None
            if not asked or (place and not self._may_have(*place)):
                yield entry, b""
            else:
                yield entry, self._indexed(entry.digest)

    def _may_have(self, segment: Segment, number: int) -> bool:
        if segment not in self._candidates:
            try:
                self._candidates[segment] = candidates(self._node, segment, self._sought)
            except (Damaged, OSError):
                self._candidates[segment] = segment.all
        return bool(self._candidates[segment] >> number & 1)

    def _indexed(self, digest: str) -> bytes | None:
        if digest not in self._where:
            return None
        segment, number = self._where[digest]
        try:
            return segment.text(number)
        except (Damaged, OSError, ValueError):
            self._search.shelf.drop(segment.path.name)
            self._where = {d: place for d, place in self._where.items() if place[0] is not segment}
            return None

    def _hits_in_text(self, entry: Entry, data: bytes | None) -> list[Place]:
        if data == b"":
            return []
        text = data.decode("utf-8") if data is not None else self._ahead(entry.digest)
        return hits(self._node, self._page(entry, text, data)) if text else []

    def _ahead(self, digest: str) -> str:
        """The text of a speech that the index has not; the next of them are read along."""
        if digest not in self._read:
            rest = [e.digest for e in self.entries if e.digest not in self._where]
            first = rest.index(digest) if digest in rest else len(rest)
            self._read = dict(self._search.catalogue.texts(rest[first : first + AT_ONCE]))
        return self._read.get(digest, "")

    def _page(self, entry: Entry, text: str, data: bytes | None) -> SpeechPage:
        return SpeechPage(entry, text, data, self._sought, self._around)

    def _beside(self, entry: Entry) -> Iterator[Hit]:
        """The hits in a title, in notes and in the names of tags."""
        if "titles" in self._scopes:
            yield from self._in_words("titles", entry, entry.title, None)
        if not {"notes", "tags"} & set(self._scopes):
            return
        for mark in self._marks.get(entry.digest, ()):
            if "notes" in self._scopes and mark.note:
                yield from self._in_words("notes", entry, mark.note, mark)
            if "tags" in self._scopes and mark.tags:
                yield from self._in_words("tags", entry, self.tag_names(mark), mark)

    def _in_words(self, scope: str, entry: Entry, words: str, mark: Marked | None) -> Iterator[Hit]:
        speech = self.text(entry.digest) or "" if any(f.name == "in" for f in conditions_of(self._node)) else ""
        page = WordsPage(entry, words, mark, self._sought, self._around, speech)
        return (Hit(scope, start, stop, mark) for start, stop in hits(self._node, page))

    def above(self, digest: str, point: int) -> list[Heading]:
        """The headings over a place in a speech, outermost first."""
        return self._search.outlines.above(digest, point)

    def words(self, entry: Entry, hit: Hit) -> str:
        """What was looked through for a hit that is not in a text: a title, a note, the names of tags."""
        if hit.mark is None:
            return entry.title
        return hit.mark.note if hit.scope == "notes" else self.tag_names(hit.mark)

    def tag_names(self, mark: Marked) -> str:
        """The names of a mark's tags, as they are looked through."""
        return "\n".join(self._names[id] for id in mark.tags if id in self._names)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {id: name for id, (name, _) in self._search.catalogue.tags().items()}
