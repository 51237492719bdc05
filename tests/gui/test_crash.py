"""When the program itself fails, what is in the air is saved, one sentence is said, and a log is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gui.crash import CrashHook


class Desk:
    """What the hook calls, in order."""

    def __init__(self) -> None:
        self.done: list[str | Path] = []

    def save(self) -> None:
        self.done.append("saved")

    def say(self, log: Path) -> None:
        self.done.append(log)


def fail(hook: CrashHook, error: BaseException) -> None:
    """Let the hook take an error as the interpreter hands it over."""
    try:
        raise error
    except BaseException as raised:  # the hook takes any
        hook(type(raised), raised, raised.__traceback__)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "piyue.log"


def test_a_failure_is_logged_saved_and_said(desk: Desk, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hook = CrashHook(log, desk.save, desk.say)
    for words in ("第一次", "第二次"):
        fail(hook, ValueError(words))
    assert desk.done == ["saved", log, "saved", log]
    written = log.read_text(encoding="utf-8")
    assert written.index("ValueError: 第一次") < written.index("ValueError: 第二次")
    assert "Traceback" in written
    assert capsys.readouterr() == ("", "")


def test_a_failure_while_saving_is_logged_and_said_too(desk: Desk, log: Path) -> None:
    def save() -> None:
        raise OSError("disk gone")

    fail(CrashHook(log, save, desk.say), ValueError("第一次"))
    assert desk.done == [log]
    written = log.read_text(encoding="utf-8")
    assert "ValueError: 第一次" in written
    assert "OSError: disk gone" in written


def test_a_log_that_cannot_be_written_keeps_nothing_from_being_saved(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    log = tmp_path / "file" / "piyue.log"
    fail(CrashHook(log, desk.save, desk.say), ValueError("第一次"))
    assert desk.done == ["saved", log]
    assert "ValueError: 第一次" in capsys.readouterr().err


def test_an_interrupt_goes_its_usual_way(desk: Desk, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fail(CrashHook(log, desk.save, desk.say), KeyboardInterrupt())
    assert (desk.done, log.exists()) == ([], False)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_failure_within_a_failure_is_not_taken_twice(
    desk: Desk, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def save() -> None:
        desk.save()
        fail(hook, ValueError("within"))

    hook = CrashHook(log, save, desk.say)
    fail(hook, ValueError("first"))
    assert desk.done == ["saved", log]
    assert "within" in capsys.readouterr().err


def test_once_installed_it_takes_what_nobody_caught(desk: Desk, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = CrashHook(log, desk.save, desk.say)
    hook.install()
    assert sys.excepthook is hook
