"""The few dialogs: all keys, how the page is set, what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel

from gui.dialogs import KeysDialog, SettingDialog
from tests.gui.desk import CTRL, OFFSCREEN, Desk
from tests.gui.names import nameless
from tests.gui.test_actions import KEYS


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
    shown = opened(again, SettingDialog)  # it stays, in the other language, where the reader was
    language = shown.findChild(QComboBox, "settingLanguage")
    assert shown.windowTitle() == "版面与语言"
    assert isinstance(language, QComboBox)
    assert language.currentData() == "zh"
    assert language.hasFocus()


@OFFSCREEN
def test_choosing_the_language_there_is_makes_no_new_window(desk: Desk) -> None:
    window = desk.window
    window.language_wanted.emit("en")
    assert desk.app.window is window
    assert desk.settings.language == "en"


@OFFSCREEN
def test_what_the_program_is_can_be_asked(desk: Desk) -> None:
    desk.action("help.about").trigger()
    (box,) = (each for each in desk.window.findChildren(QDialog) if each.objectName() == "aboutDialog")
    assert "Piyue" in box.text()  # type: ignore[attr-defined]
    box.close()
