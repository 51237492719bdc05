"""REFI-QDA: a project (.qdpx, .qde) with its sources, or a codebook (.qdc)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from core.guids import guid
from core.importers.format import Arrival, Importer, Speech
from core.importers.records import colour, name, span, time
from core.model import Annotation, Tag
from core.problem import Problem
from core.readers.archive import Archive
from core.text import decode

FORMAT = "REFI-QDA"
_SPACES = {"urn:QDA-XML:project:1.0": "q", "urn:QDA-XML:codebook:1.0": "q"}
_PROJECT = "project.qde"
_DIGITS = 15
"""Figures of the longest position that is one."""


def _recognises(data: bytes) -> bool:
    if data.startswith(b"PK\x03\x04"):
        return _PROJECT.encode() in data
    return b"urn:QDA-XML:" in data[:4096] and data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def _read(data: bytes, path: Path) -> Arrival:
    archive = Archive(data if data.startswith(b"PK") else _wrapped(data), path, FORMAT, _SPACES)
    root = archive.tree(archive.named(_PROJECT) or _PROJECT)
    if root is None or root.tag not in ("q:Project", "q:CodeBook"):
        raise archive.damaged()
    tags = {tag.id: tag for codes in root.iter("q:Codes") for tag in _tags(codes, None, "")}
    users = {name(user.get("guid")): user.get("name", "") for user in root.iter("q:User")}
    notes = {name(note.get("guid")): _said(note, archive) for note in _below(root, "q:Notes", "q:Note")}
    sources = _below(root, "q:Sources", "q:TextSource")
    return Arrival(tuple(_Source(each, archive, users, notes).speech() for each in sources), tags)


def _wrapped(data: bytes) -> bytes:
    """A file that is XML alone, packed, so that what reads archives guards it too."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(_PROJECT, data)
    return made.getvalue()


def _tags(codes: Element, parent: str | None, above: str) -> Iterator[Tag]:
    """A code named by its path, as ours are where two would share a name, gets its own name back."""
    for code in _below(codes, "q:Code"):
        id, words = name(code.get("guid")), " ".join(code.get("name", "").split())
        words = words.removeprefix(f"{above}/") if above else words
        if id and words:
            yield Tag(id, words, colour(code.get("color")), parent=parent, hint=_text(code, "q:Description"))
            yield from _tags(code, id, f"{above}/{words}" if above else words)


def _text(element: Element, tag: str) -> str:
    return next((each.text or "" for each in _below(element, tag)), "")


def _below(element: Element, *tags: str) -> Iterator[Element]:
    """The elements right below one, then below these; names are Archive's, which ElementPath does not know."""
    for each in element:
        if each.tag == tags[0]:
            yield from _below(each, *tags[1:]) if tags[1:] else (each,)


def _said(source: Element, archive: Archive) -> str:
    """The text of a source or a note, in the file itself or beside it."""
    inside = source.get("plainTextPath", "").removeprefix("internal://")
    place = inside and (archive.named(f"sources/{inside}") or archive.named(inside))
    if not place:
        return _text(source, "q:PlainTextContent")
    data = archive.data(place)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data, place)[0]


class _Source:
    """One text and its selections."""

    def __init__(self, source: Element, archive: Archive, users: dict[str, str], notes: dict[str, str]) -> None:
        self._source, self._users, self._notes = source, users, notes
        self._text = _said(source, archive)

    def speech(self) -> Speech:
        marks = (self._mark(each) for each in _below(self._source, "q:PlainTextSelection"))
        facts = (self._source.get("name", ""), "", "", "")
        return Speech(tuple(mark for mark in marks if mark), text=self._text or None, facts=facts)

    def _mark(self, selection: Element) -> Annotation | None:
        start, stop = (selection.get(each, "").strip() for each in ("startPosition", "endPosition"))
        place = span(*(int(each) if each.isdecimal() and len(each) <= _DIGITS else None for each in (start, stop)))
        if place is None:
            return None
        made = time(selection.get("creationDateTime"))
        return Annotation(
            id=name(selection.get("guid")) or guid(f"{self._source.get('guid')} {place}", "refi"),
            document="",
            span=place,
            quote=self._text[place.start : place.stop],
            tags=tuple(dict.fromkeys(name(each.get("targetGUID")) for each in selection.iter("q:CodeRef"))),
            note=_text(selection, "q:Description") or self._noted(selection),
            creator=self._users.get(name(selection.get("creatingUser")), ""),
            created=made,
            modified=time(selection.get("modifiedDateTime")) or made,
        )

    def _noted(self, selection: Element) -> str:
        ids = (name(each.get("targetGUID")) for each in selection.iter("q:NoteRef"))
        return "\n".join(filter(None, (self._notes.get(id, "") for id in ids)))


def _checked(data: bytes, path: Path) -> Arrival:
    arrival = _read(data, path)
    if not arrival.tags and not arrival.speeches:
        raise Problem("import.foreign", path=path)
    return arrival


REFI = Importer("refi-qda", _recognises, _checked, (".qdpx", ".qdc", ".qde"))
