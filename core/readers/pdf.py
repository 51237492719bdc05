"""PDF: characters from pdfium, in a process of its own; lines and paragraphs are ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.problem import Problem
from core.readers.format import Reader, Reading
from core.readers.guarded import answers
from core.readers.placed import Line, Mark, Page, Run, Style
from core.readers.reflow import reading

HEAD = 1024
"""The header may come within so many bytes: mail and scanners put theirs before it."""

FEWEST = 0.02
"""A file with fewer characters a page than a fiftieth of the usual, among pictures, is a scan."""

_PROBLEMS = {"password": "file.password", "damaged": "file.damaged"}


def pages(data: bytes, path: Path) -> Iterator[Page]:
    """The pages one by one; closing the iterator ends the work. Raises Problem for what cannot be read."""
    expected, number = -1, 0
    for answer in answers("core.readers.pdf_server", data):
        if "error" in answer:
            raise Problem(_PROBLEMS[answer["error"]], path=path)
        if "count" in answer:
            expected = answer["count"]
            continue
        number += 1
        yield _page(answer)
    if number < expected or expected < 0:
        raise Problem("file.damaged", path=path)


def _read(data: bytes, path: Path) -> Reading:
    found = list(pages(data, path))
    read = reading(found)
    if read.text.strip():
        return read
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


PDF = Reader("PDF", lambda data: b"%PDF-" in data[:HEAD], _read, (".pdf",))
