"""A place in any speech of the library is shown on the desk; the speech is opened where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.model import Span

if TYPE_CHECKING:
    from gui.window import MainWindow


class Visiting(QObject):
    """The last place asked for is gone to when its speech has come to the front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._going: tuple[str, Span] | None = None
        self._session.activated.connect(self._arrive)

    def visit(self, digest: str, title: str, span: Span) -> None:
        """Show a passage of a speech; with an empty one, the speech where it was left."""
        self._going = (digest, span)
        current = self._session.current
        if current is not None and current.digest == digest:
            self._arrive(digest)
        else:
            self._window.opener.open_known(digest, title)

    def _arrive(self, digest: str) -> None:
        if self._going is not None and self._going[0] == digest:
            span, self._going = self._going[1], None
            QTimer.singleShot(0, self, lambda: self._show(span))

    def _show(self, span: Span) -> None:
        self._window.rooms.read()
        if len(span):
            self._session.go(span)
