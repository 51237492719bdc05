"""One file of an index: some texts one after the other, and the table that tells which of them to look at.

The file is written whole and never changed. It begins with SIGN, the length of its head (8 bytes, the highest
first) and the head's checksum (4 bytes); the head is JSON and tells the checksum of all that follows.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from core.files import write_whole
from core.search import grams

SIGN = b"PiyuIdx1"
_FIXED = len(SIGN) + 12
FEW = 64
"""Texts up to which there is no table: looking at them all takes less time than reading it would save."""


class Damaged(Exception):
    """The file is not what was written."""


class Stretch(NamedTuple):
    """Where a text stands in its file: bytes of UTF-8, from the end of the head."""

    digest: str
    start: int
    stop: int


class Segment:
    """A file of an index, opened for reading. Raises OSError and Damaged; nothing else comes out of a bent file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("rb", buffering=0)
        try:
            self._read_head()
        except BaseException:
            self._file.close()
            raise

    def _read_head(self) -> None:
        fixed = self._file.read(_FIXED)
        size, check = int.from_bytes(fixed[8:16], "big"), int.from_bytes(fixed[16:20], "big")
        if len(fixed) < _FIXED or not fixed.startswith(SIGN) or size > self.path.stat().st_size:
            raise Damaged(self.path)
        head = self._file.read(size)
        if len(head) != size or crc32(head) != check:
            raise Damaged(self.path)
        told = json.loads(head)
        self.stretches = [Stretch(*each) for each in told["texts"]]
        self.alphabet: str = told["alphabet"]
        """All characters of the texts, once each."""
        self._check: int = told["check"]
        self._begin = _FIXED + size
        self.size = self._table = self.stretches[-1].stop if self.stretches else 0
        """Bytes of the texts, and where the table begins."""
        self._width = grams.width(len(self.stretches)) if len(self.stretches) >= FEW else 0
        self.all = (1 << len(self.stretches)) - 1
        """A bit for every text."""

    def __len__(self) -> int:
        return len(self.stretches)

    def close(self) -> None:
        self._file.close()

    def verify(self) -> None:
        """Read it all once. Raises Damaged where it is not what was written."""
        self._file.seek(self._begin)
        check = 0
        while block := self._file.read(1 << 20):
            check = crc32(block, check)
        if check != self._check:
            raise Damaged(self.path)

    def text(self, number: int) -> bytes:
        """A text, UTF-8. Raises Damaged where the file has become shorter."""
        _, start, stop = self.stretches[number]
        return self._bytes(start, stop - start)

    def having(self, rows: set[int]) -> int:
        """The texts that may have what sets all of these rows: a bit for each, the first text's the lowest."""
        found = self.all
        if self._width:
            for row in rows:
                found &= int.from_bytes(self._bytes(self._table + row * self._width, self._width), "little")
        return found

    def _bytes(self, place: int, count: int) -> bytes:
        self._file.seek(self._begin + place)
        data = self._file.read(count)
        if len(data) != count:
            raise Damaged(self.path)
        return data


def write(path: Path, texts: Sequence[tuple[str, str]]) -> None:
    """Write a file of texts, each with its digest. Raises Problem, and then there is no file."""
    encoded = [text.encode("utf-8") for _, text in texts]
    stretches, at = list[Stretch](), 0
    for (digest, _), data in zip(texts, encoded, strict=True):
        stretches.append(Stretch(digest, at, at + len(data)))
        at += len(data)
    if len(texts) >= FEW:
        encoded.append(grams.table([grams.rows_of(text) for _, text in texts]))
    body = b"".join(encoded)
    alphabet = "".join(sorted(set[str]().union(*(text for _, text in texts))))
    head = json.dumps({"check": crc32(body), "alphabet": alphabet, "texts": stretches}).encode()
    write_whole(path, SIGN + len(head).to_bytes(8, "big") + crc32(head).to_bytes(4, "big") + head + body)
