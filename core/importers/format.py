"""What an importer is, and what it finds in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.model import Annotation, Tag
from core.tagsets import Record


@dataclass(frozen=True, slots=True)
class Speech:
    """The marks that come in for one speech; their ``tags`` are ids of the arrival's tags.

    ``digest`` names the text that was marked, where that is known; ``text`` is it, as the file has it, and spans
    point into it. ``utf16`` where they count UTF-16 units. ``facts`` are title, speaker, date and venue.
    """

    marks: tuple[Annotation, ...]
    digest: str = ""
    text: str | None = None
    facts: tuple[str, str, str, str] = ("", "", "", "")
    utf16: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is in a file: marks by speech, and tags under one another, by ids of the file's own.

    ``carries`` are the fields of a mark that the format has beside its words, tags, note and times. ``tag_set``
    is set for a set of tags, which says how tags are to look; other files only add those that are missing.
    ``comments``: the marks are comments without ids, among which those that we wrote may come back.
    """

    speeches: tuple[Speech, ...] = ()
    tags: Mapping[str, Tag] = field(default_factory=dict[str, Tag])
    carries: frozenset[str] = frozenset()
    tag_set: tuple[Record, ...] | None = None
    comments: bool = False


@dataclass(frozen=True, slots=True)
class Importer:
    """One format: who recognises it by its bytes, and what reads it.

    ``recognises`` raises nothing. ``read`` is given the bytes and the path, which is for messages only, and
    raises Problem for what is broken, hostile or too new.
    """

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, Path], Arrival]
    suffixes: tuple[str, ...] = ()
