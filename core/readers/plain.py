"""Plain text in the encodings of Chinese desks."""

from __future__ import annotations

from pathlib import Path

from core.readers.format import Reader, Reading
from core.text import decode


def _read(data: bytes, path: Path) -> Reading:
    return Reading(decode(data, path)[0])


PLAIN = Reader("text", lambda _: True, _read, (".txt", ".md"))
