"""The few dialogs: all keys, how the page is set, what this program is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui import actions as table
from gui.faces import LINES, MEASURES, SIZES, Setting
from gui.settings import Settings

COLUMNS = (
    (table.MARK,),
    (table.OUTLINE, table.HELP),
    (table.FILE, table.EDIT, table.FIND),
    (table.GO, table.VIEW),
)
"""The menus as they stand beside each other in the table of keys, about as long as one another."""


class KeysDialog(QDialog):
    """Every key, by menu."""

    def __init__(self, parent: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        sheet = QWidget()
        sheet.setObjectName("keysSheet")
        columns = QHBoxLayout(sheet)
        columns.setSpacing(26)
        for menus in COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(18)
            for menu in menus:
                column.addLayout(_group(table.menus()[menu], self._rows(menu, actions)))
            column.addStretch(1)
            columns.addLayout(column)
        scroll = QScrollArea()
        scroll.setObjectName("keysScroll")
        scroll.setAccessibleName(self.windowTitle())
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 14, 20, 16)
        box.addWidget(scroll)
        box.addWidget(_close(self))
        room = parent.size()
        wanted = sheet.sizeHint() + QSize(64, 96)
        self.resize(min(wanted.width(), room.width()), min(wanted.height(), room.height()))

    def _rows(self, menu: str, actions: Mapping[str, QAction]) -> list[tuple[str, str]]:
        rows = [
            (_keys(actions[row.name], row.also), row.words.rstrip("…")) for row in table.shown() if row.menu == menu
        ]
        if menu == table.EDIT:
            words = self.tr("Copy marks as: %1")
            rows += [(_keys(actions[row.name], ""), words.replace("%1", row.words)) for row in table.copy_rows()]
        if menu == table.MARK:
            rows.insert(0, ("1 … 9", self.tr("Tag the selection or the current mark")))
            rows.insert(3, ("Alt+0 … 5", self.tr("Stars")))
            rows.append(("Z X / C V", self.tr("Start / end by a character")))
            rows.append(("Shift / Alt", self.tr("… by a word / by a clause")))
        return rows


def _group(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    head = QLabel(title)
    head.setProperty("role", "heading")
    grid.addWidget(head, 0, 0, 1, 2)
    for number, (keys, words) in enumerate((row for row in rows if row[0]), start=1):
        cap = QLabel(keys)
        cap.setObjectName("keyCap")
        grid.addWidget(cap, number, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(QLabel(words), number, 1)
    return grid


def _keys(action: QAction, also: str) -> str:
    keys = [*action.shortcuts()[:2], *([QKeySequence(also)] if also else [])]
    return " / ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _close(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    close.setObjectName("dialogClose")
    close.setText(QCoreApplication.translate("dialogs", "Close"))
    buttons.rejected.connect(dialog.reject)
    return buttons


class SettingDialog(QDialog):
    """How the page is set, theme, language, the reader's name; every change shows at once and is kept."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        set_page: Callable[[Setting], None],
        set_theme: Callable[[str], None],
        set_language: Callable[[str], None],
        set_creator: Callable[[str], None],
        show_styles: Callable[[], None],
        show_quotation: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingDialog")
        self.setWindowTitle(self.tr("Page and language"))
        self._set_page, page = set_page, settings.page
        self._make_fields(page)
        themes = {"system": self.tr("Follow the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        languages = {"system": self.tr("Follow the system"), "zh": "中文", "en": "English"}
        theme = _choice("settingTheme", themes, settings.theme)
        language = _choice("settingLanguage", languages, settings.language)
        creator = QLineEdit(settings.creator)
        creator.setObjectName("settingCreator")
        creator.setPlaceholderText(self.tr("Stands on your new marks"))
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        for words, field in (
            (self.tr("Typeface"), self.face),
            (self.tr("Size"), self.size_box),
            (self.tr("Line height"), self.line),
            (self.tr("Characters per line"), self.measure),
            (self.tr("Theme"), theme),
            (self.tr("Language"), language),
            (self.tr("Your name"), creator),
            (self.tr("Headings"), _button("settingHeadings", self.tr("Headings of your own…"), show_styles)),
            (self.tr("Quotations"), _button("settingQuotation", self.tr("Style of quotations…"), show_quotation)),
        ):
            field.setAccessibleName(words)
            form.addRow(words, field)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(16)
        box.addLayout(form)
        box.addWidget(_close(self))
        self.face.currentIndexChanged.connect(self._change)
        for field in (self.size_box, self.measure, self.line):
            field.valueChanged.connect(self._change)
        creator.textChanged.connect(set_creator)
        theme.currentIndexChanged.connect(lambda: set_theme(theme.currentData()))
        language.currentIndexChanged.connect(lambda: set_language(language.currentData()))

    def _make_fields(self, page: Setting) -> None:
        """What the page is set by."""
        faces = {
            "song": self.tr("Song"),
            "hei": self.tr("Hei"),
            "kai": self.tr("Kai"),
            "fangsong": self.tr("Fangsong"),
        }
        self.face = _choice("settingFace", faces, page.face)
        self.size_box = _spin("settingSize", SIZES, page.size, self.tr(" px"))
        self.measure = _spin("settingMeasure", MEASURES, page.measure, self.tr(" characters"))
        self.line = QDoubleSpinBox()
        self.line.setObjectName("settingLine")
        self.line.setRange(*LINES)
        self.line.setSingleStep(0.05)
        self.line.setValue(page.line)
        self.line.lineEdit().setTextMargins(6, 0, 0, 0)

    def _change(self) -> None:
        face, size = self.face.currentData(), self.size_box.value()
        self._set_page(Setting(face, size, round(self.line.value(), 2), self.measure.value()))


def _button(name: str, words: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: act())
    return button


def _choice(name: str, rows: Mapping[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    for key, words in rows.items():
        box.addItem(words, key)
    box.setCurrentIndex(list(rows).index(chosen))
    return box


def _spin(name: str, bounds: tuple[int, int], value: int, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setRange(*bounds)
    box.setValue(value)
    box.setSuffix(unit)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    return box
