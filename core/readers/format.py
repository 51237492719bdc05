"""What a reader is, and what it makes of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from core.model import Hint, Span


class Remark(NamedTuple):
    """A passage that is marked or commented in the file itself. ``created`` is ISO 8601 in UTC, or empty;
    ``colour`` ``#rrggbb`` of a highlight, or empty."""

    span: Span
    note: str = ""
    creator: str = ""
    created: str = ""
    colour: str = ""


class Reading(NamedTuple):
    """What a file says: its normalised text, and what stands beside it, by code points of that text.

    ``hints`` are its formatting, ``remarks`` its own marks and comments, ``pages`` where each page begins
    (of formats that have pages), ``notices`` keys of ``resources/messages.json`` that the reader is told
    (tracked changes were taken as accepted, a watermark was left out).
    """

    text: str
    hints: tuple[Hint, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pages: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()


class Reader(NamedTuple):
    """One file format: who recognises it by its bytes, and what reads it.

    ``read`` is given the bytes and the path, which is for messages only, and raises Problem for what
    cannot be read; its text is normalised (``core.text.normalise``). ``suffixes`` are what the
    dialogs for opening offer; nothing is decided by them.
    """

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, Path], Reading]
    suffixes: tuple[str, ...] = ()
