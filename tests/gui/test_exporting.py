"""Exporting from the window: what, how, where to, the first page, and one sentence about how it went."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextBrowser,
)

from core import exporting
from core.clock import today
from core.exporters import EXPORTERS
from core.model import Notebook
from core.places import own_templates_folder
from core.templates import found, render
from gui import export_forms, export_preview
from gui.export_dialog import ExportDialog
from gui.template_dialog import TemplateDialog
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, OFFSCREEN, SHIFT, Desk, Found, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND, TEXT, TITLE

pytestmark = OFFSCREEN
TIME = 20_000
"""Milliseconds after which a test stops waiting for another process."""


@pytest.fixture
def marked(desk: Desk) -> Desk:
    desk.tag("四十天", "2")
    desk.tag("谁来守", "1")
    desk.window.pane.setFocus()
    return desk


class Dialog:
    """The dialog as a reader has it."""

    def __init__(self, desk: Desk, *keys: str, held: Qt.KeyboardModifier = CTRL) -> None:
        self.desk = desk
        desk.press(*(keys or ("e",)), held=held)
        (self.itself,) = desk.window.findChildren(ExportDialog)
        desk.qtbot.waitUntil(self.itself.isVisible)

    def part(self, kind: type[Found], name: str) -> Found:
        found = self.itself.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    @property
    def what(self) -> QListWidget:
        return self.part(QListWidget, "exportWhat")

    @property
    def how(self) -> QListWidget:
        return self.part(QListWidget, "exportHow")

    @property
    def name(self) -> QLineEdit:
        return self.part(QLineEdit, "exportName")

    @property
    def sentence(self) -> str:
        return self.part(QLabel, "exportProblem").text()

    def choose(self, form: str) -> None:
        """Choose a form by its name, with the keys."""
        words = next(each.words for each in export_forms.forms("en") if each.name == form)
        self.how.setFocus()
        self.desk.press(Qt.Key.Key_Home, on=self.how)
        for _ in range(self.how.count()):
            item = self.how.currentItem()
            if item is not None and item.text() == words:
                return
            self.desk.press(Qt.Key.Key_Down, on=self.how)
        raise AssertionError(form)

    def take(self, scope: str) -> None:
        """Choose what is exported."""
        (row,) = [row for row, each in enumerate(self.itself.what.scopes) if each.name == scope]
        self.what.setCurrentRow(row)

    def write(self, name: str = "") -> Path:
        """Export, and wait until the file is there; the file."""
        if name:
            self.name.setFocus()
            self.name.selectAll()
            self.desk.type(name, on=self.name)
        target = self.itself.target.path
        assert target is not None
        self.part(QPushButton, "exportGo").click()
        self.desk.qtbot.waitUntil(lambda: not self.itself.work.busy, timeout=TIME)
        return target

    def shown(self) -> str:
        """What the first page says, when it is there."""
        preview = self.itself.preview
        self.desk.qtbot.waitUntil(lambda: not preview.busy, timeout=TIME)
        shown = preview._stack.currentWidget()
        return shown.toPlainText() if hasattr(shown, "toPlainText") else ""  # type: ignore[attr-defined]

    def leave(self) -> None:
        self.itself.close()


def rendered(desk: Desk, name: str, **options: str | bool) -> bytes:
    """What the format makes of what is in the library."""
    assert desk.session.current is not None
    with desk.library() as library:
        notebook = Notebook(desk.session.current.document, tuple(desk.marks), library.tags())
        made = EXPORTERS[name].written(notebook, options)
    return made.encode("utf-8") if isinstance(made, str) else made


@pytest.mark.parametrize("name", ["markdown", "json", "docx", "cards", "csv"])
def test_a_speech_is_written_in_the_form_that_was_chosen(marked: Desk, name: str) -> None:
    dialog = Dialog(marked)
    dialog.choose(name)
    target = dialog.write()
    assert target == marked.folder / f"{TITLE}{EXPORTERS[name].suffix}"
    assert target.read_bytes() == rendered(marked, name)
    assert marked.message == f"Exported to “{target}”."
    marked.qtbot.waitUntil(lambda: not marked.window.findChildren(ExportDialog))


def test_every_format_is_offered_once_and_every_widget_has_a_name(marked: Desk) -> None:
    dialog = Dialog(marked)
    offered = [dialog.how.item(row).text() for row in range(dialog.how.count())]
    formats, _, written = (offered[: len(EXPORTERS)], *offered[len(EXPORTERS) :][:1], offered[len(EXPORTERS) + 1 :])
    assert sorted(formats) == sorted(export_forms.form_name(name) for name in EXPORTERS)
    assert written == [each.titles["en"] for each in found()]
    assert len(set(offered)) == len(offered)
    for form in export_forms.forms("en"):
        dialog.choose(form.name)
        assert nameless(dialog.itself) == []
    for name, exporter in EXPORTERS.items():
        assert export_forms.form_name(name)
        for option in exporter.options:
            assert export_forms.option_words(option) != option.name
            assert all(export_forms.value_words(value) != value for value in option.values)
    dialog.leave()


def test_a_template_is_written_as_its_name_has_it(marked: Desk) -> None:
    dialog = Dialog(marked)
    dialog.choose("by-tag")
    assert "谁来守" in dialog.shown()
    target = dialog.write()
    assert target == marked.folder / f"{TITLE}.md"
    assert marked.session.current is not None
    (template,) = [each for each in found() if each.name == "by-tag"]
    notebook = Notebook(marked.session.current.document, tuple(marked.marks), marked.session.tags)
    assert target.read_text(encoding="utf-8") == render(template, [notebook], today=today())


def test_what_is_wrong_with_a_template_is_said_with_its_line(marked: Desk) -> None:
    folder = own_templates_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mine.md.j2").write_text("{# en: Mine #}\n{% for %}\n", encoding="utf-8")
    try:
        dialog = Dialog(marked)
        dialog.choose("mine")
        marked.qtbot.waitUntil(lambda: not dialog.itself.preview.busy, timeout=TIME)
        assert dialog.itself.preview.words.text().startswith("Line 2 of the template")
        dialog.write()
        assert dialog.sentence.startswith("Line 2 of the template")
        assert list(marked.folder.glob("*.md")) == []
        dialog.leave()
    finally:
        (folder / "mine.md.j2").unlink()


def test_a_note_that_is_being_typed_is_written_too(marked: Desk) -> None:
    marked.press("n")
    marked.type("写进导出")
    words = Dialog(marked).write().read_text(encoding="utf-8")
    assert words.index(TITLE) < words.index("四十天") < words.index("谁来守") < words.index("写进导出")


def scope_words(dialog: Dialog) -> list[str]:
    return [dialog.what.item(row).text() for row in range(dialog.what.count())]


def test_what_there_is_stands_with_its_count_and_what_is_empty_cannot_be_chosen(
    opening: Opening, tmp_path: Path
) -> None:
    desk = opening(speech_file(tmp_path, "second.txt", SECOND), speech_file(tmp_path))
    desk.tag("四十天", "2")
    desk.go(TEXT.index("四十天"))
    desk.session.pick("")
    desk.session.read_at(TEXT.index("四十天"))
    dialog = Dialog(desk)
    assert scope_words(dialog) == [
        "Chosen marks  ·  0 marks",
        "Marks that fit the filter  ·  0 marks",
        "This section: （二）时机正好  ·  1 mark",
        "This speech  ·  1 mark",
        "The whole library  ·  2 speeches",
    ]
    able = [bool(dialog.what.item(row).flags() & Qt.ItemFlag.ItemIsSelectable) for row in range(5)]
    assert able == [False, False, True, True, True]
    assert dialog.itself.scope.name == "speech"
    dialog.leave()


def quotes_in(target: Path) -> list[str]:
    return [mark["quote"] for mark in json.loads(target.read_text(encoding="utf-8"))["annotations"]]


def test_chosen_marks_alone(marked: Desk) -> None:
    marked.tag("直排口", "3")
    cards = marked.window.marks.list
    cards.setFocus()
    cards.choose([mark.id for mark in marked.marks if mark.quote != "四十天"])
    dialog = Dialog(marked, "e", held=CTRL | SHIFT)
    assert dialog.itself.scope.name == "chosen"
    dialog.choose("json")
    assert quotes_in(dialog.write()) == ["直排口", "谁来守"]


def test_marks_that_fit_the_filter_alone(marked: Desk) -> None:
    marked.window.marks.filter.ask(text="四十")
    dialog = Dialog(marked)
    dialog.take("filter")
    dialog.choose("json")
    assert quotes_in(dialog.write()) == ["四十天"]


def test_of_a_section_its_marks_and_its_text(marked: Desk) -> None:
    marked.session.read_at(TEXT.index("四十天"))
    dialog = Dialog(marked)
    dialog.take("section")
    assert dialog.name.text() == f"{TITLE} （二）时机正好.md"
    dialog.part(QCheckBox, "exportOption.text").setChecked(True)
    words = dialog.write().read_text(encoding="utf-8")
    assert "<mark>四十天" in words
    assert "错过今年" in words
    assert "直排口" not in words


def test_the_whole_library_also_without_a_speech(opening: Opening, tmp_path: Path) -> None:
    first = opening(speech_file(tmp_path, "second.txt", SECOND), speech_file(tmp_path))
    first.tag("四十天", "2")
    first.close()
    desk = opening()
    dialog = Dialog(desk)
    assert scope_words(dialog) == ["The whole library  ·  2 speeches"]
    dialog.choose("json")
    dialog.itself.target.folder = tmp_path
    titles = [each["document"]["title"] for each in json.loads(dialog.write().read_text(encoding="utf-8"))]
    assert titles == ["第二篇讲话", TITLE]


def test_without_anything_there_is_nothing_to_export(opening: Opening) -> None:
    desk = opening()
    desk.press("e", held=CTRL)
    assert desk.window.findChildren(ExportDialog) == []


# -- how ---------------------------------------------------------------------------------------


def test_form_options_and_folder_are_remembered(marked: Desk) -> None:
    dialog = Dialog(marked)
    dialog.choose("cards")
    box = dialog.part(QComboBox, "exportOption.by")
    box.setFocus()
    marked.press(Qt.Key.Key_Down, on=box)
    marked.type("素材", on=dialog.part(QLineEdit, "exportOption.title"))
    (marked.folder / "out").mkdir()
    dialog.itself.target.folder = marked.folder / "out"
    target = dialog.write()
    assert target.read_bytes() == rendered(marked, "cards", by="heading", title="素材")
    marked.qtbot.waitUntil(lambda: not marked.window.findChildren(ExportDialog))
    marked.show()
    again = Dialog(marked)
    assert again.itself.form.name == "cards"
    assert again.itself.options.values == {"by": "heading", "title": ""}
    assert again.itself.target.folder == marked.folder / "out"
    again.leave()


def test_a_remembered_value_that_makes_no_sense_is_the_usual_one(marked: Desk) -> None:
    for key, value in (("export/form", "gone"), ("export/folder", "/no/such/place"), ("export/html/theme", "green")):
        marked.settings.keep(key, value)
    dialog = Dialog(marked)
    assert dialog.itself.form.name == "markdown"
    assert dialog.itself.target.folder == marked.folder
    dialog.choose("html")
    assert dialog.itself.options.values == {"theme": "system", "text": True, "front": False}
    dialog.leave()


# -- the first page ----------------------------------------------------------------------------


def test_the_first_page_follows_what_is_chosen(marked: Desk) -> None:
    dialog = Dialog(marked)
    assert dialog.shown() == rendered(marked, "markdown").decode()
    dialog.part(QCheckBox, "exportOption.text").setChecked(True)
    assert "<mark>四十天[^1]</mark>" in dialog.shown()
    dialog.choose("docx")
    assert "【数据】" in dialog.shown()
    browser = dialog.part(QTextBrowser, "exportPreview")
    assert browser.property("paper") is True
    dialog.choose("html")
    assert "四十天" in dialog.shown()
    assert browser.property("paper") is False
    dialog.leave()


def test_while_a_first_page_takes_long_it_is_said(marked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_preview, "LATE", 0)
    dialog = Dialog(marked)
    marked.qtbot.waitUntil(lambda: dialog.itself.preview.words.text() == "Making the first page…", timeout=TIME)
    assert "四十天" in dialog.shown()
    dialog.leave()


def test_only_the_last_of_many_first_pages_is_shown(marked: Desk) -> None:
    dialog = Dialog(marked)
    for name in ("docx", "json", "csv", "opml"):
        dialog.choose(name)
        QApplication.processEvents()
    assert "<opml" in dialog.shown()
    dialog.leave()


def test_a_dialog_that_is_closed_leaves_nothing_behind(marked: Desk) -> None:
    dialog = Dialog(marked)
    dialog.choose("docx")
    marked.qtbot.waitUntil(lambda: dialog.itself.preview._task is not None, timeout=TIME)
    dialog.leave()
    marked.qtbot.waitUntil(lambda: not marked.app.tasks.busy, timeout=TIME)
    assert sorted(path.name for path in marked.folder.glob("*.docx")) == []


# -- where to ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "form", "written"),
    [
        ("notes", "markdown", "notes.md"),
        ("notes.", "markdown", "notes.md"),
        ("notes.md", "markdown", "notes.md"),
        ("notes.txt", "json", "notes.txt"),
        ("第1.2稿", "json", "第1.2稿.json"),
    ],
)
def test_a_name_without_an_ending_gets_one(marked: Desk, typed: str, form: str, written: str) -> None:
    dialog = Dialog(marked)
    dialog.choose(form)
    assert dialog.write(typed) == marked.folder / written
    assert (marked.folder / written).read_bytes() == rendered(marked, form)


def test_the_ending_follows_the_form_also_of_a_name_of_one_s_own(marked: Desk) -> None:
    dialog = Dialog(marked)
    dialog.name.selectAll()
    marked.type("我的.md", on=dialog.name)
    dialog.choose("docx")
    assert dialog.name.text() == "我的.docx"
    dialog.leave()


def test_a_title_that_is_no_file_name_suggests_one_all_the_same(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path, text="关于A/B两镇：工作的讲话\n\n同志们：\n只说一件事。"))
    dialog = Dialog(desk)
    target = dialog.itself.target.path
    assert target is not None
    assert target.parent == tmp_path
    assert not set('/\\:*?"<>|\n') & set(target.name)
    dialog.leave()


def test_a_file_that_is_there_is_replaced_whole_after_it_was_said(marked: Desk) -> None:
    target = marked.folder / f"{TITLE}.md"
    target.write_text("旧" * 10_000, encoding="utf-8")
    dialog = Dialog(marked)
    assert dialog.sentence == "A file of that name is there and will be replaced."
    assert dialog.part(QPushButton, "exportGo").text() == "Replace"
    dialog.name.setFocus()
    marked.press(Qt.Key.Key_Home, on=dialog.name)
    marked.type("新", on=dialog.name)
    assert (dialog.sentence, dialog.part(QPushButton, "exportGo").text()) == ("", "Export")
    marked.press(Qt.Key.Key_Backspace, on=dialog.name)
    assert dialog.write() == target
    assert target.read_bytes() == rendered(marked, "markdown")
    assert [path.name for path in marked.folder.glob("*.md*")] == [target.name]


def test_folder_and_name_are_chosen_in_the_system_s_dialog(marked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (marked.folder / "out").mkdir()
    asked: list[str] = []

    def answer(parent: object, title: str, suggested: str, kinds: str, **options: object) -> tuple[str, str]:
        asked.append(suggested)
        return str(marked.folder / "out" / "a.md"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog = Dialog(marked)
    dialog.part(QPushButton, "exportChoose").click()
    assert asked == [str(marked.folder / f"{TITLE}.md")]
    assert dialog.write() == marked.folder / "out" / "a.md"


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("gone/notes.md", "The folder of “{}” does not exist, so nothing was written. "),
        ("speech.txt", "“{}” is the speech itself and is never overwritten. Choose another file name."),
        ("library.sqlite", "“{}” is the library and is never overwritten. Choose another file name."),
        ("材料.md", "“{}” is a folder and cannot be written. Choose another file name."),
    ],
)
def test_what_cannot_be_written_gets_one_sentence_and_the_dialog_stays(marked: Desk, place: str, sentence: str) -> None:
    (marked.folder / "材料.md").mkdir()
    dialog = Dialog(marked)
    dialog.choose("markdown")
    dialog.part(QCheckBox, "exportOption.text").setChecked(True)
    dialog.write(place)
    assert dialog.sentence.startswith(sentence.format(marked.folder / place))
    assert dialog.itself.isVisible()
    assert dialog.itself.options.values == {"text": True, "front": False}
    assert dialog.name.text() == place
    assert (marked.folder / "speech.txt").read_text(encoding="utf-8") == TEXT
    assert marked.quotes == ["四十天", "谁来守"]
    assert dialog.write("notes").exists()


def test_a_name_that_is_too_long_is_told_and_does_not_widen_the_dialog(marked: Desk) -> None:
    dialog = Dialog(marked)
    width = dialog.itself.width()
    dialog.write("x" * 300)
    assert dialog.sentence.startswith("The name is too long, so")
    QApplication.processEvents()
    assert dialog.itself.width() == width
    assert dialog.itself.minimumSizeHint().width() <= width
    dialog.leave()


def test_without_a_name_nothing_can_be_exported(marked: Desk) -> None:
    dialog = Dialog(marked)
    dialog.name.selectAll()
    marked.press(Qt.Key.Key_Backspace, on=dialog.name)
    assert not dialog.part(QPushButton, "exportGo").isEnabled()
    dialog.leave()


# -- on its way --------------------------------------------------------------------------------


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Exports that wait before they write until they are let go, or stopped."""
    import threading

    gate, made = threading.Event(), exporting.Export._made

    def wait(self: exporting.Export, first_page: bool, progressed: Callable[[int, int], object]) -> exporting.Made:
        answer = made(self, first_page, progressed)
        while not first_page and not gate.wait(0.01):
            if self._stopped:
                raise exporting.Cancelled
        return answer

    monkeypatch.setattr(exporting.Export, "_made", wait)
    return gate.set


def test_progress_is_shown_and_nothing_can_be_changed_meanwhile(marked: Desk, held: Callable[[], None]) -> None:
    dialog = Dialog(marked)
    dialog.part(QPushButton, "exportGo").click()
    marked.qtbot.waitUntil(dialog.itself.bar.isVisible, timeout=TIME)
    assert not dialog.what.isEnabled()
    assert not dialog.name.isEnabled()
    assert dialog.part(QPushButton, "exportCancel").text() == "Stop"
    held()
    marked.qtbot.waitUntil(lambda: marked.message.startswith("Exported"), timeout=TIME)


def test_an_export_that_is_stopped_leaves_nothing_and_the_dialog_as_it_was(
    marked: Desk, held: Callable[[], None]
) -> None:
    dialog = Dialog(marked)
    dialog.part(QPushButton, "exportGo").click()
    marked.press(Qt.Key.Key_Escape, on=dialog.itself)
    assert not dialog.itself.work.busy
    assert dialog.itself.isVisible()
    assert dialog.what.isEnabled()
    assert dialog.part(QPushButton, "exportCancel").text() == "Cancel"
    marked.qtbot.waitUntil(lambda: not marked.app.tasks.busy, timeout=TIME)
    held()
    assert list(marked.folder.glob("*.md*")) == []
    assert dialog.write().exists()


def test_a_window_that_closes_ends_an_export(marked: Desk, held: Callable[[], None]) -> None:
    dialog = Dialog(marked)
    dialog.part(QPushButton, "exportGo").click()
    marked.app.end()
    assert not marked.app.tasks.busy
    assert list(marked.folder.glob("*.md*")) == []


def test_templates_are_written_from_here_and_offered_at_once(marked: Desk) -> None:
    dialog = Dialog(marked)
    dialog.choose("by-tag")
    marked.qtbot.mouseClick(dialog.part(QPushButton, "exportTemplates"), Qt.MouseButton.LeftButton)
    (editor,) = dialog.itself.findChildren(TemplateDialog)
    marked.qtbot.waitUntil(editor.isVisible)
    assert editor.current.name == "by-tag"
    editor.copy()
    editor.reject()
    offered = [dialog.how.item(row).text() for row in range(dialog.how.count())]
    assert "By-tag-2" in offered
    assert dialog.itself.form.name == "by-tag"
    next(each for each in found() if each.name == "By-tag-2").path.unlink()
