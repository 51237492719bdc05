"""Marks that come in beside those that are there: by their ids.

What is known already changes nothing; of two versions the newer wins; where both sides changed a mark,
ours stays and theirs is put beside it, with a line in its note that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from core.guids import guid
from core.model import Annotation, State
from core.problem import say

LANGUAGES = ("zh", "en")
STEP = "import.step"
"""The sentence that names the step of an import."""


class Fate(NamedTuple):
    """What becomes of a mark that comes in: ``added``, ``updated``, put ``beside`` ours, or known already (``same``);
    and the mark as it will stand in the library."""

    kind: str
    mark: Annotation


@dataclass(slots=True)
class Merged:
    """The marks to be written, by id, and what becomes of each that comes in."""

    marks: dict[str, Annotation] = field(default_factory=dict[str, Annotation])
    fates: list[Fate] = field(default_factory=list[Fate])

    def take(self, kind: str, mark: Annotation) -> None:
        """Note what becomes of a mark."""
        self.fates.append(Fate(kind, mark))
        if kind != "same":
            self.marks[mark.id] = mark


History = Callable[[str], Sequence[State]]


def merged(
    coming: Iterable[Annotation],
    present: Mapping[str, Annotation],
    history: History,
    carries: frozenset[str],
    language: str,
) -> Merged:
    """What becomes of the marks that come in; ``present`` are those that are there, by id.

    ``history`` tells what a mark of ours was before; ``carries`` are the further fields that the format has.
    """
    made = Merged()
    aliases = {guid(id): id for id in present}
    for mark in coming:
        ours = present.get(mark.id) or present.get(aliases.get(mark.id, ""))
        copy = beside(mark, language)
        winner = "new" if ours is None else winning(mark, ours, history)
        if mark.id in made.marks or winner == "ours" or (winner == "both" and copy.id in present):
            made.take("same", ours or mark)
        elif ours is None:
            made.take("added", mark)
        elif winner == "theirs":
            made.take("updated", updated(ours, mark, carries))
        else:
            made.take("beside", copy)
    return made


def winning(mark: Annotation, ours: Annotation, history: History) -> str:
    """``ours``, ``theirs`` or ``both``. A version is known by its time; one that we had before says nothing new."""
    if not mark.modified or mark.modified == ours.modified:
        return "ours"
    states = history(ours.id)
    if any(state.annotation and state.annotation.modified == mark.modified for state in states):
        return "ours"
    newer = mark.modified > ours.modified
    brought = bool(states) and states[-1].words in {say(STEP, language) for language in LANGUAGES}
    if brought or ours.modified == ours.created or mark.modified == mark.created or (newer and _holds(mark, ours)):
        return "theirs" if newer else "ours"
    return "both"


def _holds(one: Annotation, other: Annotation) -> bool:
    """Whether one has all that the other says, so that it was made of it, and nothing is lost with that."""
    return other.note in one.note and set(other.tags) <= set(one.tags)


def updated(ours: Annotation, mark: Annotation, carries: frozenset[str]) -> Annotation:
    """Our mark as a newer version has it; what the format does not carry stays, and so does a passage that we have."""
    new = replace(ours, tags=mark.tags, note=mark.note, modified=mark.modified)
    new = replace(new, **{name: getattr(mark, name) for name in carries})
    if mark.document != ours.document or mark.span is None or mark.span == ours.span:
        return new
    where = {name: getattr(mark, name) for name in ("span", "quote", "prefix", "suffix", "state", "former")}
    return replace(new, **where)


def beside(mark: Annotation, language: str) -> Annotation:
    """Their version as a mark of its own. Its id follows from what it is, so that it comes once only."""
    who = f"{mark.creator} " if mark.creator else ""
    line = say("import.beside", language, who=who, time=mark.modified)
    note = f"{mark.note}\n{line}" if mark.note else line
    return replace(mark, id=guid(f"{mark.id} {mark.modified}", "beside"), note=note)
