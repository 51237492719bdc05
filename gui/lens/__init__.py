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


def _keyness(tools: Tools) -> LensPage:
    from gui.lens.keyness import KeynessPage

    return KeynessPage(tools)


def _collocates(tools: Tools) -> LensPage:
    from gui.lens.collocates import CollocatesPage

    return CollocatesPage(tools)


def _repeats(tools: Tools) -> LensPage:
    from gui.lens.repeats import RepeatsPage

    return RepeatsPage(tools)


def _dispersion(tools: Tools) -> LensPage:
    from gui.lens.dispersion import DispersionPage

    return DispersionPage(tools)


def _plots(tools: Tools) -> LensPage:
    from gui.lens.plots import PlotsPage

    return PlotsPage(tools)


def _blanks(tools: Tools) -> LensPage:
    from gui.lens.blanks import BlanksPage

    return BlanksPage(tools)


def _data(tools: Tools) -> LensPage:
    from gui.lens.data import DataPage

    return DataPage(tools)


def _glossary(tools: Tools) -> LensPage:
    from gui.lens.glossary import GlossaryPage

    return GlossaryPage(tools)


def _suggestions(tools: Tools) -> LensPage:
    from gui.lens.suggestions import SuggestionsPage

    return SuggestionsPage(tools)


def _elsewhere(tools: Tools) -> LensPage:
    from gui.lens.elsewhere import ElsewherePage

    return ElsewherePage(tools)


LENSES: tuple[Lens, ...] = (
    Lens("words", lambda: translate("lens", "Words"), _words),
    Lens("keyness", lambda: translate("lens", "Keyness"), _keyness),
    Lens("collocates", lambda: translate("lens", "Collocates"), _collocates),
    Lens("repeats", lambda: translate("lens", "Repeats"), _repeats),
    Lens("dispersion", lambda: translate("lens", "Dispersion"), _dispersion),
    Lens("plots", lambda: translate("lens", "Plots"), _plots),
    Lens("blanks", lambda: translate("lens", "Fill list"), _blanks),
    Lens("data", lambda: translate("lens", "Data"), _data),
    Lens("glossary", lambda: translate("lens", "Terms"), _glossary),
    Lens("suggestions", lambda: translate("lens", "Suggestions"), _suggestions),
    Lens("elsewhere", lambda: translate("lens", "Where else"), _elsewhere),
)
"""In the order of their buttons. A page is made when it is first wanted."""
