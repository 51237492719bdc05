"""The rows of a SQLite file as they lie in its pages, whatever has become of the rest of the file.

Every page is read by itself: no schema, no root and no inner page of a tree is needed, so that damage
costs the rows of the pages it has hit and no others. What another program left in the write-ahead
log beside the file counts, as far as it was committed. The file is only read, and never through SQLite.
See the file format of SQLite (fileformat2.html), whose numbers stand here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from core.problem import Problem

MAGIC = b"SQLite format 3\0"
USUAL = 4096
"""Bytes of a page where the header does not say."""
TABLE_LEAF, INDEX_LEAF, TABLE_INNER, INDEX_INNER = 13, 10, 5, 2
MOST = 1 << 30
"""Bytes of a row beyond which its length is taken for damage."""

Value = int | float | str | bytes | None


class Row(NamedTuple):
    """What a row holds; ``rowid`` is None for one that lies in an index, or in a table without rowids."""

    rowid: int | None
    values: tuple[Value, ...]


class Broken(Exception):
    """Bytes that cannot be what they should be."""


class Pages:
    """The pages of the file at ``path``; ``lost`` counts the places that could not be read by ``rows``."""

    def __init__(self, path: Path) -> None:
        self.lost = 0
        try:
            self._data = path.read_bytes()
            log = path.with_name(f"{path.name}-wal")
            wal = log.read_bytes() if log.exists() else b""
        except OSError as error:
            raise Problem("file.unreadable", path=path, reason=error.strerror or str(error)) from error
        self._size = _page_size(self._data)
        self._newer = _committed(wal, self._size)
        self._usable = self._size - (self._data[20] if self._data[:16] == MAGIC and self._data[20] < 64 else 0)
        self._count = max(len(self._data) // self._size, max(self._newer, default=0))
        self._chained: set[int] = set()

    def rows(self) -> list[Row]:
        """All rows that can be read."""
        free, odd, found = self._free(), list[int](), list[Row]()
        for number in range(1, self._count + 1):
            if number not in free:
                rows = self._page_rows(number)
                odd += [number] if rows is None else []
                found += rows or ()
        self.lost += len(set(odd) - self._chained)
        return found

    def _page(self, number: int) -> bytes:
        if not 1 <= number <= self._count:
            raise Broken
        return self._newer.get(number) or self._data[(number - 1) * self._size : number * self._size]

    def _page_rows(self, number: int) -> list[Row] | None:
        """The rows in a page, None where it is no page of a tree."""
        page, start = self._page(number), 100 if number == 1 else 0
        if len(page) < self._size or page[start] not in (TABLE_LEAF, INDEX_LEAF, TABLE_INNER, INDEX_INNER):
            return None
        kind, (count,) = page[start], struct.unpack_from(">H", page, start + 3)
        head = start + (12 if kind in (TABLE_INNER, INDEX_INNER) else 8)
        if kind == TABLE_INNER:
            return []
        if head + 2 * count > self._size:
            return None
        rows = list[Row]()
        for place in struct.unpack_from(f">{count}H", page, head):
            try:
                rows.append(self._cell(page, place, kind))
            except (Broken, IndexError, struct.error, UnicodeDecodeError):
                self.lost += 1
        return rows

    def _cell(self, page: bytes, place: int, kind: int) -> Row:
        if place < 8:
            raise Broken
        place += 4 if kind == INDEX_INNER else 0
        length, place = _varint(page, place)
        rowid, place = _varint(page, place) if kind == TABLE_LEAF else (None, place)
        return Row(rowid, tuple(_record(self._payload(page, place, length, kind))))

    def _payload(self, page: bytes, place: int, length: int, kind: int) -> bytes:
        """A row's bytes: what does not find room in its page lies in a chain of others."""
        usable = self._usable
        if length > min(MOST, len(self._data) + len(self._newer) * self._size):
            raise Broken
        most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return page[place : place + length]
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
        parts, missing, after = [page[place : place + here]], length - here, place + here
        (following,) = struct.unpack_from(">I", page, after)
        while missing > 0:
            self._chained.add(following)
            chained = self._page(following)
            parts.append(chained[4 : 4 + min(missing, usable - 4)])
            missing -= usable - 4
            (following,) = struct.unpack_from(">I", chained)
        return b"".join(parts)

    def _free(self) -> set[int]:
        """The pages that are not in use, as far as the list of them can be followed; they hold old rows."""
        free = set[int]()
        try:
            (trunk,) = struct.unpack_from(">I", self._page(1), 32)
            while trunk and trunk not in free:
                page = self._page(trunk)
                following, count = struct.unpack_from(">II", page)
                if count > self._usable // 4 - 2:
                    break
                free |= {trunk, *struct.unpack_from(f">{count}I", page, 8)}
                trunk = following
        except (Broken, struct.error):
            pass
        return free


def _page_size(data: bytes) -> int:
    (size,) = struct.unpack_from(">H", data, 16) if len(data) >= 100 else (0,)
    size = 65536 if size == 1 else size
    return size if data[:16] == MAGIC and size >= 512 and size & (size - 1) == 0 else USUAL


def _committed(wal: bytes, size: int) -> dict[int, bytes]:
    """The newest of each page that the write-ahead log holds, up to its last commit."""
    newest, pending = dict[int, bytes](), dict[int, bytes]()
    salts = wal[16:24]
    for start in range(32, len(wal) - 24 - size + 1, 24 + size):
        number, commit = struct.unpack_from(">II", wal, start)
        if wal[start + 8 : start + 16] != salts:
            break
        pending[number] = wal[start + 24 : start + 24 + size]
        if commit:
            newest |= pending
            pending = {}
    return newest


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = data[place + step]
        if step == 8:
            return (value << 8) | byte, place + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, place + step + 1
    raise Broken


def _record(payload: bytes) -> Iterator[Value]:
    end, place = _varint(payload, 0)
    if not place <= end <= len(payload):
        raise Broken
    kinds = list[int]()
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    for kind in kinds:
        value, place = _value(payload, place, kind)
        yield value
    if place != len(payload):
        raise Broken


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), place
    if kind in (10, 11):
        raise Broken
    length = (0, 1, 2, 3, 4, 6, 8, 8)[kind] if kind < 8 else (kind - 12) // 2
    data = payload[place : place + length]
    if len(data) < length:
        raise Broken
    place += length
    if kind < 7:
        return int.from_bytes(data, "big", signed=True), place
    if kind == 7:
        return struct.unpack(">d", data)[0], place
    return (data.decode("utf-8") if kind % 2 else data), place
