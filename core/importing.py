"""What is in a file made elsewhere, as one change of the library: speeches, tags and marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.importers import arriving
from core.importers.format import Arrival, Speech
from core.importers.merging import STEP, Fate, beside, merged
from core.importers.placing import named, placed
from core.importers.returning import returned
from core.importers.tagging import matched
from core.likeness import ALIKE, likeness, sketch
from core.model import Annotation, Change, Document, Notebook
from core.problem import Problem, say
from core.readers import build, read_bytes
from core.tagsets import taken_in
from core.text import normalise

if TYPE_CHECKING:
    from core.library import Library


@dataclass(frozen=True, slots=True)
class Import:
    """What an import would write: ``documents`` that the library does not have yet, then ``change``, as one step.

    ``words`` name the step. ``speeches`` are those that the marks are for, ``fates`` what becomes of each mark.
    """

    change: Change
    words: str
    documents: tuple[Document, ...] = ()
    speeches: tuple[Document, ...] = ()
    fates: tuple[Fate, ...] = ()
    tag_set: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.change or self.documents)

    def _count(self, kind: str) -> int:
        return sum(fate.kind == kind for fate in self.fates)

    @property
    def added(self) -> int:
        """Marks that are new."""
        return self._count("added")

    @property
    def updated(self) -> int:
        """Marks that are newer than ours."""
        return self._count("updated")

    @property
    def beside(self) -> int:
        """Marks put beside ours, because both were changed."""
        return self._count("beside")

    @property
    def lost(self) -> int:
        """New marks without a place in the text."""
        return sum(fate.kind == "added" and fate.mark.span is None for fate in self.fates)

    @property
    def same(self) -> int:
        """Marks that are known already."""
        return self._count("same")

    @property
    def unsigned(self) -> bool:
        """Whether marks are to be written of which nobody says who made them."""
        return any(_unsigned(fate) for fate in self.fates)

    def signed(self, name: str) -> Import:
        """The same with a name for whoever made the marks that bear none."""
        if not name:
            return self
        signed = {f.mark.id: replace(f.mark, creator=name) for f in self.fates if _unsigned(f)}
        fates = tuple(f._replace(mark=signed.get(f.mark.id, f.mark)) for f in self.fates)
        return replace(
            self, change=replace(self.change, annotations={**self.change.annotations, **signed}), fates=fates
        )

    def say(self, language: str) -> str:
        """What came of it, in one sentence; what there was none of is not named."""
        counts = {name: getattr(self, name) for name in ("added", "lost", "updated", "beside", "same")}
        counts["tags"] = 0 if self.tag_set else len(self.change.tags)
        told = [say(f"import.count.{name}", language, count=count) for name, count in counts.items() if count]
        if self.tag_set and self.change.tags:
            told = [say("tagset.count", language, count=len(self.change.tags))]
        comma, stop = ("，", "。") if language == "zh" else (", ", ".")
        words = comma.join(told) or say("tagset.same" if self.tag_set else "import.nothing", language)
        return words[0].upper() + words[1:] + stop


def arrived(path: Path | str) -> Arrival:
    """What is in a file. Raises Problem for what cannot be read. This needs no library, and may take its time."""
    path = Path(path).absolute()
    return arriving(read_bytes(path), path)


def prepared(library: Library, arrival: Arrival, path: Path | str, into: Document | None, language: str) -> Import:
    """What an import would write; nothing is written. ``into`` is the speech that the marks are for.

    Raises Problem where it cannot be told which speech is meant; ``path`` is for messages only.
    """
    if arrival.tag_set is not None:
        change = taken_in(list(arrival.tag_set), library.tags(), library.new_id)
        return Import(change, say("tagset.taken_in", language), tag_set=True)
    return _import(library, arrival, into, language, Path(path).absolute())


def offers(
    library: Library, arrival: Arrival, path: Path | str, current: Document | None, language: str
) -> tuple[Import, ...]:
    """The ways in which an import may be meant, the likelier first: for the speeches that the file names, or for
    ``current``, the speech that is open, where the file names none or brings another version of it.

    Raises Problem where it can be neither.
    """
    try:
        named = prepared(library, arrival, path, None, language)
    except Problem:
        if current is None:
            raise
        return (prepared(library, arrival, path, current, language),)
    if current is None or not any(_alike(current, each) for each in named.documents):
        return (named,)
    return prepared(library, arrival, path, current, language), named


def _alike(one: Document, other: Document) -> bool:
    return likeness(sketch(one.text), sketch(other.text)) >= ALIKE


def carry_out(library: Library, made: Import) -> int:
    """Write an import; returns the number of its step, 0 where there is none. Raises Problem.

    The library is copied first, where there is something to write.
    """
    from core.backups import back_up

    if not made:
        return 0
    back_up(library.path, library.now(), "import")
    for document in made.documents:
        library.add(document)
    if not made.change:
        return 0
    library.apply(made.change, made.words)
    return library.written


def _import(library: Library, arrival: Arrival, into: Document | None, language: str, path: Path) -> Import:
    ids, tags = matched(arrival.tags, library.tags())
    documents, coming = dict[str, Document](), list[Annotation]()
    for speech, document in _meant(library, arrival.speeches, into, path):
        documents.setdefault(document.digest, document)
        coming += (_tagged(mark, ids) for mark in placed(speech, document))
    known = {row.digest for row in library.documents()}
    new = tuple(document for digest, document in documents.items() if digest not in known)
    if arrival.comments:
        for document in documents.values():
            ours = Notebook(document, tuple(library.annotations(document.digest).values()), library.tags())
            coming = returned(ours, coming)
    found = merged(coming, _present(library, documents, coming, language), library.history, arrival.carries, language)
    words, speeches = say(STEP, language), tuple(documents.values())
    return Import(Change(found.marks, tags), words, new, speeches, tuple(found.fates))


def _unsigned(fate: Fate) -> bool:
    return fate.kind in ("added", "beside") and not fate.mark.creator


def _tagged(mark: Annotation, ids: dict[str, str]) -> Annotation:
    """The mark with our ids of its tags; a tag that the file names and does not have is left out."""
    return replace(mark, tags=tuple(dict.fromkeys(ids[tag] for tag in mark.tags if tag in ids)))


def _present(
    library: Library, documents: Iterable[str], coming: list[Annotation], language: str
) -> dict[str, Annotation]:
    """Our marks that may be among those that come in."""
    ids = {id for mark in coming for id in (mark.id, beside(mark, language).id)}
    found = library.annotations_named(ids)
    for digest in documents:
        found |= library.annotations(digest)
    return found


def _meant(
    library: Library, speeches: tuple[Speech, ...], into: Document | None, path: Path
) -> list[tuple[Speech, Document]]:
    """Each speech that comes in, and ours that its marks are for."""
    if into is not None:
        return [(_with_text(library, speech, into), into) for speech in _for(speeches, into, path)]
    return [_followed(library, speech, _document(library, speech, path)) for speech in speeches]


def _followed(library: Library, speech: Speech, document: Document) -> tuple[Speech, Document]:
    """The speech and ours; where another version has taken its place in the library, that version."""
    seen, newest = {document.digest}, document
    while (digest := library.version_after(newest.digest)) and digest not in seen:
        seen.add(digest)
        newest = library.document(digest) or newest
    return _with_text(library, speech, newest), newest


def _with_text(library: Library, speech: Speech, document: Document) -> Speech:
    """The speech with the text that was marked, where ours is another and the library knows that one."""
    if speech.text is not None or speech.digest in ("", document.digest):
        return speech
    known = library.document(speech.digest)
    return replace(speech, text=known.text) if known else speech


def _for(speeches: tuple[Speech, ...], into: Document, path: Path) -> list[Speech]:
    """The speeches of a file that may be a given one: those with its text, else those alike, else the only one."""
    same = [speech for speech in speeches if named(speech) == into.digest]
    if same or len(speeches) <= 1:
        return same or list(speeches)
    signs = sketch(into.text)
    alike = [each for each in speeches if each.text and likeness(sketch(normalise(each.text)), signs) >= ALIKE]
    unknown = [each for each in speeches if each.text is None]
    if not alike and not unknown:
        raise Problem("import.other", path=path, title=into.title)
    return alike or unknown


def _document(library: Library, speech: Speech, path: Path) -> Document:
    """The speech in the library, or one made of the text that the file brings."""
    document = library.document(named(speech))
    if document is not None:
        return document
    text = normalise(speech.text or "")
    if not text.strip():
        raise Problem("import.into", path=path)
    made = build(text)
    title, speaker, date, venue = speech.facts
    facts = {"title": title, "speaker": speaker, "date": date, "venue": venue}
    return replace(made, **{key: words for key, words in facts.items() if words.strip()})
