"""A process that searches for the window: questions as lines of JSON on standard input, answers on standard output.

A new question ends the search for the one before. While all is looked through, what was found already is told on
request. With ``--index`` the process brings the index up to date instead, and tells how far it is.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, BinaryIO

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from core.files import write_whole
from core.folding import Fold
from core.library import Library
from core.marks import selector
from core.model import Span
from core.opening import identity
from core.problem import Problem
from core.search.catalogue import Catalogue
from core.search.command import line_of
from core.search.indexing import Indexer
from core.search.language import Wrong
from core.search.listing import Head, Line, Listing
from core.search.search import Question, Search
from core.search.shelf import Shelf, index_folder
from core.search.table import as_csv, as_xlsx

PAGE = 50
"""Lines that a screen shows, about: as soon as they are there it is told."""
TELL = 0.1
"""Seconds after which it is told how far a search is."""
MOST_MARKS = 20_000
"""Hits that are told at once to be marked."""
Said = dict[str, Any]


class Server:
    """Answers one window, until its input ends."""

    def __init__(self, path: Path, language: str, asked: SimpleQueue[Said | None], out: BinaryIO) -> None:
        self._path, self._language, self._asked, self._out = path, language, asked, out
        self._listing: Listing | None = None
        self._looking: Iterator[None] | None = None
        self._id, self._told, self._shown = 0, 0.0, False
        self._open()

    def _open(self) -> None:
        self._library = Library(self._path)
        self._file = identity(self._path)
        self._search = Search(self._library)
        self._search.shelf.refresh()  # both take a moment, and are wanted with the first question
        self._search.catalogue.entries()

    def serve(self) -> None:
        """Answer what is asked; while nothing is, go on looking through the texts."""
        while True:
            if self._looking is None or not self._asked.empty():
                said = self._asked.get()
                if said is None:
                    return
                self._guarded(said)
            else:
                self._look()

    def _guarded(self, said: Said) -> None:
        try:
            getattr(self, f"_do_{said['do']}")(said)
        except Wrong as wrong:
            span = [wrong.span.start, wrong.span.stop]
            self._say(id=said["id"], wrong=wrong.say(self._language), span=span)
        except Problem as problem:
            self._say(id=said["id"], problem=problem.say(self._language))

    def _look(self) -> None:
        """One step on."""
        assert self._looking is not None
        try:
            next(self._looking)
        except StopIteration:
            self._looking = None
            self._progress(True)
        except Problem as problem:
            self._looking = None
            self._say(id=self._id, problem=problem.say(self._language))
        else:
            if monotonic() - self._told > TELL or self._is_page():
                self._progress(False)

    def _is_page(self) -> bool:
        """Whether there is now as much as a screen shows, and nothing was told yet."""
        if self._shown or self._listing is None or self._listing.lines < PAGE:
            return False
        self._shown = True
        return True

    def _progress(self, done: bool) -> None:
        assert self._listing is not None
        self._told, listing = monotonic(), self._listing
        self._say(id=self._id, hits=listing.hits, speeches=listing.speeches, lines=listing.lines, done=done)

    def _do_ask(self, said: Said) -> None:
        self._looking, self._listing, self._id = None, None, said["id"]
        if identity(self._path) != self._file:
            self._search.close()
            self._library.close()
            self._open()
        only = frozenset(said["only"]) if said.get("only") is not None else None
        question = Question(said["words"], Fold(*said["fold"]), tuple(said["scopes"]), only)
        self._listing = Listing(self._search.ask(question), said["order"])
        self._looking, self._told, self._shown = self._listing.look(), monotonic(), False

    def _do_lines(self, said: Said) -> None:
        if self._listing is not None and said["id"] == self._id:
            lines = [_told(line) for line in self._listing.some(said["first"], said["last"])]
            self._say(id=self._id, first=said["first"], rows=lines)

    def _do_marks(self, said: Said) -> None:
        """What is needed to mark the hits in texts among some lines, or all."""
        found = list[object]()
        standing = {(mark.document, mark.start, mark.stop): mark.id for mark in self._search.catalogue.marks()}
        for row in self._listing.each(said["lines"]) if self._listing else ():
            if row.scope == "text":
                text = self._listing.text(row.document) if self._listing else ""
                place = (row.document, row.start, row.stop)
                found.append([*place, *selector(text, Span(row.start, row.stop)), standing.get(place, "")])
            if len(found) > MOST_MARKS:
                raise Problem("search.too_many_marks", most=f"{MOST_MARKS:,}")
        self._say(id=said["id"], marks=found)

    def _do_copy(self, said: Said) -> None:
        lines = [line_of(row) for row in islice(self._listing.each(said["lines"]), MOST_MARKS)] if self._listing else []
        self._say(id=said["id"], copy="".join(lines))

    def _do_table(self, said: Said) -> None:
        rows = self._listing.each(said["lines"]) if self._listing else iter(())
        write_whole(said["path"], as_xlsx(rows) if said["path"].lower().endswith(".xlsx") else as_csv(rows))
        self._say(id=said["id"], table=said["path"])

    def _say(self, **answer: object) -> None:
        self._out.write(json.dumps(answer, ensure_ascii=False).encode("utf-8") + b"\n")
        self._out.flush()


def _told(line: Line) -> list[object]:
    return ["head" if isinstance(line, Head) else "hit", *line]


def _listen(asked: SimpleQueue[Said | None], lines: BinaryIO) -> None:
    for line in lines:
        with suppress(ValueError):
            asked.put(json.loads(line))
    asked.put(None)


def serve(path: Path, language: str, lines: BinaryIO, out: BinaryIO) -> None:
    """Answer questions about one library, until ``lines`` end."""
    asked = SimpleQueue[Said | None]()
    Thread(target=_listen, args=(asked, lines), daemon=True).start()
    Server(path, language, asked, out).serve()


def index(path: Path, language: str, out: BinaryIO) -> None:
    """Bring the index of a library up to date, without haste."""

    def tell(done: int, of: int) -> None:
        out.write(json.dumps({"done": done, "of": of}).encode() + b"\n")
        out.flush()

    if hasattr(os, "nice"):
        os.nice(10)
    try:
        with closing(Catalogue(path)) as catalogue, closing(Shelf(index_folder(path))) as shelf:
            Indexer(path, catalogue, shelf).run(tell)
    except Problem as problem:
        out.write(json.dumps({"problem": problem.say(language)}, ensure_ascii=False).encode() + b"\n")


if __name__ == "__main__":
    with suppress(KeyboardInterrupt, BrokenPipeError):
        if sys.argv[1] == "--index":
            index(Path(sys.argv[2]), sys.argv[3], sys.stdout.buffer)
        else:
            serve(Path(sys.argv[1]), sys.argv[2], sys.stdin.buffer, sys.stdout.buffer)
