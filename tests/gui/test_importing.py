"""Marks made elsewhere come in: looked at before they are written, merged, and taken back by one undo."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from core.backups import listed
from core.exporters import EXPORTERS
from core.guids import guid
from core.library import Library
from core.marks import mark
from core.model import Annotation, Change, Notebook, Span, Tag
from gui.file_deeds import MARKS
from gui.import_dialog import KIND, ImportDialog
from gui.importing import SLICE, endings, is_speech, slices
from tests.core.readers.packed import paragraph, word
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, OFFSCREEN, Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND, TEXT, TITLE, find
from tests.gui.test_opening import drop, open_titles

pytestmark = OFFSCREEN
TIMES = [f"2026-01-05T08:30:{second:02}Z" for second in range(10)]
FOLK = Tag(guid("folk"), "群众语言", "#bee4ff")


def theirs(desk: Desk, words: str, note: str = "", creator: str = "李") -> Annotation:
    """A mark that a colleague made in the speech that is open."""
    current = desk.session.current
    assert current is not None
    span, id_ = Span(*find(words)), guid(f"{words} {creator}")
    return mark(current.document, span, (FOLK.id,), note, id=id_, now=TIMES[0], creator=creator)


def sent(desk: Desk, marks: Iterable[Annotation], form: str = "json", name: str = "") -> Path:
    """A file that a colleague sends."""
    current = desk.session.current
    assert current is not None
    made = EXPORTERS[form].render(Notebook(current.document, tuple(marks), {FOLK.id: FOLK}))
    path = desk.folder / (name or f"li.{EXPORTERS[form].suffix.lstrip('.')}")
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    return path


Choose = Callable[..., ImportDialog | None]


def came(desk: Desk) -> ImportDialog | None:
    """The dialog, once what was chosen has been looked at; None where there was nothing to show."""
    desk.qtbot.waitUntil(lambda: not desk.app.tasks.busy, timeout=LONG)
    QApplication.processEvents()
    return desk.window.findChild(ImportDialog)  # type: ignore[return-value]


@pytest.fixture
def choose(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Import some files by key and dialog."""

    def choose(*paths: Path) -> ImportDialog | None:
        chosen = [str(path) for path in paths]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
        desk.press("i", held=CTRL, on=desk.pane)
        return came(desk)

    return choose


def counted(dialog: ImportDialog | None) -> dict[str, int]:
    """The numbers that the dialog tells, by kind."""
    assert dialog is not None
    rows = [dialog.counts.item(row) for row in range(1, dialog.counts.count())]
    return {row.data(KIND): int(row.text().split()[-1].replace(",", "")) for row in rows}


def press(desk: Desk, dialog: ImportDialog | None, name: str = "importTake") -> None:
    """Press a button of the dialog, and wait for what comes of it."""
    assert dialog is not None
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: not desk.window.files.importing.busy, timeout=LONG)
    desk.qtbot.waitUntil(lambda: not desk.app.tasks.busy, timeout=LONG)
    desk.show()


def told(desk: Desk) -> list[tuple[str, str, str]]:
    return [(each.quote, each.note, each.creator) for each in desk.marks]


# -- what a colleague sends --------------------------------------------------------------------


@pytest.mark.parametrize("form", ["json", "w3c", "hypothesis", "refi-qda"])
def test_a_colleague_s_marks_are_shown_then_written_and_one_undo_takes_them_back(
    desk: Desk, choose: Choose, form: str
) -> None:
    mine = desk.tag("四十天", "5")
    dialog = choose(sent(desk, [theirs(desk, "谁来守", "记"), theirs(desk, "23个直排口")], form))
    assert counted(dialog) == {"added": 2, "tags": 1}
    assert dialog is not None
    assert nameless(dialog) == []
    assert dialog.grab().width()  # it is painted without a fault
    assert desk.marks == [mine]
    assert listed(desk.path) == []
    press(desk, dialog)
    assert told(desk) == [("23个直排口", "", "李"), ("四十天", "", ""), ("谁来守", "记", "李")]
    assert desk.quotes == ["23个直排口", "四十天", "谁来守"]
    assert [each.reason for each in listed(desk.path)] == ["import"]
    assert desk.message == "Marks added: 2, tags added: 1."
    assert desk.status == "Saved"
    desk.press("z", held=CTRL, on=desk.pane)
    assert (desk.marks, desk.quotes) == ([mine], ["四十天"])
    assert FOLK.id not in desk.session.tags
    desk.press("z", held=CTRL | Qt.KeyboardModifier.ShiftModifier, on=desk.pane)
    assert len(desk.marks) == len(desk.quotes) == 3


def test_an_import_that_is_left_writes_nothing(desk: Desk, choose: Choose) -> None:
    dialog = choose(sent(desk, [theirs(desk, "谁来守")]))
    press(desk, dialog, "importCancel")
    assert (desk.marks, listed(desk.path), desk.session.undo_stack.count()) == ([], [], 0)
    assert came(desk) is None


def test_importing_twice_changes_nothing(desk: Desk, choose: Choose) -> None:
    path = sent(desk, [theirs(desk, "谁来守", "记")])
    press(desk, choose(path))
    before = desk.marks
    assert choose(path) is None
    assert desk.message == "Known already: 1."
    assert (desk.marks, desk.session.undo_stack.count(), len(listed(desk.path))) == (before, 1, 1)


def test_a_newer_version_takes_the_place_of_ours(desk: Desk, choose: Choose) -> None:
    first = theirs(desk, "谁来守", "记")
    press(desk, choose(sent(desk, [first])))
    dialog = choose(sent(desk, [replace(first, note="再记", modified=TIMES[3])]))
    assert counted(dialog) == {"updated": 1}
    press(desk, dialog)
    assert told(desk) == [("谁来守", "再记", "李")]
    desk.press("z", held=CTRL, on=desk.pane)
    assert told(desk) == [("谁来守", "记", "李")]


def test_both_versions_are_kept_where_both_sides_changed_one(desk: Desk, choose: Choose) -> None:
    first = theirs(desk, "谁来守")
    press(desk, choose(sent(desk, [first])))
    desk.window.marking.note(first.id, "我们的")
    dialog = choose(sent(desk, [replace(first, note="他们的", modified=TIMES[4])]))
    assert counted(dialog) == {"beside": 1}
    press(desk, dialog)
    line = f"[Changed on both sides: this is the version by 李 of {TIMES[4]}]"
    assert sorted(note for _, note, _ in told(desk)) == sorted(["我们的", f"他们的\n{line}"])
    desk.press("z", held=CTRL, on=desk.pane)
    assert told(desk) == [("谁来守", "我们的", "李")]


def test_what_has_no_place_in_the_text_is_told_and_kept(desk: Desk, choose: Choose) -> None:
    lost = replace(theirs(desk, "谁来守"), span=None, quote="天上掉下来的话", prefix="", suffix="", state="orphan")
    dialog = choose(sent(desk, [lost, theirs(desk, "四十天")]))
    assert counted(dialog) == {"added": 1, "lost": 1, "tags": 1}
    press(desk, dialog)
    assert "without a place in the text: 1" in desk.message
    assert sorted(each.state for each in desk.marks) == ["anchored", "orphan"]


def test_marks_without_a_name_can_be_given_one(desk: Desk, choose: Choose) -> None:
    dialog = choose(sent(desk, [theirs(desk, "谁来守", creator=""), theirs(desk, "四十天")]))
    assert dialog is not None
    field = dialog.findChild(QLineEdit, "importSigner")
    assert isinstance(field, QLineEdit)
    assert field.isVisible()
    desk.type("王", on=field)
    press(desk, dialog)
    assert told(desk) == [("四十天", "", "李"), ("谁来守", "", "王")]


def test_who_is_named_is_not_asked_for(desk: Desk, choose: Choose) -> None:
    dialog = choose(sent(desk, [theirs(desk, "谁来守")]))
    assert dialog is not None
    assert dialog.signer.isHidden()


def test_the_list_shows_what_is_chosen_at_the_left(desk: Desk, choose: Choose) -> None:
    dialog = choose(sent(desk, [theirs(desk, "谁来守", "记"), theirs(desk, "四十天")]))
    assert dialog is not None
    shown = []
    for row in range(dialog.counts.count()):
        dialog.counts.setCurrentRow(row)
        model = dialog.list.model()
        shown.append([model.index(each, 0).data().splitlines()[:2] for each in range(model.rowCount())])
    marks, tags = [["New marks", "四十天"], ["New marks", "谁来守"]], [["New tags", "群众语言"]]
    assert shown == [[*marks, *tags], marks, tags]


# -- which speech ------------------------------------------------------------------------------


def test_a_speech_that_comes_along_is_taken_in_and_can_be_opened(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = opening(speech_file(tmp_path), library=tmp_path / "a.sqlite")
    path = sent(sender, [theirs(sender, "谁来守")])
    desk = opening(speech_file(tmp_path, "second.txt", SECOND), library=tmp_path / "b.sqlite")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    desk.press("i", held=CTRL, on=desk.pane)
    dialog = came(desk)
    assert counted(dialog) == {"added": 1, "tags": 1, "speeches": 1}
    press(desk, dialog)
    assert open_titles(desk) == ["第二篇讲话"]
    button = desk.find(QPushButton, "messageButton")
    assert button.text() == "Open the speech"
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: open_titles(desk) == ["第二篇讲话", TITLE], timeout=LONG)
    assert desk.quotes == ["谁来守"]


def test_the_program_may_be_called_with_a_file_of_marks(opening: Opening, tmp_path: Path) -> None:
    sender = opening(speech_file(tmp_path), library=tmp_path / "a.sqlite")
    path = sent(sender, [theirs(sender, "谁来守")])
    desk = opening(path, library=tmp_path / "b.sqlite")
    press(desk, came(desk))
    desk.qtbot.waitUntil(lambda: open_titles(desk) == [TITLE], timeout=LONG)


def test_files_of_marks_are_those_that_only_importers_read() -> None:
    assert frozenset(ending for ending in endings() if not is_speech(Path(f"x{ending}"))) == MARKS


def test_where_no_speech_is_open_the_one_that_comes_is_opened(opening: Opening, tmp_path: Path) -> None:
    sender = opening(speech_file(tmp_path), library=tmp_path / "a.sqlite")
    path = sent(sender, [theirs(sender, "谁来守")])
    desk = opening(library=tmp_path / "b.sqlite")
    assert drop(desk, QUrl.fromLocalFile(str(path)))
    press(desk, came(desk))
    desk.qtbot.waitUntil(lambda: open_titles(desk) == [TITLE], timeout=LONG)
    assert desk.quotes == ["谁来守"]
    assert "Marks added: 1" in desk.message


def test_a_set_of_tags_tells_what_is_new_and_what_is_changed(desk: Desk, choose: Choose) -> None:
    path = desk.folder / "tags.json"
    rows = [{"name": "金句", "colour": "#112233"}, {"name": "渠/闸", "colour": "#445566"}]
    path.write_text(json.dumps({"format": "piyue-tags", "version": 1, "tags": rows}))
    dialog = choose(path)
    assert counted(dialog) == {"tags": 1, "tagsChanged": 1}
    press(desk, dialog)
    assert "渠/闸" in [tag.name for tag in desk.session.tags.values()]
    desk.press("z", held=CTRL, on=desk.pane)
    assert "渠/闸" not in [tag.name for tag in desk.session.tags.values()]
    assert choose(path) is not None


def test_while_an_import_is_written_others_are_not_asked_for_news(desk: Desk, choose: Choose) -> None:
    """Else ten thousand marks would be shown at once as another window's."""
    press(desk, choose(sent(desk, [theirs(desk, "谁来守")])))
    assert desk.session.awaiting is False
    desk.session.awaiting = True
    with Library(desk.path) as library:
        library.apply(Change({mark.id: None for mark in desk.marks}))
    desk.session.refresh()
    assert desk.quotes == ["谁来守"]
    desk.session.awaiting = False
    desk.session.refresh()
    assert desk.quotes == []


def test_a_file_that_brings_another_version_may_be_meant_for_the_open_one(desk: Desk, choose: Choose) -> None:
    path = sent(desk, [theirs(desk, "谁来守")])
    whole = json.loads(path.read_text())
    whole["document"] |= {"text": f"代拟稿\n{TEXT}", "digest": "0" * 64}
    for each in whole["annotations"]:
        each |= {"start": each["start"] + 4, "stop": each["stop"] + 4}
    path.write_text(json.dumps(whole))
    dialog = choose(path)
    assert dialog is not None
    assert dialog.into.count() == 2
    assert counted(dialog) == {"added": 1, "tags": 1}
    dialog.into.setCurrentIndex(1)
    assert counted(dialog) == {"added": 1, "tags": 1, "speeches": 1}
    dialog.into.setCurrentIndex(0)
    press(desk, dialog)
    assert desk.quotes == ["谁来守"]


# -- dropping ----------------------------------------------------------------------------------


def test_a_file_of_marks_that_is_dropped_is_imported(desk: Desk) -> None:
    assert drop(desk, QUrl.fromLocalFile(str(sent(desk, [theirs(desk, "谁来守")]))))
    press(desk, came(desk))
    assert (desk.quotes, open_titles(desk)) == (["谁来守"], [TITLE])


def test_a_word_file_with_comments_on_the_open_speech_is_asked_about(desk: Desk) -> None:
    path = sent(desk, [theirs(desk, "谁来守", "记")], "docx")
    assert drop(desk, QUrl.fromLocalFile(str(path)))
    dialog = came(desk)
    assert dialog is not None
    assert dialog.findChild(QWidget, "importSpeechOpen") is not None
    press(desk, dialog)
    assert [(each.quote, each.note.splitlines()[-1]) for each in desk.marks] == [("谁来守", "记")]
    assert open_titles(desk) == [TITLE]


def test_it_can_be_opened_as_a_speech_instead(desk: Desk) -> None:
    path = sent(desk, [theirs(desk, "谁来守", "记")], "docx")
    drop(desk, QUrl.fromLocalFile(str(path)))
    press(desk, came(desk), "importSpeechOpen")
    desk.qtbot.waitUntil(lambda: len(open_titles(desk)) == 2, timeout=LONG)


@pytest.mark.parametrize("body", ["修渠。", TEXT])
def test_a_word_file_that_brings_nothing_for_the_open_speech_is_opened(desk: Desk, body: str) -> None:
    path = desk.folder / "other.docx"
    path.write_bytes(word("".join(paragraph(line) for line in body.splitlines())))
    drop(desk, QUrl.fromLocalFile(str(path)))
    desk.qtbot.waitUntil(lambda: len(open_titles(desk)) == 2, timeout=LONG)
    assert came(desk) is None


# -- what is broken, and what there is a lot of ------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("x.json", b'{"format": "piyue", "version": 1,', "is cut off or damaged and cannot be read"),
        ("x.json", b'{"format": "piyue", "version": 99}', "is from a newer version"),
        ("x.jsonld", b"[" * 100_000, "is cut off or damaged and cannot be read"),
        ("x.qdpx", b"PK\x03\x04 project.qde", "is incomplete or damaged"),
        ("x.txt", TEXT.encode(), "holds no marks or tags that can be imported"),
        ("x.json", b'{"format": "piyue-tags", "version": 1, "tags": 3}', "This is no file of tags"),
        ("gone.json", None, "gone.json"),
    ],
)
def test_a_bad_file_is_said_in_one_sentence(
    desk: Desk, choose: Choose, name: str, data: bytes | None, sentence: str
) -> None:
    path = desk.folder / name
    if data is not None:
        path.write_bytes(data)
    assert choose(path) is None
    assert sentence in desk.message
    assert "\n" not in desk.message
    assert (desk.marks, listed(desk.path), len(open_titles(desk))) == ([], [], 1)


def test_of_several_files_each_is_shown_and_a_bad_one_hides_none(desk: Desk, choose: Choose) -> None:
    bad = desk.folder / "bad.json"
    bad.write_bytes(b"{")
    one, two = sent(desk, [theirs(desk, "谁来守")]), sent(desk, [theirs(desk, "四十天")], name="two.json")
    press_on = choose(bad, one, two)
    assert press_on is not None
    button = press_on.findChild(QPushButton, "importTake")
    assert isinstance(button, QPushButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.quotes == ["谁来守"], timeout=LONG)
    desk.qtbot.waitUntil(lambda: (d := came(desk)) is not None and d is not press_on, timeout=LONG)
    press(desk, came(desk))
    assert desk.quotes == ["四十天", "谁来守"]


def test_a_library_that_is_gone_is_said(desk: Desk, choose: Choose) -> None:
    dialog = choose(sent(desk, [theirs(desk, "谁来守")]))
    desk.path.rename(desk.folder / "elsewhere.sqlite")
    try:
        press(desk, dialog)
        assert desk.message
        assert desk.session.awaiting is False
        assert desk.quotes == []
    finally:
        desk.path.unlink(missing_ok=True)
        (desk.folder / "elsewhere.sqlite").rename(desk.path)


def test_many_marks_are_shown_a_little_at_a_time() -> None:
    marks = {str(number): None for number in range(2 * SLICE + 1)}
    pieces = list(slices(Change(marks, {"t": None})))
    assert [(len(each.annotations), len(each.tags)) for each in pieces] == [(SLICE, 1), (SLICE, 0), (1, 0)]
    assert [len(each.tags) for each in slices(Change({}, {"t": None}))] == [1]


def test_many_marks_all_arrive(desk: Desk, choose: Choose) -> None:
    current = desk.session.current
    assert current is not None
    spans = [Span(start, start + 9) for start in range(60, 160) for _ in range(22)]
    marks = [mark(current.document, s, (), id=guid(str(n)), now=TIMES[0], creator="李") for n, s in enumerate(spans)]
    press(desk, choose(sent(desk, marks)))
    assert len(desk.marks) == len(desk.quotes) == len(marks) > 2 * SLICE
    desk.press("z", held=CTRL, on=desk.pane)
    assert (desk.marks, desk.quotes) == ([], [])
