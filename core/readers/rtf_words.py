"""Control words of rich text, one after another, onto a sheet: one pass, whatever is nested in what."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from core.readers.rtf_bytes import decoded
from core.readers.rtf_names import ALIGN, CHARACTERS, CLOSING, SKIPPED, WITHIN
from core.readers.rtf_tables import CAPTURED, Tables
from core.readers.sheet import Look, Sheet

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n\0]+)|[\r\n\0]+|\\", re.S
)
_RESET = Look()


class State(NamedTuple):
    """What a group has from the one around it. ``kind`` is note, comment or empty."""

    sheet: Sheet
    look: Look = _RESET
    destination: str = ""
    font: int = -1
    uc: int = 1
    gone: tuple[bool, bool] = (False, False)
    listed: bool = False
    kind: str = ""


class Words:
    """Reads a rich text's words. ``depth`` is how many groups are open: none when it has ended well."""

    def __init__(self) -> None:
        self.tracked = False
        self.tables = Tables()
        self.sheet = Sheet()
        self.state = State(self.sheet)
        self._notes: list[Sheet] = []
        self._marks = 0
        self._stack: list[State] = []
        self._star = False
        self._bytes = bytearray()
        self._skip = 0
        self._high = 0

    @property
    def depth(self) -> int:
        return len(self._stack)

    def run(self, data: str) -> None:
        """Read all of ``data``, one character a byte."""
        at = 0
        while token := _TOKEN.match(data, at):
            at = token.end()
            word, number, byte, sign, brace, text = token.groups()
            if text is not None:
                self._text(text)
            elif byte is not None:
                self._text(chr(int(byte, 16)))
            elif word == "bin":
                at += max(int(number or 0), 0)
            elif word is not None:
                self._word(word, None if number is None else int(number))
            elif brace is not None:
                self._open() if brace == "{" else self._close()
            elif sign is not None:
                self._sign(sign)
        self._flush()

    def finished(self) -> Sheet:
        """The text, and after it its notes and boxes."""
        for note in self._notes:
            if note.text().strip():
                self.sheet.line()
                self.sheet.append(note)
        return self.sheet

    def _open(self) -> None:
        self._flush()
        self._stack.append(self.state)
        self._star, self._skip = False, 0

    def _close(self) -> None:
        self._flush()
        self._skip = 0
        if not self._stack:
            return
        ended, self.state = self.state, self._stack.pop()
        if ended.destination != self.state.destination:
            self.tables.end(ended.destination, self.state.sheet.at)
        if ended.kind == "comment" != self.state.kind:
            self.state.sheet.remarks += self.tables.remark(ended.sheet.text().strip(), self.state.sheet.at)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._star = True
        elif self._skip:
            self._skip -= 1
        elif sign in CHARACTERS:
            self.put(CHARACTERS[sign])

    def _text(self, text: str) -> None:
        """Characters that stand for bytes; as many as stand in for a ``\\u`` are passed over."""
        if self._skip:
            passed = min(self._skip, len(text))
            self._skip -= passed
            text = text[passed:]
        if text and (not self.state.destination or self.state.destination in CAPTURED):
            self._bytes += text.encode("latin-1")

    def _flush(self) -> None:
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            self.put(decoded(data, self.tables.page_of(self.state.font), self.tables.page))

    def put(self, text: str) -> None:
        """Text of whatever the group is: of the page, of a note, of a font's name."""
        self._flush()
        self._high = 0
        state = self.state
        if state.destination:
            self.tables.add(state.destination, text)
        elif not any(state.gone):
            if state.listed:
                text = self._of_list(text)
            state.sheet.write(text, state.look)

    def _of_list(self, text: str) -> str:
        """An automatic number: after Chinese marks no blank, and no sign of a font's own."""
        if text == "\t":
            return "" if self.state.sheet.last in ("", "\n", *CLOSING) else " "
        return re.sub("[\ue000-\uf8ff]", "•", text)

    def _unicode(self, number: int) -> None:
        code = number % 0x10000 if number < 0x10000 else number
        self._flush()
        high, self._high = self._high, 0
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000 and high:
            self.put(chr(0x10000 + (high - 0xD800) * 0x400 + code - 0xDC00))
        elif code < 0x110000:
            self.put(chr(code))
        self._skip = self.state.uc

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._unicode(number or 0)
        elif self._skip:
            self._skip -= 1
        else:
            self._flush()
            star, self._star = self._star, False
            self._said(word, number, star)

    def _said(self, word: str, number: int | None, star: bool) -> None:
        state = self.state
        if word in CHARACTERS:
            self.put(CHARACTERS[word])
        elif word in WITHIN:
            if state.destination == WITHIN[word]:
                self._aside("note") if word == "shptxt" else self.set(destination="")
        elif word in ("footnote", "annotation"):
            if not state.destination:
                self._aside("note" if word == "footnote" else "comment")
        elif word in CAPTURED or word in SKIPPED:
            if not state.destination or state.destination in CAPTURED:
                self.set(destination=word)
                self.tables.begin()
        elif word in _WORDS:
            _WORDS[word](self, number)
        elif word in ALIGN:
            self.look(align=ALIGN[word])
        elif star and word != "nesttableprops" and (not state.destination or state.destination in CAPTURED):
            self.set(destination=word)
        else:
            self.tables.said(state.destination, word, number)

    def _aside(self, kind: str) -> None:
        """What follows stands on a sheet of its own."""
        sheet = Sheet()
        if kind == "note":
            self._notes.append(sheet)
        self.state = State(sheet, font=self.state.font, uc=self.state.uc, kind=kind)

    def set(self, **what: object) -> None:
        self.state = self.state._replace(**what)

    def look(self, **what: object) -> None:
        self.set(look=self.state.look._replace(**what))

    def mark(self) -> None:
        """The mark of a note, in the text and then before the note itself."""
        self._marks += not self.state.kind
        self.put(f"[{self._marks}]")

    def font(self, number: int) -> None:
        self.set(font=number)
        self.tables.said(self.state.destination, "f", number)
        self.look(face=self.tables.face(number))

    def style(self, number: int) -> None:
        self.tables.said(self.state.destination, "s", number)
        self.look(level=self.tables.level(number))

    def level(self, number: int) -> None:
        self.tables.said(self.state.destination, "outlinelevel", number)
        self.look(level=number + 1 if 0 <= number < 9 else None)

    def gone(self, index: int, on: bool) -> None:
        """Hidden text, or with index 1 what was deleted."""
        self.tracked |= bool(index and on)
        now = list(self.state.gone)
        now[index] = on
        self.set(gone=tuple(now))

    def plain(self) -> None:
        look = self.state.look
        self.set(look=Look(align=look.align, level=look.level), font=-1, gone=(False, False))

    def tables_end(self, row: bool) -> None:
        if not self.state.destination:
            self._flush()
            self.state.sheet.row() if row else self.state.sheet.cell()


_WORDS: dict[str, Callable[[Words, int | None], object]] = {
    "b": lambda words, n: words.look(bold=n != 0),
    "fs": lambda words, n: words.look(size=(n or 24) / 2),
    "f": lambda words, n: words.font(n or 0),
    "s": lambda words, n: words.style(n or 0),
    "outlinelevel": lambda words, n: words.level(9 if n is None else n),
    "highlight": lambda words, n: words.look(colour=words.tables.colour(n or 0)),
    "chcbpat": lambda words, n: words.look(colour=words.tables.colour(n or 0)),
    "v": lambda words, n: words.gone(0, n != 0),
    "deleted": lambda words, n: words.gone(1, n != 0),
    "plain": lambda words, _: words.plain(),
    "pard": lambda words, _: words.look(align="", level=None),
    "uc": lambda words, n: words.set(uc=max(0, min(1 if n is None else n, 16))),
    "cell": lambda words, _: words.tables_end(False),
    "nestcell": lambda words, _: words.tables_end(False),
    "row": lambda words, _: words.tables_end(True),
    "nestrow": lambda words, _: words.tables_end(True),
    "chftn": lambda words, _: words.mark(),
    "listtext": lambda words, _: words.set(listed=True),
    "pntext": lambda words, _: words.set(listed=True),
}
