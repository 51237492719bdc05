"""The process in which exports are made (see ``exporting``): an order comes in, steps and one answer go out."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from core.exporters import EXPORTERS
from core.exporting import MARKS, Failure, Made, Order, Step
from core.model import Notebook
from core.problem import Problem

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
        what = order.what if isinstance(order.what, Notebook) else _told(order.what, sink)
        return Made(_bytes(_rendered(order, what)))
    from core.previews import view

    what = order.what if isinstance(order.what, Notebook) else _first(order.what)
    return Made(b"", view(_bytes(_rendered(order, what)), suffix))


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


def _told(place: Path, sink: BinaryIO) -> Iterator[Notebook]:
    """All speeches of a library; how far the reading is, is told."""
    from core.library import Library

    with Library(place) as library:
        count = len(library.documents())
        for done, notebook in enumerate(library.notebooks()):
            _say(sink, Step(done, count))
            yield notebook
        _say(sink, Step(count, count))


def _first(place: Path) -> list[Notebook]:
    """The first few speeches of a library, up to so many marks."""
    from core.library import Library

    found: list[Notebook] = []
    with Library(place) as library:
        for notebook in islice(library.notebooks(), SPEECHES):
            found.append(notebook)
            if sum(len(each.annotations) for each in found) >= MARKS:
                break
    return found


def _say(sink: BinaryIO, answer: Step | Made | Failure) -> None:
    pickle.dump(answer, sink, pickle.HIGHEST_PROTOCOL)
    sink.flush()
