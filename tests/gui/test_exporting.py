"""Exporting from the window: a place, a format by its ending, one sentence about how it went."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from core.exporters import EXPORTERS
from core.model import Notebook
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, Desk, speech_file
from tests.gui.own_speech import TEXT, TITLE

Choose = Callable[[Path | str, str], list[tuple[str, str]]]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Let the dialog answer with a place and a kind; the list keeps what it was asked with."""

    def answer(place: Path | str, kind: str = "") -> list[tuple[str, str]]:
        asked: list[tuple[str, str]] = []

        def dialog(parent: object, title: str, suggested: str, kinds: str) -> tuple[str, str]:
            asked.append((suggested, kinds))
            return str(place), kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
        return asked

    return answer


@pytest.fixture
def marked(desk: Desk) -> Desk:
    desk.tag("四十天", "2")
    desk.tag("谁来守", "1")
    return desk


def rendered(desk: Desk, name: str) -> str:
    """What the format makes of what is in the library."""
    assert desk.session.current is not None
    with desk.library() as library:
        made = EXPORTERS[name].render(
            Notebook(desk.session.current.document, tuple(desk.marks), library.tags()),
        )
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize(
    ("place", "kind", "written", "name"),
    [
        ("notes.md", "", "notes.md", "markdown"),
        ("notes.json", "", "notes.json", "json"),
        ("NOTES.JSON", "Markdown (*.md)", "NOTES.JSON", "json"),
        ("notes", "JSON (*.json)", "notes.json", "json"),
        ("notes", "Markdown (*.md)", "notes.md", "markdown"),
        ("notes", "", "notes.md", "markdown"),
        ("笔记.txt", "JSON (*.json)", "笔记.txt", "json"),
    ],
)
def test_the_ending_decides_the_format_else_the_kind_that_was_chosen(
    marked: Desk, choose: Choose, place: str, kind: str, written: str, name: str
) -> None:
    choose(marked.folder / place, kind)
    marked.press("e", held=CTRL)
    target = marked.folder / written
    assert target.read_text(encoding="utf-8") == rendered(marked, name)
    assert marked.message == f"Exported to “{target}”."


def test_markdown_holds_quotes_and_notes_and_json_holds_everything(marked: Desk, choose: Choose) -> None:
    marked.press("n")
    marked.type("写进导出")
    choose(marked.folder / "notes.md", "")
    marked.press("e", held=CTRL)  # the note is still being typed
    words = (marked.folder / "notes.md").read_text(encoding="utf-8")
    assert words.index(TITLE) < words.index("四十天") < words.index("谁来守") < words.index("写进导出")
    choose(marked.folder / "notes.json", "")
    marked.action("file.export").trigger()
    held = json.loads((marked.folder / "notes.json").read_text(encoding="utf-8"))
    assert TEXT in json.dumps(held, ensure_ascii=False).replace("\\n", "\n")


def test_a_place_beside_the_speech_is_suggested(marked: Desk, choose: Choose) -> None:
    asked = choose("", "")
    marked.press("e", held=CTRL)
    ((suggested, kinds),) = asked
    assert suggested == str(marked.folder / f"{TITLE}.md")
    assert kinds.startswith("Markdown (*.md);;JSON (*.json);;")
    assert len(set(kinds.split(";;"))) == len(EXPORTERS)  # Word and JSON are each the ending of two
    assert marked.message == ""


def test_a_title_that_is_no_file_name_suggests_one_all_the_same(
    opening: Opening, tmp_path: Path, choose: Choose
) -> None:
    desk = opening(speech_file(tmp_path, text="关于A/B两镇：工作的讲话\n\n同志们：\n只说一件事。"))
    asked = choose("", "")
    desk.press("e", held=CTRL)
    ((suggested, _),) = asked
    assert Path(suggested).parent == tmp_path
    assert not set('/\\:*?"<>|\n') & set(Path(suggested).name)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("gone/notes.md", "The folder of “{}” does not exist, so nothing was written. "),
        ("speech.txt", "“{}” is the speech itself and is never overwritten. Choose another file name."),
        ("材料.md", "“{}” is a folder and cannot be written. Choose another file name."),
    ],
)
def test_what_cannot_be_written_gets_one_sentence(marked: Desk, choose: Choose, place: str, sentence: str) -> None:
    said: list[str] = []
    (marked.folder / "材料.md").mkdir()
    marked.session.failed.connect(said.append)
    choose(marked.folder / place, "Markdown (*.md)")
    marked.press("e", held=CTRL)
    assert said == [marked.message]
    assert marked.message.startswith(sentence.format(marked.folder / place))
    assert (marked.folder / "speech.txt").read_text(encoding="utf-8") == TEXT
    assert marked.quotes == ["四十天", "谁来守"]


def test_without_a_speech_there_is_nothing_to_export(opening: Opening, choose: Choose) -> None:
    desk = opening()
    asked = choose("x.md", "")
    desk.press("e", held=CTRL)
    assert asked == []


def test_an_export_replaces_the_former_one_whole(marked: Desk, choose: Choose) -> None:
    target = marked.folder / "notes.md"
    target.write_text("旧" * 10_000, encoding="utf-8")
    choose(target, "")
    marked.press(Qt.Key.Key_E, held=CTRL)
    assert target.read_text(encoding="utf-8") == rendered(marked, "markdown")
    assert sorted(path.name for path in marked.folder.glob("*notes*")) == ["notes.md"]


def test_a_name_without_an_ending_overwrites_nothing_unasked(marked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (marked.folder / "notes.md").write_text("kept", encoding="utf-8")
    answers, asked = [str(marked.folder / "notes"), ""], []

    def dialog(parent: object, title: str, suggested: str, kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    marked.press("e", held=CTRL)
    assert asked[1:] == ["notes.md"]
    assert (marked.folder / "notes.md").read_text(encoding="utf-8") == "kept"
