"""An export as a piece of work, done in a process of its own: a large one takes seconds in which nobody waits, and
it can be stopped at any moment without a trace."""

from __future__ import annotations

import pickle
import subprocess
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, NamedTuple

from core.exporters.format import Value
from core.files import write_whole
from core.model import Notebook, Span
from core.previews.view import View
from core.problem import Problem
from core.quotation import LINE
from core.readers.guarded import command
from core.templates.shelf import Template

PATIENCE = 20
"""Seconds that a preview may take."""
MARKS, CHARS = 120, 3000
"""What a preview is made of at most: so many marks, and code points of text that is set."""

SERVER = "core.export_server"
"""What runs in the process of its own."""


class Gathered(NamedTuple):
    """Marks of whatever speeches of a library, by their ids; the speeches come in the order of their first one."""

    library: Path
    ids: tuple[str, ...]


class Order(NamedTuple):
    """What is to be exported, and how.

    ``form`` is the name of a format, or of the ``template``, which is told the date and the style of sources;
    ``what`` one speech's notebook, or marks gathered from several, or the path of a library of which all is meant.
    """

    form: str
    options: Mapping[str, Value]
    what: Notebook | Gathered | Path
    template: Template | None = None
    today: str = ""
    quotation: str = LINE


class Step(NamedTuple):
    """What the process tells in between: so many of so many speeches have been read."""

    done: int
    total: int


class Made(NamedTuple):
    """What the process tells at the end: the file, or the view of its first page."""

    data: bytes
    view: View | None = None


class Failure(NamedTuple):
    """What it tells instead: a Problem's key and values."""

    key: str
    values: Mapping[str, str]


class Cancelled(Exception):
    """The work was stopped, and nothing was written."""


class Export:
    """One order on its way. ``write`` and ``preview`` stay until it is done and belong in a thread; ``stop`` may be
    called from any other."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = self._writing = False

    def write(self, target: Path, progressed: Callable[[int, int], object]) -> Path:
        """Put the export in place of ``target``, whole or not at all. Raises Problem, or Cancelled."""
        data = self._made(False, progressed).data
        with self._lock:
            if self._stopped:
                raise Cancelled
            self._writing = True
        write_whole(target, data)
        return target

    def data(self) -> bytes:
        """What would be written. Raises Problem, or Cancelled."""
        return self._made(False, lambda *_: None).data

    def preview(self, patience: float = PATIENCE) -> View:
        """The first page. Raises Problem where it cannot be made, or not within ``patience`` seconds; Cancelled."""
        late = threading.Timer(patience, self.stop)
        late.start()
        try:
            view = self._made(True, lambda *_: None).view
        except Cancelled:
            if late.is_alive():
                raise
            raise Problem("export.slow", seconds=patience) from None
        finally:
            late.cancel()
        assert view is not None
        return view

    def stop(self) -> bool:
        """End the work; says whether nothing will have been written."""
        with self._lock:
            self._stopped = not self._writing
            if self._process is not None:
                self._process.kill()
            return self._stopped

    def _made(self, first_page: bool, progressed: Callable[[int, int], object]) -> Made:
        with self._lock:
            if self._stopped:
                raise Cancelled
            process = self._process = _started()
        assert process.stdin
        assert process.stdout
        try:
            _give(process.stdin, (_beginning(self._order) if first_page else self._order, first_page))
            return self._answer(process.stdout, progressed)
        finally:
            process.kill()
            process.wait()
            process.stdout.close()

    def _answer(self, pipe: IO[bytes], progressed: Callable[[int, int], object]) -> Made:
        while True:
            try:
                answer = pickle.load(pipe)
            except (EOFError, pickle.UnpicklingError):
                raise Cancelled if self._stopped else Problem("export.failed") from None
            if isinstance(answer, Made):
                return answer
            if isinstance(answer, Failure):
                raise Problem(answer.key, **answer.values)
            progressed(*answer)


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(command(SERVER), stdin=-1, stdout=-1, stderr=subprocess.DEVNULL)
    except OSError as error:
        raise Problem("export.failed") from error


def _beginning(order: Order) -> Order:
    """The order with what the first page may show."""
    what = order.what
    if isinstance(what, Gathered):
        return order._replace(what=what._replace(ids=what.ids[:MARKS]))
    if not isinstance(what, Notebook):
        return order
    part = what.part or Span(0, len(what.document.text))
    part = Span(part.start, min(part.stop, part.start + CHARS))
    return order._replace(what=replace(what, annotations=what.annotations[:MARKS], part=part))


def _give(pipe: IO[bytes], order: tuple[Order, bool]) -> None:
    """Hand over the order; a process that was ended meanwhile is noticed where its answer is missing."""
    with suppress(OSError):
        pickle.dump(order, pipe, pickle.HIGHEST_PROTOCOL)
    with suppress(OSError):
        pipe.close()
