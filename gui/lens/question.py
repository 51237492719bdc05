"""Questions to the words' process, in its words (see ``core.lens.answers``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from core.lens.series import year_of
from core.problem import Problem

if TYPE_CHECKING:
    from core.model import DocumentRow
    from gui.lens.tools import Tools
    from gui.speech import Speech

SPEAKERS, SPEECHES = 30, 100
"""How many are offered: the speakers of most speeches, the speeches opened last."""
LONGEST = 24
"""Characters of a title that is offered."""


def question(name: str, speech: Speech, **more: object) -> dict[str, object]:
    """A question about one speech."""
    return {"lens": name, "digest": speech.digest, "text": speech.text, **more}


class Reference(QComboBox):
    """Chooses what a speech is compared with: the library, one speaker, one year, another speech.

    What there is to choose is looked up when a reader opens the list. ``own`` offers the speech itself, before all.
    """

    def __init__(self, tools: Tools, name: str, own: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Of which speeches") if own else self.tr("Compared with"))
        self.setToolTip(self.accessibleName())
        self._tools = tools
        if own:
            self.addItem(self.tr("This speech"), None)
        self.addItem(self.tr("The whole library"), {})
        self._fixed = self.count()

    def showPopup(self) -> None:
        self.fill()
        super().showPopup()

    def fill(self) -> None:
        """Offer what the library has now; what was chosen stays."""
        library, current = self._tools.session.library, self._tools.session.current
        kept = self.currentData()
        self.blockSignals(True)
        while self.count() > self._fixed:
            self.removeItem(self._fixed)
        rows = library.documents() if library is not None else []
        for words, data in _choices(rows, current.digest if current else ""):
            self.addItem(words, data)
        place = next((number for number in range(self.count()) if self.itemData(number) == kept), 0)
        self.setCurrentIndex(place)
        self.blockSignals(False)

    @property
    def is_own(self) -> bool:
        """Whether the speech itself is chosen."""
        return self.currentData() is None

    def compared(self) -> Mapping[str, object]:
        """The part of a question that says what is compared. Raises Problem where there is no library."""
        library = self._tools.session.library
        if library is None:
            raise Problem("lens.no_library")
        return {"library": str(library.path), "others": self.currentData()}


def _choices(rows: Sequence[DocumentRow], current: str) -> Iterator[tuple[str, dict[str, str]]]:
    """What can be chosen beside the whole library, and what it means."""
    others = [row for row in rows if row.digest != current]
    speakers = Counter(row.speaker for row in others if row.speaker)
    years = Counter(year for row in others if (year := year_of(row.date)))
    translate = QCoreApplication.translate
    for speaker, count in speakers.most_common(SPEAKERS):
        yield translate("Reference", "Speaker: %1").replace("%1", f"{speaker} ({count})"), {"speaker": speaker}
    for year in sorted(years, reverse=True):
        yield translate("Reference", "Year: %1").replace("%1", f"{year} ({years[year]})"), {"year": year}
    for row in others[:SPEECHES]:
        title = row.title if len(row.title) <= LONGEST else f"{row.title[:LONGEST]}…"
        yield translate("Reference", "Speech: %1").replace("%1", title), {"digest": row.digest}
