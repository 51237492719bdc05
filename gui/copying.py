"""Marks onto the clipboard in a form that other programs read, and out of the window by the mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from core.model import Annotation, Notebook
from gui import actions as table
from gui.speech import order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMenu

    from core.exporting import Order
    from gui.export_forms import Form
    from gui.window import MainWindow

FEW_MARKS, SHORT = 200, 200_000
"""Marks, and code points of a speech, up to which a copy is made in place: less than the eye notices."""
RICH = ("markdown", "html")
"""Forms that are pasted as set text where the other program takes it."""


class Copying(QObject):
    """Acts on the marks chosen, or the current one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session

    def by_action(self) -> dict[str, Callable[..., object]]:
        """What each action calls."""
        return {f"edit.copyAs.{name}": partial(self._copy_format, name) for name in table.COPIED}

    def fill(self, menu: QMenu) -> None:
        """The formats, and below them the templates."""
        for name in table.COPIED:
            menu.addAction(self._window.actions_by_name[f"edit.copyAs.{name}"])
        self.add_templates(menu)

    def add_templates(self, menu: QMenu) -> None:
        """The templates as they are now, in place of those that the menu had."""
        from gui.export_forms import forms

        for action in menu.actions():
            if action.property("template") or action.isSeparator():
                menu.removeAction(action)
        menu.addSeparator()
        for form in forms(self._session.language):
            if form.template is not None:
                entry = menu.addAction(form.words)
                entry.setObjectName(f"edit.copyAs.{form.name}")
                entry.setProperty("template", True)
                entry.triggered.connect(partial(self._copy, form))

    def _copy_format(self, name: str) -> None:
        from gui.export_forms import forms

        self._copy(next(form for form in forms(self._session.language) if form.name == name))

    def _copy(self, form: Form, *_: object) -> None:
        """Put the marks meant on the clipboard: at once where there are few, else behind."""
        self._session.noted.emit()
        notebook = self.notebook(self._window.marking.targets())
        if notebook is None:
            self._window.messages.tell(self.tr("Choose marks in the list first, or put the caret on one."))
            return
        from core.clock import today
        from core.exporting import Order

        options: dict[str, str | bool] = {"bom": False} if form.name == "csv" else {}
        made = Order(form.name, options, notebook, form.template, today(), self._window.settings.quotation)
        few = len(notebook.annotations) <= FEW_MARKS and len(notebook.document.text) <= SHORT
        if form.name == "html" or (few and form.template is None):
            self._put(form, notebook, _text(made, notebook))
        else:
            self._copy_behind(form, made, notebook)

    def _copy_behind(self, form: Form, made: Order, notebook: Notebook) -> None:
        from core.exporting import Cancelled, Export
        from core.problem import Problem

        work = Export(made)

        def fail(error: Exception) -> None:
            if isinstance(error, Problem):
                self._session.fail(error)
            elif not isinstance(error, Cancelled):
                raise error

        def put(data: bytes) -> None:
            self._put(form, notebook, data.decode("utf-8-sig"))

        self._window.messages.tell(self.tr("Copying…"))
        self._window.opener.tasks.run(work.data, then=put, fail=fail, stop=work.stop)

    def _put(self, form: Form, notebook: Notebook, text: str) -> None:
        data = QMimeData()
        if form.name in RICH:
            rich = _fragment(notebook, self._window.settings.quotation)
            data.setHtml(rich)
            text = rich if form.name == "html" else text
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        action = self._window.actions_by_name.get(f"edit.copyAs.{form.name}")
        words = self.tr("%n mark(s) copied as %1.", "", len(notebook.annotations))
        self._window.messages.tell(words.replace("%1", action.text() if action is not None else form.words))

    # -- out of the window ---------------------------------------------------------------------

    def notebook(self, marks: Iterable[Annotation]) -> Notebook | None:
        """Some marks of the current speech as exporters take them; None where there is none."""
        speech = self._session.current
        chosen = tuple(sorted(marks, key=order))
        if speech is None or not chosen:
            return None
        return Notebook(speech.document, chosen, dict(self._session.tags))

    def carried(self, marks: Iterable[Annotation]) -> QMimeData | None:
        """What a drag of some marks carries: quotations with their source, as plain and as set text.

        There is no file among it: programs that take text would take the file instead.
        """
        from core.exporters.rich import quotations

        notebook = self.notebook(marks)
        if notebook is None:
            return None
        data, template = QMimeData(), self._window.settings.quotation
        data.setText(quotations(notebook, template))
        data.setHtml(_fragment(notebook, template))
        return data


def _fragment(notebook: Notebook, template: str) -> str:
    from core.exporters.rich import fragment

    return fragment(notebook, template)


def _text(made: Order, notebook: Notebook) -> str:
    from core.exporters import EXPORTERS

    if made.form == "html":  # which takes the place of it is made of the marks alone
        return ""
    written = EXPORTERS[made.form].written(notebook, made.options)
    assert isinstance(written, str)
    return written
