"""What every test has: no screen, folders of its own, and the texts it reads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

FOLDERS = (
    ("HOME", ""),
    ("USERPROFILE", ""),
    ("APPDATA", "config"),
    ("LOCALAPPDATA", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_RUNTIME_DIR", "run"),
)
"""Environment variables that name a place of the user's, and where in the tests' own home they point."""


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of the tests' own, with a library in it, on an English system; the user's stays untouched."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in FOLDERS:
            place = home / folder
            place.mkdir(mode=0o700, exist_ok=True)
            patch.setenv(name, str(place))
        patch.setenv("PIYUE_LIBRARY", str(home / "library.sqlite"))
        for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "en_US.UTF-8")
        patch.setenv("LC_CTYPE", "C.UTF-8")
        yield home


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """The speech that started the project, byte for byte."""
    return ROOT / "seeds" / "000_049a35ec4ac63eb7.txt"


@pytest.fixture(scope="session")
def sample_path() -> Path:
    """The sample speech of our own writing that the wheel carries."""
    return ROOT / "resources" / "sample" / "qingxi.txt"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference texts and tools beside the checkout; tests that need it are skipped without."""
    if not SHARED.is_dir():
        pytest.skip("the reference texts in ../shared are not on this machine")
    return SHARED
