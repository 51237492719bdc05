"""Markup into a tree, and a tree into lines: what a browser would show, without what is no text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from core.problem import Problem
from core.readers.html_look import look_of, shown, styles_of
from core.readers.sheet import Look, Sheet

_SKIPPED = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template head title iframe object embed applet svg math select option button input"
        " textarea canvas audio video map datalist rt rp frameset noframes meter progress dialog",
    )
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure"
        " footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody"
        " tfoot thead tr ul",
    )
)
_CELLS = ("td", "th")
_BLANK = re.compile(r"[ \t\n\r\f]+")
_WIDE = re.compile(
    "[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)

Element = etree._Element  # pyright: ignore[reportPrivateUsage]


def tree(markup: str, path: object) -> Element:
    """The tree of any markup, a fragment too. Entities are HTML's own, and nothing is fetched.

    Raises Problem for what holds nothing, and for what is nested deeper than any page is.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Problem("file.damaged", path=path, format="HTML") from error
    if any("depth" in fault.message for fault in parser.error_log):
        raise Problem("file.damaged", path=path, format="HTML")
    if root is None:
        raise Problem("file.empty", path=path)
    return root


class _State(NamedTuple):
    """What an element hands down to what stands in it."""

    look: Look = Look()
    pre: bool = False


class Flow:
    """Walks a tree and writes its lines; ``seen`` is told of every element that shows, and where it begins and ends."""

    def __init__(self, seen: Callable[[Element, bool, int], None]) -> None:
        self._seen = seen
        self.sheet = Sheet()
        self._states = [_State()]
        self._skipping = 0
        self._break = False
        self._blank = ""
        self._kept = ""
        self._exact = False
        """LibreOffice writes every blank as it is, and breaks lines at blanks only."""

    def walk(self, root: Element) -> Sheet:
        """All lines below ``root``."""
        self._exact = any("Office" in (meta.get("content") or "") for meta in root.iter("meta"))
        for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
            if event == "start":
                self._open(element)
                self._say(element.text)
            else:
                if event == "end":
                    self._close(element)
                self._say(element.tail if element is not root else None)
        return self.sheet

    def _open(self, element: Element) -> None:
        tag = str(element.tag)
        styles = styles_of(element)
        if self._skipping or tag in _SKIPPED or not shown(element, styles):
            self._skipping += 1
            return
        above = self._states[-1]
        pre = above.pre or tag == "pre" or styles.get("white-space", "").startswith("pre")
        self._states.append(_State(look_of(element, styles, above.look), pre))
        if tag == "br":
            self._newline()
        elif tag in _BLOCKS:
            self._end_line()
        self._seen(element, True, self.sheet.at)

    def _close(self, element: Element) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        self._states.pop()
        self._seen(element, False, self.sheet.at)
        if element.tag in _BLOCKS:
            self._end_line()
            if element.tag == "tr":
                self.sheet.row()
        elif element.tag in _CELLS:
            self._break, self._blank = False, ""
            self.sheet.cell()
        elif self._blank:
            self._kept = self._blank

    def _end_line(self) -> None:
        """A blank at the end of a line is its own if an element within the line ends with it."""
        if self._kept and self.sheet.last not in ("", "\n"):
            self.sheet.write(self._shown(self._kept), self._states[-1].look)
        self._break, self._kept, self._blank = not self.sheet.within_row, "", ""

    def _shown(self, blank: str) -> str:
        return blank.replace("\n", " ") if self._exact else " "

    def _newline(self) -> None:
        if self._break:
            self.sheet.line()
        self._break, self._blank = False, ""
        self.sheet.write("\n")

    def _say(self, text: str | None) -> None:
        if not text or self._skipping:
            return
        state = self._states[-1]
        if state.pre:
            self._put(text, state.look)
            return
        at = 0
        for blank in _BLANK.finditer(text):
            self._put(text[at : blank.start()], state.look)
            self._blank += blank[0]
            at = blank.end()
        self._put(text[at:], state.look)

    def _put(self, text: str, look: Look) -> None:
        """Text without blanks at its ends; those before it are one blank, or none at all where a line was
        broken between two Chinese characters."""
        if not text:
            return
        if self._break:
            self.sheet.line()
        elif self._blank and self.sheet.last not in ("", "\n"):
            broken = self._blank == "\n" and _WIDE.match(self.sheet.last) and _WIDE.match(text)
            text = text if broken else self._shown(self._blank) + text
        self._break, self._kept, self._blank = False, "", ""
        self.sheet.write(text, look)
