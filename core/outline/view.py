"""The text as the grammar wants to see it: code point for code point as long as the text itself.

Half-width punctuation becomes full-width, every blank one blank, quotation marks of every kind “ and ”,
and stops inside them are hidden (“外防输入、内防反弹。” is one word to the grammar). The marks of
Markdown, and bullets before a number, become blanks; blanks where a line end was lost become one.
Offsets into the view are offsets into the text; what a person sees is always cut from the text.
"""

from __future__ import annotations

import re

HIDDEN = "＊"
"""Stands for a stop inside quotation marks."""

_WIDE = tuple(
    zip(
        ",;:!?()１２３４５６７８９０\t\xa0　\ufeff–―─－〔〕｡「」",
        "，；：！？（）1234567890    ————（）。“”",
        strict=True,
    )
)
_STRAIGHT = re.compile(r'"([^"\n]*)"')
_NUMBERED = r"(?:（? ?[一二三四五六七八九十]{1,3} ?[）、．.]|第[一二三四五六七八九十百]{1,5}[编章节条部])"
_MARKUP = re.compile(rf"\n *(?:#{{1,6}} |[-+*•·>] *(?={_NUMBERED}|（?\d{{1,2}}[）、．.]))")
"""What stands before a heading in Markdown, or a bullet before a number."""
_BREAK = re.compile(rf"(?<=[。！？；：]) {{3,}}(?={_NUMBERED})")
"""Blanks that stand for a lost line end: after a stop, before a number."""
_QUOTED = re.compile(r"“[^“”\n]*”|《[^《》\n]*》")
_STOPS = str.maketrans(dict.fromkeys("，；：！？。、", HIDDEN))


def view(text: str) -> str:
    """The view of ``text``; ``len(view(text)) == len(text)``."""
    for narrow, wide in _WIDE:  # one after the other: twenty times as fast as str.translate
        text = text.replace(narrow, wide)
    if '"' in text:
        text = _STRAIGHT.sub(r"“\1”", text)
    text = _MARKUP.sub(_blank, "\n" + text.replace("。**", "  。").replace("**", "  "))[1:]
    if "   " in text:
        text = _BREAK.sub(_blank, text)
    return _QUOTED.sub(_hide, text)


def _blank(match: re.Match[str]) -> str:
    return "\n" + " " * (len(match[0]) - 1)


def _hide(match: re.Match[str]) -> str:
    quoted = match[0]
    hidden = quoted.translate(_STOPS)
    return hidden if quoted[-2] not in "。！？" else hidden[:-2] + quoted[-2:]


WORD = 8
"""Code points of a quoted word at the most, its marks included."""
_COLLAPSE = re.compile(r"“[^“”\n]*”|《[^《》\n]*》|（[^（）\n]*）")


def collapse(phrase: str) -> str:
    """The phrase with each quoted or bracketed part shortened: what is quoted weighs as one word of two
    characters, and half its length if it is long."""
    if "“" not in phrase and "《" not in phrase and "（" not in phrase:
        return phrase
    return _COLLAPSE.sub(_short, phrase)


def _short(match: re.Match[str]) -> str:
    length = match.end() - match.start()
    return "引用" if length <= WORD else "引" * (length // 2)


def measure(phrase: str) -> int:
    """The length of a phrase of the view as a reader weighs it."""
    return len(collapse(phrase))
