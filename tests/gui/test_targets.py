"""Whatever the window writes: never over an open speech or the library, whole or not at all, in one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.gui.desk import Desk, speech_file
from tests.gui.own_speech import SECOND


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("speech.txt", "is the speech itself"),
        ("second.txt", "is the speech itself"),
        ("link.json", "is the speech itself"),
        ("library.sqlite", "is the library"),
        ("library.sqlite-wal", "is the library"),
        ("folder.json", "is a folder"),
        ("gone/tags.json", "does not exist"),
    ],
)
def test_a_file_that_is_needed_is_never_written_over(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    desk.app.opener.open(speech_file(tmp_path, "second.txt", SECOND))
    (tmp_path / "link.json").symlink_to(tmp_path / "speech.txt")
    (tmp_path / "folder.json").mkdir()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix == ".txt"}
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / name), ""))
    desk.action("tags.export").trigger()
    assert said in desk.message
    assert str(tmp_path / name) in desk.message
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix == ".txt"} == before
    assert not list(tmp_path.glob("*.part"))
    with desk.library() as library:
        assert library.tags()


@pytest.mark.parametrize(
    ("error", "said"), [(28, "The disk is full"), (13, "You may not write"), (5, "was not written")]
)
def test_a_full_disk_leaves_what_was_there(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, said: str
) -> None:
    target = tmp_path / "tags.json"
    target.write_text("old", encoding="utf-8")

    def fail(_: int) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr("core.files.os.fsync", fail)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    desk.action("tags.export").trigger()
    assert said in desk.message
    assert target.read_text(encoding="utf-8") == "old"
    assert not list(tmp_path.glob(".tags.json*"))
