"""The lens beside the text: what can be told of a speech. LENSES is the one list; a lens is one file and one row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from gui.lens.page import LensPage
    from gui.lens.tools import Tools

translate = QCoreApplication.translate


class Lens(NamedTuple):
    """A lens: its name (``lens.NAME`` is the objectName of its button), its title, what makes its page."""

    name: str
    title: Callable[[], str]
    make: Callable[[Tools], LensPage]


def _words(tools: Tools) -> LensPage:
    from gui.lens.words import WordsPage

    return WordsPage(tools)


LENSES: tuple[Lens, ...] = (Lens("words", lambda: translate("lens", "Words"), _words),)
"""In the order of their buttons. A page is made when it is first wanted."""
