"""A question that takes longer can be left, and asked again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from core.problem import Problem
from gui.lens.asking import PATIENCE
from gui.word_process import WordProcess
from tests.gui.desk import LONG, Desk


class Slow:
    """Stands for the words' process, and answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[Mapping[str, object]] = []
        self.cancelled: list[int] = []
        self.then: Callable[[Any], None] = print
        self.progress: Callable[[int, int], None] = print

    def ask(
        self,
        asked: Mapping[str, object],
        then: Callable[[Any], None],
        fail: Callable[[Problem], None],
        progress: Callable[[int, int], None],
    ) -> int:
        self.asked.append(asked)
        self.then, self.progress = then, progress
        return len(self.asked)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, lens: Desk) -> Slow:
    made = Slow()
    monkeypatch.setattr(WordProcess, "ask", lambda _, *args: made.ask(*args))
    monkeypatch.setattr(WordProcess, "cancel", lambda _, number: made.cancelled.append(number))
    return made


def test_it_is_said_how_far_one_is_and_the_question_can_be_left_and_asked_again(lens: Desk, slow: Slow) -> None:
    lens.find(QPushButton, "lens.repeats").click()
    line = lens.find(QWidget, "lensProgress.repeats")
    button = lens.find(QPushButton, "lensCancel.repeats")
    lens.qtbot.waitUntil(line.isVisible, timeout=PATIENCE + LONG)
    slow.progress(1, 4)
    assert "25 %" in line.text()  # type: ignore[attr-defined]
    button.click()
    assert slow.cancelled == [1]
    assert (line.text(), button.text()) == ("Cancelled.", "Again")  # type: ignore[attr-defined]
    button.click()
    assert slow.asked[1] == slow.asked[0]
    lens.qtbot.waitUntil(line.isVisible, timeout=PATIENCE + LONG)
    assert button.text() == "Cancel"
    slow.then({"rows": [["一周一次", 2, 5]]})
    assert not line.isVisible()


def test_what_is_answered_to_a_question_of_before_is_dropped(lens: Desk, slow: Slow) -> None:
    lens.find(QPushButton, "lens.repeats").click()
    lens.window.deeds.lens.panel.choose("repeats").grow_stale()
    assert slow.cancelled == [1]
    assert len(slow.asked) == 2
