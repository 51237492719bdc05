"""Zip files of XML, as Word and OpenDocument write them, read so that nothing in them does harm.

Nothing is ever unpacked to disk, so names in the archive lead nowhere. Members are streamed, and whatever
is larger than any speech stops there: by unpacked bytes, elements, depth, and what one paragraph or table
holds. A document type that declares something, without which there are no entities, is refused; one that is
only named, as old OpenDocument files do, is not looked up.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.parsers import expat

from core.problem import Problem

BYTES = 320 << 20
"""Unpacked bytes of all parts together: some 50 MB of text with its markup."""
RATIO, RATIO_FREE = 250, 48 << 20
"""A part beyond the second that unpacks to more than so many times its size is no document."""
ELEMENTS = 12_000_000
UNIT_ELEMENTS = 400_000
UNIT_CHARACTERS = 16_000_000
DEPTH = 200
SILENCE = 2 << 20
"""Bytes within which a tag ends: expat looks at an unfinished one from its start with every piece it is given."""
MEMBERS = 20_000
_CHUNK = 1 << 16

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class Archive:
    """The parts of one file. ``prefixes`` are its namespaces and the short names its elements get (``w:p``).

    Raises Problem for what is broken or too large.
    """

    def __init__(self, data: bytes, path: Path, format: str, prefixes: Mapping[str, str]) -> None:
        self._path, self._format, self._prefixes = path, format, prefixes
        self._bytes, self._elements = BYTES, ELEMENTS
        if data.count(b"PK\x01\x02") > MEMBERS:
            raise self.too_big()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.damaged() from error

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def damaged(self) -> Problem:
        """What to raise for a file that is not as it should be."""
        return Problem("file.damaged", path=self._path, format=self._format)

    def too_big(self) -> Problem:
        """What to raise for a file that would fill the memory."""
        return Problem("file.too_big", path=self._path)

    def tree(self, name: str) -> Element | None:
        """A whole part, or None where there is none."""
        if name not in self:
            return None
        units = list(self.stream(name, ("",)))
        return units[0] if units else None

    def stream(self, name: str, parents: Collection[str]) -> Iterator[Element]:
        """The elements right below ``parents``, each let go when the next is read; ``""`` is above the root."""
        units: list[Element] = []
        try:
            parser = _Parser(self, parents, units.append)
            for chunk in self._chunks(name):
                parser.feed(chunk)
                yield from units
                units.clear()
            parser.feed(b"", True)
        except _BROKEN as error:
            raise self.damaged() from error
        yield from units

    def named(self, name: str) -> str | None:
        """The name of a part as the archive has it, whatever the case of its letters."""
        return next((each for each in self._zip.NameToInfo if each.lower() == name.lower()), None)

    def data(self, name: str) -> bytes:
        """The bytes of a part that is there."""
        try:
            return b"".join(self._chunks(name))
        except _BROKEN as error:
            raise self.damaged() from error

    def holds(self, name: str, word: bytes) -> bool:
        """Whether a part that need not be well formed has a word in it."""
        try:
            return name in self and word in b"".join(self._chunks(name))
        except _BROKEN as error:
            raise self.damaged() from error

    def name_of(self, tag: str) -> str:
        """``uri}local`` as ``prefix:local``; of a namespace that is not known, ``?:local``."""
        uri, _, local = tag.rpartition("}")
        return f"{self._prefixes.get(uri, '?')}:{local}" if uri else local

    def count_element(self) -> None:
        """One more element was met."""
        self._elements -= 1
        if self._elements < 0:
            raise self.too_big()

    def _chunks(self, name: str) -> Iterator[bytes]:
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise Problem("file.encrypted", path=self._path)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.damaged()  # the others unpack without a bound
        allowed = max(RATIO_FREE, info.compress_size * RATIO)
        with self._zip.open(info) as member:
            while chunk := member.read(_CHUNK):
                self._bytes -= len(chunk)
                allowed -= len(chunk)
                if min(self._bytes, allowed) < 0:
                    raise self.too_big()
                yield chunk


class _Parser:
    """Expat's events into elements, which are handed over one by one."""

    def __init__(self, archive: Archive, parents: Collection[str], found: Callable[[Element], object]) -> None:
        self._archive, self._parents, self._found = archive, parents, found
        self._open: list[str] = [""]
        self._unit: list[Element] = []
        self._text: list[str] = []
        self._elements = self._characters = self._silence = 0
        self._names: dict[str, str] = {}
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._data
        self._parser = parser

    def feed(self, data: bytes, last: bool = False) -> None:
        self._silence += len(data)
        self._parser.Parse(data, last)
        if self._silence > SILENCE:
            raise self._archive.too_big()

    def _doctype(self, _: str, __: str | None, ___: str | None, declares: int) -> None:
        if declares:
            raise self._archive.damaged()

    def _name(self, tag: str) -> str:
        if tag not in self._names:
            if len(self._names) > MEMBERS:
                raise self._archive.too_big()
            self._names[tag] = self._archive.name_of(tag)
        return self._names[tag]

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._silence = 0
        self._archive.count_element()
        if len(self._open) > DEPTH:
            raise self._archive.too_big()
        name = self._name(tag)
        if self._unit or self._open[-1] in self._parents:
            self._set_text()
            named = {self._name(key): value for key, value in attributes.items()}
            self._weigh(1, sum(map(len, named.values())))
            element = Element(name, named)
            if self._unit:
                self._unit[-1].append(element)
            self._unit.append(element)
        self._open.append(name)

    def _end(self, _: str) -> None:
        self._silence = 0
        self._open.pop()
        if not self._unit:
            return
        self._set_text()
        element = self._unit.pop()
        if not self._unit:
            self._elements = self._characters = 0
            self._found(element)

    def _data(self, text: str) -> None:
        self._silence = 0
        if self._unit:
            self._weigh(0, len(text))
            self._text.append(text)

    def _set_text(self) -> None:
        """Character data is the text of the open element, or the tail of its last child."""
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        if len(self._unit[-1]):
            self._unit[-1][-1].tail = text
        else:
            self._unit[-1].text = text

    def _weigh(self, elements: int, characters: int) -> None:
        self._elements += elements
        self._characters += characters
        if self._elements > UNIT_ELEMENTS or self._characters > UNIT_CHARACTERS:
            raise self._archive.too_big()
