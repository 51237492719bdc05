"""OpenDocument text, told by its bytes. What reads it is loaded when one is opened."""

from __future__ import annotations

from pathlib import Path

from core.readers.format import Reader, Reading

_TYPE = b"application/vnd.oasis.opendocument.text"


def _recognises(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and _TYPE in data


def _read(data: bytes, path: Path) -> Reading:
    from core.readers.odt_parts import read

    return read(data, path)


ODT = Reader("odt", _recognises, _read, (".odt", ".ott"))
