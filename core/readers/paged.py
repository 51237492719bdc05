"""The formats whose text stands on pages. What reads them is loaded when the first such file is met."""

from __future__ import annotations

from pathlib import Path

from core.readers.format import Reader, Reading

HEAD = 1024
"""The header of a PDF may come within so many bytes: mail and scanners put theirs before it."""


def _is_ofd(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"OFD.xml" in data and b"word/document" not in data


def _read_pdf(data: bytes, path: Path) -> Reading:
    from core.readers.pdf import read

    return read(data, path)


def _read_ofd(data: bytes, path: Path) -> Reading:
    from core.readers.ofd import read

    return read(data, path)


PDF = Reader("PDF", lambda data: b"%PDF-" in data[:HEAD], _read_pdf, (".pdf",))
OFD = Reader("OFD", _is_ofd, _read_ofd, (".ofd",))
