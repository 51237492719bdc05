"""The stories of a Word 97 file, told on a sheet: characters that stand for something else become what they mean."""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from core.readers.sheet import Look, Sheet
from core.readers.word_file import Piece, WordFile
from core.readers.word_lists import Lists
from core.readers.word_looks import Looks, Run

_SPECIAL = re.compile("[\x00-\x08\x0b-\x1f]")
_NOTE, _CELL, _BEGIN, _RESULT, _END = "\x02", "\x07", "\x13", "\x14", "\x15"
_MEANS = {"\x0b": "\n", "\x0c": "\n", "\x0d": "\n", "\x0e": "\n", "\x1e": "-"}
"""Others (pictures, marks of comments, optional hyphens) show nothing."""
_NOTES = ((2, 3), (46, 47))
"""Where the header lists the marks of footnotes and their texts, and of endnotes."""
_PARAGRAPH_ENDS = "\x07\x0c\r"
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


class Teller:
    """Tells stories, and remembers where on the sheet each character came to stand."""

    def __init__(self, file: WordFile) -> None:
        self.sheet = Sheet()
        self.tracked = False
        self._file = file
        self._looks = Looks(file)
        self._lists = Lists(file)
        self._begins = True
        self._starts = [piece.start for piece in file.pieces]
        self._places: list[tuple[int, int, str]] = []
        self._rare: dict[int, list[int]] = {}
        self._fields: list[bool] = []
        self._notes = dict(_marks(file))

    def tell_all(self) -> None:
        """The main story, then footnotes and endnotes behind their marks, and text boxes."""
        main, footnotes, _, _, _, endnotes, boxes, _ = pairwise([0, *accumulate(self._file.stories)])
        for span in (main, footnotes, endnotes, boxes):
            if span[0] < span[1]:
                self.tell(*span)

    def comments_at(self) -> int:
        """Where the story of the comments begins."""
        return sum(self._file.stories[:4])

    def tell(self, start: int, stop: int) -> None:
        """Write the characters ``start`` to ``stop``, on lines of their own."""
        self.sheet.line()
        self._fields.clear()
        self._begins = True
        for at, text, run in self._runs(start, stop):
            self.tracked |= run.deleted
            if run.hidden or run.deleted:
                text = "".join(_SPECIAL.findall(text)).replace("\r", "")  # fields and cells go on
            self._write(at, text, run)

    def plain(self, start: int, stop: int) -> str:
        """What the characters say, on one line and without formatting."""
        sheet, self.sheet = self.sheet, Sheet()
        places, self._places = self._places, []
        self.tell(start, stop)
        self.sheet, sheet, self._places = sheet, self.sheet, places
        return sheet.text().strip()

    def place(self, at: int) -> int:
        """Where on the sheet the character ``at`` stands, or the next that shows."""
        index = bisect_right(self._places, (at, 1 << 62, "")) - 1
        if index < 0:
            return 0
        start, place, text = self._places[index]
        if index not in self._rare:  # characters that count twice in the file
            found = (match.start() for match in re.finditer("[^\0-\uffff]", text))
            self._rare[index] = [at + before for before, at in enumerate(found)]
        return min(place + at - start - bisect_left(self._rare[index], at - start), place + len(text))

    def _number(self, at: int, run: Run) -> None:
        """What Word counts before a paragraph."""
        if self._begins and run.list:
            self._put(at, self._lists.label(run.list, run.depth), run.look)
        self._begins = False

    def _write(self, at: int, text: str, run: Run) -> None:
        done = 0
        for special in _SPECIAL.finditer(text):
            if special.start() > done:
                self._number(at + done, run)
            self._put(at + done, text[done : special.start()], run.look)
            self._mean(at + special.start(), special[0], run)
            self._begins |= special[0] in _PARAGRAPH_ENDS
            done = special.end()
        if done < len(text):
            self._number(at + done, run)
        self._put(at + done, text[done:], run.look)

    def _mean(self, at: int, special: str, run: Run) -> None:
        if special == _BEGIN:
            self._fields.append(False)
        elif special == _RESULT and self._fields:
            self._fields[-1] = True
        elif special == _END and self._fields:
            self._fields.pop()
        elif special == "\r" and self._fields and not self._fields[-1]:  # no code goes on over lines: it has no end
            self._fields.clear()
            self._put(at, "\n", run.look)
        elif special == _NOTE:
            self._put(at, self._notes.get(at, ""), Look())
        elif special == _CELL:
            self.sheet.row() if run.row_end else self.sheet.cell()
        else:
            self._put(at, _MEANS.get(special, ""), run.look)

    def _put(self, at: int, text: str, look: Look) -> None:
        """Text of a field's code is not shown."""
        if text and all(self._fields):
            self.sheet.write(text, look)
            self._places.append((at, self.sheet.at - len(text), text))

    def _runs(self, start: int, stop: int) -> Iterator[tuple[int, str, Run]]:
        """Stretches of one look, each with where it begins."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        for piece in self._file.pieces[first:]:
            if piece.start >= stop:
                break
            at, end = max(piece.start, start), min(piece.stop, stop)
            while at < end:
                run, until = self._looks.at(_place(piece, at))
                upto = min(end, max(at + 1, piece.start + (until - piece.place) // piece.width))
                yield at, self._decoded(piece, at, upto), run
                at = upto

    def _decoded(self, piece: Piece, start: int, stop: int) -> str:
        data = self._file.main[_place(piece, start) : _place(piece, stop)]
        return data.decode("cp1252", "replace") if piece.width == 1 else data.decode("utf-16-le", "surrogatepass")


def _marks(file: WordFile) -> Iterator[tuple[int, str]]:
    """Where marks of notes stand, in the main story and before each note, and what they say."""
    before = file.stories.main, sum(file.stories[:5])
    for start, (references, texts), count in zip(before, _NOTES, (str, _roman), strict=True):
        places, begins = _numbers(file.part(references), 2), _numbers(file.part(texts), 0)
        for index, (place, begin) in enumerate(zip(places, begins, strict=False), 1):
            mark = f"[{count(index)}]"
            yield place, mark
            yield start + begin, mark


def _roman(number: int) -> str:
    """Endnotes count i, ii, iii, iv."""
    tens, ones = divmod(number, 10)
    return (
        "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones] if number < 40 else str(number)
    )


def _numbers(table: bytes, size: int) -> tuple[int, ...]:
    """The character numbers that a table begins with, but its last; ``size`` bytes follow for each."""
    count = max((len(table) - 4) // (4 + size), 0)
    return struct.unpack_from(f"<{count}I", table)


def _place(piece: Piece, at: int) -> int:
    return piece.place + (at - piece.start) * piece.width
