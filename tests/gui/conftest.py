"""The window's tests: one application, no screen, and windows that are closed when a test ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from gui import word_process
from tests.gui.desk import Desk, speech_file
from tests.gui.own_speech import SECOND

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


class Opening(Protocol):
    """Makes a window on some files; the first one's library and settings serve the later ones too."""

    def __call__(
        self,
        *files: Path,
        library: Path | None = None,
        language: str = "en",
        theme: str = "light",
        words: bool = False,
        show: bool = True,
    ) -> Desk: ...


@pytest.fixture
def opening(qtbot: QtBot, tmp_path: Path) -> Iterator[Opening]:
    """Makes windows, and closes them all when the test ends."""
    made: list[Desk] = []

    def make(*files: Path, **options: object) -> Desk:
        made.append(Desk(qtbot, tmp_path, files, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for desk in made:
        desk.discard()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, the words of a sentence are waited for."""
    monkeypatch.setattr(word_process, "PATIENCE", 20_000)


@pytest.fixture
def desk(opening: Opening, tmp_path: Path) -> Desk:
    """A window on our own speech, in English and light, with a library of its own."""
    return opening(speech_file(tmp_path))


@pytest.fixture
def paths(tmp_path: Path) -> Iterable[Path]:
    """Two speeches."""
    return speech_file(tmp_path), speech_file(tmp_path, "second.txt", SECOND)
