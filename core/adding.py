"""Taking files and folders into a library: each by itself, so that one that fails hides no other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.problem import Problem
from core.readers import READERS, build, reading

if TYPE_CHECKING:
    from core.library import Library
    from core.model import Document


class Added(NamedTuple):
    """What became of a file: the speech it is, or why it is none."""

    path: Path
    document: Document | None = None
    problem: Problem | None = None


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
    from core.marks import remarked

    for path in files(paths):
        try:
            said = reading(path)
        except Problem as problem:
            yield Added(path, problem=problem)
            continue
        document = build(said, path.absolute())
        new = library.recall(document.digest) is None and not library.marked(document.digest)
        library.add(document)
        if new and said.remarks:
            library.apply(remarked(document, said.remarks, library.now()), "Marks from the file")
        yield Added(path, document)
