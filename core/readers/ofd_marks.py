"""The annotations of an OFD: marks and comments of readers, watermarks, seals."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple
from xml.etree.ElementTree import Element

from core.readers.archive import Archive
from core.readers.ofd_parts import Box, attribute, box, child, children, local, location, numbers, resolve

_ON_TEXT = ("Highlight",)
_SUBTYPES = ("Highlight", "Underline", "Squiggly", "Strikeout", "StrikeOut")
_SIGNS = ("Stamp", "Watermark", "Link")


class Note(NamedTuple):
    """A mark on the page: on what lies in ``boxes``, or beside ``place``."""

    text: str
    creator: str
    created: str
    colour: str
    boxes: tuple[Box, ...]
    place: Box


class Notes(NamedTuple):
    """What lies over one page."""

    notes: tuple[Note, ...] = ()
    watermark: bool = False


def notes(archive: Archive, name: str, document: Element) -> dict[str, Notes]:
    """What lies over each page of a document, by the page's id."""
    listed = resolve(name, location(document, "Annotations"))
    root = archive.tree(listed) if listed else None
    found: dict[str, Notes] = {}
    for page in children(root, "Page"):
        part = resolve(listed, location(page, "FileLoc"))
        content = archive.tree(part) if part else None
        each = list(children(content, "Annot"))
        told = tuple(note for annotation in each if (note := _note(annotation)))
        watermark = any(attribute(annotation, "Type") == "Watermark" for annotation in each)
        found[attribute(page, "PageID")] = Notes(told, watermark)
    return found


def _note(annotation: Element) -> Note | None:
    """An annotation as a mark; None for a seal, a link, a watermark, and what says and marks nothing."""
    kind, subtype = attribute(annotation, "Type"), attribute(annotation, "Subtype")
    appearance = child(annotation, "Appearance")
    place = box(attribute(appearance, "Boundary")) if appearance is not None else None
    text = location(annotation, "Remark") or _parameter(annotation, "Contents")
    on_text = kind in _ON_TEXT or subtype in _SUBTYPES
    if kind in _SIGNS or place is None or not (on_text or text):
        return None
    colour = _colour(appearance) if kind == "Highlight" or subtype == "Highlight" else ""
    created = _date(attribute(annotation, "LastModDate"))
    boxes = (place,) if on_text else ()
    return Note(text, attribute(annotation, "Creator"), created, colour, boxes, place)


def _parameter(annotation: Element, name: str) -> str:
    parameters = children(child(annotation, "Parameters"), "Parameter")
    return next(((each.text or "").strip() for each in parameters if attribute(each, "Name") == name), "")


def _colour(appearance: Element | None) -> str:
    for element in appearance.iter() if appearance is not None else ():
        if local(element) == "FillColor":
            value = re.sub(r"#([0-9a-fA-F]{1,2})", lambda match: str(int(match[1], 16)), attribute(element, "Value"))
            parts = numbers(value)
            if len(parts) == 3:
                return "#" + "".join(f"{min(max(int(part), 0), 255):02x}" for part in parts)
    return ""


def _date(text: str) -> str:
    """A day or a time in ISO 8601 and UTC; what names no zone is taken for UTC."""
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        return ""
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
