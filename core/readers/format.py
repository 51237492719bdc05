"""What a reader is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reader:
    """One file format: who recognises it by its bytes, and what gives its normalised text.

    ``text`` is given the bytes and the path, which is for messages only. ``suffixes`` are what the
    dialogs for opening offer; nothing is decided by them.
    """

    name: str
    recognises: Callable[[bytes], bool]
    text: Callable[[bytes, Path], str]
    suffixes: tuple[str, ...] = ()
