"""Marks that come in beside those that are there: by their ids.

What is known already changes nothing; of two versions the newer wins; where both sides changed a mark,
ours stays and theirs is put beside it, with a line in its note that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.guids import guid
from core.model import Annotation, State
from core.problem import say

LANGUAGES = ("zh", "en")
STEP = "import.step"
"""The sentence that names the step of an import."""


@dataclass(slots=True)
class Merged:
    """The marks to be written, and how many are new, newer, put beside ours, lost (an orphan), or known already."""

    marks: dict[str, Annotation] = field(default_factory=dict[str, Annotation])
    added: int = 0
    updated: int = 0
    beside: int = 0
    lost: int = 0
    same: int = 0


def merged(
    coming: Iterable[Annotation],
    present: Mapping[str, Annotation],
    history: Callable[[str], Sequence[State]],
    carries: frozenset[str],
    language: str,
) -> Merged:
    """What becomes of the marks that come in; ``present`` are those that are there, by id."""
    made = Merged()
    aliases = {guid(id): id for id in present}
    for mark in coming:
        ours = present.get(mark.id) or present.get(aliases.get(mark.id, ""))
        if mark.id in made.marks:
            made.same += 1
        elif ours is None:
            made.marks[mark.id] = mark
            made.added += 1
            made.lost += mark.span is None
        else:
            _weigh(made, mark, ours, history, carries, language, present)
    return made


def _weigh(
    made: Merged,
    mark: Annotation,
    ours: Annotation,
    history: Callable[[str], Sequence[State]],
    carries: frozenset[str],
    language: str,
    present: Mapping[str, Annotation],
) -> None:
    winner = _winner(mark, ours, history)
    copy = beside(mark, language)
    if winner == "theirs":
        made.marks[ours.id] = updated(ours, mark, carries)
        made.updated += 1
    elif winner == "both" and copy.id not in present:
        made.marks[copy.id] = copy
        made.beside += 1
    else:
        made.same += 1


def _winner(mark: Annotation, ours: Annotation, history: Callable[[str], Sequence[State]]) -> str:
    """``ours``, ``theirs`` or ``both``. A version is known by its time; one that we had before says nothing new."""
    if not mark.modified or mark.modified == ours.modified:
        return "ours"
    states = history(ours.id)
    if any(state.annotation and state.annotation.modified == mark.modified for state in states):
        return "ours"
    brought = bool(states) and states[-1].words in {say(STEP, language) for language in LANGUAGES}
    if not brought and ours.modified != ours.created and mark.modified != mark.created:
        return "both"
    return "theirs" if mark.modified > ours.modified else "ours"


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
