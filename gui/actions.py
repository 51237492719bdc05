"""Every action of the window in one table: name, words, keys, icon, and where its keys hold.

Single letters act in the text pane and the lists, never while a field is being typed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from gui.form_names import form_names


@dataclass(frozen=True, slots=True)
class Row:
    """``local`` keys hold in the pane and the lists only; ``menu`` is where the one menu shows it.

    ``also`` is a key that means the same in the text pane, which handles it: elsewhere it does other things.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    local: bool = False
    check: bool = False
    also: str = ""


FILE, EDIT, FIND, MARK, OUTLINE, GO, VIEW, HELP = "file", "edit", "find", "mark", "outline", "go", "view", "help"

translate = QCoreApplication.translate


def menus() -> dict[str, str]:
    """The groups of the one menu, with their words in the current language."""
    return {
        FILE: translate("actions", "File"),
        EDIT: translate("actions", "Edit"),
        FIND: translate("actions", "Find"),
        MARK: translate("actions", "Mark"),
        OUTLINE: translate("actions", "Outline"),
        GO: translate("actions", "Go"),
        VIEW: translate("actions", "View"),
        HELP: translate("actions", "Help"),
    }


def rows() -> tuple[Row, ...]:
    """Every action but the tags' own, with its words in the current language."""
    return (
        Row("file.open", translate("actions", "Open…"), ("Ctrl+O",), FILE),
        Row("file.takeIn", translate("actions", "Take a folder into the library…"), ("Ctrl+Shift+O",), FILE),
        Row("file.paste", translate("actions", "Paste as a new speech"), ("Ctrl+Shift+V",), FILE),
        Row("file.showFile", translate("actions", "Show file"), ("Ctrl+Alt+O",), FILE),
        Row("file.import", translate("actions", "Import marks…"), ("Ctrl+I",), FILE),
        Row("file.export", translate("actions", "Export…"), ("Ctrl+E",), FILE),
        Row("file.templates", translate("actions", "Templates…"), ("Ctrl+Alt+M",), FILE),
        Row("file.restore", translate("actions", "Restore a backup…"), ("Ctrl+Alt+B",), FILE),
        Row("file.close", translate("actions", "Close speech"), ("Ctrl+W",), FILE),
        Row("file.quit", translate("actions", "Quit"), ("Ctrl+Q",), FILE),
        Row("edit.undo", translate("actions", "Undo"), ("Ctrl+Z",), EDIT),
        Row("edit.redo", translate("actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), EDIT),
        Row("edit.copy", translate("actions", "Copy"), ("Ctrl+C",), EDIT),
        Row("edit.copyWithSource", translate("actions", "Copy with source"), ("Ctrl+Shift+C",), EDIT),
        Row("edit.selectAll", translate("actions", "Select all"), ("Ctrl+A",), EDIT),
        *_search_rows(),
        Row("annotate.tagByName", translate("actions", "Tag by name…"), ("T",), MARK, local=True),
        Row("annotate.repeat", translate("actions", "Same tags again"), ("0",), MARK, local=True),
        Row("annotate.sticky", translate("actions", "Sticky tag"), ("S",), MARK, local=True, check=True),
        Row(
            "annotate.note",
            translate("actions", "Write a note"),
            ("N",),
            MARK,
            local=True,
            also="Enter",
        ),
        Row("annotate.report", translate("actions", "What became of the marks…"), ("Ctrl+Shift+R",), MARK),
        Row("annotate.colour", translate("actions", "Colour…"), ("Alt+P",), MARK),
        Row("annotate.history", translate("actions", "History of the mark…"), ("Alt+H",), MARK),
        Row("annotate.export", translate("actions", "Export chosen marks…"), ("Ctrl+Shift+E",), MARK),
        Row("annotate.delete", translate("actions", "Delete mark"), ("Delete",), MARK, local=True),
        Row("annotate.pick", translate("actions", "Choose among marks here"), ("P",), MARK, local=True),
        Row("marks.filter", translate("actions", "Filter marks"), ("Ctrl+Shift+L",), MARK),
        Row("marks.all", translate("actions", "Show all marks"), ("Ctrl+Alt+L",), MARK),
        Row("compare.colleagues", translate("actions", "Compare two readers…"), ("Ctrl+Alt+K",), MARK),
        Row("view.bin", translate("actions", "Deleted marks…"), ("Ctrl+Alt+D",), MARK),
        Row("select.grow", translate("actions", "Grow the selection"), ("E",), MARK, local=True),
        Row("select.shrink", translate("actions", "Shrink the selection"), ("Shift+E",), MARK, local=True),
        Row("tags.manage", translate("actions", "Manage tags…"), ("Ctrl+Alt+T",), MARK),
        Row("tags.import", translate("actions", "Import tags…"), ("Ctrl+Alt+Shift+I",), MARK),
        Row("tags.export", translate("actions", "Export tags…"), ("Ctrl+Alt+Shift+E",), MARK),
        Row("go.nextMark", translate("actions", "Next mark"), ("J",), GO, local=True),
        Row("go.previousMark", translate("actions", "Previous mark"), ("K",), GO, local=True),
        Row("go.nextSection", translate("actions", "Next section"), ("]",), GO, local=True),
        Row("go.previousSection", translate("actions", "Previous section"), ("[",), GO, local=True),
        Row("go.nextSpeech", translate("actions", "Next speech"), ("Ctrl+Tab",), GO),
        *_outline_rows(),
        Row("room.read", translate("actions", "Reading desk"), ("Ctrl+Alt+1",), VIEW, check=True),
        Row("room.library", translate("actions", "Library"), ("Ctrl+Alt+2",), VIEW, check=True),
        Row("room.search", translate("actions", "Search room"), ("Ctrl+Alt+3",), VIEW, check=True),
        Row("room.material", translate("actions", "Material"), ("Ctrl+Alt+4",), VIEW, check=True),
        Row("room.compare", translate("actions", "Compare speeches"), ("Ctrl+Alt+5",), VIEW, check=True),
        Row("view.outline", translate("actions", "Outline"), ("F7",), VIEW, check=True),
        Row("view.marks", translate("actions", "Tags, marks and note"), ("F8",), VIEW, check=True),
        Row("view.skeleton", translate("actions", "Skeleton"), ("F9",), VIEW, check=True),
        Row("view.lens", translate("actions", "Lens"), ("F10",), VIEW, check=True),
        Row("lens.next", translate("actions", "Next in the lens"), ("F4",), GO),
        Row("lens.previous", translate("actions", "Previous in the lens"), ("Shift+F4",), GO),
        Row("lens.elsewhere", translate("actions", "Where else this passage occurs"), ("W",), GO, local=True),
        Row("view.larger", translate("actions", "Larger text"), ("Ctrl++", "Ctrl+="), VIEW),
        Row("view.smaller", translate("actions", "Smaller text"), ("Ctrl+-",), VIEW),
        Row("view.setting", translate("actions", "Page and language…"), ("Ctrl+,",), VIEW),
        Row("view.theme", translate("actions", "Light or dark"), ("Ctrl+Shift+T",), VIEW),
        Row("view.fullScreen", translate("actions", "Full screen"), ("F11",), VIEW, check=True),
        Row("help.keys", translate("actions", "Keyboard shortcuts"), ("?",), HELP, local=True),
        Row("help.welcome", translate("actions", "Welcome page"), (), HELP),
        Row("help.about", translate("actions", "About"), (), HELP),
    )


def _search_rows() -> tuple[Row, ...]:
    """Finding in the open speech: the hits, and what is taken for the same."""
    return (
        Row("search.document", translate("actions", "Find in this speech"), ("Ctrl+F",), FIND),
        Row("search.library", translate("actions", "Search all speeches"), ("Ctrl+Shift+F",), FIND),
        Row("search.next", translate("actions", "Next hit"), ("F3",), FIND),
        Row("search.previous", translate("actions", "Previous hit"), ("Shift+F3",), FIND),
        Row("search.markAll", translate("actions", "Mark all hits…"), ("Ctrl+Shift+M",), FIND),
        Row("search.width", translate("actions", "Full and half width alike"), ("Alt+W",), FIND, check=True),
        Row("search.script", translate("actions", "Simplified and traditional alike"), ("Alt+T",), FIND, check=True),
        Row("search.case", translate("actions", "Large and small letters alike"), ("Alt+A",), FIND, check=True),
        Row("search.regex", translate("actions", "Regular expression"), ("Alt+R",), FIND, check=True),
    )


def _outline_rows() -> tuple[Row, ...]:
    """What puts the outline right, and what is done with it."""
    return (
        Row("outline.heading", translate("actions", "This is a heading"), ("H",), OUTLINE, local=True),
        Row("outline.plain", translate("actions", "This is no heading"), ("Shift+H",), OUTLINE, local=True),
        Row("outline.raise", translate("actions", "One level up"), ("Alt+Left",), OUTLINE, local=True),
        Row("outline.lower", translate("actions", "One level down"), ("Alt+Right",), OUTLINE, local=True),
        Row("outline.begin", translate("actions", "Heading begins here"), ("Alt+[",), OUTLINE, local=True),
        Row("outline.end", translate("actions", "Heading ends here"), ("Alt+]",), OUTLINE, local=True),
        Row("outline.join", translate("actions", "Join with the next"), ("Alt+J",), OUTLINE, local=True),
        Row("outline.split", translate("actions", "Split here"), ("Alt+K",), OUTLINE, local=True),
        Row("outline.reset", translate("actions", "As it was found"), ("Alt+Backspace",), OUTLINE, local=True),
        Row("outline.filter", translate("actions", "Filter the outline"), ("Ctrl+L",), OUTLINE),
        Row("outline.copy", translate("actions", "Copy the outline"), ("Ctrl+Alt+C",), OUTLINE),
        Row("outline.export", translate("actions", "Export the outline…"), ("Ctrl+Alt+E",), OUTLINE),
        Row("outline.styles", translate("actions", "Headings of your own…"), ("Ctrl+Alt+H",), OUTLINE),
    )


CORRECTING = ("heading", "plain", "raise", "lower", "begin", "end", "join", "split", "reset")
"""The actions that put the outline right, behind ``outline.``."""

SEARCHING = ("width", "script", "case", "regex")
"""The options of a search, behind ``search.``."""

TAG_KEYS = tuple("123456789")
LEVELS = tuple("1234")
STARS = tuple("543210")


def level_rows() -> tuple[Row, ...]:
    """How far the section tree is opened."""
    words = translate("actions", "Outline to level %1")
    return tuple(Row(f"outline.level.{n}", words.replace("%1", n), (f"Ctrl+{n}",), OUTLINE) for n in LEVELS)


def star_rows() -> tuple[Row, ...]:
    """How much a mark matters; they have a menu of their own."""
    words = {n: "★" * int(n) for n in STARS} | {"0": translate("actions", "No stars")}
    return tuple(Row(f"annotate.star.{n}", words[n], (f"Alt+{n}",)) for n in STARS)


ENDS = "ends"
"""The menu below that of marks with what moves the ends of one."""
END_KEYS = {"start": "ZX", "end": "CV"}
"""Back and on, for each end; they lie beside each other as the ends do. Shift: by word. Alt: by clause."""
UNITS = {"character": "", "word": "Shift+", "clause": "Alt+"}
WAYS = ("back", "on")


def ends() -> tuple[tuple[str, str, str], ...]:
    """Every end, unit and way of the actions ``annotate.end.unit.way``."""
    return tuple(product(END_KEYS, UNITS, WAYS))


def end_rows() -> tuple[Row, ...]:
    """What moves the ends of the current mark."""
    words = {
        "start.character": translate("actions", "Start by a character"),
        "start.word": translate("actions", "Start by a word"),
        "start.clause": translate("actions", "Start by a clause"),
        "end.character": translate("actions", "End by a character"),
        "end.word": translate("actions", "End by a word"),
        "end.clause": translate("actions", "End by a clause"),
    }
    signs = {"back": "←", "on": "→"}
    also = {"end.character.back": ("Alt+Shift+Left",), "end.character.on": ("Alt+Shift+Right",)}
    made: list[Row] = []
    for end, unit, way in ends():
        name = f"{end}.{unit}.{way}"
        key = UNITS[unit] + END_KEYS[end][WAYS.index(way)]
        text = f"{words[f'{end}.{unit}']}  {signs[way]}"
        made.append(Row(f"annotate.{name}", text, (key, *also.get(name, ())), ENDS, local=True))
    return tuple(made)


COPY_AS = "copyAs"
"""The menu below that of edits with the forms in which marks are copied."""
COPIED = {
    "markdown": ("Ctrl+Alt+Shift+M",),
    "html": ("Ctrl+Alt+Shift+H",),
    "csv": (),
    "json": (),
    "opml": (),
    "w3c": (),
    "codebook": (),
    "hypothesis": (),
    "doccano": (),
}
"""Every format that is text, with its keys; those without are reached by the menu."""


def copy_rows() -> tuple[Row, ...]:
    """The forms in which marks are copied."""
    names = form_names() | {"html": translate("actions", "Set text, for Word or a mail")}
    return tuple(Row(f"edit.copyAs.{name}", names[name], keys, COPY_AS) for name, keys in COPIED.items())


def shown() -> tuple[Row, ...]:
    """What the menu and the table of keys show."""
    return (*rows(), *copy_rows(), *level_rows(), *end_rows())


def make(owner: QObject) -> dict[str, QAction]:
    """All actions by name; nothing is connected yet."""
    made = {row.name: _action(owner, row) for row in (*shown(), *star_rows())}
    return made | {action.objectName(): action for action in (tag_action(owner, key) for key in TAG_KEYS)}


def tag_action(owner: QObject, key: str) -> QAction:
    """The action of the tag that has a key."""
    words = translate("actions", "Tag %1").replace("%1", key.upper())
    return _action(owner, Row(f"annotate.tag.{key}", words, (key,), local=True))


def _action(owner: QObject, row: Row) -> QAction:
    action = QAction(row.words, owner)
    action.setObjectName(row.name)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setCheckable(row.check)
    context = Qt.ShortcutContext.WidgetShortcut if row.local else Qt.ShortcutContext.WindowShortcut
    action.setShortcutContext(context)
    return action


def local(actions: Mapping[str, QAction]) -> list[QAction]:
    """The actions whose keys hold in the pane and the lists only."""
    return [a for a in actions.values() if a.shortcutContext() == Qt.ShortcutContext.WidgetShortcut]
