"""Where an export goes: a name, a folder, and what is said of a file that is there already."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.parts import Elided

LONGEST = 80
"""Characters of a name that is suggested."""
_ENDING = re.compile(r"[^.]\.[A-Za-z][A-Za-z0-9]*$")


class Target(QWidget):
    """A name without an ending gets that of the form; while a reader leaves the name alone, it is suggested."""

    changed = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder, self._suffix, self._own = folder, "", False
        self.name = QLineEdit()
        self.name.setObjectName("exportName")
        self.name.setAccessibleName(self.tr("File name"))
        self._place = Elided()
        self._place.setObjectName("exportFolder")
        self._choose = QPushButton(self.tr("Choose…"))
        self._choose.setObjectName("exportChoose")
        self._choose.setAccessibleName(self.tr("Choose folder and file name"))
        self._choose.setAutoDefault(False)
        self.note = QLabel()
        self.note.setObjectName("exportProblem")
        self.note.setWordWrap(True)
        self.note.setMinimumWidth(1)  # a long name in a sentence does not widen the dialog
        self._build()
        self.name.textEdited.connect(self._edit)
        self._choose.clicked.connect(self._ask)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 3)
        row.addWidget(QLabel(self.tr("in")))
        row.addWidget(self._place, 2)
        row.addWidget(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.note)

    @property
    def path(self) -> Path | None:
        """The file; None where there is no name."""
        name = self.name.text().strip()
        if not name:
            return None
        path = self.folder / name
        return path if _ENDING.search(name) else path.with_name((path.name.rstrip(".") or "notes") + self._suffix)

    def suggest(self, stem: str, suffix: str) -> None:
        """Propose a name, unless a reader has written one; the ending follows the form in both cases."""
        former, self._suffix = self._suffix, suffix
        name = self.name.text()
        if not self._own:
            name = _as_name(stem) + suffix
        elif former and name.lower().endswith(former):
            name = name[: -len(former)] + suffix
        self.name.setText(name)
        self.look()

    def look(self) -> None:
        """Show where it is, and say whether a file of that name would be replaced."""
        self._place.setText(str(self.folder))
        self._place.setToolTip(str(self.folder))
        self.say(self.tr("A file of that name is there and will be replaced.") if self.stands else "")

    @property
    def stands(self) -> bool:
        """Whether there is such a file."""
        path = self.path
        try:
            return path is not None and path.is_file()
        except OSError:  # what cannot be looked at is said when it is written
            return False

    def say(self, words: str) -> None:
        """Say something below the name."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _edit(self) -> None:
        self._own = bool(self.name.text().strip())
        self.look()
        self.changed.emit()

    def _ask(self) -> None:
        words = self.tr("Choose folder and file name")
        suggested, quiet = str(self.path or self.folder), QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(self, words, suggested, f"(*{self._suffix})", options=quiet)
        if chosen:
            path = Path(chosen)
            self.folder, self._own = path.parent, self._own or path != self.folder / self.name.text()
            self.name.setText(path.name)
            self._edit()


def _as_name(stem: str) -> str:
    """A title as a file can be called."""
    return re.sub(r'[\\/:*?"<>|\s\0]+', " ", stem).strip(" .")[:LONGEST].strip() or "notes"
