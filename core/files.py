"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.problem import Problem

REFUSALS = {
    errno.ENOSPC: "write.full",
    errno.EDQUOT: "write.full",
    errno.EISDIR: "write.folder",
    errno.ENOENT: "write.no_folder",
    errno.ENOTDIR: "write.no_folder",
    errno.EACCES: "write.refused",
    errno.EPERM: "write.refused",
    errno.EROFS: "write.refused",
    errno.ENAMETOOLONG: "write.long_name",
}


def place_of(path: Path | str) -> Path:
    """Where a file is, without ``..``: whoever asks for it by another way finds what is known of it."""
    path = Path(path).absolute()
    return path.resolve() if ".." in path.parts else path


def write_whole(path: Path | str, data: str | bytes) -> None:
    """Put ``data`` (text as UTF-8) in place of what is at ``path``.

    It is written beside the file and renamed when it is safe on the disk, so that there is the old
    file or the new one, never half of it. Raises Problem, and then nothing is changed.
    """
    path = Path(path)
    with write_failures(path):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            path.write_bytes(_bytes(data))  # a device or a pipe is written to, and never replaced by a file
            return
        path = Path(os.path.realpath(path))  # a link stays a link; one that leads to itself makes way
        beside = path.with_name(f".{os.urandom(8).hex()}.part")  # short, whatever the name: a long one may be allowed
        try:
            with beside.open("wb") as file:
                file.write(_bytes(data))
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                beside.chmod(path.stat().st_mode)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def _bytes(data: str | bytes) -> bytes:
    return data.encode("utf-8") if isinstance(data, str) else data


def keep_off(path: Path | str, kept: Iterable[tuple[Path, str]]) -> None:
    """Raise the Problem that goes with a file which is never written over, where ``path`` is it by any name."""
    path = Path(path)
    for each, key in kept:
        with suppress(OSError):  # what is not there is no other file
            if path.samefile(each):
                raise Problem(key, path=path)


@contextmanager
def write_failures(path: Path) -> Iterator[None]:
    """Raise what the system refuses inside the block as a Problem about writing ``path``."""
    try:
        yield
    except OSError as error:
        key = REFUSALS.get(error.errno or 0, "write.failed")
        raise Problem(key, path=path, reason=error.strerror or str(error)) from error
