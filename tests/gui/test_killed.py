"""A window that is killed loses nothing that it has shown as saved."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core.library import Library
from tests.conftest import ROOT
from tests.gui.desk import speech_file

MARK = """
import sys
from PySide6.QtTest import QTest
from core.model import Span
from gui.app import build
from gui.settings import Settings

library, speech, settings = sys.argv[1:]
window = build(library, [speech], Settings(settings), language="en")
window.app.words.stop()
window.show()
window.activateWindow()
assert QTest.qWaitForWindowActive(window)
length = len(window.session.current.text)
for number in range(100_000):
    start, more = number % (length - 60), number // (length - 60)
    window.pane.select(Span(start, start + 3 + more))
    QTest.keyClick(window.pane, str(number % 9 + 1))
    if window.status.state.text() == "Saved":
        print(window.session.mark_id, flush=True)
"""


@pytest.mark.parametrize("after", [1, 60])
def test_every_mark_shown_as_saved_is_in_the_library(tmp_path: Path, after: int) -> None:
    path = tmp_path / "library.sqlite"
    command = [sys.executable, "-c", MARK, path, speech_file(tmp_path), tmp_path / "settings.ini"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        seen = [process.stdout.readline().strip() for _ in range(after)]
        process.kill()
        seen += process.stdout.read().split()
    assert process.returncode != 0
    assert all(seen)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Library(path) as library:
        (speech,) = library.documents()
        kept = library.annotations(speech.digest)
        assert set(seen) <= set(kept)
        assert all(mark.tags for mark in kept.values())
