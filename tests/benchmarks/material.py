"""Texts and marks to measure with: of the tool that other programs are measured with, and the same of our own."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from core.library import Library
from core.marks import mark
from core.model import Change, Document, Span

MANY = 10_000
SIZES = {"mb1": 1_050_000, "mb10": 10_500_000}
"""Bytes of the long texts, about: the tool's are 29 and 290 times the seed."""

Place = tuple[int, int, int]
"""A mark: start, stop, number of its tag."""


@dataclass(frozen=True, slots=True)
class Material:
    """A text of about 1 MB with places for MANY marks, and one of about 10 MB."""

    name: str
    mb1: Path
    mb10: Path
    places: list[Place]


def of_the_tool(tool: Path, seed: Path, folder: Path) -> Material:
    """What ``make_marks.py`` makes of the seed."""
    subprocess.run([sys.executable, str(tool), str(seed), str(folder)], check=True)
    places = [(a, b, tag) for a, b, tag in json.loads((folder / "mb1_marks_10000.json").read_text())]
    return Material("seed", folder / "mb1.txt", folder / "mb10.txt", places)


def of_our_own(sample: Path, folder: Path) -> Material:
    """The same kind of text and marks from our own sample speech."""
    text = sample.read_text(encoding="utf-8").strip() + "\n"
    for name, size in SIZES.items():
        (folder / f"{name}.txt").write_text(text * (size // len(text.encode())), encoding="utf-8")
    length = len((folder / "mb1.txt").read_text(encoding="utf-8"))
    return Material("own", folder / "mb1.txt", folder / "mb10.txt", places(length, MANY))


def places(length: int, count: int) -> list[Place]:
    """``count`` passages of 8 to 60 code points, anywhere in a text: the same at every call."""
    dice, found = random.Random(1), set[Place]()
    while len(found) < count:
        start = dice.randrange(length - 60)
        found.add((start, start + dice.randint(8, 60), dice.randrange(20)))
    return sorted(found)


def fill(library: Library, document: Document, where: list[Place]) -> None:
    """Take a speech into a library, with marks at these places."""
    library.add(document)
    tags = list(library.tags())
    marks = [
        mark(document, Span(start, stop), [tags[tag % len(tags)]], id=library.new_id(), now=library.now())
        for start, stop, tag in where
    ]
    library.apply(Change({each.id: each for each in marks}))
