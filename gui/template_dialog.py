"""The dialog in which templates of exports are written: the list, the source, and what it makes of the marks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.problem import Problem
from core.templates import Template, editing
from gui.session import Session
from gui.tasks import Tasks
from gui.template_code import TemplateCode
from gui.template_fields import TemplateFields
from gui.template_list import TemplateList
from gui.template_preview import TemplatePreview
from gui.template_shelf import TemplateShelf
from gui.theme import Theme

WIDTHS = (190, 470, 470)
"""Of list, source and preview, in pixels."""


class TemplateDialog(QDialog):
    """What is typed is kept at once, and counts when it is saved; one of ours that is saved becomes an own one."""

    def __init__(self, parent: QWidget, session: Session, tasks: Tasks, quotation: str, look: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("templateDialog")
        self.setWindowTitle(self.tr("Templates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1180, 700)
        self._language, self._name, self._saved, self._refused = session.language, "", "", False
        self.shelf = TemplateShelf(session.language, self)
        self.list, self.code = TemplateList(session.language), TemplateCode(look)
        self.preview = TemplatePreview(session, tasks, quotation, look)
        self.fields, self.problem = TemplateFields(), QLabel()
        self.problem.setObjectName("templateProblem")
        self.problem.setWordWrap(True)
        self._build()
        self._listen()
        self._fill("")

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        columns = QSplitter()
        columns.setObjectName("templateColumns")
        columns.setHandleWidth(14)
        middle = _column(self.fields, self.code, self.problem)
        for place, column in enumerate((self._left(), middle, self.preview)):
            columns.addWidget(column)
            columns.setCollapsible(place, False)
            columns.setStretchFactor(place, int(place > 0))
        columns.setSizes(list(WIDTHS))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(12)
        box.addWidget(columns, 1)
        box.addLayout(self._foot())

    def _left(self) -> QWidget:
        self.copy_button = _button("templateCopy", self.tr("Copy"), self.copy)
        self.delete_button = _button("templateDelete", self.tr("Delete"), self.delete)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy_button, 1)
        buttons.addWidget(self.delete_button, 1)
        left = _column(self.list, buttons)
        left.setMinimumWidth(180)
        return left

    def _foot(self) -> QHBoxLayout:
        self.undo_button = _button("templateUndo", self.tr("Undo the deletion"), self.undo)
        self.reset_button = _button("templateReset", self.tr("Revert"), self.reset)
        self.save_button = _button("templateSave", self.tr("Save"), self.save)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        for button in (self.reset_button, self.save_button, _button("templateClose", self.tr("Close"), self.reject)):
            foot.addWidget(button)
        return foot

    def _listen(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.deleted.connect(self.delete)
        self.code.textChanged.connect(self._edit)
        self.fields.renamed.connect(self._rename)
        self.preview.due.connect(self._keep)
        self.preview.made.connect(lambda: self._tell(None))
        self.preview.failed.connect(self._tell)
        self.shelf.refused.connect(self._tell)

    # -- what is shown -------------------------------------------------------------------------

    @property
    def current(self) -> Template:
        """The template that is shown."""
        return self.shelf.templates[self._name]

    @property
    def is_unsaved(self) -> bool:
        """Whether there is text that is not saved."""
        return self.code.toPlainText() != self._saved

    def _fill(self, name: str) -> None:
        """List the templates anew, and show one, or the first."""
        name = name if name in self.shelf.templates else self.shelf.first
        self.list.fill(self.shelf.templates.values(), self.shelf.unsaved, name)
        self.undo_button.setVisible(self.shelf.can_undo)
        self._show(name)

    def choose(self, name: str) -> None:
        """Show the template with a name, where there is one."""
        self.list.choose(name)

    def _choose(self, name: str) -> None:
        if self._keep():
            self._show(name)
        else:
            self.list.choose(self._name)

    def _show(self, name: str) -> None:
        self._name = name
        template, problem = self.current, None
        try:
            self._saved = template.source()
        except Problem as refused:
            self._saved, problem = "", refused
        draft = editing.unsaved(template)
        self.code.blockSignals(True)
        self.code.show_source(self._saved if draft is None else draft)
        self.code.blockSignals(False)
        self.code.setReadOnly(problem is not None)
        self._show_fields()
        self._tell(problem)
        if not problem:
            self.preview.ask(self.code.toPlainText(), template.suffix, now=True)

    def _show_fields(self) -> None:
        self.fields.show_template(self.current, shadows=self.shelf.is_shadow(self.current))
        self._show_state()

    def _show_state(self) -> None:
        """What can be done with the template now."""
        template, unsaved = self.current, self.is_unsaved
        self.delete_button.setEnabled(not template.built_in)
        for button in (self.save_button, self.reset_button):
            button.setEnabled(unsaved)
        self.list.mark(template, unsaved)

    def _tell(self, problem: Problem | None) -> None:
        """Say what is wrong, and mark the line; nothing for what is right."""
        self.problem.setText(problem.say(self._language) if problem else "")
        self.problem.setVisible(problem is not None)
        line = problem.values.get("line", 0) if problem else 0
        self.code.mark_line(line if isinstance(line, int) else 0)

    # -- writing -------------------------------------------------------------------------------

    def _edit(self) -> None:
        self._show_state()
        self.preview.ask(self.code.toPlainText(), self.current.suffix)

    def _keep(self) -> bool:
        """Keep what is not saved; says whether that could be done."""
        unsaved = self.code.toPlainText() if self.is_unsaved else None
        return self.code.isReadOnly() or self.shelf.keep(self.current, unsaved)

    def save(self) -> None:
        """Write the text of the template, which stays as it is here; one of ours becomes an own one."""
        source = self.code.toPlainText()
        if self.is_unsaved and self.shelf.save(self.current, source):
            self._saved = source
            self.list.fill(self.shelf.templates.values(), self.shelf.unsaved, self._name)
            self._show_fields()

    def reset(self) -> None:
        """Show the text as it was saved; Ctrl+Z brings back what was typed."""
        self.code.replace_source(self._saved)

    def copy(self) -> None:
        """Make a new template with the text that is shown."""
        if self._keep() and (made := self.shelf.copy(self.current, self.code.toPlainText())):
            self._fill(made.name)
            self.fields.begin()

    def _rename(self, name: str, suffix: str) -> None:
        if self._keep() and self.shelf.rename(self.current, name, suffix):
            self._fill(name)

    def delete(self) -> None:
        """Delete one of the reader's own; it can be brought back."""
        if not self.current.built_in and self._keep() and self.shelf.delete(self.current):
            self._fill(self._name)
            self.list.setFocus()

    def undo(self) -> None:
        """Bring back what was deleted last."""
        if self._keep() and (made := self.shelf.undo()):
            self._fill(made.name)

    # -- leaving -------------------------------------------------------------------------------

    def reject(self) -> None:
        """Leave; the closing of the window leads here, too."""
        if self._may_leave():
            super().reject()

    def _may_leave(self) -> bool:
        """Whether what is not saved is kept; where that fails it is said, and asked once more one may leave."""
        self._refused = not self._keep() and not self._refused
        return not self._refused


def _column(first: QWidget, *below: QWidget | QLayout) -> QWidget:
    """Widgets below one another; what can grow does."""
    column, box = QWidget(), QVBoxLayout()
    column.setLayout(box)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    for each in (first, *below):
        if isinstance(each, QLayout):
            box.addLayout(each)
        else:
            box.addWidget(each, int(isinstance(each, QAbstractScrollArea)))
    return column


def _button(name: str, words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: act())
    return button
