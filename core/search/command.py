"""``piyue search``: the hits of a question on standard output, and the index kept up on the way."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import islice

from core.folding import Fold
from core.library import Library
from core.problem import Problem
from core.search.indexing import Indexer
from core.search.rows import Row, rows
from core.search.search import Question, Search

FRESH = 100
"""Speeches that are taken into the index at most when something was asked: it takes a fraction of a second."""


def ask(library: Library, options: Namespace) -> None:
    """Write the hits of a question, as they are found. Raises Problem."""
    with closing(Search(library)) as search:
        fold = Fold(options.width, options.script, options.case)
        answer = search.ask(Question(options.question, fold, tuple(dict.fromkeys(options.scope or ("text",)))))
        found = (row for entry, count in answer.counts() if count for row in rows(answer, entry))
        _write(islice(found, options.limit), options.json)
        if not library.read_only:
            with suppress(Problem):  # the answer was right without
                indexer = Indexer(library.path, search.catalogue, search.shelf)
                if indexer.missing():
                    indexer.step(FRESH, patience=0)


def index(library: Library) -> None:
    """Take what is new in a library into its index. Raises Problem where the index cannot be written."""
    with closing(Search(library)) as search:
        Indexer(library.path, search.catalogue, search.shelf).run()


def _write(found: Iterator[Row], as_json: bool) -> None:
    if not as_json:
        for row in found:
            sys.stdout.write(line_of(row))
        return
    first = next(found, None)
    sys.stdout.write("[\n" if first else "[]\n")
    if first:
        sys.stdout.write(_record(first))
        for row in found:
            sys.stdout.write(",\n" + _record(row))
        sys.stdout.write("\n]\n")


def _record(row: Row) -> str:
    keys = ("document", "title", "start", "stop", "left", "match", "right", "section")
    record: dict[str, object] = {key: getattr(row, key) for key in keys}
    if row.scope != "text":
        record |= {"scope": row.scope, "mark": row.mark}
    return json.dumps(record, ensure_ascii=False)


def line_of(row: Row) -> str:
    """A hit on a line: the speech, the place, and what stands around."""
    context = f"{row.left}【{row.match}】{row.right}"
    return f"{row.title}\t{row.start}:{row.stop}\t{' '.join(context.split())}\n"
