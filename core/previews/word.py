"""The first page of a Word file of ours as simple HTML: its styles, its bands, and its comments beside their lines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree

from core.exporters.office import OFFICE
from core.previews.view import View

PARAGRAPHS = 60
_W = f"{{{OFFICE}/wordprocessingml/2006/main}}"
_FANG = "FangSong,仿宋,STFangsong,'Noto Serif CJK SC'"
_SONG = "FZXiaoBiaoSong-B05S,STZhongsong,'Noto Serif CJK SC',SimSun"
_HEI = "SimHei,STHeiti,'Noto Sans CJK SC'"
_KAI = "KaiTi,楷体,STKaiti,'Noto Serif CJK SC'"
_INDENT = "text-indent:28px;"
_LOOKS = {
    "Title": f"font-family:{_SONG};font-size:20px;text-align:center;",
    "Subtitle": f"font-family:{_KAI};text-align:center;",
    "Salutation": "",
    "Aside": "font-size:11px;color:#6d6a63;",
    "BodyText": _INDENT,
    "Heading1": f"font-family:{_HEI};{_INDENT}",
    "Heading2": f"font-family:{_KAI};{_INDENT}",
    "Heading3": _INDENT,
    "Heading4": _INDENT,
    "Card": _INDENT,
    "CardNote": f"font-family:{_KAI};{_INDENT}",
    "CardSource": f"font-family:{_KAI};font-size:12px;color:#6d6a63;text-align:right;margin-bottom:10px;",
}
"""The styles of ``core.exporters.word_styles``; a point there is seven eighths of a pixel here."""
_LEADS = {"Lead1": f"font-family:{_HEI};font-weight:bold;", "Lead2": f"font-family:{_KAI};font-weight:bold;",
          "Lead3": "font-weight:bold;"}  # fmt: skip
_BALLOON = "font-size:11px;margin:2px 0 6px 0;background-color:#f4f1ea;"
_BASE = f"font-family:{_FANG};font-size:14px;line-height:160%;margin-top:0;margin-bottom:0;"


def view(data: bytes) -> View:
    """Its first paragraphs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))[0]
        told = archive.read("word/comments.xml") if "word/comments.xml" in archive.namelist() else b""
    comments = dict(_comments(told)) if told else {}
    lines = [_paragraph(each) for each in body.findall(f"{_W}p")[:PARAGRAPHS]]
    if not comments:
        return View("".join(line for line, _ in lines), paper=True)
    rows = "".join(_row(line, [comments[id] for id in ids if id in comments]) for line, ids in lines)
    return View(f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>', paper=True)


def _row(line: str, said: list[str]) -> str:
    balloons = "".join(f'<p style="{_BALLOON}">{each}</p>' for each in said)
    return f'<tr><td width="68%">{line}</td><td width="14"></td><td>{balloons}</td></tr>'


def _comments(xml: bytes) -> Iterator[tuple[str, str]]:
    for comment in ElementTree.fromstring(xml):
        said = "<br>".join(_runs(each) for each in comment.findall(f"{_W}p"))
        author = escape(comment.get(f"{_W}author", ""))
        yield comment.get(f"{_W}id", ""), f'<span style="color:#6d6a63;">{author}</span><br>{said}'


def _paragraph(each: ElementTree.Element) -> tuple[str, list[str]]:
    """The paragraph, and the comments whose passages end in it."""
    style = each.find(f"{_W}pPr/{_W}pStyle")
    looks = _LOOKS.get(style.get(f"{_W}val", "") if style is not None else "", "")
    bare = each.find(f"{_W}pPr/{_W}ind")
    if bare is not None and bare.get(f"{_W}firstLine") == "0":
        looks = looks.replace(_INDENT, "")
    ids = [found.get(f"{_W}id", "") for found in each.iter(f"{_W}commentReference")]
    return f'<p style="{_BASE}{looks}">{_runs(each)}</p>', ids


def _runs(paragraph: ElementTree.Element) -> str:
    return "".join(_run(each) for each in paragraph.findall(f"{_W}r"))


def _run(each: ElementTree.Element) -> str:
    words = "".join(_piece(piece) for piece in each)
    looks = "".join(_look(look) for look in each.iterfind(f"{_W}rPr/*"))
    return f'<span style="{looks}">{words}</span>' if looks and words else words


def _piece(piece: ElementTree.Element) -> str:
    if piece.tag == f"{_W}t":
        return escape(piece.text or "")
    return {f"{_W}tab": "\u3000", f"{_W}br": "<br>"}.get(piece.tag, "")


def _look(look: ElementTree.Element) -> str:
    """A property of a run as a style sheet has it."""
    name, value = look.tag.removeprefix(_W), look.get(f"{_W}val", "")
    if name == "shd":
        return f"background-color:#{look.get(f'{_W}fill', 'ffffff')};"
    if name == "rStyle":
        return _LEADS.get(value, "")
    return {"u": "text-decoration:underline;", "b": "font-weight:bold;"}.get(name, "")
