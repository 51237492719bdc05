"""An outline as a record, so that a speech that was opened before need not be parsed again.

A record is only good for the text and the grammar that made it: the text is named by its digest,
the grammar by when its files were last changed. Reading one loads nothing of ``core.outline``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from core.model import Section, Span
from core.places import RESOURCES, own_headings_path

GRAMMAR = (Path(__file__).with_name("outline"), RESOURCES)
"""The folders whose ``.py`` and ``headings`` files are the grammar, beside the reader's own table."""


def grammar() -> str:
    """A name for the grammar of this installation and this reader; another one as soon as a file of it changes."""
    stamps = sorted(_stamp(entry) for folder in GRAMMAR for entry in os.scandir(folder) if _counts(entry))
    own = own_headings_path()
    return " ".join([*stamps, *([_stamp(own)] if own.exists() else [])])


def _counts(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(".py") or entry.name.startswith("headings")


def _stamp(entry: os.DirEntry[str] | Path) -> str:
    found = entry.stat()
    return f"{entry.name}:{found.st_size}:{found.st_mtime_ns}"


def outline_record(sections: Iterable[Section]) -> str:
    """The outline as JSON; texts are left out, for the spans tell them."""
    return json.dumps([_fields(section) for section in sections], ensure_ascii=False, separators=(",", ":"))


def outline_from(text: str, record: str) -> tuple[Section, ...]:
    """The outline of ``text`` from its record."""
    return tuple(_section(text, fields) for fields in json.loads(record))


def _fields(section: Section) -> list[Any]:
    heading, body = section.heading, section.body
    spans = (len(section.label), heading.start, heading.stop, body.start, body.stop)
    below = [_fields(child) for child in section.children]
    return [section.kind, section.level, *spans, section.style, section.role, below]


def _section(text: str, fields: list[Any]) -> Section:
    kind, level, label, start, stop, begins, ends, style, role, below = fields
    children = tuple(_section(text, each) for each in below)
    words = (text[start : start + label], text[start + label : stop])
    return Section(kind, level, *words, Span(start, stop), Span(begins, ends), children, style, role)
