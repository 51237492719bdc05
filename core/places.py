"""Where things lie on this machine: the library, the cache, what the program brought along."""

from __future__ import annotations

import os
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def library_path() -> Path:
    """The environment's PIYUE_LIBRARY, else ``library.sqlite`` in the user's data folder."""
    if named := os.environ.get("PIYUE_LIBRARY"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("piyue", appauthor=False) / "library.sqlite"


def backup_folder(library: Path) -> Path:
    """Where the copies of a library lie; it may not exist yet."""
    return library.parent / "backups"


def is_copied(library: Path) -> bool:
    """Whether there are copies of what lies there: then it was a library, whatever it looks like now."""
    return any(backup_folder(library).glob("*.sqlite"))


def own_headings_path() -> Path:
    """The reader's own styles of heading: ``headings.txt`` beside the user's library; it may not exist."""
    return library_path().with_name("headings.txt")


def cache_folder() -> Path:
    """The user's cache folder for this program; it may not exist yet."""
    from platformdirs import user_cache_path

    return user_cache_path("piyue", appauthor=False)
