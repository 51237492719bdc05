"""The lens in the window: made when it is first wanted, at the right of the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from gui.finding import Finding
    from gui.lens.panel import LensPanel
    from gui.theme import Theme
    from gui.window import MainWindow

WIDTH = 420
"""Pixels of the lens before a reader has moved anything."""
ROOMY = 1500
"""Pixels of a window in which tags and marks stay beside the lens."""


class LensDeeds(QObject):
    """Shows the lens and puts it away; in a window that is not wide tags and marks make room for it meanwhile."""

    def __init__(self, window: MainWindow, finding: Finding) -> None:
        super().__init__(window)
        self._window, self._finding = window, finding
        self._panel: LensPanel | None = None
        self._made_room = False

    def by_action(self) -> dict[str, Callable[..., object]]:
        """What each action calls."""
        return {
            "view.lens": self.show,
            "lens.next": lambda: self._step(1),
            "lens.previous": lambda: self._step(-1),
            "lens.elsewhere": self._look_elsewhere,
        }

    def _look_elsewhere(self) -> None:
        """Where else what is selected occurs."""
        from gui.lens.elsewhere import ElsewherePage

        self._bring()
        page = self.panel.choose("elsewhere")
        if isinstance(page, ElsewherePage):
            page.look()

    def _bring(self) -> None:
        action = self._window.actions_by_name["view.lens"]
        if not action.isChecked():
            action.trigger()

    def _step(self, rows: int) -> None:
        """On or back in the lens, which is shown first where it is not."""
        self._bring()
        self.panel.step(rows)

    @property
    def panel(self) -> LensPanel:
        """The lens, which is made when it is first asked for."""
        if self._panel is None:
            self._panel = self._make()
        return self._panel

    def _make(self) -> LensPanel:
        from gui.lens.panel import LensPanel
        from gui.lens.tools import Tools
        from gui.visiting import Visiting

        window = self._window
        tools = Tools(
            window.session,
            window.settings,
            window.opener.tasks,
            window.words,
            window.messages,
            self._finding.show,
            lambda: window.look,
            window.files.folder,
            window.pane.setFocus,
            window.pane.set_suggested,
            Visiting(window).visit,
        )
        panel = LensPanel(tools)
        panel.hide()
        panel.closed.connect(self._put_away)
        window.splitter.addWidget(panel)
        window.splitter.setCollapsible(window.splitter.indexOf(panel), False)
        window.stack.currentChanged.connect(lambda _: self._follow())
        return panel

    def show(self, on: bool, name: str = "") -> None:
        """Show the lens, a page of it where it is named, or put it away."""
        if not on and self._panel is None:
            return
        panel = self.panel
        self._make_room(on)
        self._follow()
        if on:
            panel.choose(name or self._window.settings.name("lens/page"))

    def _put_away(self) -> None:
        self._window.actions_by_name["view.lens"].trigger()

    def _make_room(self, on: bool) -> None:
        """Let tags and marks go while the lens is there, and come back with it going."""
        marks, window = self._window.actions_by_name["view.marks"], self._window
        if on and marks.isChecked() and window.width() < ROOMY:
            self._made_room = True
            marks.setChecked(False)
            window.show_panel("marks", False)
        elif not on and self._made_room:
            self._made_room = False
            marks.setChecked(True)
            window.show_panel("marks", True)

    def _follow(self) -> None:
        """The lens is there while it is wanted, and a speech is shown."""
        if self._panel is None:
            return
        window, was = self._window, self._panel.isVisible()
        wanted = window.actions_by_name["view.lens"].isChecked()
        self._panel.setVisible(wanted and window.stack.currentWidget() is window.pane)
        if self._panel.isVisible() and not was:
            sizes = window.splitter.sizes()
            place = window.splitter.indexOf(self._panel)
            sizes[1] = max(300, sizes[1] + sizes[place] - WIDTH)
            sizes[place] = WIDTH
            window.splitter.setSizes(sizes)

    def set_theme(self, look: Theme) -> None:
        if self._panel is not None:
            self._panel.set_theme(look)
