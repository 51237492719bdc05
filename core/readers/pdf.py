"""PDF: characters from pdfium, in a process of its own; lines and paragraphs are ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.problem import Problem
from core.readers.format import Reading
from core.readers.guarded import answers
from core.readers.placed import Line, Mark, Page, Run, Style
from core.readers.reflow import reading

SERVER = "core.readers.pdf_server"
"""What runs in the process of its own."""


def pages(data: bytes, path: Path) -> Iterator[Page]:
    """The pages one by one; closing the iterator ends the work. Raises Problem for what cannot be read."""
    expected, number = -1, 0
    for answer in answers(SERVER, data):
        if "error" in answer:
            raise Problem(f"file.{answer['error']}", path=path, format="PDF")
        if "count" in answer:
            expected = answer["count"]
            continue
        number += 1
        yield _page(answer)
    if number < expected or expected < 0:
        raise Problem("file.damaged", path=path, format="PDF")


def read(data: bytes, path: Path) -> Reading:
    """What a PDF says. Raises Problem for what cannot be read."""
    found = list(pages(data, path))
    read = reading(found)
    if read.text.strip():
        return read
    if found and not any(page.width for page in found):
        raise Problem("file.damaged", path=path, format="PDF")
    raise Problem("file.scanned" if any(page.pictures for page in found) else "file.empty", path=path)


def _page(answer: dict[str, Any]) -> Page:
    return Page(
        answer["width"],
        answer["height"],
        tuple(_line(*line) for line in answer.get("lines", ())),
        tuple(Mark(tuple(a), tuple(b), *rest) for a, b, *rest in answer.get("marks", ())),
        answer.get("pictures", False),
        answer.get("watermark", False),
    )


def _line(text: str, x0: float, x1: float, base: float, size: float, runs: list[Any], *rest: Any) -> Line:
    return Line(text, x0, x1, base, size, tuple(Run(start, Style(*style)) for start, style in runs), *rest)
