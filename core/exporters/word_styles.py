"""The styles and the page of the Word files that we make, as GB/T 9704-2012 asks.

A4 with margins of 37, 35, 28 and 26 mm; 22 lines of 28 characters, a line 28.95 pt high; the title in 小标宋 of
二号 (22 pt), levels one and two in 黑体 and 楷体, all else in 仿宋 of 三号 (16 pt). Lengths are twentieths of a
point, sizes half points.
"""

from __future__ import annotations

SONG, FANG, HEI, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
LINE, BODY_SIZE, TITLE_SIZE = 579, 32, 44
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
NOTE_INK = "6D6A63"

_OTHERS = {
    SONG: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,Noto Serif CJK SC,宋体",
    FANG: "仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC",
    HEI: "SimHei,华文黑体,STHeiti,Noto Sans CJK SC",
    KAI: "楷体,KaiTi,华文楷体,STKaiti,Noto Serif CJK SC",
}
"""The faces that take the place of one that a machine has not, the best first."""


def _font(name: str, others: str) -> str:
    family = "modern" if name in (FANG, HEI, KAI) else "auto"
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>'
    )


FONTS = "".join(_font(name, others) for name, others in _OTHERS.items())

PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:footerReference w:type="even" r:id="rId2"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>'
    f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
)
CLOSER = '<w:spacing w:val="-5"/>'
"""28 characters in 156 mm stand a quarter of a point closer than their size. A grid of characters would do it too,
but LibreOffice spreads them."""


def face(name: str) -> str:
    """The face of Chinese letters; the Latin ones stay Roman."""
    return f'<w:rFonts w:eastAsia="{name}"/>'


def _style(id: str, name: str, paragraph: str = "", run: str = "", base: str = "Normal", after: str = "") -> str:
    following = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/>{following}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _letters(id: str, name: str, run: str) -> str:
    return f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/><w:rPr>{run}</w:rPr></w:style>'


def _heading(level: int, run: str) -> str:
    outline = f'<w:keepNext/>{INDENT}<w:outlineLvl w:val="{level - 1}"/>'
    return _style(f"Heading{level}", f"heading {level}", outline, run, after="BodyText")


STYLES = "".join(
    (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="Times New Roman"'
        f' w:hAnsi="Times New Roman" w:eastAsia="{FANG}" w:cs="Times New Roman"/>'
        f'<w:sz w:val="{BODY_SIZE}"/><w:szCs w:val="{BODY_SIZE}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:spacing w:line="{LINE}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>'
        f"<w:rPr>{CLOSER}</w:rPr></w:style>",
        _style("BodyText", "Body Text", INDENT),
        _style("Title", "Title", '<w:keepNext/><w:spacing w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>',
               f'{face(SONG)}<w:spacing w:val="0"/><w:sz w:val="{TITLE_SIZE}"/><w:szCs w:val="{TITLE_SIZE}"/>',
               after="BodyText"),
        _style("Subtitle", "Subtitle", '<w:jc w:val="center"/>', face(KAI), after="BodyText"),
        _style("Salutation", "Salutation", "", "", after="BodyText"),
        _style("Aside", "Aside", '<w:jc w:val="left"/>', f'<w:color w:val="{NOTE_INK}"/><w:sz w:val="24"/>'),
        _heading(1, face(HEI)),
        _heading(2, face(KAI)),
        _heading(3, ""),
        _heading(4, ""),
        _style("Card", "Card", INDENT),
        _style("CardNote", "Card Note", INDENT, face(KAI)),
        _style("CardSource", "Card Source", f'<w:spacing w:after="{LINE // 2}" w:line="{LINE}" w:lineRule="exact"/>'
               '<w:jc w:val="right"/>', f'{face(KAI)}<w:color w:val="{NOTE_INK}"/><w:sz w:val="28"/>'),
        _style("Footer", "footer", "", '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/>'),
        _style("CommentText", "annotation text", '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
               '<w:sz w:val="21"/>'),
        _letters("CommentReference", "annotation reference", '<w:sz w:val="21"/>'),
        _letters("Lead1", "Lead 1", f"{face(HEI)}<w:b/>"),
        _letters("Lead2", "Lead 2", f"{face(KAI)}<w:b/>"),
        _letters("Lead3", "Lead 3", "<w:b/>"),
    )
)  # fmt: skip
