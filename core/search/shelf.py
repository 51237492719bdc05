"""The folder beside a library in which the files of its index lie."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from core.files import write_failures, write_whole
from core.problem import Problem
from core.search.segment import Damaged, Segment

SUFFIX = ".part-of-index"
SEALS = "seals.json"
"""Beside the files: size and time of each when it was last found sound, so that it is not read whole at each start."""
PATIENCE = 10.0
"""Seconds that another process which writes to the index is waited for."""


def index_folder(library: Path) -> Path:
    """Where the index of a library lies; it may not exist. It can be deleted at any time, and is made anew."""
    return library.with_name(f"{library.name}.index")


class Shelf:
    """The sound files of an index, opened. What is bent is left out, and removed when the index is next written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.segments: dict[str, Segment] = {}
        """The files by their names, in their order."""
        self.damaged: set[str] = set()
        self._sound: dict[str, list[int]] = {}

    def refresh(self) -> None:
        """Open what has been written since, close what is gone."""
        seals, names = self._seals(), self._names()
        known = {**seals, **self._sound}
        for name in self.segments.keys() - set(names):
            self.segments.pop(name).close()
        for name in names:
            state = self._state(name)
            if name not in self.segments or self._sound.get(name) != state:
                self._open(name, known.get(name) == state)
            if name in self.segments and state:
                self._sound[name] = state
        self.segments = dict(sorted(self.segments.items()))
        self._sound = {name: self._sound[name] for name in self.segments}
        if any(seals.get(name) != state for name, state in self._sound.items()):
            self._seal(self._sound)

    def _open(self, name: str, sealed: bool) -> None:
        """Open a file; one without a seal is read whole first."""
        if name in self.segments:
            self.segments.pop(name).close()
        try:
            segment = Segment(self.folder / name)
        except OSError:  # gone since, or not to be read: its texts come from the library
            return
        except (Damaged, ValueError, TypeError, KeyError, IndexError):
            self.damaged.add(name)
            return
        try:
            if not sealed:
                segment.verify()
        except (Damaged, OSError):
            segment.close()
            self.damaged.add(name)
        else:
            self.segments[name] = segment

    def drop(self, name: str) -> None:
        """Leave out a file that turned out to be bent while it was read."""
        self.damaged.add(name)
        if name in self.segments:
            self.segments.pop(name).close()

    def close(self) -> None:
        for segment in self.segments.values():
            segment.close()
        self.segments = {}

    def _names(self) -> list[str]:
        with suppress(OSError):
            return sorted(each.name for each in self.folder.iterdir() if each.name.endswith(SUFFIX))
        return []

    def _state(self, name: str) -> list[int] | None:
        try:
            found = (self.folder / name).stat()
        except OSError:
            return None
        return [found.st_size, found.st_mtime_ns, found.st_ino]

    def _seals(self) -> dict[str, list[int]]:
        with suppress(OSError, ValueError):
            seals = json.loads((self.folder / SEALS).read_text(encoding="utf-8"))
            if isinstance(seals, dict):
                return seals
        return {}

    def _seal(self, seals: dict[str, list[int]]) -> None:
        with suppress(Problem):  # it only saves time
            write_whole(self.folder / SEALS, json.dumps(seals))

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[None]:
        """Let nobody else write to the index meanwhile. Raises Problem where the folder cannot be made or written,
        and where somebody else writes for more than ``patience`` seconds."""
        with write_failures(self.folder):
            self.folder.mkdir(exist_ok=True)
            with (self.folder / "lock").open("ab") as file:
                until = monotonic() + patience
                while not _locked(file.fileno()):
                    if monotonic() > until:
                        raise Problem("search.busy")
                    sleep(0.05)
                try:
                    self._sweep()
                    yield
                finally:
                    _unlock(file.fileno())

    def _sweep(self) -> None:
        """Remove what somebody who was killed had half written."""
        for left in self.folder.glob(f".*{SUFFIX}.*.part"):
            with suppress(OSError):
                left.unlink()

    def remove(self, names: set[str]) -> None:
        """Delete files; one that another program holds stays, and does no harm."""
        for name in names:
            if name in self.segments:
                self.segments.pop(name).close()
            with suppress(OSError):
                (self.folder / name).unlink()
        self.damaged -= names


if os.name == "nt":
    import msvcrt

    def _locked(file: int) -> bool:
        try:
            os.lseek(file, 0, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
