"""The comments of a Word 97 file ([MS-DOC] 2.8.7, 2.8.9): who says what of which passage."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress

from core.model import Span
from core.readers.format import Remark
from core.readers.word_file import WordFile
from core.readers.word_stories import Teller

_MARKS, _TEXTS, _OWNERS, _TAGS, _BEGINS, _ENDS = 4, 5, 36, 37, 42, 43
_MARK = 30
"""Bytes of what is known of each comment."""


def comments(file: WordFile, teller: Teller) -> Iterator[Remark]:
    """Each comment on the passage it belongs to; a comment on none stands on the character before it."""
    with suppress(struct.error, IndexError):
        marks, texts = file.part(_MARKS), file.part(_TEXTS)
        count = (len(marks) - 4) // (4 + _MARK)
        if count < 1 or not file.stories.comments:
            return
        places = struct.unpack_from(f"<{count}I", marks)
        told = struct.unpack_from(f"<{count + 1}I", texts)
        owners, passages = list(_owners(file.part(_OWNERS))), _passages(file)
        length = teller.sheet.at
        for index, place in enumerate(places):
            owner = struct.unpack_from("<H", marks, 4 * (count + 1) + _MARK * index + 20)[0]
            tag = struct.unpack_from("<i", marks, 4 * (count + 1) + _MARK * index + 26)[0]
            begins, ends = passages.get(tag, (place, place))
            start, stop = teller.place(begins), teller.place(ends)
            start, stop = (max(stop - 1, 0), stop) if start >= stop else (start, stop)
            note = teller.plain(*(teller.comments_at() + at for at in told[index : index + 2]))
            if start < stop <= length:
                yield Remark(Span(start, stop), note, owners[owner] if owner < len(owners) else "")


def _owners(names: bytes) -> Iterator[str]:
    at = 0
    while at + 2 <= len(names):
        length = 2 * struct.unpack_from("<H", names, at)[0]
        yield names[at + 2 : at + 2 + length].decode("utf-16-le", "ignore")
        at += 2 + length


def _passages(file: WordFile) -> dict[int, tuple[int, int]]:
    """The first and last character of each commented passage, by the tag that its comment names."""
    tags, begins, ends = file.part(_TAGS), file.part(_BEGINS), file.part(_ENDS)
    if not tags or not begins:
        return {}
    count = struct.unpack_from("<H", tags, 2)[0]
    starts = struct.unpack_from(f"<{count}I", begins)
    stops = struct.unpack_from(f"<{count}I", ends)
    found: dict[int, tuple[int, int]] = {}
    for index in range(count):
        tag = struct.unpack_from("<i", tags, 6 + 12 * index + 4)[0]
        end = struct.unpack_from("<H", begins, 4 * (count + 1) + 4 * index)[0]
        found[tag] = starts[index], stops[end]
    return found
