"""What can be seen can be driven: everything a person uses has a name, and words for a reader's voice."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.desk import Desk
from tests.gui.names import nameless, spoken, used, within
from tests.gui.own_speech import SECOND

WIDGETS = (
    *("mainWindow", "sectionTree", "textPane", "annotationList", "tagPalette", "noteEditor", "searchField"),
    "welcomePage",
)


@pytest.fixture
def whole(desk: Desk) -> Desk:
    """A window with everything in it that a person may meet: speeches, marks, a message, the welcome page."""
    desk.tag("谁来守")
    path = desk.folder / "second.txt"
    path.write_text(SECOND, encoding="utf-8")
    desk.app.opener.open(path)
    desk.app.opener.open(desk.folder / "没有.txt")
    desk.window.messages.say("One sentence.", "Do it", lambda: None)
    desk.action("help.welcome").trigger()
    return desk


def test_every_widget_a_person_uses_has_a_name_for_scripts_and_one_for_screen_readers(whole: Desk) -> None:
    names = {widget.objectName() for widget in used(whole.window)}
    assert {"sectionTree", "textPane", "annotationList", "noteEditor", "searchField", "welcomePage"} <= names
    assert {"speechTabs", "menuButton", "messageButton", "messageClose", "tag.1", "welcomeSample"} <= names
    assert nameless(whole.window) == []


def test_a_name_belongs_to_one_widget(whole: Desk) -> None:
    names = Counter(widget.objectName() for widget in used(whole.window) if widget.objectName() != "recentFile")
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("name", WIDGETS)
def test_the_public_names_are_there(whole: Desk, name: str) -> None:
    (found,) = (widget for widget in within(whole.window, QWidget) if widget.objectName() == name)
    assert spoken(found)


def test_the_map_of_marks_has_a_name_too(desk: Desk) -> None:
    assert spoken(desk.find(QWidget, "markMap")) == "Map of all marks"


def test_a_click_on_the_map_scrolls_there(desk: Desk) -> None:
    desk.window.resize(760, 480)
    QApplication.processEvents()
    bar, strip = desk.pane.verticalScrollBar(), desk.find(QWidget, "markMap")
    assert bar.maximum() > 0
    for share in (0.9, 0.1):
        at = strip.rect().topLeft()
        at.setY(int(strip.height() * share))
        desk.qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
        assert abs(bar.value() / bar.maximum() - share) < 0.05


def test_the_models_of_tree_and_list_are_qt_s_to_read(desk: Desk) -> None:
    for view in (desk.tree, desk.window.marks.list):
        assert isinstance(view.model(), QAbstractItemModel)
        assert spoken(view)
