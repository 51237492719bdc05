"""XML written by hand: whatever a text holds, well-formed XML comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold."""
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_FACT = _TEXT | str.maketrans({"\n": "&#10;", "\t": "&#9;", '"': "&quot;"})


def element(name: str, facts: dict[str, str], *inside: str) -> str:
    """An element; facts that are empty are left out. ``inside`` is XML already."""
    given = "".join(f' {key}="{fit(value).translate(_FACT)}"' for key, value in facts.items() if value)
    within = "".join(inside)
    return f"<{name}{given}>{within}</{name}>\n" if within else f"<{name}{given}/>\n"


def words(name: str, text: str) -> str:
    """An element with text, or nothing where there is none."""
    return f"<{name}>{fit(text).translate(_TEXT)}</{name}>\n" if text else ""


def group(name: str, inside: Iterable[str]) -> str:
    """An element around others, or nothing where there are none."""
    within = list(inside)
    return f"<{name}>\n{''.join(within)}</{name}>\n" if within else ""


def fit(text: str) -> str:
    """The text without what XML cannot hold."""
    return _UNFIT.sub("", text)
