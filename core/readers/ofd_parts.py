"""Names and places in an OFD: elements whatever their prefix, and where one part points to another."""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

POINTS = 72 / 25.4
"""Points of a millimetre, in which an OFD counts."""

Box = tuple[float, float, float, float]


def local(element: Element) -> str:
    """The name of an element without its prefix."""
    return element.tag.rpartition(":")[2]


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The elements of a name right below another, or below the lists that stand between (``Pages``, ``Content``)."""
    for below in element if element is not None else ():
        if local(below) == name:
            yield below


def child(element: Element | None, name: str) -> Element | None:
    return next(children(element, name), None)


def attribute(element: Element, name: str) -> str:
    return element.get(name) or ""


def location(element: Element, name: str) -> str:
    """What an element of this name below another says."""
    below = child(element, name)
    return (below.text or "").strip() if below is not None else ""


def resolve(base: str, target: str) -> str:
    """The part that ``target`` means in the part ``base``; empty where it leads out of the file."""
    if not target.strip():
        return ""
    target = target.strip().replace("\\", "/")
    joined = target if target.startswith("/") else posixpath.join(posixpath.dirname(base), target)
    found = posixpath.normpath(joined.lstrip("/"))
    return "" if found.startswith("..") or found == "." else found


def numbers(text: str) -> list[float]:
    """The numbers of a list; what is none counts as 0."""
    found: list[float] = []
    for part in text.split():
        try:
            number = float(part)
        except ValueError:
            number = 0.0
        found.append(max(-1e6, min(number, 1e6)) if math.isfinite(number) else 0.0)
    return found


def box(text: str) -> Box | None:
    """``x y width height`` in millimetres, as the four edges in points."""
    found = numbers(text)
    if len(found) != 4:
        return None
    x, y, width, height = (number * POINTS for number in found)
    return x, y, x + width, y + height
