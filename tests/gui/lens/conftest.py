"""The lens's tests: what the words' process would answer is answered here, without starting one for each test."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer

from core.lens import answers
from core.lens.answers import Lens
from core.problem import Problem
from core.words import Words
from gui.word_process import WordProcess
from tests.gui.conftest import Opening
from tests.gui.desk import Desk, speech_file

WORDS = 60_000
"""Milliseconds for which a loaded machine may need to load the dictionary and to count."""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words and counts of its own for each test."""
    monkeypatch.setenv("PIYUE_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setattr(answers, "cache_folder", lambda: tmp_path / "cache")


@pytest.fixture(scope="session")
def cutter() -> Words:
    return Words()


@pytest.fixture
def answering(cutter: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions to the words' process are answered, as it would, at the next turn of the event loop."""
    lens = Lens(cutter)
    lens.take_own()

    def ask(
        self: WordProcess,
        asked: Mapping[str, object],
        then: Callable[[Any], None],
        fail: Callable[[Problem], None],
        progress: Callable[[int, int], None],
    ) -> int:
        def answer() -> None:
            try:
                found = lens.answer(json.loads(json.dumps(asked)), lambda done, total: None)
            except Problem as problem:
                fail(problem)
            else:
                then(json.loads(json.dumps(found)))

        QTimer.singleShot(0, self, answer)
        return 1

    monkeypatch.setattr(WordProcess, "ask", ask)

    def take_own(self: WordProcess) -> None:
        lens.take_own()
        self.changed.emit()

    monkeypatch.setattr(WordProcess, "take_own", take_own)


@pytest.fixture
def lens(opening: Opening, tmp_path: Path, answering: None) -> Desk:
    """A window with the lens beside our own speech."""
    desk = opening(speech_file(tmp_path))
    desk.press(Qt.Key.Key_F10)
    return desk
