"""A window that is killed loses nothing that it has shown as saved."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from core.library import Library
from core.records import annotation_record, correction_record
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


WORK = """
import json, random, sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from core.model import Span
from core.records import annotation_record, correction_record
from gui.app import build
from gui.settings import Settings

library, speech, settings, seed = sys.argv[1:]
chosen = random.Random(seed)
window = build(library, [speech], Settings(settings), language="en")
window.app.words.stop()
window.show()
window.activateWindow()
assert QTest.qWaitForWindowActive(window)
session, pane = window.session, window.pane
text = session.current.text

def pick():
    session.pick(chosen.choice(sorted(session.current.marks)))

def mark():
    start = chosen.randrange(len(text) - 20)
    pane.select(Span(start, start + chosen.randint(2, 20)))
    QTest.keyClick(pane, str(chosen.randint(1, 9)))

def tag():
    pick()
    pane.select(Span(0, 0))
    QTest.keyClick(pane, str(chosen.randint(1, 9)))

def note():
    pick()
    QTest.keyClick(pane, Qt.Key.Key_N)
    QTest.keyClicks(window.note.editor, "note %d " % chosen.randrange(1000))
    QTest.keyClick(window.note.editor, Qt.Key.Key_Escape)

def delete():
    pick()
    QTest.keyClick(pane, Qt.Key.Key_Delete)

def correct():
    start = text.index(chosen.choice(["去年清淤", "干部不能", "枯水期", "一周一次", "谁的河段"]))
    pane.select(Span(start, start + 4))
    QTest.keyClick(pane, Qt.Key.Key_H)

def undo():
    window.deeds.undo()

def redo():
    window.deeds.redo()

while True:
    deeds = [mark, mark, correct, undo, redo]
    deeds += [tag, note, note, delete] if session.current.marks else []
    pane.setFocus()
    chosen.choice(deeds)()
    session.noted.emit()
    if window.status.state.text() == "Saved":
        marks = [annotation_record(each) for each in session.current.marks.values()]
        right = [correction_record(each) for each in session.current.corrections.values()]
        print(json.dumps([session.library._newest(), marks, right]), flush=True)
"""
DEED = 4
"""Changes that the longest deed may be: a mark is made for a note, and the note is written as it is typed."""
KILLS = int(os.environ.get("PIYUE_KILLS", "6"))


@pytest.mark.parametrize("seed", range(KILLS))
def test_whatever_was_being_done_nothing_shown_as_saved_is_lost_and_nothing_is_half_done(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "library.sqlite"
    command = [sys.executable, "-c", WORK, path, speech_file(tmp_path), tmp_path / "settings.ini", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        lines = [process.stdout.readline()]
        time.sleep(random.Random(seed).random())
        process.kill()
        lines += process.stdout.read().splitlines(keepends=True)
    whole = [line for line in lines if line.endswith("\n")]
    number, marks, right = json.loads(whole[-1])
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        nameless = "SELECT number FROM changes WHERE number NOT IN (SELECT change FROM history) AND words != ''"
        assert connection.execute(nameless).fetchall() == []
        (newest,) = connection.execute("SELECT coalesce(max(number), 0) FROM changes").fetchone()
        late = connection.execute("SELECT item FROM history WHERE change > ?", (number,)).fetchall()
    assert newest - number <= DEED, "one deed may have been written and not been shown"
    shown = {record["id"]: record for record in (*marks, *right)}
    with Library(path) as library:
        (speech,) = library.documents()
        kept = library.annotations(speech.digest)
        found = {id: annotation_record(each) for id, each in kept.items()}
        found |= {id: correction_record(each) for id, each in library.corrections(speech.digest).items()}
        assert [id for id, each in kept.items() if library.history(id)[-1].annotation != each] == []
    for (item,) in late:
        shown.pop(item, None)
        found.pop(item, None)
    assert found == shown
