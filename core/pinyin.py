"""Pinyin initials, by which Chinese readers look things up: 高质量发展 is found by gzlfz.

The only file that imports pypinyin. It takes 0.2 s to load, so the window asks the process of
``core.words`` for initials and never loads it itself.
"""

from __future__ import annotations

from functools import cache
from typing import Any


def initials(text: str) -> str:
    """The first letter of each character's reading, lower case; what has no reading stays as it is.

    As long as the text, code point for code point.
    """
    return "".join(_initial(part) for part in _readings(text)).lower()


def _readings(text: str) -> list[str]:
    pypinyin = _pypinyin()
    return pypinyin.lazy_pinyin(text, style=pypinyin.Style.FIRST_LETTER, errors=list)


def _initial(part: str) -> str:
    return part[:1] or " "


@cache
def _pypinyin() -> Any:
    import pypinyin

    return pypinyin
