"""Two to four speeches compared: their outlines side by side, and the passages that each two share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.lens.outlines import Row, aligned
from core.lens.shared import Shared, shared
from core.model import Document

MOST = 4
"""Speeches that are compared at once."""


class Comparison(NamedTuple):
    """What comparing has found."""

    rows: tuple[Row, ...]
    passages: tuple[Shared, ...]


def compared(documents: Sequence[Document]) -> Comparison:
    """Compare some speeches."""
    return Comparison(aligned(documents), shared([document.text for document in documents]))
