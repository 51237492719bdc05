"""The PostScript names in a font file, without a library: OpenType 1.9, "Font Collections" and the table ``name``."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

POSTSCRIPT = 6
"""The number of the PostScript name among the names of a face."""

_MOST = 64
"""Faces of one file, tables of one face; a file that tells of more is none."""


def postscript_names(path: Path) -> Sequence[str]:
    """The PostScript name of each face in a file, in order; empty for what is no font or cannot be read."""
    try:
        with path.open("rb") as file:
            return [_name(file, offset) for offset in _faces(file)]
    except (OSError, struct.error, UnicodeDecodeError):
        return []


def _faces(file: BinaryIO) -> Sequence[int]:
    """Where the faces begin."""
    if file.read(4) != b"ttcf":
        return [0]
    _, count = struct.unpack(">II", file.read(8))
    return struct.unpack(f">{min(count, _MOST)}I", file.read(4 * min(count, _MOST)))


def _name(file: BinaryIO, face: int) -> str:
    """The PostScript name of the face that begins at an offset; empty where it has none."""
    file.seek(face + 4)
    (count,) = struct.unpack(">H", file.read(2))
    file.seek(face + 12)
    tables = [struct.unpack(">4sIII", file.read(16)) for _ in range(min(count, _MOST))]
    table = next((offset for tag, _, offset, _ in tables if tag == b"name"), None)
    if table is None:
        return ""
    file.seek(table + 2)
    count, strings = struct.unpack(">HH", file.read(4))
    rows = [struct.unpack(">6H", file.read(12)) for _ in range(count)]
    for platform, _, _, kind, length, offset in rows:
        if kind == POSTSCRIPT:
            file.seek(table + strings + offset)
            return file.read(length).decode("latin-1" if platform == 1 else "utf-16-be")
    return ""
