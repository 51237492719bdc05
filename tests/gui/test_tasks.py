"""Work in the background: its answer comes back to the window's thread, unless nobody wants it any more."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from core.problem import Problem
from gui.tasks import Tasks


class Heard:
    """What came back, and in which thread."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.errors: list[Exception] = []
        self.threads: list[QThread] = []

    def then(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.append(QThread.currentThread())

    def fail(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def tasks(qapp: QCoreApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.finish()


@pytest.fixture
def heard() -> Heard:
    return Heard()


def test_the_work_is_done_elsewhere_and_answered_in_the_window_s_thread(
    tasks: Tasks, heard: Heard, qtbot: QtBot
) -> None:
    workers: list[int] = []

    def work(first: str, second: str) -> str:
        workers.append(threading.get_ident())
        return first + second

    tasks.run(work, "河", "清", then=heard.then, fail=heard.fail)
    assert tasks.busy
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (heard.answers, heard.errors) == (["河清"], [])
    assert workers != [threading.get_ident()]
    app = QCoreApplication.instance()
    assert app is not None
    assert heard.threads == [app.thread()]


@pytest.mark.parametrize("error", [Problem("file.empty", path="x"), ValueError("broken"), MemoryError()])
def test_whatever_fails_reaches_the_window(tasks: Tasks, heard: Heard, qtbot: QtBot, error: Exception) -> None:
    def work() -> None:
        raise error

    tasks.run(work, then=heard.then, fail=heard.fail)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (heard.answers, heard.errors) == ([], [error])
    app = QCoreApplication.instance()
    assert app is not None
    assert heard.threads == [app.thread()]


def test_an_answer_nobody_waits_for_is_dropped(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    go = threading.Event()
    given_up = tasks.run(lambda: go.wait(5), then=heard.then, fail=heard.fail)
    given_up.cancel()
    go.set()
    tasks.run(lambda: "next", then=heard.then, fail=heard.fail)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard.answers == ["next"]


def test_after_the_end_nothing_is_answered(heard: Heard, qapp: QCoreApplication) -> None:
    tasks, go = Tasks(), threading.Event()
    for _ in range(5):
        tasks.run(lambda: go.wait(5), then=heard.then, fail=heard.fail)
    go.set()
    tasks.finish()
    assert not tasks.busy
    qapp.processEvents()
    assert (heard.answers, heard.errors) == ([], [])


def test_after_the_end_nothing_is_begun(qtbot: QtBot) -> None:
    tasks, done = Tasks(), []
    tasks.finish()
    task = tasks.run(done.append, 1, then=done.append, fail=done.append)
    qtbot.wait(50)
    assert task.cancelled
    assert not tasks.busy
    assert done == []
