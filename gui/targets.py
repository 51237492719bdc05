"""Where the window writes a file: never over an open speech, nor over the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.files import keep_off, write_whole
from core.opening import files_of
from gui.session import Session


def write(session: Session, target: Path | str, data: str | bytes) -> None:
    """Put ``data`` in place of what is at ``target``, whole or not at all. Raises Problem, and then nothing is
    changed."""
    keep_off(target, kept(session))
    write_whole(target, data)


def kept(session: Session) -> Iterator[tuple[Path, str]]:
    """The files that nothing is written over, each with the Problem that says so."""
    yield from ((source, "write.source") for source in session.sources())
    if session.library is not None:
        yield from ((file, "write.library") for file in files_of(session.library.path))
