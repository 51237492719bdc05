"""The dialog for the style in which passages are copied with their source, with what it makes of the current one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.placeholders import check
from core.problem import Problem
from core.quotation import PLACES, STYLES
from gui.parts import heading
from gui.settings import OWN, Settings


class QuotationDialog(QDialog):
    """A style is chosen, or written: whoever changes one of ours makes it their own. What is valid is kept at once."""

    def __init__(self, parent: QWidget, settings: Settings, sample: Callable[[str], str], language: str) -> None:
        super().__init__(parent)
        self.setObjectName("quotationDialog")
        self.setWindowTitle(self.tr("Style of quotations"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 420)
        self._settings, self._sample, self._language = settings, sample, language
        self.style_box = QComboBox()
        self.style_box.setObjectName("quotationStyle")
        self.style_box.setAccessibleName(self.windowTitle())
        for key, words in self._styles().items():
            self.style_box.addItem(words, key)
        self.style_box.setCurrentIndex(self.style_box.findData(settings.quotation_style))
        self.template = _field("quotationTemplate", self.tr("Template"))
        self.template.setTabChangesFocus(True)
        self.template.setPlainText(settings.quotation)
        self.template.setFixedHeight(76)
        self.preview = _field("quotationPreview", self.tr("Preview"))
        self.preview.setReadOnly(True)
        self.problem = QLabel()
        self.problem.setObjectName("quotationProblem")
        self.problem.setWordWrap(True)
        self._build()
        self.style_box.activated.connect(self._choose)
        self.template.textChanged.connect(self._edit)
        self._show()

    def _styles(self) -> dict[str, str]:
        return {
            "line": self.tr("In one line, the source in brackets"),
            "reference": self.tr("With a reference after GB/T 7714"),
            OWN: self.tr("Your own"),
        }

    def _places(self) -> dict[str, str]:
        words = (
            self.tr("passage"),
            self.tr("title"),
            self.tr("speaker"),
            self.tr("date"),
            self.tr("venue"),
            self.tr("section"),
            self.tr("heading"),
            self.tr("page"),
            self.tr("note"),
            self.tr("tags"),
        )
        return dict(zip(PLACES, words, strict=True))

    def _build(self) -> None:
        places = QHBoxLayout()
        places.setSpacing(2)
        for name, words in self._places().items():
            places.addWidget(self._place_button(name, words))
        places.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("dialogClose")
        close.setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(8)
        box.addWidget(self.style_box)
        box.addSpacing(6)
        box.addWidget(self.template)
        box.addLayout(places)
        box.addWidget(self.problem)
        box.addSpacing(6)
        box.addWidget(heading(self.tr("Preview")))
        box.addWidget(self.preview, 1)
        box.addSpacing(6)
        box.addWidget(buttons)

    def _place_button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"quotationPlace.{name}")
        button.setProperty("role", "option")
        button.setText(words)
        button.setToolTip(f"{{{name}}}")
        button.setAccessibleName(self.tr("Put in: %1").replace("%1", words))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.template.insertPlainText(f"{{{name}}}"))
        return button

    # -- choosing and writing ------------------------------------------------------------------

    def _choose(self) -> None:
        style = self.style_box.currentData()
        self._settings.quotation_style = style
        self.template.blockSignals(True)
        self.template.setPlainText(self._settings.quotation)
        self.template.blockSignals(False)
        self._show()

    def _edit(self) -> None:
        template = self.template.toPlainText()
        own = template not in STYLES.values()
        style = OWN if own else next(key for key, each in STYLES.items() if each == template)
        self.style_box.setCurrentIndex(self.style_box.findData(style))
        if self._show():
            self._settings.quotation_style = style
            if own:
                self._settings.own_quotation = template

    def _show(self) -> bool:
        """Show what the template makes of the passage, or what is wrong with it; says whether it is right."""
        template, problem = self.template.toPlainText(), ""
        try:
            check(template, PLACES)
        except Problem as found:
            problem = found.say(self._language)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            self.preview.setPlainText(self._sample(template))
        return not problem


def _field(name: str, words: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName(name)
    field.setAccessibleName(words)
    return field
