"""Notes are plain text with a little Markdown: shown as set text, or as plain words where there is little room."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

_LINE = re.compile(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|(?:-{3,}|\*{3,}|`{3,}\w*)\s*$)", re.M)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_AROUND = re.compile(r"(\*\*|__|~~|`|\*)(?=\S)(.+?)(?<=\S)\1")
_SINGLE = re.compile(r"(?<=[^\s])\n(?=[^\s])")


def plain(note: str, most: int = 200) -> str:
    """The beginning of a note in one line, without the marks of Markdown."""
    words = _LINK.sub(r"\1", _LINE.sub("", note[: 2 * most]))
    for _ in range(2):  # emphasis within emphasis
        words = _AROUND.sub(r"\2", words)
    return " ".join(words.split())[:most]


def is_set(note: str) -> bool:
    """Whether a note looks otherwise when it is set."""
    return " ".join(note.split()) != plain(note, len(note) + 1)


def show(document: QTextDocument, note: str, size: int) -> None:
    """Set a note: a line break of the reader's stays one, headings are bold and no larger than a note's words
    may be, lists are indented by little, and HTML is shown as it was typed."""
    features = QTextDocument.MarkdownFeature
    document.setMarkdown(_SINGLE.sub("  \n", note), features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    document.setIndentWidth(size + 4)
    document.setDocumentMargin(0)
    block = document.begin()
    while block.isValid():
        _calm(QTextCursor(block), size, block.blockFormat())
        block = block.next()


def _calm(cursor: QTextCursor, size: int, form: QTextBlockFormat) -> None:
    """Headings of one size, and little room between paragraphs."""
    if form.headingLevel():
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = cursor.charFormat()
        letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        letters.setProperty(QTextFormat.Property.FontPixelSize.value, size + 1)
        cursor.setCharFormat(letters)
    form.setTopMargin(0)
    form.setBottomMargin(4)
    cursor.setBlockFormat(form)
