"""A Word file by its parts, which name each other, transitional and strict. Nothing outside it is looked at."""

from __future__ import annotations

import posixpath
from pathlib import Path
from xml.etree.ElementTree import Element

from core.problem import Problem
from core.readers.archive import Archive
from core.readers.docx_comments import comments
from core.readers.docx_names import PREFIXES, children, value
from core.readers.docx_numbering import Numbering
from core.readers.docx_styles import Styles
from core.readers.docx_text import Notes, Story
from core.readers.format import Reading


def read(data: bytes, path: Path) -> Reading:
    """What a Word file says. Raises Problem for what is damaged, too large or empty."""
    reading = _told(_Parts(Archive(data, path, "Word (.docx)", PREFIXES)))
    if not reading.text.strip():
        raise Problem("file.empty", path=path)
    return reading


class _Parts:
    """The parts of a document by what they are to it, wherever they lie."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.main = self._related("", "_rels/.rels").get("officeDocument", "word/document.xml")
        if self.main not in archive:
            self.main = "word/document.xml"
        if self.main not in archive:
            raise archive.damaged()
        self._folder = posixpath.dirname(self.main)
        relations = f"{self._folder}/_rels/{posixpath.basename(self.main)}.rels"
        self._others = self._related(self._folder, relations)

    def tree(self, kind: str, usual: str = "") -> Element | None:
        """The part of a kind; where no relation names it, the one of the usual name."""
        return self.archive.tree(self._others.get(kind) or f"{self._folder}/{usual or kind}.xml")

    def _related(self, folder: str, name: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for relation in children(self.archive.tree(name)):
            kind = relation.get("Type", "").rpartition("/")[2]
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                place = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(kind, posixpath.normpath(place))
        return found


def _told(parts: _Parts) -> Reading:
    """The body and then the notes, with what stands beside them."""
    settings = parts.tree("settings")
    styles = Styles(parts.tree("styles"), parts.tree("theme", "theme/theme1"))
    notes = [
        Notes("footnote", value(settings, "w:footnotePr", "w:numFmt") or "decimal"),
        Notes("endnote", value(settings, "w:endnotePr", "w:numFmt") or "lowerRoman"),
    ]
    story = Story(styles, Numbering(parts.tree("numbering"), styles), notes)
    empty = True
    for block in parts.archive.stream(parts.main, ("w:body",)):
        empty = False
        story.block(block)
    if empty:
        raise parts.archive.damaged()
    story.finish()
    for kind in notes:
        if kind.met:
            story.notes(kind, parts.tree(f"{kind.name}s"))
    if story.comments:
        extended = parts.tree("commentsExtended"), parts.tree("commentsIds"), parts.tree("commentsExtensible")
        story.writing.remarks += comments(parts.tree("comments"), extended, story.comments)
    return story.writing.reading()
