"""What comparing has found, as tables: the outlines, a column each; the passages that two share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.heading_paths import wording
from core.lens.table import Column, Table
from core.model import Span

if TYPE_CHECKING:
    from core.lens.comparing import Comparison
    from core.model import Document, Section

INDENT = "\u3000"
"""What stands before a heading for each level it is below the first."""
Places = tuple[Span | None, ...]
"""Where a row stands in each of the speeches; None: it does not."""
translate = QCoreApplication.translate


def outlines(documents: Sequence[Document], found: Comparison) -> tuple[Table, list[Places]]:
    """A row of headings each, with its number behind it, and its places."""
    columns = (*(Column(named(document)) for document in documents), Column(translate("compare", "No."), 0))
    rows = [
        (*(_indented(section, row.depth) for section in row.sections), number)
        for number, row in enumerate(found.rows, 1)
    ]
    places: list[Places] = [tuple(each and each.heading for each in row.sections) for row in found.rows]
    return Table(translate("compare", "Outlines side by side"), columns, rows), places


def named(document: Document) -> str:
    """A speech by its title and date."""
    return " · ".join(filter(None, (document.title or document.digest[:8], document.date)))


def _indented(section: Section | None, depth: int) -> str:
    return INDENT * depth + " ".join(wording(section).split()) if section else ""


def passages(documents: Sequence[Document], found: Comparison) -> tuple[Table, list[Places]]:
    """A row a passage that two share, the longest first."""
    columns = (
        Column(translate("compare", "Passage")),
        Column(translate("compare", "In both")),
        Column(translate("compare", "Characters"), 0),
        Column(translate("compare", "Alike"), 0),
        Column(translate("compare", "No."), 0),
    )
    by_length = sorted(found.passages, key=lambda each: -len(each.here))
    rows = [
        (
            " ".join(documents[each.one].text[each.here.start : each.here.stop].split()),
            f"{each.one + 1} · {each.other + 1}",
            len(each.here),
            int(100 * each.likeness),
            number,
        )
        for number, each in enumerate(by_length, 1)
    ]
    places: list[Places] = [
        tuple({each.one: each.here, each.other: each.there}.get(n) for n in range(len(documents))) for each in by_length
    ]
    return Table(translate("compare", "Shared passages"), columns, rows), places
