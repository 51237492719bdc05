"""The colours of a template's source: what is done, what is put in, what is only said."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from gui.theme import Theme

_OPEN = re.compile(r"\{(?P<kind>[{%#])")
_WORD = re.compile(
    r"(?P<text>'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")"
    r"|(?P<word>\b(?:for|in|if|elif|else|endfor|endif|set|endset|macro|endmacro|call|endcall|filter|endfilter|block"
    r"|endblock|and|or|not|is|recursive|raw|endraw|with|endwith)\b)"
    r"|\|\s*(?P<filter>\w+)"
)
_CLOSE = {"{": "}}", "%": "%}", "#": "#}"}
_KINDS = ("", *_CLOSE)
"""What a line may end within, by the state that Qt keeps for it: nothing, a value, a statement, a remark."""


class TemplateColours(QSyntaxHighlighter):
    """Light colours: the text that stays as it is has the ink."""

    def __init__(self, document: QTextDocument, look: Theme) -> None:
        super().__init__(document)
        self._forms = {
            "{": _form(look.saved),
            "%": _form(look.accent),
            "#": _form(look.soft),
            "text": _form(look.warning),
            "word": _form(look.accent, bold=True),
            "filter": _form(look.warning),
        }

    def highlightBlock(self, text: str) -> None:
        place, kind = 0, _KINDS[max(0, self.previousBlockState())]
        while place < len(text):
            if not kind:
                found = _OPEN.search(text, place)
                if found is None:
                    break
                place, kind = found.start(), found["kind"]
            stop = text.find(_CLOSE[kind], place)
            end = stop + 2 if stop >= 0 else len(text)
            self._colour(text, place, end, kind)
            place, kind = end, "" if stop >= 0 else kind
        self.setCurrentBlockState(_KINDS.index(kind))

    def _colour(self, text: str, start: int, stop: int, kind: str) -> None:
        self.setFormat(start, stop - start, self._forms[kind])
        if kind == "#":
            return
        for found in _WORD.finditer(text, start, stop):
            name = found.lastgroup or "text"
            self.setFormat(found.start(name), found.end(name) - found.start(name), self._forms[name])


def _form(colour: str, *, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    if bold:
        form.setFontWeight(600)
    return form
