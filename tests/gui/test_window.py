"""What can be seen can be driven: everything a person uses has a name, words for a reader's voice, and a key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

from gui.dialogs import KeysDialog, SettingDialog
from tests.gui.desk import CTRL, SHIFT, Desk
from tests.gui.own_speech import SECOND

WIDGETS = (
    *("mainWindow", "sectionTree", "textPane", "annotationList", "tagPalette", "noteEditor", "searchField"),
    "welcomePage",
)
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

OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""A dialog comes up: Qt's platform without a screen warns that it cannot raise windows."""


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


def within(parent: QObject, kind: type[QWidget]) -> Iterator[QWidget]:
    if isinstance(parent, kind):
        yield parent
    yield from parent.findChildren(kind)


def own(widget: QWidget) -> bool:
    """Whether a widget was made by this program: a part that Qt makes for its own widgets is named by Qt."""
    above, made_of_parts = widget.parentWidget(), (QComboBox, QAbstractSpinBox, QTabBar, QLineEdit)
    while above is not None:
        if isinstance(above, made_of_parts):
            return False
        above = above.parentWidget()
    return not widget.objectName().startswith("qt_")


def used(parent: QObject) -> list[QWidget]:
    """The widgets a person can give the focus to or press."""
    return [
        widget
        for widget in within(parent, QWidget)
        if own(widget) and (widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton))
    ]


def spoken(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def nameless(parent: QObject) -> list[str]:
    return [f"{type(w).__name__} {w.objectName()!r}" for w in used(parent) if not w.objectName() or not spoken(w)]


# -- names -------------------------------------------------------------------------------------


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


# -- actions -----------------------------------------------------------------------------------


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
    assert keyless <= {"help.welcome", "help.about"}


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


# -- dialogs -----------------------------------------------------------------------------------


def opened(desk: Desk, kind: type[QDialog]) -> QDialog:
    dialog = desk.window.findChild(kind)
    assert isinstance(dialog, kind)
    desk.qtbot.waitUntil(dialog.isVisible)
    return dialog


@OFFSCREEN
def test_the_keys_are_all_listed(desk: Desk) -> None:
    desk.press("?")
    dialog = opened(desk, KeysDialog)
    caps = {label.text() for label in dialog.findChildren(QLabel, "keyCap")}
    listed = {part for cap in caps for part in cap.split(" / ")}
    wanted = {key for name, key in KEYS.items() if not name.startswith("annotate.tag.")}
    assert wanted - listed == set()
    assert "1 … 9" in caps
    assert nameless(dialog) == []
    desk.press(Qt.Key.Key_Escape, on=dialog)
    assert not dialog.isVisible()


@OFFSCREEN
def test_every_setting_shows_at_once_and_is_kept(desk: Desk) -> None:
    desk.press(",", held=CTRL)
    dialog = opened(desk, SettingDialog)
    assert isinstance(dialog, SettingDialog)
    assert nameless(dialog) == []
    for field, value in ((dialog.size_box, 22), (dialog.measure, 30), (dialog.line, 2.1)):
        field.setValue(value)  # type: ignore[arg-type]
    dialog.face.setCurrentIndex(dialog.face.findData("kai"))
    assert desk.pane.page is not None
    shown = desk.pane.page.setting
    assert (shown.face, shown.size, shown.line, shown.measure) == ("kai", 22, 2.1, 30)
    assert desk.settings.page == shown
    theme = dialog.findChild(QComboBox, "settingTheme")
    assert isinstance(theme, QComboBox)
    theme.setCurrentIndex(theme.findData("dark"))
    assert (desk.app.look.name, desk.settings.theme) == ("dark", "dark")


@OFFSCREEN
def test_the_language_is_chosen_in_the_dialog(desk: Desk) -> None:
    desk.press(",", held=CTRL)
    dialog = opened(desk, SettingDialog)
    language = dialog.findChild(QComboBox, "settingLanguage")
    assert isinstance(language, QComboBox)
    language.setCurrentIndex(language.findData("zh"))
    again = desk.again()
    assert again.status == "已保存"
    assert again.settings.language == "zh"


@OFFSCREEN
def test_what_the_program_is_can_be_asked(desk: Desk) -> None:
    desk.action("help.about").trigger()
    (box,) = (each for each in desk.window.findChildren(QDialog) if each.objectName() == "aboutDialog")
    assert "Piyue" in box.text()  # type: ignore[attr-defined]
    box.close()


# -- small things ------------------------------------------------------------------------------


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
