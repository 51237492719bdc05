"""HTML, as web pages and as office programs save it, and the rich text of the clipboard."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from pathlib import Path

from core.readers.format import Reader, Reading
from core.text import decode, normalise

_HEAD = 4096
"""Bytes at the start in which markup, and its charset, show themselves."""

# Patterns are compiled by ``re`` when they are first needed: a plain text needs none of them.
_OPENS = (
    rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|base|link|style|script"
    rb"|article|section|main|header|nav|div|p|span|font|center|br|table|ul|ol|h[1-6]|b|strong|a|img)(?=[\s/>])"
)
_CHARSET = rb"(?i)<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]+)"
_KNOWN = ("utf", "gb", "big5", "x-gb", "x-big5", "cp936", "cp950", "iso-8859-1", "latin", "us-ascii", "windows-1252")
"""Charsets that ``core.text.decode`` finds by the bytes themselves, or that are declared where they are not meant."""
_FRAGMENT = r"(?s)<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->"


def from_markup(markup: str) -> Reading:
    """What the clipboard's rich text says. Raises Problem where it says nothing."""
    from core.readers.article import article
    from core.readers.html_tree import tree

    markup = normalise(markup)
    fragment = re.search(_FRAGMENT, markup)
    return article(tree(fragment[1] if fragment else markup, ""), "")


def from_bytes(data: bytes, path: Path, charset: str = "") -> Reading:
    """What HTML says; ``charset`` is what stood beside it (a mail's header), if anything did."""
    from core.readers.article import article
    from core.readers.html_tree import tree

    return article(tree(_decoded(data, path, charset), path), path)


def _decoded(data: bytes, path: Path, charset: str) -> str:
    """Bytes that can only be UTF-8 are UTF-8, whatever is declared; Chinese charsets are told apart by bytes too."""
    declared = charset or _declared(data)
    if declared and not declared.lower().startswith(_KNOWN):
        with suppress(LookupError, UnicodeError, ValueError):
            codec = codecs.lookup(declared)
            if codec._is_text_encoding and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
                return normalise(str(codec.decode(data, "strict")[0]))
    return decode(data, path)[0]


def _declared(data: bytes) -> str:
    found = re.search(_CHARSET, data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _recognises(data: bytes) -> bool:
    head = data[:_HEAD]
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.removeprefix(mark)
    head = head.replace(b"\0", b"").lstrip()
    return head.startswith(b"<") and re.match(_OPENS, head) is not None


HTML = Reader("HTML", _recognises, from_bytes, (".html", ".htm", ".xhtml"))
