"""OFD (GB/T 33190), the page format of Chinese offices: its text stands on pages as that of a PDF does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.problem import Problem
from core.readers.archive import Archive
from core.readers.format import Reading
from core.readers.ofd_marks import Notes, notes
from core.readers.ofd_parts import attribute, child, children, local, location, resolve
from core.readers.ofd_text import Fonts, faces, glyphs, page_size
from core.readers.passages import covered, nearest
from core.readers.placed import Mark, Page
from core.readers.reflow import reading
from core.readers.setting import lines

PAGES = 20_000
"""More pages are no speech."""

_PICTURES = ("ImageObject", "PathObject")
_NAMESPACES = {"http://www.ofdspec.org/2016": "ofd"}


def pages(data: bytes, path: Path) -> Iterator[Page]:
    """The pages of all documents in a file, one by one. Raises Problem for what cannot be read."""
    archive = Archive(data, path, "OFD", _NAMESPACES)
    root = archive.tree("OFD.xml")
    if root is None:
        raise archive.damaged()
    told: set[str] = set()
    for body in children(root, "DocBody"):
        name = resolve("", location(body, "DocRoot"))
        if name and name not in told:
            told.add(name)
            yield from _document(archive, name)
    if not told:
        raise archive.damaged()


@dataclass
class _Body:
    """One document in a file: what its pages share."""

    archive: Archive
    name: str
    size: tuple[float, float]
    fonts: Fonts
    templates: dict[str, str] = field(default_factory=dict)
    notes: dict[str, Notes] = field(default_factory=dict)


def _document(archive: Archive, name: str) -> Iterator[Page]:
    root = archive.tree(name)
    if root is None:
        raise archive.damaged()
    common = child(root, "CommonData")
    body = _Body(archive, name, page_size(child(common, "PageArea")) or (595.0, 842.0), faces(archive, name, common))
    for template in children(common, "TemplatePage"):
        body.templates[attribute(template, "ID")] = resolve(name, attribute(template, "BaseLoc"))
    body.notes = notes(archive, name, root)
    for count, page in enumerate(children(child(root, "Pages"), "Page")):
        if count >= PAGES:
            raise archive.too_big()
        yield _page(body, attribute(page, "ID"), resolve(name, attribute(page, "BaseLoc")))


def _page(body: _Body, identity: str, name: str) -> Page:
    """What stands on a page; what its template says stands on every page, and is left out."""
    content = body.archive.tree(name)
    if content is None:
        return Page(*body.size)
    width, height = page_size(child(content, "Area")) or body.size
    placed = lines(glyphs(content, body.fonts))
    beside = body.notes.get(identity, Notes())
    marks = [
        Mark(*passage, note.text, note.creator, note.created, note.colour)
        for note in beside.notes
        if (passage := covered(placed, note.boxes) if note.boxes else nearest(placed, note.place))
    ]
    pictures = any(local(element) in _PICTURES for element in content.iter())
    templates = [body.templates.get(attribute(each, "TemplateID"), "") for each in children(content, "Template")]
    left_out = beside.watermark or any(_has_text(body.archive, template) for template in templates)
    return Page(width, height, tuple(each.line for each in placed), tuple(marks), pictures, left_out)


def _has_text(archive: Archive, name: str) -> bool:
    content = archive.tree(name)
    return content is not None and any(local(element) == "TextCode" and element.text for element in content.iter())


def read(data: bytes, path: Path) -> Reading:
    """What an OFD says. Raises Problem for what cannot be read."""
    found = list(pages(data, path))
    read = reading(found)
    if read.text.strip():
        return read
    raise Problem("file.scanned" if any(page.pictures for page in found) else "file.empty", path=path)
