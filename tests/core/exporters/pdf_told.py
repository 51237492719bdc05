"""What a PDF says to a reader that is not ours: its text by columns, bookmarks, comments, faces, colours."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.exporters.pdf_pages import HEIGHT, WITH_NOTES, Sheet


class Told:
    """A PDF, opened, whose pages are divided in one way."""

    def __init__(self, data: bytes, sheet: Sheet = WITH_NOTES) -> None:
        self._sheet = sheet
        self.document = pdfium.PdfDocument(data)
        self._held = list(self.document)

    @property
    def pages(self) -> int:
        return len(self._held)

    def lines(self, page: int, *, aside: bool = False) -> list[str]:
        """The lines of the text, or of the margin, without the number of the page."""
        edge = self._sheet.left + self._sheet.width + self._sheet.size / 2
        with closing(self._held[page].get_textpage()) as text:
            bottom = HEIGHT - self._sheet.bottom - 2
            found = text.get_text_bounded(left=edge if aside else 0, right=None if aside else edge, bottom=bottom)
            return [line.strip() for line in found.split("\r\n") if line.strip()]

    def all_lines(self) -> list[str]:
        return [line for page in range(self.pages) for line in self.lines(page)]

    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Depth, title and page (from 0) of each."""
        found: list[tuple[int, str, int]] = []
        for mark in self.document.get_toc():
            place = mark.get_dest()
            found.append((mark.level, mark.get_title(), (place.get_index() or 0) if place else -1))
        return found

    def comments(self, page: int) -> list[tuple[str, str]]:
        """What each says, and who says so."""
        return [(_string(each, b"Contents"), _string(each, b"T")) for each in self._annotations(page)]

    def _annotations(self, page: int) -> Iterator[Any]:
        held = self._held[page].raw
        for index in range(raw.FPDFPage_GetAnnotCount(held)):
            each = raw.FPDFPage_GetAnnot(held, index)
            yield each
            raw.FPDFPage_CloseAnnot(each)

    def embedded(self) -> set[bool]:
        """Whether the faces of the texts are in the file."""
        texts = (each for page in self._held for each in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)))
        return {bool(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(each.raw))) for each in texts}

    def colours(self, page: int, *, comments: bool = True) -> set[str]:
        """All colours that are seen on a page."""
        picture = self._held[page].render(scale=2, may_draw_forms=comments, draw_annots=comments).to_pil()
        found = picture.convert("RGB").getcolors(1 << 24) or []
        return {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in found if isinstance(colour, tuple)}


def told(data: bytes) -> str:
    """All of it, so that a person can read it; which machine has set it makes no difference."""
    file = Told(data)
    rows = [f"{key}: {value}" for key, value in sorted(file.document.get_metadata_dict(skip_empty=True).items())]
    rows += [f"{'  ' * depth}{title} … {page + 1}" for depth, title, page in file.bookmarks()]
    for page in range(file.pages):
        columns = ("".join("".join(file.lines(page, aside=aside)).split()) for aside in (False, True))
        rows += [f"== {page + 1}", *columns]
        rows += [" | ".join((creator, *note.split("\n"))) for note, creator in file.comments(page)]
    return meant("\n".join(rows)) + "\n"


def meant(text: str) -> str:
    """A text in which characters that the machine's faces have not got are themselves again."""
    return re.sub(r"〈U\+([0-9A-F]{4,6})〉", lambda found: chr(int(found[1], 16)), text)


def _string(annotation: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
