"""The process that reads a PDF: pdfium is C, and what a hostile file makes of it must not reach the window.

Its input is the file, its output one line of JSON a page; it ends itself where a page takes too long or
too much memory.
"""

from __future__ import annotations

import faulthandler
import json
import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, BinaryIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.readers.pdf_glyphs import characters, framed, is_seen, upright
from core.readers.pdf_marks import marks
from core.readers.setting import lines

PATIENCE = 30
"""Seconds that one page may take."""

MEMORY = 512 << 20
"""Bytes this process may take beside the file itself."""

_PASSWORD = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
_NOWHERE = Path(os.devnull).open("w")  # noqa: SIM115 - the watch writes to it while this process lives


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Say how many pages a PDF has, then what stands on each; or what is wrong with it."""
    say_pages(source, sink, _page)


def say_pages(source: BinaryIO, sink: BinaryIO, told: Callable[[pdfium.PdfDocument, int], dict[str, Any]]) -> None:
    """Say how many pages a PDF has, then what is ``told`` of each by its number; or what is wrong with it."""
    data = source.read()
    limit(len(data))
    document = open_document(data, sink)
    if document is None:
        return
    with closing(document):
        for number in range(len(document)):
            watch()
            say(sink, told(document, number))


def open_document(data: bytes, sink: BinaryIO) -> pdfium.PdfDocument | None:
    """The document, after saying how many pages it has; None after saying what is wrong with it."""
    watch()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        say(sink, {"error": "encrypted" if getattr(error, "err_code", 0) in _PASSWORD else "damaged"})
        return None
    say(sink, {"count": len(document)})
    return document


def limit(size: int) -> None:
    """Take no more memory than a page needs, where the system can see to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY + size, MEMORY + size))


def watch() -> None:
    """End this process unless it is called again in time: no code of ours runs while pdfium hangs."""
    faulthandler.dump_traceback_later(PATIENCE, exit=True, file=_NOWHERE)


def say(sink: BinaryIO, answer: dict[str, Any]) -> None:
    """Write one line of the answer; who reads it may take his time."""
    faulthandler.cancel_dump_traceback_later()
    sink.write(json.dumps(answer).encode() + b"\n")
    sink.flush()


def _page(document: pdfium.PdfDocument, number: int) -> dict[str, Any]:
    """What stands on a page; a page that pdfium cannot load is empty."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return {"width": 0, "height": 0}
    with closing(page):
        width, height = page.get_size()
        frame = framed(page, width, height)
        text = page.get_textpage()
        with closing(text):
            found, slanted = characters(text, frame)
            found = [each for each in found if is_seen(each, width, height)]
        width, height, level, turned = upright(found, width, height)
        placed = lines(level)
        aside = [line for each in turned for line in lines(each)]
        return {
            "width": width,
            "height": height,
            "lines": [each.line for each in (*placed, *aside)],
            "marks": list(marks(page.raw, frame, placed)) if not turned else [],
            "pictures": not found and _pictures(page),
            "watermark": slanted,
        }


def _pictures(page: pdfium.PdfPage) -> bool:
    return next(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3), None) is not None
