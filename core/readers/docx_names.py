"""The namespaces of a Word file, both kinds (transitional and strict), and how its values are read."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_OFFICE = "schemas.openxmlformats.org"
PREFIXES = {
    f"http://{_OFFICE}/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    f"http://{_OFFICE}/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    f"http://{_OFFICE}/package/2006/relationships": "rel",
    f"http://{_OFFICE}/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    f"http://{_OFFICE}/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    f"http://{_OFFICE}/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.microsoft.com/office/word/2016/wordml/cid": "w16cid",
    "http://schemas.microsoft.com/office/word/2018/wordml/cex": "w16cex",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


def below(element: Element | None, *path: str) -> Element | None:
    """The first child of a child of … by that path, or None."""
    for name in path:
        element = None if element is None else element.find(name)
    return element


def value(element: Element | None, *path: str, key: str = "w:val") -> str | None:
    """The value of the element at ``path``."""
    found = below(element, *path)
    return None if found is None else found.get(key)


def number(text: str | None, default: int = 0) -> int:
    """A whole number, or the default for what is none."""
    try:
        return max(-1, min(int(text), 1_000_000_000)) if text else default
    except ValueError:
        return default


def flag(element: Element | None, name: str) -> bool | None:
    """On or off, or None where nothing is said."""
    found = below(element, name)
    return None if found is None else found.get("w:val", "1").lower() not in ("0", "false", "off", "none")


def children(element: Element | None) -> Iterator[Element]:
    """The children of an element that may be missing."""
    return iter(() if element is None else element)
