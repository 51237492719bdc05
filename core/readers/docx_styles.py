"""How Word's paragraphs and runs look: direct formatting over styles over their bases over the defaults."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from core.readers.docx_names import below, children, flag, number, value

_HIGHLIGHTS = {
    "yellow": "#ffff00", "green": "#00ff00", "cyan": "#00ffff", "magenta": "#ff00ff", "blue": "#0000ff",
    "red": "#ff0000", "darkBlue": "#000080", "darkCyan": "#008080", "darkGreen": "#008000", "darkMagenta": "#800080",
    "darkRed": "#800000", "darkYellow": "#808000", "darkGray": "#808080", "lightGray": "#c0c0c0", "black": "#000000",
    "white": "",
}  # fmt: skip
_ALIGNS = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
_DEEP = 32


class RunLook(NamedTuple):
    """What is said of a run; None is nothing."""

    bold: bool | None = None
    face: str | None = None
    size: float | None = None
    hidden: bool | None = None
    colour: str | None = None
    shade: str | None = None

    def over(self, other: RunLook) -> RunLook:
        """This, and what the other says where this says nothing."""
        return RunLook._make(mine if mine is not None else theirs for mine, theirs in zip(self, other, strict=True))


class ParagraphLook(NamedTuple):
    """What is said of a paragraph."""

    align: str | None = None
    outline: int | None = None
    num: str | None = None
    level: int | None = None
    num_style: str = ""

    def over(self, other: ParagraphLook) -> ParagraphLook:
        """This, and what the other says where this says nothing."""
        mine = self if self.num is not None else self._replace(num=other.num, num_style=other.num_style)
        return ParagraphLook(
            self.align if self.align is not None else other.align,
            self.outline if self.outline is not None else other.outline,
            mine.num,
            self.level if self.level is not None else other.level,
            mine.num_style,
        )


class Styles:
    """Styles by their ids, resolved once each."""

    def __init__(self, root: Element | None, theme: Element | None) -> None:
        self._theme = _theme_faces(theme)
        self._styles = {style.get("w:styleId", ""): style for style in children(root) if style.tag == "w:style"}
        self._runs: dict[str, RunLook] = {}
        self._paragraphs: dict[str, ParagraphLook] = {}
        self.defaults = self.run(below(root, "w:docDefaults", "w:rPrDefault", "w:rPr"))
        default = [key for key, style in self._styles.items() if style.get("w:default") in ("1", "true", "on")]
        self._usual = next((key for key in default if self._styles[key].get("w:type") == "paragraph"), "")

    def numbering_of(self, style: str) -> str:
        """The list that a numbering style stands for."""
        return value(self._styles.get(style), "w:pPr", "w:numPr", "w:numId") or ""

    def paragraph(self, properties: Element | None) -> tuple[ParagraphLook, RunLook]:
        """What a paragraph's properties and its style say of it and of its runs."""
        style = value(properties, "w:pStyle") or self._usual
        if style not in self._styles:
            style = self._usual
        look = _paragraph(properties).over(self._style_paragraph(style))
        return look, self._style_run(style).over(self.defaults)

    def look(self, properties: Element | None, paragraph: RunLook) -> RunLook:
        """How a run looks within a paragraph. Bold in both styles is off again, as Word has it."""
        if properties is None:
            return paragraph
        style = self._style_run(value(properties, "w:rStyle") or "")
        if style.bold is not None and not self.defaults.bold:
            style = style._replace(bold=bool(style.bold) != bool(paragraph.bold))
        return self.run(properties).over(style).over(paragraph)

    def run(self, properties: Element | None) -> RunLook:
        """What run properties say by themselves."""
        if properties is None:
            return RunLook()
        fonts = below(properties, "w:rFonts")
        face = None
        if fonts is not None:
            face = self._theme.get(fonts.get("w:eastAsiaTheme", "")) or fonts.get("w:eastAsia") or _chinese(fonts)
        size = value(properties, "w:sz")
        return RunLook(
            flag(properties, "w:b"),
            face,
            number(size) / 2 if size else None,
            flag(properties, "w:vanish"),
            _highlight(properties),
            _shade(properties),
        )

    def _style_run(self, style: str, deep: int = 0) -> RunLook:
        if style not in self._styles or deep > _DEEP:
            return RunLook()
        if style not in self._runs:
            found = self._styles[style]
            base = self._style_run(value(found, "w:basedOn") or "", deep + 1)
            self._runs[style] = self.run(below(found, "w:rPr")).over(base)
        return self._runs[style]

    def _style_paragraph(self, style: str, deep: int = 0) -> ParagraphLook:
        if style not in self._styles or deep > _DEEP:
            return ParagraphLook()
        if style not in self._paragraphs:
            found = self._styles[style]
            base = self._style_paragraph(value(found, "w:basedOn") or "", deep + 1)
            look = _paragraph(below(found, "w:pPr"))
            if look.outline is None:
                look = look._replace(outline=_named_level(value(found, "w:name")))
            joined = look.over(base)
            self._paragraphs[style] = joined._replace(num_style=style) if joined.num is not None else joined
        return self._paragraphs[style]


def _paragraph(properties: Element | None) -> ParagraphLook:
    jc, outline = value(properties, "w:jc"), value(properties, "w:outlineLvl")
    level = value(properties, "w:numPr", "w:ilvl")
    return ParagraphLook(
        _ALIGNS.get(jc, "") if jc else None,
        number(outline, 9) if outline is not None else None,
        value(properties, "w:numPr", "w:numId"),
        number(level) if level else None,
    )


def _chinese(fonts: Element) -> str | None:
    """A face with a Chinese name that was given to Latin letters only: programs that write Word files do so."""
    name = fonts.get("w:ascii", "")
    return None if name.isascii() else name


def _named_level(name: str | None) -> int | None:
    """``heading 2`` is a heading even where a program wrote no level."""
    found = re.fullmatch(r"(?:heading|标题)\s*([1-9])", name or "", re.IGNORECASE)
    return int(found[1]) - 1 if found else None


def _highlight(properties: Element) -> str | None:
    name = value(properties, "w:highlight")
    return None if name is None else _HIGHLIGHTS.get(name, "")


def _shade(properties: Element) -> str | None:
    shading = below(properties, "w:shd")
    if shading is None:
        return None
    solid = shading.get("w:val") == "solid"
    colour = (shading.get("w:color" if solid else "w:fill") or "").lower()
    return f"#{colour}" if re.fullmatch("[0-9a-f]{6}", colour) and colour != "ffffff" else ""


def _theme_faces(theme: Element | None) -> dict[str, str]:
    """The faces that a theme has for Chinese."""
    faces: dict[str, str] = {}
    for key, name in (("minorEastAsia", "a:minorFont"), ("majorEastAsia", "a:majorFont")):
        fonts = below(theme, "a:themeElements", "a:fontScheme", name)
        scripts = [font.get("typeface", "") for font in children(fonts) if font.get("script") == "Hans"]
        faces[key] = value(fonts, "a:ea", key="typeface") or "".join(scripts[:1])
    return {key: face for key, face in faces.items() if face}
