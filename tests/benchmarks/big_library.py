"""A library of very many speeches, made by recombining paragraphs: the same at every call.

``python -m tests.benchmarks.big_library PATH [COUNT]`` makes one of 10,000 speeches of about 10,000 characters, from
the texts in ``../shared/corpus``, or from our own sample where they are not there.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from core.library import Library
from core.readers import build
from core.readers.format import Reading
from core.search.command import index
from core.text import decode

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLE = ROOT / "resources" / "sample" / "qingxi.txt"
COUNT, LENGTH = 10_000, 10_000
"""Speeches, and code points of each, about."""
PLACES = ("全县", "全市", "全省", "全区")
THEMES = ("经济工作", "重点项目", "乡村振兴", "安全生产", "民营经济", "生态环境", "教育", "卫生健康")


def paragraphs() -> list[str]:
    """What the speeches are made of, in one order on every machine."""
    files = sorted(CORPUS.rglob("*.txt")) or [SAMPLE]
    texts = (decode(path.read_bytes())[0] for path in files)
    return [line for text in texts for line in text.splitlines() if len(line.strip()) > 1]


def speeches(count: int = COUNT, length: int = LENGTH) -> Iterator[str]:
    """The texts of ``count`` speeches, no two the same."""
    dice, material = random.Random(20260105), paragraphs()
    for number in range(count):
        day = date(2010, 1, 1) + timedelta(days=dice.randrange(5800))
        lines = [f"在{dice.choice(PLACES)}{dice.choice(THEMES)}会议上的讲话（{number + 1}）"]
        lines += [f"（{day.year}年{day.month}月{day.day}日）", "同志们："]
        size = 0
        while size < length:
            lines.append(dice.choice(material))
            size += len(lines[-1]) + 1
        yield "\n".join(lines) + "\n"


def make(path: Path, count: int = COUNT, length: int = LENGTH) -> None:
    """Make the library and its index."""
    with Library(path) as library:
        for text in speeches(count, length):
            library.add(build(Reading(text), None))
        index(library)


if __name__ == "__main__":
    make(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
