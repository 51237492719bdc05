"""Copies of a library in the folder ``backups`` beside it: made whole or not at all, thinned out, put back.

A copy is called ``NAME.YYYYMMDD-HHMMSS[-REASON].sqlite``, in UTC. It is a library as good as the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.files import write_failures
from core.migrations import copy_whole
from core.opening import library_failures
from core.places import backup_folder
from core.problem import Problem

if TYPE_CHECKING:
    from core.library import Library

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many copies are kept: the last one of each of the last days, weeks and months that have one."""
AT_ONCE = 10
"""Copies of the last day that are kept beside those, the youngest first."""
BEYOND = ("library.damaged", "library.not_database", "library.unreachable")
"""What is wrong with a library that cannot be copied or written: a copy takes its place."""
NAME = re.compile(r".+\.(\d{8}-\d{6})(?:-([a-z]+))?\.sqlite")
STAMP = "%Y%m%d-%H%M%S"


class Backup(NamedTuple):
    """A copy: where it lies, when it was made (UTC), what for (empty: the day's), its size in bytes."""

    path: Path
    time: datetime
    reason: str
    size: int


class Contents(NamedTuple):
    """What is in a copy, and what putting it back would change: marks lost or taken back, marks that come again."""

    speeches: int
    marks: int
    lost: int
    back: int
    speeches_lost: int


def listed(library: Path) -> list[Backup]:
    """The copies of a library, the youngest first."""
    found = list[Backup]()
    for path in backup_folder(library).glob(f"{_escaped(library.stem)}.*.sqlite"):
        name = NAME.fullmatch(path.name)
        with suppress(ValueError, OSError):  # another's file, or one that has just gone
            if name:
                time = datetime.strptime(name[1], STAMP)
                found.append(Backup(path, time, name[2] or "", path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.time, backup.path.name), reverse=True)


def _escaped(name: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", name)


def back_up(library: Path, now: str, reason: str = "") -> Path:
    """Copy a library, then thin the copies out. Raises Problem, also for a library that is damaged."""
    time = datetime.strptime(now, "%Y-%m-%dT%H:%M:%SZ")
    place = backup_folder(library)
    with write_failures(place):
        place.mkdir(exist_ok=True)
    ending = f"-{reason}.sqlite" if reason else ".sqlite"
    target = place / f"{library.stem}.{time.strftime(STAMP)}{ending}"
    while target.exists():
        time += timedelta(seconds=1)
        target = place / f"{library.stem}.{time.strftime(STAMP)}{ending}"
    with library_failures(library):
        copy_whole(library, target, check=True)
    present = listed(library)
    kept = keep([backup.time for backup in present])
    for backup in present:
        if backup.time not in kept and backup.path != target:
            with suppress(OSError):
                backup.path.unlink()
    return target


def daily(library: Path, now: str) -> Path | None:
    """Make the day's copy, unless there is one that is younger than a day. Raises Problem."""
    time = datetime.strptime(now, "%Y-%m-%dT%H:%M:%SZ")
    ages = (time - backup.time for backup in listed(library) if not backup.reason)
    return None if any(timedelta() <= age < timedelta(days=1) for age in ages) else back_up(library, now)


def keep(times: Iterable[datetime]) -> set[datetime]:
    """Which of the copies made at these times are kept."""
    times = sorted(times, reverse=True)
    kept = {time for time in times[:AT_ONCE] if times[0] - time < timedelta(days=1)}
    for most, period in ((DAYS, "%Y-%j"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        last = dict[str, datetime]()
        for time in times:
            last.setdefault(time.strftime(period), time)
        kept |= set(list(last.values())[:most])
    return kept


def contents(backup: Path, library: Path) -> Contents:
    """What is in a copy, compared with the library as it is. Raises Problem."""
    from core.library.contents import Survey, survey

    old = survey(backup)
    try:
        now = survey(library)
    except Problem:  # a damaged library is what copies are for
        now = Survey(frozenset(), {})
    lost = sum(1 for id, mark in now.marks.items() if old.marks.get(id) != mark)
    back = sum(1 for id in old.marks if id not in now.marks)
    return Contents(len(old.speeches), len(old.marks), lost, back, len(now.speeches - old.speeches))


def put_back(library: Library, backup: Path) -> Path:
    """Make a library what a copy of it was; what it is now is copied first. Returns that copy. Raises Problem."""
    kept = back_up(library.path, library.now(), "restore")
    library.restore(backup)
    return kept


def put_in_place(path: Path, backup: Path, now: str) -> Path | None:
    """Put a copy in the place of a library that cannot be opened, or is gone; the damaged file is kept.

    Returns where it is kept, None where there was none. Raises Problem.
    """
    beside = path.with_name(f".{path.name}.part")
    with library_failures(backup):
        copy_whole(backup, beside, check=True)
    return swap(path, beside, now)


def swap(path: Path, fresh: Path, now: str) -> Path | None:
    """Put a fresh file in the place of a damaged library, which is kept beside it under the day's name."""
    with write_failures(path):
        kept = _set_aside(path, now) if path.exists() else None
        fresh.replace(path)
    return kept


def _set_aside(path: Path, now: str) -> Path:
    number, kept = 1, path.with_name(f"{path.stem}.damaged-{now[:10]}{path.suffix}")
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.stem}.damaged-{now[:10]}-{number}{path.suffix}")
    for ending in ("-wal", "-shm"):  # a log that stays would be played over the fresh file
        log = path.with_name(path.name + ending)
        if log.exists():
            log.replace(kept.with_name(kept.name + ending))
    try:
        kept.hardlink_to(path)  # so that there is a library at every moment
    except OSError:
        path.replace(kept)
    return kept
