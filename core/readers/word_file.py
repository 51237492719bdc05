"""A Word 97 file as bytes: its streams, its header, and the pieces that its text lies in ([MS-DOC], [MS-CFB])."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from core.problem import Problem

FORMAT = "Word 97 / WPS"
_WORD = 0xA5EC
_ENCRYPTED, _OBFUSCATED, _TABLE = 0x0100, 0x8000, 0x0200
_WORD97 = 0xC1
_COUNTS = 0x4C
"""Where the header counts the characters of each story."""
_PLACES = 0x9A
"""Where the header says which structure lies where, eight bytes each."""
_CLX = 33
_PACKED = 0x40000000
"""Set in a piece's place whose characters are one byte each."""


class Broken(Exception):
    """A structure that does not hold what it should."""


class Piece(NamedTuple):
    """Characters ``start`` to ``stop`` lie at ``place`` in the main stream, ``width`` bytes each."""

    start: int
    stop: int
    place: int
    width: int


class Stories(NamedTuple):
    """How many characters each story has, in the order in which they stand."""

    main: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int


@dataclass(frozen=True)
class WordFile:
    """The two streams, and what the header says of them."""

    main: bytes
    table: bytes
    stories: Stories
    pieces: list[Piece] = field(default_factory=list[Piece])

    def part(self, number: int) -> bytes:
        """The structure ``number`` of the header's list, from the table stream; empty if there is none."""
        place, length = self.place(number)
        return self.table[place : place + length] if length else b""

    def place(self, number: int) -> tuple[int, int]:
        """Where in the table stream a structure lies, and how long it is."""
        place, length = struct.unpack_from("<II", self.main, _PLACES + 8 * number)
        return place, length


def word_file(data: bytes, path: Path) -> WordFile:
    """The file in ``data``. Raises Problem for what is encrypted, too old, no text document, or broken."""
    try:
        main, tables = _streams(data)
        if len(main) < _PLACES + 8 * (_CLX + 42) or struct.unpack_from("<H", main)[0] != _WORD:
            raise Problem("file.word_old" if main[:2] in _OLDER else "file.damaged", path=path, format=FORMAT)
        version, flags = struct.unpack_from("<H", main, 2)[0], struct.unpack_from("<H", main, 10)[0]
        if version < _WORD97:
            raise Problem("file.word_old", path=path)
        if flags & (_ENCRYPTED | _OBFUSCATED):
            raise Problem("file.encrypted", path=path)
        table = tables[bool(flags & _TABLE)] or tables[not flags & _TABLE]
        found = WordFile(main, table, Stories(*struct.unpack_from("<8I", main, _COUNTS)))
        pieces = _pieces(found.part(_CLX), len(main))
        if pieces[-1].stop < found.stories.main:
            raise Broken
        return WordFile(main, table, found.stories, pieces)
    except KeyError as error:
        raise Problem(_foreign(error.args[0]), path=path) from error
    except (Broken, struct.error, IndexError, ValueError) as error:
        raise Problem("file.damaged", path=path, format=FORMAT) from error


_OLDER = (b"\xdc\xa5", b"\xdb\xa5", b"\x9b\xa5", b"\x31\xbe")


def _foreign(streams: list[str]) -> str:
    return "file.encrypted" if "encryptedpackage" in streams else "file.not_word"


def _streams(data: bytes) -> tuple[bytes, tuple[bytes, bytes]]:
    """The main stream and both table streams of a compound file.

    What the library would loop over for long or put into memory over and over is looked at before.
    """
    import olefile

    _check_header(data)
    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            names = {entry[0].lower() for entry in ole.listdir()}
            if "worddocument" not in names:
                raise KeyError(sorted(names))

            def stream(name: str) -> bytes:
                if name.lower() not in names:
                    return b""
                small = getattr(ole.root, "size", 0)  # the root's own stream holds all small ones
                if max(ole.get_size(name), small) > len(data):
                    raise Broken
                return ole.openstream(name).read()

            return stream("WordDocument"), (stream("0Table"), stream("1Table"))
    except (KeyError, Broken):
        raise
    except Exception as error:  # whatever a broken file makes the library do
        raise Broken from error


def _check_header(data: bytes) -> None:
    shift, mini = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or mini != 6:
        raise Broken
    sectors = len(data) >> shift
    tables, small, far = (struct.unpack_from("<I", data, at)[0] for at in (44, 64, 72))
    most = 2 * (sectors // (1 << (shift - 2))) + 2
    if tables > most or far > most or small > sectors:
        raise Broken


def _pieces(clx: bytes, length: int) -> list[Piece]:
    """The piece table, for a main stream of ``length`` bytes."""
    at = 0
    while clx[at] == 1:  # formatting of fast saves
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != 2:
        raise Broken
    count = (struct.unpack_from("<I", clx, at + 1)[0] - 4) // 12
    if not 0 < count <= len(clx) // 12:
        raise Broken
    starts = struct.unpack_from(f"<{count + 1}I", clx, at + 5)
    found: list[Piece] = []
    for index in range(count):
        place = struct.unpack_from("<I", clx, at + 5 + 4 * (count + 1) + 8 * index + 2)[0]
        width = 1 if place & _PACKED else 2
        place = (place & ~_PACKED) // (2 if width == 1 else 1)
        found.append(Piece(starts[index], starts[index + 1], place, width))
    _check(found, length)
    return found


def _check(pieces: list[Piece], length: int) -> None:
    """Pieces lie one after another within the stream, and hold no more than it does."""
    if any(p.stop < p.start or p.place + (p.stop - p.start) * p.width > length for p in pieces):
        raise Broken
    if sum((p.stop - p.start) * p.width for p in pieces) > 2 * length:
        raise Broken
