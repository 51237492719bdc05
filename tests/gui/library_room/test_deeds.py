"""What is said of speeches in the library's room is kept and undone; what is taken out comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QTabBar

from core.library import Library
from core.readers import build
from gui.library_room import LibraryRoom
from gui.library_room.facts_dialog import FactsDialog
from gui.rooms import READ
from tests.gui.conftest import Opening
from tests.gui.desk import LONG, OFFSCREEN, Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND, TITLE

pytestmark = OFFSCREEN
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(opening: Opening, tmp_path: Path) -> Desk:
    """A window in the library's room, with our two speeches, the first open and marked."""
    with Library(tmp_path / "library.sqlite") as library:
        library.add(build(SECOND))
    desk = opening(speech_file(tmp_path))
    desk.tag("谁来守")
    desk.action("room.library").trigger()
    return desk


def room(desk: Desk) -> LibraryRoom:
    return desk.find(LibraryRoom, "libraryView")


def titles(desk: Desk) -> list[str]:
    model = room(desk).model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def places(desk: Desk) -> list[str]:
    shown = desk.find(QListWidget, "shelfPlaces")
    return [shown.item(row).text() for row in range(shown.count())]


def look(desk: Desk, words: str) -> None:
    shown = desk.find(QListWidget, "shelfPlaces")
    shown.setCurrentRow(places(desk).index(words))


def ask(desk: Desk) -> FactsDialog:
    desk.press(Qt.Key.Key_F2, on=room(desk).list)
    dialog = desk.window.findChildren(FactsDialog)[-1]
    assert isinstance(dialog, FactsDialog)
    return dialog


def fill(dialog: FactsDialog, **said: str) -> None:
    for name, words in said.items():
        dialog.findChildren(QLineEdit, f"facts.{name}")[0].setText(words)


def save(desk: Desk, dialog: FactsDialog) -> None:
    (button,) = dialog.findChildren(QPushButton, "factsSave")
    desk.qtbot.mouseClick(button, LEFT)


def test_what_was_read_wrongly_is_put_right_and_undone(desk: Desk) -> None:
    dialog = ask(desk)
    assert nameless(dialog) == []
    fill(dialog, title="治河讲话", speaker="王县长", labels="要用 2026，要用")
    dialog.findChildren(QComboBox, "facts.folder")[0].setEditText(" 水利 / 会议/")
    save(desk, dialog)
    assert titles(desk)[0] == "治河讲话"
    assert [each for each in places(desk) if each in "水利 会议 要用 2026"] == ["水利", "会议", "2026", "要用"]
    assert desk.find(QTabBar, "speechTabs").tabText(0) == "治河讲话"
    assert desk.window.windowTitle().startswith("治河讲话")
    desk.action("edit.undo").trigger()
    assert titles(desk)[0] == TITLE
    assert desk.find(QTabBar, "speechTabs").tabText(0).startswith(TITLE[:10])


def test_it_is_still_so_when_the_file_is_opened_again(desk: Desk, opening: Opening, tmp_path: Path) -> None:
    dialog = ask(desk)
    fill(dialog, title="治河讲话")
    save(desk, dialog)
    desk.close()
    again = opening(tmp_path / "speech.txt")
    assert again.session.current is not None
    assert again.session.current.document.title == "治河讲话"


def test_nothing_said_is_no_step(desk: Desk) -> None:
    before = desk.session.undo_stack.count()
    save(desk, ask(desk))
    assert desk.session.undo_stack.count() == before


def test_several_speeches_are_put_into_a_folder_in_one_step(desk: Desk) -> None:
    room(desk).list.selectAll()
    dialog = ask(desk)
    assert dialog.findChildren(QLineEdit, "facts.title") == []
    dialog.findChildren(QComboBox, "facts.folder")[0].setEditText("水利")
    fill(dialog, labels="要用")
    save(desk, dialog)
    look(desk, "水利")
    assert len(titles(desk)) == 2
    desk.action("edit.undo").trigger()
    assert "水利" not in places(desk)
    assert len(titles(desk)) == 2


def test_a_speech_that_is_taken_out_is_closed_and_comes_back_with_its_marks(desk: Desk) -> None:
    digest = room(desk).chosen()[0].digest
    desk.press(Qt.Key.Key_Delete, on=room(desk).list)
    assert TITLE not in titles(desk)
    assert digest not in desk.session.speeches
    assert desk.window.rooms.current == "library"
    look(desk, "Taken out")
    assert titles(desk) == [TITLE]
    with desk.library() as library:
        assert [mark.quote for mark in library.bin()] == ["谁来守"]
    desk.press(Qt.Key.Key_Insert, on=room(desk).list)
    assert "Taken out" not in places(desk)
    assert TITLE in titles(desk)
    with desk.library() as library:
        assert [mark.quote for mark in library.annotations(digest).values()] == ["谁来守"]


def test_taking_out_is_undone_from_the_message(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Delete, on=room(desk).list)
    assert desk.message == "1 speech taken out; the marks lie in the bin."
    desk.qtbot.mouseClick(desk.find(QPushButton, "messageButton"), LEFT)
    assert TITLE in titles(desk)


def test_the_cover_shows_tags_and_versions_and_leads_to_them(desk: Desk) -> None:
    with Library(desk.path) as library:
        marked = room(desk).chosen()[0].digest
        text = library.document(marked).text  # type: ignore[union-attr]
        other = build(text + "\n这一段是后来加上去的。\n")
        library.add(other)
    room(desk).enter()
    desk.qtbot.waitUntil(lambda: "1 other" in desk.find(QLabel, "coverSame").text())
    desk.qtbot.mouseClick(desk.find(QPushButton, "coverVersion.0"), LEFT)
    desk.qtbot.waitUntil(lambda: desk.window.rooms.current == READ)
    assert desk.session.current is not None


def test_the_chosen_speeches_are_compared(desk: Desk) -> None:
    shelf = room(desk).list
    desk.press("c", on=shelf)
    assert "two to four" in desk.find(QLabel, "messageText").text()
    assert desk.window.rooms.current == "library"
    shelf.selectAll()
    desk.press("c", on=shelf)
    assert desk.window.rooms.current == "compare"
    desk.qtbot.waitUntil(lambda: "stand together" in desk.find(QLabel, "compareSaid").text(), timeout=LONG)
    shown = [desk.find(QLabel, f"compareTitle.{number}").text() for number in (1, 2)]
    assert [title.partition(" · ")[0] for title in shown] == titles(desk)


def test_every_deed_of_the_list_has_a_name_words_and_a_key(desk: Desk) -> None:
    actions = [each for each in room(desk).list.actions() if isinstance(each, QAction)]
    assert {each.objectName() for each in actions} == {
        *("shelf.open", "shelf.facts", "shelf.compare", "shelf.out", "shelf.back")
    }
    assert all(each.text() and not each.shortcut().isEmpty() for each in actions)
