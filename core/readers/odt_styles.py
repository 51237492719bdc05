"""How OpenDocument's paragraphs and runs look, and how its lists count: styles by family and name."""

from __future__ import annotations

import re
from typing import NamedTuple, TypedDict
from xml.etree.ElementTree import Element

from core.readers.numerals import bullet

_ALIGNS = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
_FORMATS = {
    "": "none", "1": "decimal", "01": "decimalZero", "a": "lowerLetter", "A": "upperLetter",
    "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCountingThousand", "壹, 贰": "chineseLegalSimplified", "壹, 貳": "ideographLegalTraditional",
    "１": "decimalFullWidth", "①": "decimalEnclosedCircle", "甲": "ideographTraditional", "子": "ideographZodiac",
}  # fmt: skip
_DEEP = 32


class Properties(TypedDict, total=False):
    """What a style says, each key only if it does."""

    bold: bool
    face: str
    size: float
    hidden: bool
    shade: str
    align: str
    unlisted: bool


class Level(NamedTuple):
    """How one level of a list counts and is written, with ``%1%`` for the number of the first level."""

    format: str
    text: str
    start: int = 1
    followed: bool = True


class Styles:
    """The styles met so far; those of the text itself come last and win."""

    def __init__(self) -> None:
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        self._faces: dict[str, str] = {}
        self._styles: dict[tuple[str, str], Element] = {}
        self._said: dict[tuple[str, str], Properties] = {}

    def add(self, element: Element) -> bool:
        """Take a style in. False for what is none."""
        name = element.get("style:name", "")
        if element.tag == "style:font-face":
            self._faces[name] = element.get("svg:font-family", name).strip("'")
        elif element.tag in ("style:style", "style:default-style"):
            self._styles[element.get("style:family", ""), name] = element
        elif element.tag == "text:list-style":
            self.lists[name] = _levels(element)
        elif element.tag == "text:outline-style":
            self.outline = _levels(element)
        else:
            return element.tag.startswith(("style:", "number:", "draw:marker", "?:"))
        return True

    def of(self, family: str, name: str, deep: int = 0) -> Properties:
        """What a style and those that it is made of say."""
        key = family, name
        if key not in self._said:
            style = self._styles.get(key)
            if style is None or deep > _DEEP:
                return self.of(family, "", deep + 1) if name and deep <= _DEEP else Properties()
            parent = style.get("style:parent-style-name", "")
            base = self.of(family, parent, deep + 1) if name else Properties()
            self._said[key] = {**base, **self._own(style, base)}
        return self._said[key]

    def _own(self, style: Element, base: Properties) -> Properties:
        said = Properties()
        if "style:list-style-name" in style.attrib:
            said["unlisted"] = not style.get("style:list-style-name")
        for part in style:
            get = part.get
            if part.tag == "style:paragraph-properties" and get("fo:text-align"):
                said["align"] = _ALIGNS.get(get("fo:text-align", ""), "")
            elif part.tag == "style:text-properties":
                self._text(part, base, said)
        return said

    def _text(self, part: Element, base: Properties, said: Properties) -> None:
        weight = part.get("style:font-weight-asian") or part.get("fo:font-weight")
        if weight:
            said["bold"] = weight == "bold" or (weight.isdigit() and int(weight) >= 600)
        face = part.get("style:font-name-asian") or part.get("style:font-family-asian")
        plain = part.get("style:font-name") or part.get("fo:font-family") or ""
        if face or not plain.isascii():
            said["face"] = self._faces.get(face or plain, (face or plain).strip("'"))
        size = _points(part.get("style:font-size-asian") or part.get("fo:font-size"), base.get("size", 0.0))
        if size:
            said["size"] = size
        if part.get("text:display"):
            said["hidden"] = part.get("text:display") == "none"
        back = part.get("fo:background-color", "").lower()
        if back:
            said["shade"] = back if re.fullmatch("#[0-9a-f]{6}", back) and back != "#ffffff" else ""


def _points(size: str | None, base: float) -> float:
    found = re.fullmatch(r"(\d{1,4}(?:\.\d{1,9})?)(pt|%|in|cm|mm|px)", size or "")
    if not found:
        return 0.0
    unit = {"pt": 1.0, "%": base / 100, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75}[found[2]]
    return round(float(found[1]) * unit, 1)


def _levels(style: Element) -> dict[int, Level]:
    return {whole(level.get("text:level"), 1): _level(level) for level in style if level.get("text:level")}


def _level(element: Element) -> Level:
    if element.tag == "text:list-level-style-bullet":
        return Level("bullet", bullet(element.get("text:bullet-char", "•")))
    written = element.get("loext:num-format") or element.get("style:num-format", "")
    keys = (written[:4], written[:2], written[:1])
    format = next((_FORMATS[key] for key in keys if key in _FORMATS), "decimal")
    level = whole(element.get("text:level"), 1)
    text = element.get("style:num-list-format") or element.get("loext:num-list-format")
    if text is None:
        shown = whole(element.get("text:display-levels"), 1)
        numbers = ".".join(f"%{at}%" for at in range(max(1, level - shown + 1), level + 1))
        text = element.get("style:num-prefix", "") + numbers + element.get("style:num-suffix", "")
    label = next(element.iter("style:list-level-label-alignment"), None)
    followed = label is None or label.get("text:label-followed-by") != "nothing"
    return Level(format, text, whole(element.get("text:start-value"), 1), followed)


def whole(text: str | None, default: int) -> int:
    """A whole number, not too large, or the default for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else default
