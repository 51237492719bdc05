"""The first page of an export, made behind: the last one asked for, a little after it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from core.exporting import Cancelled, Export, Order
from core.previews.view import View
from core.problem import Problem
from gui.faces import HEI
from gui.parts import restyle
from gui.tasks import Task, Tasks

PAUSE = 150
"""Milliseconds after the last change of mind."""
LATE = 700
"""Milliseconds after which the former page makes room for the word that another one is being made."""
MARGIN = 30


class Preview(QWidget):
    """Set text, plain text or a picture; while another is made, the former one stays for a moment."""

    def __init__(self, tasks: Tasks, language: str) -> None:
        super().__init__()
        self._tasks, self._language = tasks, language
        self._order: Order | None = None
        self._task: Task | None = None
        self.rich, self.plain, self.picture, self.words = _browser(), _plain(), Picture(), QLabel()
        self.rich.setAccessibleName(self.tr("Preview"))
        self.plain.setAccessibleName(self.tr("Preview"))
        self.picture.setAccessibleName(self.tr("Preview"))
        self.words.setObjectName("exportPreviewWords")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for each in (self.words, self.rich, self.plain, self.picture):
            self._stack.addWidget(each)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._timer, self._late = _timer(self, PAUSE), _timer(self, LATE)
        self._timer.timeout.connect(self._begin)
        self._late.timeout.connect(lambda: self._say(self.tr("Making the first page…"), wrong=False))

    def ask(self, order: Order | None) -> None:
        """Show the first page of this, soon; None: there is nothing to show."""
        self.stop()
        self._order = order
        if order is None:
            self._say("")
        else:
            self._timer.start()

    def stop(self) -> None:
        """Give up what is being made."""
        self._timer.stop()
        self._late.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @property
    def busy(self) -> bool:
        """Whether a page is still to come."""
        return self._timer.isActive() or self._task is not None

    def _begin(self) -> None:
        assert self._order is not None
        self._late.start()
        work = Export(self._order)
        self._task = self._tasks.run(work.preview, then=self._show, fail=self._fail, stop=work.stop)

    def _show(self, view: View) -> None:
        self._task = None
        self._late.stop()
        if view.picture:
            self.picture.show_picture(view.picture)
            self._stack.setCurrentWidget(self.picture)
        elif view.rich:
            restyle(self.rich, "paper", view.paper)
            self.rich.document().setDocumentMargin(MARGIN if view.paper else MARGIN / 2)
            self.rich.setHtml(view.rich)
            self._stack.setCurrentWidget(self.rich)
        else:
            self.plain.setPlainText(view.plain)
            self._stack.setCurrentWidget(self.plain)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._late.stop()
        if isinstance(error, Problem):
            self._say(error.say(self._language))
        elif not isinstance(error, Cancelled):
            raise error

    def _say(self, words: str, wrong: bool = True) -> None:
        restyle(self.words, "wrong", wrong)
        self.words.setText(words)
        self._stack.setCurrentWidget(self.words)


class Picture(QScrollArea):
    """A page as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("exportPicture")
        self._page = QLabel()
        self._whole = QPixmap()
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_picture(self, data: bytes) -> None:
        """Show a PNG."""
        self._whole = QPixmap.fromImage(QImage.fromData(data))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._whole.isNull():
            ratio = self.devicePixelRatioF()
            smooth = Qt.TransformationMode.SmoothTransformation
            page = self._whole.scaledToWidth(round(self.viewport().width() * ratio), smooth)
            page.setDevicePixelRatio(ratio)
            self._page.setPixmap(page)


def _timer(owner: QWidget, ms: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    return timer


def _browser() -> QTextBrowser:
    browser = QTextBrowser()
    browser.setObjectName("exportPreview")
    browser.setOpenLinks(False)
    return browser


def _plain() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName("exportPreviewText")
    field.setReadOnly(True)
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setFamilies([face.family(), *HEI])
    face.setPixelSize(12)
    field.setFont(face)
    return field
