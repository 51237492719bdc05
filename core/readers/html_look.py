"""How an element of a page looks, as far as the outline and the marks can use it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from core.readers.sheet import Look


class Styled(Protocol):
    """The side of an element that is asked here."""

    tag: str

    def get(self, key: str) -> str | None: ...


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = ("span", "font", "mark", "b", "strong", "u", "i", "em")
_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_ALIGN = {"left": "left", "center": "center", "right": "right", "middle": "center"}
_NAMED = {
    "yellow": "#ffff00",
    "lime": "#00ff00",
    "aqua": "#00ffff",
    "cyan": "#00ffff",
    "fuchsia": "#ff00ff",
    "magenta": "#ff00ff",
    "red": "#ff0000",
    "blue": "#0000ff",
    "green": "#008000",
    "orange": "#ffa500",
    "pink": "#ffc0cb",
    "gold": "#ffd700",
    "silver": "#c0c0c0",
    "lightgrey": "#d3d3d3",
    "teal": "#008080",
    "olive": "#808000",
}
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*([\d.]+)\s*)?\)")
_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b")
_LENGTH = re.compile(r"([\d.]{1,8})(pt|px)")
_FILLER = '7.0pt "times new roman"'
"""Word's blanks between an automatic number and its text."""
_PALE = 0xF0
"""A colour no channel of which is below this is paper."""


def styles_of(element: Styled) -> dict[str, str]:
    """The style that stands in the element's own tag."""
    style = element.get("style")
    return _parsed(style[:2000]) if style else {}


@lru_cache(1000)
def _parsed(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value}


def shown(element: Styled, styles: dict[str, str]) -> bool:
    """Whether a browser would show it."""
    return not (
        element.get("hidden") is not None
        or styles.get("display", "").startswith("none")
        or styles.get("visibility", "").startswith("hidden")
        or styles.get("mso-hide") == "all"
        or styles.get("font") == _FILLER
        or (element.tag == "div" and element.get("title") in ("header", "footer"))  # LibreOffice's, of each page
    )


def look_of(element: Styled, styles: dict[str, str], above: Look) -> Look:
    """How text in the element looks, given how it looks around it."""
    tag = element.tag
    level = _HEADINGS.get(tag, above.level)
    align = element.get("align") or ("center" if tag == "center" else "")
    plain = tag in ("p", "div", "span", "font", "td") and not styles and not align
    if plain and tag != "font":
        return above
    return Look(
        _bold(tag, styles.get("font-weight", ""), above.bold),
        _face(element, styles) or above.face,
        _size(element, styles) or above.size,
        _ALIGN.get(styles.get("text-align", align).lower(), above.align),
        level,
        (_colour(tag, styles) or above.colour) if tag in _INLINE else above.colour,
    )


def _bold(tag: str, weight: str, above: bool) -> bool:
    if weight:
        return weight.startswith("bold") or weight[:1] in "6789"
    return above or tag in ("b", "strong", "th") or tag in _HEADINGS


def _face(element: Styled, styles: dict[str, str]) -> str:
    named = element.get("face") if element.tag == "font" else styles.get("font-family")
    return (named or "").split(",")[0].strip(" \"'")


def _size(element: Styled, styles: dict[str, str]) -> float:
    if element.tag == "font":
        return _SIZES.get(element.get("size") or "", 0.0) or _points(styles.get("font-size", ""))
    return _points(styles.get("font-size", ""))


def _points(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    if not found or found[1].count(".") > 1 or found[1] == ".":
        return 0.0
    return round(float(found[1]) * (0.75 if found[2] == "px" else 1), 1)


def _colour(tag: str, styles: dict[str, str]) -> str:
    """``#rrggbb`` of a highlight, or nothing."""
    said = styles.get("background-color") or styles.get("background") or ("yellow" if tag == "mark" else "")
    colour = _NAMED.get(said.split(" ")[0]) or _hex(said)
    if not colour or all(int(colour[i : i + 2], 16) >= _PALE for i in (1, 3, 5)):
        return ""
    return colour


def _hex(said: str) -> str:
    if found := _RGB.match(said):
        clear = found[4] is not None and found[4].strip("0.") == ""
        return "" if clear else "#" + "".join(f"{min(int(channel), 255):02x}" for channel in found.groups()[:3])
    if found := _HEX.match(said):
        return found[0] if len(found[0]) == 7 else "#" + "".join(2 * digit for digit in found[0][1:])
    return ""
