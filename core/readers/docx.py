"""Word's .docx and its kin, told by their bytes. What reads them is loaded when one is opened.

An encrypted file is no archive: Word wraps it in an OLE file, which is told by one of its names.
"""

from __future__ import annotations

from pathlib import Path

from core.problem import Problem
from core.readers.format import Reader, Reading

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def _recognises(data: bytes) -> bool:
    if data.startswith(_OLE):
        return _ENCRYPTED in data
    if not data.startswith(b"PK\x03\x04") or b"OFD.xml" in data:
        return False
    return b"word/document" in data or (b"[Content_Types].xml" in data and b"word/" in data)


def _read(data: bytes, path: Path) -> Reading:
    if data.startswith(_OLE):
        raise Problem("file.encrypted", path=path)
    from core.readers.docx_parts import read

    return read(data, path)


DOCX = Reader("docx", _recognises, _read, (".docx", ".docm", ".dotx"))
