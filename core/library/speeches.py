"""The speeches: their facts, texts and outlines, and where reading stopped."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from core.library.corrections import Corrections
from core.library.marks import Marks
from core.library.tags import Tags
from core.model import Correction, Document, DocumentRow, Hint, Notebook, Section
from core.outline_record import grammar, outline_from, outline_record
from core.problem import Problem
from core.records import as_text, beside_from, beside_record, document_row_of, found_in
from core.text import digest as digest_of
from core.text import legible

DIGEST = 64
"""Characters of a digest; other names of a speech say nothing of its text."""
Parse = Callable[[str, Sequence[Hint], Collection[Correction]], tuple[Section, ...]]
_DOCUMENTS = """
    SELECT digest, title, speaker, date, venue, source, chars, coalesce(marks, 0) AS marks, added, opened, position
    FROM documents LEFT JOIN (SELECT document, count(*) AS marks FROM annotations GROUP BY document)
    ON document = digest WHERE NOT out ORDER BY opened DESC, documents.rowid DESC"""
_PUT_DOCUMENT = """
    INSERT INTO documents (digest, title, speaker, date, venue, source, chars, added, opened, sketch)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest)
    DO UPDATE SET source = coalesce(excluded.source, source), chars = excluded.chars,
        opened = coalesce(nullif(excluded.opened, ''), opened),
        title = coalesce(nullif(title, ''), excluded.title), out = 0"""
_FOLLOW = """
    UPDATE documents SET former = ?1, folder = was.folder, labels = was.labels, own = was.own,
        title = iif(was.own, was.title, documents.title), speaker = iif(was.own, was.speaker, documents.speaker),
        date = iif(was.own, was.date, documents.date), venue = iif(was.own, was.venue, documents.venue)
    FROM (SELECT * FROM documents WHERE digest = ?1) AS was WHERE documents.digest = ?2"""
_PUT_TEXT = """
    INSERT INTO texts (digest, text, beside) VALUES (?, ?, ?)
    ON CONFLICT (digest) DO UPDATE SET text = excluded.text WHERE text IS NOT excluded.text"""


class Speeches(Marks, Corrections, Tags):
    """The speeches, without or with their texts and outlines."""

    def add(self, document: Document, former: str | None = None, *, kept: bool = False, read: bool = True) -> None:
        """Take a speech in; of one that is there, note where it now lies, and that it was opened, if it is ``read``.

        ``former`` is the digest of the version whose place it takes: what readers said of that holds for it.
        Of one that another connection has just ``kept`` the text is not written again, nor compared: for
        10 MB that takes longer than a reader notices.
        """
        now, source = self.now(), document.source and legible(document.source)
        facts = (document.digest, document.title, document.speaker, document.date, document.venue)
        with self._writing():
            known = self._read("SELECT 1 FROM documents WHERE digest = ?", document.digest)
            signs = "" if known else sketch(document.text)
            self._execute(_PUT_DOCUMENT, *facts, source, len(document.text), now, now if read else "", signs)
            if former is not None:
                self._execute(_FOLLOW, former, document.digest)
            if not (kept and known):
                self._execute(_PUT_TEXT, document.digest, document.text, beside_record(document))
            self._remember(document)

    def _remember(self, document: Document) -> None:
        """Keep the outline, unless the one of this grammar is there already. One that a reader has put right
        is parsed whenever it is wanted: corrections change more often than speeches are opened."""
        known = "SELECT 1 FROM outlines WHERE digest = ?1 AND grammar = ?2 UNION SELECT 1 FROM corrections"
        if not self._read(f"{known} WHERE document = ?1", document.digest, grammar()):
            row = (document.digest, grammar(), outline_record(document.sections))
            self._execute("INSERT OR REPLACE INTO outlines VALUES (?, ?, ?)", *row)

    def document(self, digest: str) -> Document | None:
        """The speech. Its outline is remembered, or parsed anew where the grammar has changed since."""
        return self._document(digest, _parse)

    def recall(self, digest: str) -> Document | None:
        """The speech as ``document`` gives it, but None where its outline would have to be parsed."""
        return self._document(digest, None)

    def remembered(self, digest: str) -> tuple[Section, ...]:
        """The outline of a speech for a look at it: as it was last remembered, even if an older grammar made it;
        only one that a reader has put right is parsed. Empty where there is none."""
        if self.corrections(digest):
            document = self.document(digest)
            return document.sections if document else ()
        query = "SELECT text, record FROM texts JOIN outlines USING (digest) WHERE digest = ?"
        with suppress(ValueError, TypeError):  # a damaged record of an outline is no loss
            return next((outline_from(as_text(text), record) for text, record in self._read(query, digest)), ())
        return ()

    def _document(self, digest: str, parse: Parse | None) -> Document | None:
        rows = self._read(
            """SELECT title, speaker, date, venue, text, beside, source, record FROM documents
            LEFT JOIN texts ON texts.digest = documents.digest
            LEFT JOIN outlines ON outlines.digest = documents.digest AND grammar = ? WHERE documents.digest = ?""",
            grammar(),
            digest,
        )
        if not rows:
            return None
        *facts, text, beside, source, record = rows[0]
        title, speaker, date, venue = map(as_text, facts)
        text = self._text(digest, text) if parse else as_text(text)
        corrections = self.corrections(digest)
        hints, pages = beside_from(as_text(beside))
        known = None
        with suppress(ValueError, TypeError):  # a damaged record of an outline is no loss
            known = outline_from(text, record) if record and not corrections else None
        sections = known if known is not None else parse and parse(text, hints, corrections.values())
        if sections is None:
            return None
        place = Path(source) if source else None
        return Document(digest, title, speaker, date, venue, text, sections, place, hints, pages)

    def _text(self, digest: str, text: object) -> str:
        """A speech's text; that it is lost, or is not what its digest says, is noted."""
        if not isinstance(text, str) or (len(digest) == DIGEST and digest_of(text) != digest):
            self.faulty.add(digest)
        return as_text(text)

    def documents(self) -> list[DocumentRow]:
        """All speeches, the last opened first. No text is read."""
        return [document_row_of(row) for row in self._read(_DOCUMENTS)]

    def position(self, digest: str) -> int:
        """Where reading stopped, a code point; 0 for a speech that is not there."""
        rows = self._read("SELECT position FROM documents WHERE digest = ?", digest)
        return rows[0][0] if rows and isinstance(rows[0][0], int) else 0

    def set_position(self, digest: str, start: int) -> None:
        """Keep where reading stopped. Where that cannot be written at once it is no loss: nothing is raised."""
        with suppress(Problem), self._writing(patience=0):
            self._execute("UPDATE documents SET position = ? WHERE digest = ?", start, digest)

    def notebook(self, digest: str) -> Notebook | None:
        """What an exporter receives for one speech."""
        document = self.document(digest)
        if document is None:
            return None
        marks = self.annotations(digest).values()
        return Notebook(document, tuple(found_in(document.text, mark) for mark in marks), self.tags())

    def notebooks(self) -> Iterator[Notebook]:
        """All speeches one at a time, in the order they were taken in."""
        for (digest,) in self._read("SELECT digest FROM documents WHERE NOT out ORDER BY rowid"):
            if notebook := self.notebook(digest):
                yield notebook


def sketch(text: str) -> str:
    from core.likeness import sketch

    return sketch(text)


def _parse(text: str, hints: Sequence[Hint], corrections: Collection[Correction]) -> tuple[Section, ...]:
    from core.outline import own_styles, parse

    return parse(text, hints, corrections, own_styles())
