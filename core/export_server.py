"""The process in which exports are made (see ``exporting``): an order comes in, steps and one answer go out."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from core.exporters import EXPORTERS
from core.exporting import MARKS, Failure, Gathered, Made, Order, Step
from core.model import Notebook
from core.problem import Problem

if TYPE_CHECKING:
    from core.library import Library

SPEECHES = 12
"""What a preview of a library is made of at most."""


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Do the one order that comes in."""
    gc.disable()  # it lives for one export: looking for garbage would only take time
    order, first_page = pickle.load(source)
    try:
        made = _made(order, first_page, sink)
    except Problem as problem:
        made = Failure(problem.key, {name: str(value) for name, value in problem.values.items()})
    _say(sink, made)


def _made(order: Order, first_page: bool, sink: BinaryIO) -> Made:
    suffix = _suffix(order)
    if not first_page:
        return Made(_bytes(_rendered(order, _all(order.what, sink))))
    from core.previews import view

    return Made(b"", view(_bytes(_rendered(order, _first(order.what))), suffix))


def _suffix(order: Order) -> str:
    return (order.template or EXPORTERS[order.form]).suffix


def _rendered(order: Order, what: Notebook | Iterable[Notebook]) -> str | bytes:
    if order.template is None:
        return EXPORTERS[order.form].written(what, order.options)
    from core.templates import render

    marked = [what] if isinstance(what, Notebook) else [each for each in what if each.annotations]
    return render(order.template, marked, today=order.today, quotation=order.quotation)


def _bytes(made: str | bytes) -> bytes:
    return made.encode("utf-8") if isinstance(made, str) else made


def _all(what: Notebook | Gathered | Path, sink: BinaryIO) -> Notebook | Iterator[Notebook]:
    """One speech, or those meant of a library; how far the reading of these is, is told."""
    return what if isinstance(what, Notebook) else _told(what, sink)


def _told(what: Gathered | Path, sink: BinaryIO) -> Iterator[Notebook]:
    from core.library import Library

    with Library(what.library if isinstance(what, Gathered) else what) as library:
        count, notebooks = _meant(library, what)
        for done, notebook in enumerate(notebooks):
            _say(sink, Step(done, count))
            yield notebook
        _say(sink, Step(count, count))


def _meant(library: Library, what: Gathered | Path) -> tuple[int, Iterator[Notebook]]:
    """How many speeches are meant, and what is meant of each."""
    if isinstance(what, Path):
        return len(library.documents()), library.notebooks()
    marks, tags = library.annotations_named(what.ids), library.tags()
    digests = dict.fromkeys(marks[id].document for id in what.ids if id in marks)

    def made(digest: str) -> Notebook | None:
        document = library.document(digest)
        own = tuple(mark for mark in marks.values() if mark.document == digest)
        return Notebook(document, own, tags) if document else None

    return len(digests), (notebook for digest in digests if (notebook := made(digest)))


def _first(what: Notebook | Gathered | Path) -> Notebook | list[Notebook]:
    """One speech, or the first few that are meant of a library, up to so many marks."""
    from core.library import Library

    if isinstance(what, Notebook):
        return what
    found: list[Notebook] = []
    with Library(what.library if isinstance(what, Gathered) else what) as library:
        for notebook in islice(_meant(library, what)[1], SPEECHES):
            found.append(notebook)
            if sum(len(each.annotations) for each in found) >= MARKS:
                break
    return found


def _say(sink: BinaryIO, answer: Step | Made | Failure) -> None:
    pickle.dump(answer, sink, pickle.HIGHEST_PROTOCOL)
    sink.flush()
