"""A page of ours in HTML, as far as rich text widgets know it: text, bands, and the notes beside their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from lxml import etree, html
from lxml.html import HtmlElement

from core.previews.view import View

LINES = 60
_SIZES = {"h1": "font-size:20px;font-weight:600;text-align:center;", "h2": "font-weight:600;font-size:15px;",
          "h3": "font-weight:600;", "h4": "font-weight:600;", "h5": "font-weight:600;"}  # fmt: skip
_ROLES = {"subtitle": "text-align:center;", "salutation": "", "aside": "font-size:11px;"}
_BASE = "margin:3px 0;line-height:150%;"


def view(data: bytes) -> View:
    """Its first lines; a page that is not ours is shown as it is, without its scripts and styles."""
    page = html.document_fromstring(data.decode("utf-8"))
    style = page.findtext(".//style") or ""
    articles = page.findall(".//article")
    if not articles:
        etree.strip_elements(page, "script", "style", with_tail=False)
        return View(html.tostring(page, encoding="unicode"))
    colours = _colours(style, page.get("data-theme") == "dark")
    lines = [row for article in articles for each in article for row in _rows(each, colours)][:LINES]
    inner = f'<table width="100%" cellspacing="0" cellpadding="0">{"".join(lines)}</table>'
    return View(f'<body bgcolor="{colours["page"]}">{inner}</body>')


def _colours(style: str, dark: bool) -> dict[str, str]:
    """The colours of one theme by their names in the style sheet."""
    block = re.search(r"data-theme=dark\]\{([^}]*)\}" if dark else r":root\{([^}]*)\}", style)
    return dict(re.findall(r"--(\w+):(#\w{6})", block[1] if block else ""))


def _rows(each: HtmlElement, colours: dict[str, str]) -> Iterator[str]:
    if each.tag in ("aside", "section"):
        yield _row("", each.iter("div"), colours)
    elif each.tag == "div":
        line = next(iter(child for child in each if child.tag != "aside"), None)
        yield _row(_line(line, colours) if line is not None else "", each.findall("aside/div"), colours)
    else:
        yield _row(_line(each, colours), (), colours)


def _row(line: str, notes: Iterable[HtmlElement], colours: dict[str, str]) -> str:
    beside = "".join(_note(note, colours) for note in notes)
    return f'<tr><td width="66%">{line}</td><td width="16"></td><td>{beside}</td></tr>'


def _line(each: HtmlElement, colours: dict[str, str]) -> str:
    role = each.get("class", "")
    looks = _SIZES.get(str(each.tag)) or _ROLES.get(role, "text-indent:28px;")
    ink = colours["soft" if role in ("subtitle", "aside") else "ink"]
    return f'<p style="{_BASE}{looks}color:{ink};">{_inner(each, colours)}</p>'


def _inner(each: HtmlElement, colours: dict[str, str]) -> str:
    """The text of an element, with bands below marks."""
    made = escape(each.text or "")
    for child in each:
        inner = _inner(child, colours)
        if child.tag == "mark":
            inner = f'<span style="background-color:{_band(child, colours)};">{inner}</span>'
        elif child.tag in ("b", "strong"):
            inner = f"<b>{inner}</b>"
        made += inner + escape(child.tail or "")
    return made


def _note(note: HtmlElement, colours: dict[str, str]) -> str:
    said = [_inner(child, colours) if child.tag != "strong" else f"<b>{_inner(child, colours)}</b>" for child in note]
    tails = [escape((child.tail or "").strip()).replace("\n", "<br>") for child in note]
    lines = [line for pair in zip(said, tails, strict=True) for line in pair if line]
    sign = f'<span style="background-color:{_band(note, colours)};">&nbsp;</span>&nbsp;'
    return f'<p style="font-size:11px;margin:2px 0 6px 0;color:{colours["soft"]};">{sign}{"<br>".join(lines)}</p>'


def _band(each: HtmlElement, colours: dict[str, str]) -> str:
    found = re.search(r"\bc\d+", each.get("class", ""))
    return colours.get(found[0], "") if found else ""
