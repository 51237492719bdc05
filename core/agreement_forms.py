"""How far two readers of a speech agree, written down: a table for people, records for programs."""

from __future__ import annotations

from typing import NamedTuple

from core.agreement import EVERY, Agreement, agreements
from core.comparison import makers
from core.model import Notebook
from core.problem import Problem, say
from core.tag_tree import path


class Compared(NamedTuple):
    """A speech, the names of two readers of it, and how far they agree, on all marks first."""

    notebook: Notebook
    readers: tuple[str, str]
    rows: list[Agreement]


def compared(notebook: Notebook, names: tuple[str, str] | None) -> Compared:
    """Two readers by their names, or the two that made most marks. An empty name means marks without one.

    Raises Problem where there are no two.
    """
    found = makers(notebook.annotations)
    most = sorted(found, key=lambda name: -len(found[name]))
    if names is None and len(most) < 2:
        raise Problem("agreement.alone", title=notebook.document.title)
    one, other = names or (most[0], most[1])
    for name in (one, other):
        if name not in found:
            raise Problem("agreement.unknown", name=name, names="、".join(filter(None, most)) or "-")
    rows = agreements(len(notebook.document.text), found[one], found[other], notebook.tags)
    return Compared(notebook, (one, other), rows)


def table(found: Compared, language: str) -> str:
    """A row for all marks and for each tag, its cells apart by tabs; what is not defined is a dash, with its reason."""
    names = [name or say("agreement.unnamed", language) for name in found.readers]
    heads = ("tag", ""), *(("marks", name) for name in names), ("both", ""), *(("only", name) for name in names)
    head = [say(f"agreement.{key}", language, name=name) for key, name in (*heads, ("kappa", ""), ("alpha", ""))]
    rows = [_cells(found.notebook, row, language) for row in found.rows]
    return "".join("\t".join(cells) + "\n" for cells in (head, *rows))


def _cells(notebook: Notebook, row: Agreement, language: str) -> list[str]:
    tag = say("agreement.every", language) if row.tag == EVERY else path(notebook.tags, row.tag)
    counts = (row.ours, row.theirs, row.both, row.ours_only, row.theirs_only)
    why = [say(f"agreement.{row.why}", language)] if row.why else []
    return [tag, *map(str, counts), *(figure(each) for each in (row.kappa, row.alpha)), *why]


def figure(value: float | None) -> str:
    """A measure with three decimals; a dash where it is not defined."""
    return "—" if value is None else f"{value:.3f}".replace("-0.000", "0.000")


def record(found: Compared) -> dict[str, object]:
    """The same for programs: ``tag`` is a path, null for all marks; counts of both readers in their order."""
    document = found.notebook.document
    return {
        "document": document.digest,
        "title": document.title,
        "chars": len(document.text),
        "readers": found.readers,
        "tags": [
            {
                "tag": path(found.notebook.tags, row.tag) if row.tag != EVERY else None,
                "marks": [row.ours, row.theirs],
                "both": row.both,
                "only": [row.ours_only, row.theirs_only],
                "kappa": row.kappa,
                "alpha_u": row.alpha,
                "undefined": row.why or None,
            }
            for row in found.rows
        ],
    }
