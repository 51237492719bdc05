"""What a reader of PDF tells of a passage beside the page. Imported when a file is written: fpdf2 takes its time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fpdf.annotations import PDFAnnotation

from core.exporters.pdf_pages import Box


class Unseen(PDFAnnotation):
    """A highlight that draws nothing, since the band of a mark is the page's own: some readers take its empty
    appearance for that, others its opacity. ``boxes`` are in points from the top left of a page so ``high``."""

    c_a = 0

    def __init__(
        self, boxes: Sequence[Box], high: float, note: str, creator: str, time: datetime | None, colour: str
    ) -> None:
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
        super().__init__(
            "Highlight",
            left,
            high - top,
            right - left,
            bottom - top,
            contents=note,
            title=creator,
            color=_parts(colour),
            modification_time=time,
            quad_points=[point for box in boxes for point in _corners(box, high)],
            appearance_stream=b"",
        )


def _corners(box: Box, high: float) -> tuple[float, ...]:
    """The corners as readers of PDF have them, from below: upper left, upper right, lower left, lower right."""
    left, top, width, height = box
    above, below = high - top, high - top - height
    return left, above, left + width, above, left, below, left + width, below


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (round(int(colour[at : at + 2], 16) / 255, 4) for at in (1, 3, 5))
    return red, green, blue
