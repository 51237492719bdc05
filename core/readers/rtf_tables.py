"""What stands before a rich text, and beside it: fonts, colours, styles, and what its comments belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.model import Span
from core.readers.format import Remark
from core.readers.rtf_bytes import page_of

CAPTURED = frozenset(("fonttbl", "colortbl", "stylesheet", "atnauthor", "atrfstart", "atrfend", "atnref"))
"""Destinations whose text is no text of the page, but is asked for."""
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])\b", re.I)
_PALE = 0xF0
"""A colour no channel of which is below this is paper."""
_PAGES = {"ansicpg": None, "mac": 10000, "pc": 437, "pca": 850}


class Tables:
    """Collects what is said in destinations."""

    def __init__(self) -> None:
        self.page = 0
        self._default = 0
        self._fonts: dict[int, tuple[int, str]] = {}
        self._levels: dict[int, int] = {}
        self._colours: list[str] = []
        self._said: dict[str, int] = {}
        self._name: list[str] = []
        self._author = self._reference = ""
        self._ranges: dict[str, tuple[int, int]] = {}

    def begin(self) -> None:
        """A destination opens."""
        self._said, self._name = {}, []

    def said(self, destination: str, word: str, number: int | None) -> None:
        """A control word within a destination, or of the document as a whole."""
        if destination in CAPTURED:
            self._said[word] = number or 0
        elif word in _PAGES:
            self.page = _PAGES[word] or number or 0
        elif word == "deff":
            self._default = number or 0

    def add(self, destination: str, text: str) -> None:
        """Text within a destination; a semicolon ends a table's entry."""
        if destination not in CAPTURED:
            return
        parts = text.split(";") if destination in ("fonttbl", "colortbl", "stylesheet") else [text]
        self._name.append(parts[0])
        for part in parts[1:]:
            self._entry(destination, "".join(self._name).strip())
            self._said, self._name = {}, [part]

    def end(self, destination: str, at: int) -> None:
        """A destination closes where ``at`` characters were written."""
        if destination not in CAPTURED:
            return
        name = "".join(self._name).strip()
        if destination == "atnauthor":
            self._author = name.strip("?")  # what a program could not write
        elif destination == "atnref":
            self._reference = name
        elif destination == "atrfstart":
            self._ranges[name] = at, at
        elif destination == "atrfend" and name in self._ranges:
            self._ranges[name] = self._ranges[name][0], at

    def remark(self, note: str, at: int) -> Iterator[Remark]:
        """The comment that was read, on its passage, or on the character before ``at``."""
        start, stop = self._ranges.get(self._reference, (at, at))
        if start >= stop:
            start, stop = max(at - 1, 0), at
        if note and start < stop:
            yield Remark(Span(start, stop), note, self._author)
        self._author = self._reference = ""

    def _entry(self, destination: str, name: str) -> None:
        said = self._said
        if destination == "fonttbl" and "f" in said:
            self._fonts[said["f"]] = page_of(said.get("fcharset", 1)), name
        elif destination == "colortbl":
            channels = [min(max(said.get(channel, 0), 0), 255) for channel in ("red", "green", "blue")]
            paper = not said or min(channels) >= _PALE
            self._colours.append("" if paper else "#{:02x}{:02x}{:02x}".format(*channels))
        elif destination == "stylesheet" and (found := _HEADING.match(name)):
            self._levels[said.get("s", 0)] = int(found[1])
        elif destination == "stylesheet" and said.get("outlinelevel", 9) < 9:
            self._levels[said.get("s", 0)] = said["outlinelevel"] + 1

    def page_of(self, font: int) -> int:
        """The code page of a font, -1 the default one; 0 where it is the document's."""
        return self._fonts.get(self._default if font < 0 else font, (0, ""))[0]

    def face(self, font: int) -> str:
        return self._fonts.get(font, (0, ""))[1]

    def level(self, style: int) -> int | None:
        return self._levels.get(style)

    def colour(self, index: int) -> str:
        """A highlight's colour; none where it is paper."""
        return self._colours[index] if 0 <= index < len(self._colours) else ""
