"""What of a library need be looked at for a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.folding import Folder
from core.search.catalogue import Entry
from core.search.language import Wrong
from core.search.needle import Spelled
from core.search.nodes import And, Field, Near, Node, Or, Word
from core.search.pages import Surroundings
from core.search.segment import Segment


def candidates(node: Node, segment: Segment, sought: Mapping[str, Spelled]) -> int:
    """The texts of a file that may have hits, a bit for each."""
    match node:
        case Word(text) | Field("in", text):
            return sought[text].candidates(segment)
        case And(nodes):
            found = segment.all
            for each in nodes:
                found &= candidates(each, segment, sought)
            return found
        case Or(nodes):
            found = 0
            for each in nodes:
                found |= candidates(each, segment, sought)
            return found
        case Near(one, other):
            return candidates(one, segment, sought) & candidates(other, segment, sought)
        case _:
            return segment.all


def may_fit(node: Node, entry: Entry, around: Surroundings) -> bool:
    """Whether a speech may be one that is asked for, by its speaker, its date and its file."""
    match node:
        case Field("speaker" | "year" | "folder" | "label"):
            return around.speech_fits(entry, node)
        case And(nodes):
            return all(may_fit(each, entry, around) for each in nodes)
        case Or(nodes):
            return any(may_fit(each, entry, around) for each in nodes)
        case _:
            return True


def tags_meant(field: Field, known: Mapping[str, tuple[str, str | None]], folder: Folder | None) -> frozenset[str]:
    """The ids that a ``tag:`` means: the tags of that name or path, and those below them. Raises Wrong."""
    fold: Callable[[str], str] = folder.fold if folder else str
    found = {id for id in known if fold(field.value) in (fold(known[id][0]), fold(_path(id, known)))}
    if not found:
        raise Wrong("search.no_tag", field.span, name=field.value)
    while below := {id for id, (_, parent) in known.items() if parent in found} - found:
        found |= below
    return frozenset(found)


def _path(id: str, known: Mapping[str, tuple[str, str | None]]) -> str:
    """A tag's name behind those above it: 父/子."""
    names, seen = list[str](), set[str]()
    above: str | None = id
    while above is not None and above in known and above not in seen:
        seen.add(above)
        name, above = known[above]
        names.insert(0, name)
    return "/".join(names)
