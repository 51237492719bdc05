"""Automatic numbers of Word 97 files count as Word does."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import pytest

from core.readers.word_file import Stories, WordFile
from core.readers.word_lists import Lists

CHINESE, DECIMAL, BULLET = 39, 0, 23


def level(way: int, text: str, start: int = 1, flags: int = 0) -> bytes:
    head = struct.pack("<iBB9xB", start, way, flags, 0).ljust(24, b"\0") + bytes((2, 3, 0, 0))
    return head + bytes(5) + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def uses(*changed: bytes) -> bytes:
    """Uses of the list 7, each with what differs."""
    heads = b"".join(struct.pack("<i8xB3x", 7, bool(change)) for change in changed)
    return struct.pack("<I", len(changed)) + heads + b"".join(bytes(4) + change for change in changed)


def lists(levels: Sequence[bytes], *changed: bytes) -> Lists:
    levels = [*levels, *[level(DECIMAL, "")] * (9 - len(levels))]
    known = struct.pack("<Hi", 1, 7).ljust(30, b"\0") + b"".join(levels)
    table = known + uses(*changed)
    main = bytearray(1024)
    struct.pack_into("<4I", main, 0x9A + 8 * 73, 0, 30, len(known), len(table) - len(known))
    return Lists(WordFile(bytes(main), table, Stories(*[0] * 8)))


PARTS = [level(CHINESE, "\0、"), level(CHINESE, "（\1）"), level(DECIMAL, "\2."), level(DECIMAL, "\2.\3")]


@pytest.mark.parametrize(
    ("levels", "changed", "asked", "labels"),
    [
        (PARTS, [b""], [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["一、", "（一）", "（二）", "二、", "（一）"]),
        (PARTS, [b""], [(1, 2), (1, 3), (1, 3), (1, 2), (1, 3)], ["1. ", "1.1 ", "1.2 ", "2. ", "2.1 "]),
        (PARTS, [b"", b""], [(1, 0), (2, 0), (1, 0)], ["一、", "二、", "三、"]),
        (PARTS, [b"", struct.pack("<iI", 5, 0x10)], [(1, 0), (2, 0), (2, 0)], ["一、", "五、", "六、"]),
        (
            PARTS,
            [b"", struct.pack("<iI", 0, 0x20) + level(DECIMAL, "第\0条")],
            [(1, 0), (2, 0), (1, 0)],
            ["一、", "第2条 ", "三、"],
        ),
        ([level(CHINESE, "\0、", 10)], [b""], [(1, 0)] * 2, ["十、", "十一、"]),
        ([level(CHINESE, "\0、"), level(DECIMAL, "\0.\1", flags=4)], [b""], [(1, 0), (1, 1)], ["一、", "1.1 "]),
        (
            [level(CHINESE, "\0"), level(DECIMAL, "\1）", flags=8)],
            [b""],
            [(1, 1), (1, 0), (1, 1)],
            ["1）", "二 ", "2）"],
        ),
        ([level(BULLET, "\uf0b7")], [b""], [(1, 0)], [""]),
        ([level(DECIMAL, "\0" * 500)], [b""], [(1, 0)], ["1" * 60 + " "]),
        (PARTS, [b""], [(0, 0), (2, 0), (1, 9), (1, 200)], [""] * 4),
    ],
)
def test_paragraphs_are_counted(
    levels: Sequence[bytes], changed: Sequence[bytes], asked: Sequence[tuple[int, int]], labels: Sequence[str]
) -> None:
    counted = lists(levels, *changed)
    assert [counted.label(use, depth) for use, depth in asked] == labels
