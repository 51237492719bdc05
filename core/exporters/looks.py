"""How a mark looks and what is said of it outside the window: its colour, its tags, its stars."""

from __future__ import annotations

import re

from core.model import Annotation, Notebook
from core.tag_tree import path
from core.tags import light_colour

UNTAGGED = "#cfc9bb"
"""Of a mark that has neither tag nor colour."""

AUTHOR = "批阅"
"""Who says what nobody signed."""

ORPHANS = "原文中已找不到的批注"


def tag_paths(notebook: Notebook, mark: Annotation) -> list[str]:
    """The tags of a mark as a person calls them, each behind those it stands under: 父/子."""
    return [path(notebook.tags, id) for id in mark.tags if id in notebook.tags]


def raw_colour(notebook: Notebook, mark: Annotation) -> str:
    """``#rrggbb``: of the first tag, or else the mark's own."""
    colour = next((notebook.tags[id].colour for id in mark.tags if id in notebook.tags), mark.colour)
    return colour.lower() if re.fullmatch("#[0-9a-fA-F]{6}", colour) else UNTAGGED


def colour(notebook: Notebook, mark: Annotation) -> str:
    """The same as it is seen on white paper: ink can be read on it."""
    return light_colour(raw_colour(notebook, mark))


def stars(mark: Annotation) -> str:
    return "★" * mark.stars


def badge(notebook: Notebook, mark: Annotation) -> str:
    """Its tags and stars in one line: 【数据】【水利/渠道】★★."""
    return "".join(f"【{path}】" for path in tag_paths(notebook, mark)) + stars(mark)


def comment(notebook: Notebook, mark: Annotation) -> str:
    """All that is said of a mark, as a comment of Word's or PDF's own has it."""
    return "\n".join(filter(None, (badge(notebook, mark), mark.note.strip())))


def title(notebook: Notebook) -> str:
    """The title of a speech in one line."""
    return " ".join(notebook.document.title.split())


def day(time: str) -> str:
    """``2026-01-05T08:30:00Z`` as 2026年1月5日; also a month, or a year. What is no date stands as it is."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", time)
    if not found:
        return time
    return "".join(f"{int(part)}{unit}" for part, unit in zip(found.groups(), "年月日", strict=True) if part)


def utc(time: str) -> str:
    """The time, if it is one."""
    return time if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", time) else ""
