"""Every action has its name, its words and its key, and single keys hold where nothing is typed."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from gui.actions import COPIED
from tests.gui.desk import SHIFT, Desk

KEYS = {
    "file.open": "Ctrl+O",
    "file.export": "Ctrl+E",
    "edit.undo": "Ctrl+Z",
    "edit.redo": "Ctrl+Shift+Z",
    "edit.copyWithSource": "Ctrl+Shift+C",
    "search.document": "Ctrl+F",
    "go.nextMark": "J",
    "go.previousMark": "K",
    "help.keys": "?",
    **{f"annotate.tag.{number}": str(number) for number in range(1, 10)},
    "annotate.repeat": "0",
    "annotate.sticky": "S",
    "annotate.note": "N",
    "annotate.delete": "Del",
    "select.grow": "E",
    "select.shrink": "Shift+E",
    "go.nextSection": "]",
    "go.previousSection": "[",
    "view.theme": "Ctrl+Shift+T",
    "view.fullScreen": "F11",
    "view.larger": "Ctrl++",
    "view.smaller": "Ctrl+-",
}
"""Every action of the public interface with its key."""


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_every_action_of_the_interface_has_its_key(desk: Desk, name: str, key: str) -> None:
    assert QKeySequence(key) in desk.action(name).shortcuts()


def test_every_action_has_a_name_words_and_a_place_where_it_is_found(desk: Desk) -> None:
    actions = list(desk.window.actions_by_name.values())
    assert set(KEYS) <= {action.objectName() for action in actions}
    assert [action.objectName() for action in actions if not action.text()] == []
    listed = {action for menu in desk.window.top.menu.findChildren(QMenu) for action in menu.actions()}
    unlisted = {action.objectName() for action in actions if action not in listed}
    assert unlisted == {f"annotate.tag.{number}" for number in range(1, 10)}
    keyless = {action.objectName() for action in actions if not action.shortcuts()}
    in_the_menu = {f"edit.copyAs.{name}" for name, keys in COPIED.items() if not keys}
    assert keyless <= {"help.welcome", "help.about"} | in_the_menu


def test_no_two_actions_have_the_same_key(desk: Desk) -> None:
    keys = Counter(key.toString() for action in desk.window.actions_by_name.values() for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def test_single_keys_hold_where_nothing_is_typed(desk: Desk) -> None:
    plain = [action for action in desk.window.actions_by_name.values() if is_plain(action)]
    assert len(plain) >= 20
    for action in plain:
        assert action.shortcutContext() == Qt.ShortcutContext.WidgetShortcut
        holders = {item.objectName() for item in action.associatedObjects() if isinstance(item, QWidget)}
        assert {"textPane", "annotationList"} <= holders
        assert not {"noteEditor", "searchField", "mainWindow"} & holders


def is_plain(action: QAction) -> bool:
    """Whether an action has a key that types a character, or deletes one."""
    keys = [key[0] for key in action.shortcuts()]  # type: ignore[index]
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return any(not key.keyboardModifiers() & held and not is_function(key.key()) for key in keys)


def is_function(key: Qt.Key) -> bool:
    return Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35


def test_tab_leads_from_the_text_through_everything_and_back(desk: Desk) -> None:
    desk.tag("谁来守")
    seen = ["textPane"]
    for _ in range(40):
        desk.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is desk.pane:
            break
        seen.append(focus.objectName())
    tags = [f"tag.{number}" for number in range(1, 10)]
    assert {"searchField", "menuButton", "sectionTree", "annotationList", "noteEditor", *tags} <= set(seen)
    assert len(seen) == len(set(seen))
    for _ in range(len(seen)):
        desk.press(Qt.Key.Key_Backtab, held=SHIFT)
    assert desk.pane.hasFocus()


def test_a_tag_s_button_is_pressed_by_the_space_bar(desk: Desk) -> None:
    desk.select("谁来守")
    button = desk.find(QAbstractButton, "tag.6")
    button.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.tags_of(desk.mark) == ["举措"]


def test_full_screen_comes_and_goes(desk: Desk) -> None:
    seen = []
    for _ in range(2):
        desk.press(Qt.Key.Key_F11)
        seen.append(desk.window.isFullScreen())
    assert seen == [True, False]
