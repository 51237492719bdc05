"""How long the event loop stands still while a speech of a million characters with ten thousand marks is exported."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.exporters import EXPORTERS
from core.library import Library
from core.readers import read
from gui.app import App, build
from gui.export_dialog import ExportDialog
from gui.settings import Settings
from gui.window import MainWindow
from tests.benchmarks.heart import Heart
from tests.benchmarks.ledger import Ledger
from tests.benchmarks.material import fill, places
from tests.gui.desk import OFFSCREEN

CHARS, MARKS = 1_000_000, 10_000
ALLOWED_MS = 100
LONGEST = 120
"""Seconds after which an export that does not end is a failure."""


@pytest.fixture(scope="module")
def window(qapp: QApplication, seed_path: Path, tmp_path_factory: pytest.TempPathFactory) -> MainWindow:
    """The window on the speech, with all that it does after the first picture behind it."""
    folder = tmp_path_factory.mktemp("exports")
    text = seed_path.read_text(encoding="utf-8")
    speech = folder / "long.txt"
    speech.write_text((text * (CHARS // len(text) + 1))[:CHARS], encoding="utf-8")
    with Library(folder / "library.sqlite") as library:
        fill(library, read(speech), places(CHARS, MARKS))
    window = build(folder / "library.sqlite", [speech], Settings(folder / "settings.ini"), language="en", theme="light")
    window.show()
    app = window.app
    assert isinstance(app, App)
    wait(lambda: app.session.current is not None and not app.tasks.busy)
    wait(lambda: app.session.current is not None and not app.session.current.partial)
    return window


def wait(ready: object, seconds: float = LONGEST) -> None:
    """Let events run until something is so."""
    assert callable(ready)
    end = perf_counter() + seconds
    while not ready():
        assert perf_counter() < end
        QTest.qWait(20)


@OFFSCREEN
@pytest.mark.parametrize("name", EXPORTERS)
def test_longest_stall_while_a_long_speech_is_exported(window: MainWindow, ledger: Ledger, name: str) -> None:
    window.settings.keep("export/form", name)
    window.files.export_notes()
    dialog = next(each for each in window.findChildren(ExportDialog) if each.isVisible())
    wait(lambda: not dialog.preview.busy)
    work, what = dialog.work, f"of {MARKS:,} marks, {name}"
    heart = Heart()
    row = dialog.how.currentRow()
    dialog.how.setCurrentRow(0 if row else 1)  # no heading is a form
    dialog.how.setCurrentRow(row)
    wait(lambda: not dialog.preview.busy)
    ledger.most(f"longest stall, first page {what}", heart.stop(), "ms", ALLOWED_MS, _busy(heart))
    heart, began = Heart(), perf_counter()
    dialog.export()
    wait(lambda: not work.busy)
    took = f"{perf_counter() - began:.1f} s; {_busy(heart)}"
    ledger.most(f"longest stall, export {what}", heart.stop(), "ms", ALLOWED_MS, took)


def _busy(heart: Heart) -> str:
    return f"{heart.busiest:.0f} ms of it our own at most"
