"""The line above the status bar while files are taken into the library: how far, how fast, how long; pause, stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.library.intake import Progress
from core.problem import Problem
from gui.session import Session
from gui.taking_in import TakingIn

if TYPE_CHECKING:
    from gui.window import MainWindow


class IntakeBar(QWidget):
    """Stays until all is taken in, and then until it is closed where something failed."""

    def __init__(self, window: MainWindow, taking: TakingIn) -> None:
        super().__init__()
        self.setObjectName("intakeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._session, self._taking = window, window.session, taking
        self.words = QLabel()
        self.words.setObjectName("intakeWords")
        self._share = Share(window)
        self.hold = self._button("intakePause", self._hold)
        self.end = self._button("intakeStop", self._end)
        self.report = self._button("intakeReport", self._show_report)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(self.words)
        row.addWidget(self._share, 1)
        for button in (self.report, self.hold, self.end):
            row.addWidget(button)
        taking.progressed.connect(self.show_progress)
        taking.ended.connect(self.show_end)
        self.hide()
        self.show_progress(taking.progress)

    def _button(self, name: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("role", "chip")
        button.clicked.connect(lambda: act())
        return button

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        if not self._taking.busy:
            return
        self._share.show_share(progress)
        self.words.setText(self._said(progress))
        self.hold.setText(self.tr("Go on") if self._taking.paused else self.tr("Pause"))
        self.end.setText(self.tr("Stop"))
        self.hold.show()
        self.report.hide()
        self.show()

    def _said(self, progress: Progress) -> str:
        far = self.tr("Taking in: %1 of %2").replace("%1", f"{progress.done:,}").replace("%2", f"{progress.all:,}")
        if self._taking.paused:
            return " · ".join((far, self.tr("paused")))
        rate = self._taking.rate
        if not rate:
            return far
        fast = self.tr("%1 a second").replace("%1", f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}")
        return f"{far} · {fast} · {self._left((progress.all - progress.done) / rate)}"

    def _left(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("%n second(s) left", "", max(1, round(seconds)))
        return self.tr("%n minute(s) left", "", round(seconds / 60))

    def show_end(self, progress: Progress) -> None:
        """Show what became of the files; where all went well this is told for a while, and forgotten."""
        words = [self.tr("%n speech(es) taken into the library.", "", progress.taken)]
        if progress.known:
            words.append(self.tr("%n file(s) there already.", "", progress.known))
        if progress.failed:
            words.append(self.tr("%n file(s) could not be.", "", progress.failed))
        self.words.setText(" ".join(words))
        self._share.show_share(progress)
        self.hold.hide()
        self.report.setText(self.tr("Which, and why…"))
        self.report.setVisible(progress.failed > 0)
        self.end.setText(self.tr("Close"))
        self.setVisible(progress.failed > 0)
        if not progress.failed:
            self._window.messages.tell(" ".join(words))
            self._forget()

    def _hold(self) -> None:
        self._taking.pause(not self._taking.paused)

    def _end(self) -> None:
        if self._taking.busy:
            self._taking.cancel()
        else:
            self.hide()
            self._forget()

    def _forget(self) -> None:
        try:
            if self._session.library is not None:
                self._session.library.intake.clear()
        except Problem as problem:
            self._session.fail(problem)

    def _show_report(self) -> None:
        from gui.intake_report import IntakeReport

        IntakeReport(self._window, failures(self._session), self._session.language).open()


def failures(session: Session) -> list[tuple[str, Problem]]:
    """The files that could not be taken in, and why."""
    try:
        return session.library.intake.failures() if session.library else []
    except Problem as problem:
        session.fail(problem)
        return []


class Share(QWidget):
    """A thin line, filled as far as the work is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window, self._share = window, 0.0
        self.setMinimumWidth(80)
        self.setFixedHeight(14)

    def show_share(self, progress: Progress) -> None:
        """Show this much."""
        self._share = progress.done / progress.all if progress.all else 0.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._window.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, width in ((look.line, self.width()), (look.accent, round(self.width() * self._share))):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(0, 5, width, 4, 2, 2)
