"""The connection to the file: what is read, what is written in one transaction, whether the file is still there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from core import clock as clocks
from core.clock import seconds_between
from core.opening import APPLICATION_ID, PATIENCE, SCHEMA, connect, identity, library_failures, writable
from core.problem import Problem

if TYPE_CHECKING:
    from sqlite_utils import Database

DAY = 86_400
"""Seconds by which the last change may be ahead of the clock and be believed."""
Item = TypeVar("Item")
EACH = "(SELECT value FROM json_each(?))"
"""As many values as ``array`` made one of."""


def array(ids: Iterable[str]) -> str:
    """Any number of ids as the one value that EACH takes."""
    return json.dumps(list(ids))


class Connection:
    """One file on one connection, as all parts of the library use it."""

    def __init__(
        self,
        path: Path | str,
        *,
        clock: Callable[[], str] = clocks.now,
        new_id: Callable[[], str] = clocks.new_id,
        patience: float = PATIENCE,
    ) -> None:
        self.path = Path(path).absolute()
        self._clock, self.new_id, self._patience = clock, new_id, patience
        self.written = 0
        self.faulty: set[str] = set()
        """Ids of the records that were found damaged, and mended or left out; whoever says so sets ``told``."""
        self.told = False
        self._open()

    def _open(self) -> None:
        with library_failures(self.path):
            self._connection, self.read_only = connect(self.path, self._patience)
            try:
                self._make_ready()
            except BaseException:
                self._connection.close()
                raise

    def _make_ready(self) -> None:
        if (self._pragma("application_id"), self._pragma("user_version")) != (APPLICATION_ID, SCHEMA):
            from core.migrations import upgrade

            upgrade(self._connection, fill=self._fill)
        self._execute("PRAGMA foreign_keys = ON")
        self._execute("PRAGMA synchronous = FULL")
        self._file, self._last = identity(self.path), ""

    def _fill(self) -> None:
        """Put into a new library what it begins with."""

    def now(self) -> str:
        """The time by the clock; never before that of the last change, so that a clock set back mixes nothing up.

        A last change that lies more than a day ahead was made by a clock that was wrong, and is not followed.
        """
        now = self._clock()
        if now < self._last and seconds_between(now, self._last) <= DAY:
            return self._last
        return now

    @cached_property
    def db(self) -> Database:
        """The same connection in sqlite-utils' hands, for work that may take its time."""
        from sqlite_utils import Database

        return Database(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    # The file

    @property
    def away(self) -> bool:
        """Whether there is no file any more where the library was: a drive that was pulled out, a folder moved."""
        return identity(self.path) is None

    @property
    def replaced(self) -> bool:
        """Whether another file than the one opened lies there, or it may be written now and could not be before."""
        now = identity(self.path)
        return now is not None and (now != self._file or (self.read_only and writable(self.path)))

    def reopen(self) -> None:
        """Go on with the file that lies there now. Raises Problem."""
        self._connection.close()
        for made in ("db", "shelf", "intake"):  # they hold the connection
            self.__dict__.pop(made, None)
        self._open()

    def restore(self, backup: Path) -> None:
        """Become what a copy of this library was, in one transaction, for all who have it open. Raises Problem."""
        from core.library.restoring import become

        if self.read_only:
            raise Problem("library.read_only", path=self.path)
        self._stay()
        become(self._connection, self.path, backup, self._patience)
        with library_failures(self.path):
            self._make_ready()

    def _stay(self) -> None:
        """Raise Problem where the file is not there any more: SQLite would go on writing to what nobody finds again."""
        if identity(self.path) != self._file:
            raise Problem("library.away", path=self.path)

    # Reading and writing

    @contextmanager
    def _writing(self, patience: float | None = None) -> Iterator[None]:
        """One transaction: written whole, or nothing written and a Problem raised.

        ``patience`` is how many seconds another process is waited for, if not as long as usual.
        """
        if self.read_only:
            raise Problem("library.read_only", path=self.path)
        self._stay()
        with library_failures(self.path):
            self._wait(self._patience if patience is None else patience)
            try:
                self._execute("BEGIN IMMEDIATE")
                yield
                self._execute("COMMIT")
            finally:
                self._connection.rollback()  # does nothing after the commit
                self._wait(self._patience)

    def read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows that a query finds, for the parts that are loaded when they are needed. Raises Problem."""
        return self._read(query, *values)

    def writing(self) -> AbstractContextManager[None]:
        """One transaction, for the same."""
        return self._writing()

    def write_rows(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Write rows inside ``writing``."""
        self._connection.executemany(statement, rows)

    def _pragma(self, name: str) -> int:
        return self._execute(f"PRAGMA {name}").fetchone()[0]

    def _wait(self, seconds: float) -> None:
        self._execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")

    def _execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(statement, values)

    def _read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with library_failures(self.path):
            try:
                return self._execute(query, *values).fetchall()
            except sqlite3.OperationalError as error:
                if "decode" not in str(error):
                    raise
            self._connection.text_factory = lambda data: data.decode("utf-8", "replace")
            try:  # bytes that are no text cost the characters they stand for, never the other rows
                return self._execute(query, *values).fetchall()
            finally:
                self._connection.text_factory = str

    def _sound(self, id: str, made: tuple[Item, bool]) -> Item:
        """What was made of a row; that it had to be mended is noted."""
        if not made[1]:
            self.faulty.add(str(id))
        return made[0]

    def _chars(self, digests: Collection[str]) -> dict[str, int]:
        """How long the texts of some speeches are."""
        rows = self._read(f"SELECT digest, chars FROM documents WHERE digest IN {EACH}", array(digests))
        return {digest: chars for digest, chars in rows if isinstance(chars, int)}
