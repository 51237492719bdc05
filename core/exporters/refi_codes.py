"""The tags as the codes of REFI-QDA 1.5: nested as they are, each with a name that no other has; and the .qdc file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from core import __version__
from core.exporters.format import Exporter
from core.exporters.xml_ import HEAD, element, group, words
from core.guids import guid
from core.model import Notebook, Tag
from core.problem import Problem
from core.tag_tree import Tags, children, path, rows

ORIGIN = f"piyue {__version__}"


def codes(tags: Tags, used: Collection[str]) -> str:
    """``<Codes>``, or nothing without tags. A tag that only groups others, and marks nothing, is not codable."""
    below, names = children(tags), unique_names(tags)

    def code(tag: Tag) -> str:
        under = below.get(tag.id, ())
        facts = {"guid": guid(tag.id), "name": names[tag.id]}
        facts |= {"isCodable": "false" if under and tag.id not in used else "true", "color": tag.colour.upper()}
        return element("Code", facts, words("Description", tag.hint), *map(code, under))

    return group("Codes", map(code, below.get(None, ())))


def unique_names(tags: Tags) -> dict[str, str]:
    """A name for each tag by its id: its own; the path, where one above or before it has that; else with a number."""
    taken, names = set[str](), dict[str, str]()
    for tag, _ in sorted(rows(tags), key=lambda row: row.depth):
        name = next(name for name in _choices(tags, tag) if name not in taken)
        names[tag.id] = name
        taken.add(name)
    return names


def _choices(tags: Tags, tag: Tag) -> Iterator[str]:
    whole = path(tags, tag.id)
    yield tag.name
    yield whole
    number = 2
    while True:
        yield f"{whole} ({number})"
        number += 1


def used_in(notebooks: Iterable[Notebook]) -> set[str]:
    """The ids of the tags that marks bear."""
    return {id for notebook in notebooks for mark in notebook.annotations for id in mark.tags}


def render(notebook: Notebook) -> str:
    """The tags of a speech's library. Raises Problem where there are none: the schema asks for a code."""
    return render_all([notebook])


def render_all(notebooks: Iterable[Notebook]) -> str:
    """The tags of a library. Raises Problem where there are none."""
    all_ = list(notebooks)
    tags = {id: tag for each in all_ for id, tag in each.tags.items()}
    inner = codes(tags, used_in(all_))
    if not inner:
        raise Problem("export.no_tags")
    facts = {"xmlns": "urn:QDA-XML:codebook:1.0", "origin": ORIGIN}
    return HEAD + element("CodeBook", facts, "\n", inner)


CODEBOOK = Exporter("codebook", ".qdc", render, render_all)
