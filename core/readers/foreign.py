"""Formats that are known by their bytes and cannot be read yet: each says so, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.problem import Problem
from core.readers.format import Reader, Reading


def _zip_with(*members: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"PK\x03\x04") and any(member in data for member in members)


def _starts(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(magic)


def _refuse(name: str) -> Callable[[bytes, Path], Reading]:
    def read(_: bytes, path: Path) -> Reading:
        raise Problem("file.format", path=path, format=name)

    return read


_KNOWN = (("OpenDocument", _zip_with(b"application/vnd.oasis.opendocument")),)

FOREIGN = tuple(Reader(name, recognises, _refuse(name)) for name, recognises in _KNOWN)
