"""What a template makes of the marks of the current speech, as it is written; and the guide to what it may say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from core.clock import today
from core.model import Notebook
from core.problem import Problem
from core.templates import render
from core.templates.shelf import BUILT_IN
from gui.parts import heading
from gui.session import Session
from gui.tasks import Task, Tasks
from gui.template_page import show
from gui.theme import Theme

PAUSE = 350
"""Milliseconds after the last key before the preview is made anew."""
MOST = 300
"""Marks that the preview looks at."""
LONGEST = 30_000
"""Code points that it shows."""
VIEWS = ("set", "plain", "guide")


class Asked(NamedTuple):
    """A text of a template, and the ending of the files it is for."""

    source: str
    suffix: str


class TemplatePreview(QWidget):
    """Made in the background, one at a time; what is no longer wanted when it is done is dropped."""

    made = Signal()
    """The preview shows what was asked for last."""
    failed = Signal(object)
    """A Problem: what is wrong with the template. The preview shows what it made before."""
    due = Signal()
    """Nothing has been typed for a while."""

    def __init__(self, session: Session, tasks: Tasks, quotation: str, look: Theme) -> None:
        super().__init__()
        self._session, self._tasks, self._quotation, self._look = session, tasks, quotation, look
        self._wanted, self._text, self._view, self._fresh = Asked("", ""), "", "set", True
        self._running: list[Task] = []
        self.destroyed.connect(partial(_cancel, self._running))
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._begin)
        self.page = QTextBrowser()
        self.page.setObjectName("templatePreview")
        self.page.setAccessibleName(self.tr("Preview"))
        self.page.setOpenExternalLinks(True)
        self.count = QLabel()
        self.count.setObjectName("templateCount")
        self._build()

    def _build(self) -> None:
        self.views, group = dict[str, QToolButton](), QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(heading(self.tr("Preview")))
        head.addSpacing(8)
        for name, words in zip(VIEWS, (self.tr("Formatted"), self.tr("Plain text"), self.tr("Guide")), strict=True):
            button = _option(f"templateView.{name}", words, lambda name=name: self.show_view(name))
            group.addButton(button)
            self.views[name] = button
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.count)
        self.views[self._view].setChecked(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.page, 1)

    # -- asking --------------------------------------------------------------------------------

    def ask(self, source: str, suffix: str, *, now: bool = False) -> None:
        """Show what this text makes, when nothing more is typed for a while; ``now`` where it is another template's."""
        self._wanted, self._fresh = Asked(source, suffix), self._fresh or now
        self._timer.start(0 if now else PAUSE)

    @property
    def idle(self) -> bool:
        """Whether what was asked for last is shown, or was told to be wrong."""
        return not self._running and not self._timer.isActive()

    def _begin(self) -> None:
        self.due.emit()
        if self._running:
            return
        asked = self._wanted
        task = self._tasks.run(
            _rendered,
            asked,
            self._notebooks(),
            self._quotation,
            then=lambda text: self._end(asked, lambda: self._show(text)),
            fail=lambda error: self._end(asked, lambda: self._fail(error)),
        )
        self._running.append(task)

    def _notebooks(self) -> list[Notebook]:
        speech = self._session.current
        if speech is None:
            self.count.setText(self.tr("No speech is open"))
            return []
        marks = tuple(speech.in_order()[:MOST])
        self.count.setText(self.tr("%n mark(s)", "", len(marks)))
        return [Notebook(speech.document, marks, self._session.tags)]

    def _end(self, asked: Asked, tell: Callable[[], None]) -> None:
        self._running.clear()
        if asked == self._wanted:
            tell()
        elif not self._timer.isActive():
            self._begin()

    # -- showing -------------------------------------------------------------------------------

    def _fail(self, error: Exception) -> None:
        if self._fresh:
            self._show_made("")
        self.failed.emit(error if isinstance(error, Problem) else Problem("template.ended"))

    def _show(self, text: str) -> None:
        self._show_made(text)
        self.made.emit()

    def _show_made(self, text: str) -> None:
        cut = "\n\n……" if len(text) > LONGEST else ""
        self._text, self._fresh = text[:LONGEST].removeprefix("\ufeff") + cut, False
        if self._view != "guide":
            self._show_text()

    def show_view(self, view: str) -> None:
        """Show the preview ``set`` or ``plain``, or the ``guide``."""
        self._view = view
        self.views[view].setChecked(True)
        if view == "guide":
            show(self.page, _guide(self._session.language), self._look)
        else:
            self._show_text()

    def _show_text(self) -> None:
        bar = self.page.verticalScrollBar()
        place = bar.value()
        if self._view == "set" and self._wanted.suffix == ".md":
            show(self.page, self._text, self._look)
        else:
            self.page.setPlainText(self._text)
        bar.setValue(place)


def _cancel(tasks: Iterable[Task], *_: object) -> None:
    for task in tasks:
        task.cancel()


def _rendered(asked: Asked, notebooks: list[Notebook], quotation: str) -> str:
    return render(asked.source, notebooks, suffix=asked.suffix, today=today(), quotation=quotation)


def _guide(language: str) -> str:
    name = "README.zh-CN.md" if language == "zh" else "README.md"
    return (BUILT_IN / name).read_text(encoding="utf-8")


def _option(name: str, words: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("role", "option")
    button.setText(words)
    button.setAccessibleName(words)
    button.setCheckable(True)
    button.clicked.connect(lambda: act())
    return button
