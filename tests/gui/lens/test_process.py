"""The words' process answers the lens beside the quick questions, and says so when it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from core.problem import Problem
from gui.word_process import WordProcess

PATIENT = 60_000
"""Milliseconds for which a loaded machine may need to load the dictionary."""
TEXT = "修渠要快。" * 3000
ASKED: dict[str, object] = {"lens": "words", "digest": "long", "text": TEXT, "parts": []}


class Heard:
    """What became of a question."""

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.problems: list[Problem] = []
        self.steps: list[tuple[int, int]] = []

    def ask(self, words: WordProcess, asked: dict[str, object]) -> int:
        return words.ask(
            asked, self.answers.append, self.problems.append, lambda done, total: self.steps.append((done, total))
        )


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[WordProcess]:
    made = WordProcess()
    made.start()
    qtbot.waitSignal(made.ready, timeout=PATIENT).wait()
    yield made
    made.stop()


def test_the_lens_is_answered_and_words_are_cut_meanwhile(words: WordProcess, qtbot: QtBot, patient: None) -> None:
    heard = Heard()
    assert heard.ask(words, ASKED)
    assert [len(span) for span in words.cut("推动高质量发展")] == [2, 5]
    qtbot.waitUntil(lambda: heard.answers != [], timeout=PATIENT)
    assert heard.answers[0]["total"] > 3000
    assert heard.problems == []


def test_what_makes_no_sense_is_a_problem(words: WordProcess, qtbot: QtBot) -> None:
    heard = Heard()
    heard.ask(words, {"lens": "no such lens"})
    qtbot.waitUntil(lambda: heard.problems != [], timeout=PATIENT)
    assert heard.problems[0].key == "lens.failed"


def test_what_is_left_is_not_answered(words: WordProcess, qtbot: QtBot) -> None:
    left, heard = Heard(), Heard()
    words.cancel(left.ask(words, {**ASKED, "digest": "left"}))
    heard.ask(words, {**ASKED, "digest": "other"})
    qtbot.waitUntil(lambda: heard.answers != [], timeout=PATIENT)
    assert left.answers == left.problems == []


def test_a_process_that_is_gone_leaves_nobody_waiting(words: WordProcess, qtbot: QtBot) -> None:
    heard = Heard()
    heard.ask(words, {**ASKED, "digest": "lost"})
    process = words.findChild(QProcess)
    assert process is not None
    process.kill()
    qtbot.waitUntil(lambda: heard.problems != [], timeout=PATIENT)
    assert heard.problems[0].key == "lens.no_words"
    assert heard.ask(words, ASKED) == 0
    assert words.cut("推动高质量发展") == []


def test_without_a_process_nothing_is_asked() -> None:
    words = WordProcess()
    words.stop()
    assert Heard().ask(words, ASKED) == 0
