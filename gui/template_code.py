"""The field in which a template is written: its lines are numbered, and the one that is wrong is marked."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from gui.faces import HEI
from gui.template_colours import TemplateColours
from gui.theme import Theme

MONO = ("Noto Sans Mono CJK SC", "Sarasa Mono SC", "Noto Sans Mono", "Cascadia Mono", "Consolas", "Menlo")
"""Of one width for Latin letters; Chinese ones come from HEI, and are nearly twice as wide."""
PIXELS = 13
ROOM = 10
"""Pixels on either side of the numbers."""


class TemplateCode(QPlainTextEdit):
    """Plain text with numbers beside its lines."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.setObjectName("templateCode")
        self.setAccessibleName(self.tr("Source of the template"))
        self._look, self._wrong = look, 0
        face = QFont()
        face.setFamilies([*MONO, "DejaVu Sans Mono", *HEI, "monospace"])
        face.setPixelSize(PIXELS)
        self.setFont(face)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.colours = TemplateColours(self.document(), look)
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self._make_room()

    def show_source(self, source: str) -> None:
        """Show another text; that it was another one before cannot be undone."""
        self.mark_line(0)
        self.setPlainText(source)

    def replace_source(self, source: str) -> None:
        """Put another text in place of this one, as one step that can be undone."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(source)
        cursor.endEditBlock()

    def mark_line(self, line: int) -> None:
        """Mark a line, from 1, as wrong; 0 for none."""
        self._wrong = line
        made: list[QTextEdit.ExtraSelection] = []
        block = self.document().findBlockByNumber(line - 1)
        if line and block.isValid():
            band = QTextEdit.ExtraSelection()
            colour = QColor(self._look.accent)
            colour.setAlpha(38)
            band.format.setBackground(colour)  # pyright: ignore[reportAttributeAccessIssue]
            band.format.setProperty(QTextFormat.Property.FullWidthSelection.value, True)  # pyright: ignore[reportAttributeAccessIssue]
            band.cursor = QTextCursor(block)  # pyright: ignore[reportAttributeAccessIssue]
            made.append(band)
        self.setExtraSelections(made)
        self._numbers.update()

    @property
    def wrong(self) -> int:
        """The line that is marked, from 1; 0 for none."""
        return self._wrong

    # -- the numbers ---------------------------------------------------------------------------

    @property
    def room(self) -> int:
        """Pixels that the numbers take."""
        digits = max(2, len(str(self.blockCount())))
        return 2 * ROOM + digits * self.fontMetrics().horizontalAdvance("9")

    def _make_room(self) -> None:
        self.setViewportMargins(self.room, 0, 0, 0)

    def _follow(self, _: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self.viewport().geometry()
        self._numbers.setGeometry(whole.left() - self.room, whole.top(), self.room, whole.height())

    def paint_numbers(self, painter: QPainter, seen: QRect) -> None:
        """Paint the numbers of the lines in sight; that of the wrong line stands out."""
        painter.setFont(self.font())
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > seen.bottom():
                return
            number = block.blockNumber() + 1
            painter.setPen(QColor(self._look.accent if number == self._wrong else self._look.soft))
            place = QRect(0, round(box.top()), self.room - ROOM, round(box.height()))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))
            block = block.next()


class _Numbers(QWidget):
    def __init__(self, code: TemplateCode) -> None:
        super().__init__(code)
        self._code = code

    def sizeHint(self) -> QSize:
        return QSize(self._code.room, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._code.paint_numbers(QPainter(self), event.rect())
