"""How a filter of marks is put in words: one chip for each thing asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from core.model import Section, Span, Tag
from gui.mark_filter import Query

translate = QCoreApplication.translate


class Chip(NamedTuple):
    """What is asked for, in words, and what the query is without it."""

    name: str
    words: str
    without: dict[str, Any]


def states() -> dict[str, str]:
    """What may have become of a mark's passage."""
    return {
        "anchored": translate("filter", "In place"),
        "moved": translate("filter", "Moved"),
        "changed": translate("filter", "Changed"),
        "orphan": translate("filter", "Lost"),
    }


def dates() -> dict[str, str]:
    """The spans of time one is likely to ask for."""
    return {
        "": translate("filter", "Any time"),
        "1": translate("filter", "Today"),
        "7": translate("filter", "7 days"),
        "30": translate("filter", "30 days"),
    }


def hows() -> dict[str, str]:
    """How a mark's tags are compared with those chosen."""
    return {
        "any": translate("filter", "Any of"),
        "all": translate("filter", "All of"),
        "none": translate("filter", "None of"),
    }


def orders() -> dict[str, str]:
    """What the list is sorted by."""
    return {
        "place": translate("filter", "Place"),
        "tag": translate("filter", "Tag"),
        "date": translate("filter", "Date"),
    }


def sorted_words(by: str) -> str:
    """How the list is sorted, behind a number of marks."""
    return {
        "place": translate("filter", "in text order"),
        "tag": translate("filter", "by tag"),
        "date": translate("filter", "newest first"),
    }[by]


def title(section: Section) -> str:
    """A heading in one line."""
    return " ".join((section.label + section.title).split())


def chips(query: Query, tags: Mapping[str, Tag], sections: Mapping[Span, str]) -> Iterator[Chip]:
    """What a query asks for beside the words that stand in the field."""
    if query.tags:
        names = [tag.name for tag in tags.values() if tag.id in query.tags]
        words = {"any": " / ", "all": " + ", "none": " / "}[query.how].join(names)
        words = translate("filter", "not %1").replace("%1", words) if query.how == "none" else words
        yield Chip("tags", words, {"tags": frozenset()})
    if query.here or query.section is not None:
        words = sections.get(query.section, "") if query.section is not None else ""
        yield Chip("section", words or translate("filter", "Section being read"), {"here": False, "section": None})
    if query.states:
        words = " / ".join(name for state, name in states().items() if state in query.states)
        yield Chip("states", words, {"states": frozenset()})
    if query.stars:
        yield Chip("stars", stars(query.stars), {"stars": 0})
    if query.makers:
        names = sorted(filter(None, query.makers)) or [nameless()]
        yield Chip("makers", " / ".join(names), {"makers": frozenset()})
    if query.date:
        since = translate("filter", "since %1").replace("%1", query.date)
        yield Chip("date", dates().get(query.date, since), {"date": ""})


def nameless() -> str:
    """What stands for the name of whoever gave none."""
    return translate("filter", "No name")


def stars(least: int) -> str:
    """At least so many stars."""
    return f"★ ≥ {least}" if least < 5 else "★ 5"
