"""Formats that are known by their bytes and cannot be read yet: each says so, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.problem import Problem
from core.readers.format import Reader, Reading

_HEAD = 1024
"""Bytes at the start in which markup shows itself."""


def _zip_with(*members: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"PK\x03\x04") and any(member in data for member in members)


def _starts(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(magic)


def _markup(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda data: data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(magic)


def _refuse(name: str) -> Callable[[bytes, Path], Reading]:
    def read(_: bytes, path: Path) -> Reading:
        raise Problem("file.format", path=path, format=name)

    return read


_KNOWN = (
    ("Word (.docx)", _zip_with(b"word/document")),
    ("OpenDocument (.odt)", _zip_with(b"application/vnd.oasis.opendocument")),
    ("Word 97 / WPS (.doc, .wps)", _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ("RTF", _starts(b"{\\rtf")),
    ("HTML", _markup(b"<!doctype html", b"<html", b"<head", b"<body")),
    ("MHTML", _markup(b"mime-version:", b"from: <saved by")),
)

FOREIGN = tuple(Reader(name, recognises, _refuse(name)) for name, recognises in _KNOWN)
