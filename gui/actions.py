"""Every action of the window in one table: name, words, keys, icon, and where its keys hold.

Single letters act in the text pane and the lists, never while a field is being typed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True, slots=True)
class Row:
    """``local`` keys hold in the pane and the lists only; ``menu`` is where the one menu shows it."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    local: bool = False
    check: bool = False


FILE, EDIT, MARK, GO, VIEW, HELP = "file", "edit", "mark", "go", "view", "help"

MENUS = {
    FILE: QT_TRANSLATE_NOOP("actions", "File"),
    EDIT: QT_TRANSLATE_NOOP("actions", "Edit"),
    MARK: QT_TRANSLATE_NOOP("actions", "Mark"),
    GO: QT_TRANSLATE_NOOP("actions", "Go"),
    VIEW: QT_TRANSLATE_NOOP("actions", "View"),
    HELP: QT_TRANSLATE_NOOP("actions", "Help"),
}

ROWS = (
    Row("file.open", QT_TRANSLATE_NOOP("actions", "Open…"), ("Ctrl+O",), FILE),
    Row("file.export", QT_TRANSLATE_NOOP("actions", "Export notes…"), ("Ctrl+E",), FILE),
    Row("file.close", QT_TRANSLATE_NOOP("actions", "Close speech"), ("Ctrl+W",), FILE),
    Row("file.quit", QT_TRANSLATE_NOOP("actions", "Quit"), ("Ctrl+Q",), FILE),
    Row("edit.undo", QT_TRANSLATE_NOOP("actions", "Undo"), ("Ctrl+Z",), EDIT),
    Row("edit.redo", QT_TRANSLATE_NOOP("actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), EDIT),
    Row("edit.copy", QT_TRANSLATE_NOOP("actions", "Copy"), ("Ctrl+C",), EDIT),
    Row("edit.copyWithSource", QT_TRANSLATE_NOOP("actions", "Copy with source"), ("Ctrl+Shift+C",), EDIT),
    Row("edit.selectAll", QT_TRANSLATE_NOOP("actions", "Select all"), ("Ctrl+A",), EDIT),
    Row("search.document", QT_TRANSLATE_NOOP("actions", "Find in this speech"), ("Ctrl+F",), EDIT),
    Row("annotate.repeat", QT_TRANSLATE_NOOP("actions", "Same tags again"), ("0",), MARK, local=True),
    Row("annotate.sticky", QT_TRANSLATE_NOOP("actions", "Sticky tag"), ("S",), MARK, local=True, check=True),
    Row(
        "annotate.note",
        QT_TRANSLATE_NOOP("actions", "Write a note"),
        ("N", "Return", "Enter"),
        MARK,
        local=True,
    ),
    Row("annotate.delete", QT_TRANSLATE_NOOP("actions", "Delete mark"), ("Delete",), MARK, local=True),
    Row("select.grow", QT_TRANSLATE_NOOP("actions", "Grow the selection"), ("E",), MARK, local=True),
    Row("select.shrink", QT_TRANSLATE_NOOP("actions", "Shrink the selection"), ("Shift+E",), MARK, local=True),
    Row("go.nextMark", QT_TRANSLATE_NOOP("actions", "Next mark"), ("J",), GO, local=True),
    Row("go.previousMark", QT_TRANSLATE_NOOP("actions", "Previous mark"), ("K",), GO, local=True),
    Row("go.nextSection", QT_TRANSLATE_NOOP("actions", "Next section"), ("]",), GO, local=True),
    Row("go.previousSection", QT_TRANSLATE_NOOP("actions", "Previous section"), ("[",), GO, local=True),
    Row("go.nextSpeech", QT_TRANSLATE_NOOP("actions", "Next speech"), ("Ctrl+Tab",), GO),
    Row("view.outline", QT_TRANSLATE_NOOP("actions", "Section tree"), ("F7",), VIEW, check=True),
    Row("view.marks", QT_TRANSLATE_NOOP("actions", "Tags, marks and note"), ("F8",), VIEW, check=True),
    Row("view.larger", QT_TRANSLATE_NOOP("actions", "Larger text"), ("Ctrl++", "Ctrl+="), VIEW),
    Row("view.smaller", QT_TRANSLATE_NOOP("actions", "Smaller text"), ("Ctrl+-",), VIEW),
    Row("view.setting", QT_TRANSLATE_NOOP("actions", "Page and language…"), ("Ctrl+,",), VIEW),
    Row("view.theme", QT_TRANSLATE_NOOP("actions", "Light or dark"), ("Ctrl+Shift+T",), VIEW),
    Row("view.fullScreen", QT_TRANSLATE_NOOP("actions", "Full screen"), ("F11",), VIEW, check=True),
    Row("help.keys", QT_TRANSLATE_NOOP("actions", "All keys"), ("?",), HELP, local=True),
    Row("help.welcome", QT_TRANSLATE_NOOP("actions", "Welcome page"), (), HELP),
    Row("help.about", QT_TRANSLATE_NOOP("actions", "About"), (), HELP),
)

TAG_KEYS = tuple("123456789")


def make(owner: QObject) -> dict[str, QAction]:
    """All actions by name, with their words in the current language; nothing is connected yet."""
    actions = {row.name: _action(owner, row) for row in ROWS}
    for key in TAG_KEYS:
        words = QCoreApplication.translate("actions", "Tag %1").replace("%1", key)
        actions[f"annotate.tag.{key}"] = _action(owner, Row(f"annotate.tag.{key}", words, (key,), local=True))
    return actions


def _action(owner: QObject, row: Row) -> QAction:
    action = QAction(QCoreApplication.translate("actions", row.words), owner)
    action.setObjectName(row.name)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setCheckable(row.check)
    context = Qt.ShortcutContext.WidgetShortcut if row.local else Qt.ShortcutContext.WindowShortcut
    action.setShortcutContext(context)
    return action


def local(actions: Mapping[str, QAction]) -> list[QAction]:
    """The actions whose keys hold in the pane and the lists only."""
    return [a for a in actions.values() if a.shortcutContext() == Qt.ShortcutContext.WidgetShortcut]


def menu_words(menu: str) -> str:
    """A menu's name in the current language."""
    return QCoreApplication.translate("actions", MENUS[menu])
