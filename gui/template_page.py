"""Markdown as a page: how the preview of a template looks when it is set."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat, QTextTable
from PySide6.QtWidgets import QTextEdit

from gui.theme import Theme

SIZES = {1: 20, 2: 17, 3: 15}
"""Pixels of the headings; those below have the size of the text."""
PIXELS = 13
QUOTE = 18
"""Pixels by which a quotation is set in."""
FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


def show(page: QTextEdit, markdown: str, look: Theme) -> None:
    """Set Markdown with room between its blocks; quotations are set in, and in a quieter ink.

    It is set before it comes on the page: there each change would lay out what is below it.
    """
    document = QTextDocument(page)
    document.setDefaultFont(page.font())
    document.setMarkdown(markdown, FEATURES)
    block = document.begin()
    while block.isValid():
        cursor, form = QTextCursor(block), block.blockFormat()
        if block.textList() is None and not cursor.currentTable():
            cursor.setBlockFormat(_spaced(form))
        _ink(cursor, form, look)
        block = block.next()
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            form = table.format()
            form.setBorder(0)
            form.setCellPadding(4)
            table.setFormat(form)
    page.setDocument(document)


def _spaced(form: QTextBlockFormat) -> QTextBlockFormat:
    quote = form.intProperty(QTextFormat.Property.BlockQuoteLevel.value)
    if form.hasProperty(QTextFormat.Property.BlockCodeFence.value):
        return form
    form.setTopMargin(12 if form.headingLevel() else 2)
    form.setBottomMargin(4 if form.headingLevel() else 6)
    if quote:
        form.setLeftMargin(QUOTE * quote)
        form.setRightMargin(0)
    return form


def _ink(cursor: QTextCursor, form: QTextBlockFormat, look: Theme) -> None:
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    letters = cursor.charFormat()
    if form.headingLevel():
        letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        letters.setProperty(QTextFormat.Property.FontPixelSize.value, SIZES.get(form.headingLevel(), PIXELS))
        cursor.setCharFormat(letters)
    elif form.intProperty(QTextFormat.Property.BlockQuoteLevel.value):
        letters.setForeground(QColor(look.soft))
        cursor.mergeCharFormat(letters)
