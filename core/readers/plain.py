"""Plain text in the encodings of Chinese desks."""

from __future__ import annotations

from pathlib import Path

from core.readers.format import Reader
from core.text import decode


def _text(data: bytes, path: Path) -> str:
    return decode(data, path)[0]


PLAIN = Reader("text", lambda _: True, _text, (".txt",))
