"""The one dialog for exports: what, how, where to, and what the first page will look like."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.clock import today
from core.exporting import Order
from core.files import keep_off
from core.problem import Problem
from gui.export_forms import Form
from gui.export_how import USUAL, FormList
from gui.export_options import OptionFields
from gui.export_preview import Preview
from gui.export_scope import Scope, gathered, scopes
from gui.export_target import Target
from gui.export_what import ScopeList
from gui.exporting import Exporting
from gui.parts import heading
from gui.targets import kept

if TYPE_CHECKING:
    from gui.window import MainWindow


def show(window: MainWindow, what: str) -> None:
    """Open the dialog with this scope chosen; not where there is nothing at all to export."""
    _open_on(window, scopes(window), what)


def show_gathered(window: MainWindow, ids: Sequence[str]) -> None:
    """Open the dialog for marks of whatever speeches."""
    _open_on(window, gathered(window, ids), "material")


def _open_on(window: MainWindow, found: list[Scope], what: str) -> None:
    if any(scope.what is not None for scope in found):
        ExportDialog(window, found, what).open()


class ExportDialog(QDialog):
    """Whatever is chosen is remembered, and shown at once. It stays open until a file has been written."""

    def __init__(self, window: MainWindow, found: list[Scope], what: str) -> None:
        super().__init__(window)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(980, window.width()), min(680, window.height()))
        self._window, self._settings, self._session = window, window.settings, window.session
        tasks = window.opener.tasks
        self.what = ScopeList(found, what)
        self.how = FormList(self._session.language, self._settings.name("export/form", USUAL))
        self.options, self.target = OptionFields(self._settings), Target(self._folder())
        self.preview = Preview(tasks, self._session.language)
        self.work = Exporting(self, tasks, self._session.language)
        self.bar = QProgressBar()
        self.bar.setObjectName("exportProgress")
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        self.go, self.cancel = _button("exportGo", self.tr("Export")), _button("exportCancel", self.tr("Cancel"))
        self.go.setDefault(True)
        self._build()
        self.what.fit()
        self._listen()
        self._show_form()
        self.how.setFocus()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(heading(self.tr("What")))
        left.addWidget(self.what)
        left.addSpacing(6)
        left.addLayout(self._how_head())
        left.addWidget(self.how, 1)
        left.addWidget(self.options)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(heading(self.tr("First page")))
        right.addWidget(self.preview, 1)
        self._choices = QWidget()
        columns = QHBoxLayout(self._choices)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(22)
        columns.addLayout(left, 4)
        columns.addLayout(right, 7)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.bar, 1)
        foot.addStretch(1)
        foot.addWidget(self.go)
        foot.addWidget(self.cancel)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(12)
        box.addWidget(self._choices, 1)
        box.addWidget(self.target)
        box.addLayout(foot)

    def _how_head(self) -> QHBoxLayout:
        edit = _button("exportTemplates", self.tr("Edit templates…"))
        edit.setProperty("role", "chip")
        edit.setProperty("quiet", True)
        edit.clicked.connect(self.edit_templates)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("How")))
        head.addStretch(1)
        head.addWidget(edit)
        return head

    def _listen(self) -> None:
        self.what.currentRowChanged.connect(lambda _: self._show())
        self.how.currentRowChanged.connect(lambda _: self._show_form())
        self.options.changed.connect(self._ask)
        self.target.changed.connect(self._name_button)
        self.go.clicked.connect(self.export)
        self.cancel.clicked.connect(self.reject)
        self.work.progressed.connect(self._progress)
        self.work.ended.connect(self._end)
        self.work.written.connect(self._tell)

    def _folder(self) -> Path:
        """Where the last export went, while it is there; else where the speech lies."""
        kept = self._settings.name("export/folder")
        with suppress(OSError):
            if kept and Path(kept).is_dir():
                return Path(kept)
        return Path(self._window.files.folder() or Path.home())

    # -- what is chosen ------------------------------------------------------------------------

    @property
    def scope(self) -> Scope:
        return self.what.scope

    @property
    def form(self) -> Form:
        return self.how.form

    @property
    def order(self) -> Order | None:
        """The export that is chosen."""
        form, what = self.form, self.scope.what
        return (
            Order(form.name, self.options.values, what, form.template, today(), self._settings.quotation)
            if what is not None
            else None
        )

    def _show_form(self) -> None:
        self.options.show_form(self.form)
        self._show()

    def _show(self) -> None:
        self.target.suggest(self.scope.stem, self.form.suffix)
        self._name_button()
        self._ask()

    def _ask(self) -> None:
        self.preview.ask(self.order)

    def _name_button(self) -> None:
        self.go.setText(self.tr("Replace") if self.target.stands else self.tr("Export"))
        self.go.setEnabled(self.target.path is not None)

    def edit_templates(self) -> None:
        """Write templates; what came of that is offered at once."""
        from gui.template_dialog import TemplateDialog

        window = self._window
        dialog = TemplateDialog(self, self._session, window.opener.tasks, self._settings.quotation, window.look)
        dialog.choose(self.form.name)
        dialog.shelf.changed.connect(self._look_anew)
        dialog.open()

    def _look_anew(self) -> None:
        """There are other templates now, or other texts of them."""
        self.how.fill(self.form.name)
        self._show_form()

    # -- the export ----------------------------------------------------------------------------

    def export(self) -> None:
        """Write the file; what fails is said, and the dialog stays."""
        target, order = self.target.path, self.order
        if target is None or order is None or self.work.busy:
            return
        self._settings.keep("export/form", self.form.name)
        try:
            keep_off(target, kept(self._session))
        except Problem as problem:
            self._end(problem.say(self._session.language))
            return
        self.preview.stop()
        self._enable(False)
        self.work.begin(order, target)

    def _enable(self, on: bool) -> None:
        for each in (self._choices, self.target, self.go):
            each.setEnabled(on)
        self.cancel.setText(self.tr("Cancel") if on else self.tr("Stop"))
        if on:
            self.bar.hide()
            self._name_button()

    def _progress(self, done: int, count: int) -> None:
        """So many of so many speeches are done; of one, nobody knows how far it is."""
        self.bar.setRange(0, count)
        self.bar.setValue(done)
        words = self.tr("Speech %1 of %2").replace("%1", f"{done:,}").replace("%2", f"{count:,}")
        self.bar.setFormat(words if count else "")
        self.bar.show()

    def _end(self, words: str) -> None:
        """The export was not made: say why, if there is something to say."""
        self._enable(True)
        self.target.look()
        if words:
            self.target.say(words)

    def _tell(self, target: Path) -> None:
        self._settings.keep("export/folder", str(target.parent))
        words = self.tr("Exported to “%1”.").replace("%1", str(target))
        folder = QUrl.fromLocalFile(str(target.parent))
        self._window.messages.tell(words, self.tr("Open the folder"), lambda: _open(folder))
        self.accept()

    def reject(self) -> None:
        """Stop the export that is on its way; without one, close."""
        if not self.work.busy:
            super().reject()
        else:
            self.work.stop()

    def done(self, result: int) -> None:
        self.preview.stop()
        super().done(result)


def _open(folder: QUrl) -> None:
    QDesktopServices.openUrl(folder)


def _button(name: str, words: str) -> QPushButton:
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAutoDefault(False)
    return made
