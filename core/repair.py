"""A damaged library made whole again from what can be read of it; the damaged file is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.clock import now as clock
from core.problem import Problem, say

if TYPE_CHECKING:
    from core.library import Library


class Repaired(NamedTuple):
    """What was saved, how many places could not be read, and where the damaged file lies now."""

    speeches: int
    marks: int
    lost: int
    kept: Path

    def say(self, language: str) -> str:
        """What happened, in one sentence or two."""
        return say("repair.done", language, speeches=self.speeches, marks=self.marks, lost=self.lost, kept=self.kept)


def repair(path: Path, now: str = "") -> Repaired:
    """Put all that can be read of the library at ``path`` into a new one in its place.

    Nobody may have it open. Raises Problem where nothing can be read, and where the new one cannot be
    written; then the library is as it was.
    """
    from core.backups import swap
    from core.library.contents import survey
    from core.library.mending import Mending
    from core.pages import Pages

    if not path.exists():
        raise Problem("file.missing", path=path)
    pages = Pages(path)
    rows = pages.rows()
    fresh = path.with_name(f".{path.name}.fresh")
    _remove(fresh)
    try:
        with Mending(fresh) as library:
            placed = library.take_rows(rows)
            _name_again(library)
        found = survey(fresh)
        if not placed or not (found.speeches or found.marks):
            raise Problem("repair.nothing", path=path)
        kept = swap(path, fresh, now or clock())
    finally:
        _remove(fresh)
    assert kept is not None
    return Repaired(len(found.speeches), len(found.marks), pages.lost, kept)


def _name_again(library: Library) -> None:
    """Tell title and length of the speeches whose texts are all that is left of them."""
    from core.readers import build

    for row in library.documents():
        document = None if row.title else library.document(row.digest)
        if document and document.text and (named := build(document.text)).digest == row.digest:
            library.add(named)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
