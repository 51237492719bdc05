"""Taking files and folders into a library: each by itself, so that one that fails hides no other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.files import place_of
from core.problem import Problem
from core.readers import READERS, build, reading
from core.text import digest

if TYPE_CHECKING:
    from core.library import Library
    from core.model import Document


class Added(NamedTuple):
    """What became of a file: the speech it is, or why it is none; ``known`` if the library had it already."""

    path: Path
    document: Document | None = None
    problem: Problem | None = None
    known: bool = False


def suffixes() -> frozenset[str]:
    """The endings, in lower case, of the files that are looked at in a folder."""
    return frozenset(suffix for reader in READERS for suffix in reader.suffixes)


def files(paths: Iterable[Path | str]) -> Iterator[Path]:
    """The files among the paths, and those below the folders among them that bear the endings of speeches, in
    the order of their names. Links to folders are not followed, hidden files and folders passed over."""
    endings = suffixes()
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        for folder, below, names in os.walk(path):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and Path(name).suffix.lower() in endings:
                    yield Path(folder) / name


def add(library: Library, paths: Iterable[Path | str]) -> Iterator[Added]:
    """Take speeches into a library, one after the other, with the marks that their files bring along. Raises
    Problem where the library cannot be written; what is wrong with a file is told with it."""
    for path in files(paths):
        yield take(library, path)


def take(library: Library, path: Path) -> Added:
    """Take one file in, as ``add`` does. Of a text that the library has the outline is not parsed again."""
    from core.marks import remarked

    try:
        said = reading(path)
    except Problem as problem:
        return Added(path, problem=problem)
    place = place_of(path)
    known = library.recall(digest(said.text))
    document = replace(known, source=place) if known else build(said, place)
    there = known is not None and not library.facts([document.digest])[document.digest].out
    new = known is None and not library.marked(document.digest)
    library.add(document, read=False)
    if new and said.remarks:
        library.apply(remarked(document, said.remarks, library.now()), "Marks from the file")
    return Added(path, document, known=there)
