"""Where things lie on this machine: the library, the cache, what the program brought along."""

from __future__ import annotations

import os
import sys
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def library_path() -> Path:
    """The environment's PIYUE_LIBRARY, else ``library.sqlite`` in the user's data folder."""
    if named := os.environ.get("PIYUE_LIBRARY"):
        return Path(named).expanduser()
    return data_folder() / "library.sqlite"


def data_folder() -> Path:
    """The user's data folder for this program; it may not exist yet.

    On Linux the rule is short (XDG Base Directory Specification, XDG_DATA_HOME) and the same as platformdirs',
    which takes 8 ms of every start to load.
    """
    if sys.platform == "linux":
        named = os.environ.get("XDG_DATA_HOME", "").strip()
        return Path(named or "~/.local/share").expanduser() / "piyue"
    from platformdirs import user_data_path

    return user_data_path("piyue", appauthor=False)


def backup_folder(library: Path) -> Path:
    """Where the copies of a library lie; it may not exist yet."""
    return library.parent / "backups"


def is_copied(library: Path) -> bool:
    """Whether there are copies of what lies there: then it was a library, whatever it looks like now."""
    return any(backup_folder(library).glob("*.sqlite"))


def own_headings_path() -> Path:
    """The reader's own styles of heading: ``headings.txt`` beside the user's library; it may not exist."""
    return library_path().with_name("headings.txt")


def own_words_path() -> Path:
    """The reader's own words: ``words.txt`` beside the user's library; it may not exist."""
    return library_path().with_name("words.txt")


def own_templates_folder() -> Path:
    """The reader's own templates of exports: ``templates`` beside the user's library; it may not exist."""
    return library_path().with_name("templates")


def cache_folder() -> Path:
    """The user's cache folder for this program; it may not exist yet."""
    from platformdirs import user_cache_path

    return user_cache_path("piyue", appauthor=False)
