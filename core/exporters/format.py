"""What an exporter is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.model import Notebook


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: ``render`` writes one speech, ``render_all`` many into one file.

    What is rendered depends on the notebooks alone, never on clock, place or language. Text (str)
    is written as UTF-8 and may go to standard output; bytes may not. ``suffix`` has its dot.
    """

    name: str
    suffix: str
    render: Callable[[Notebook], str | bytes]
    render_all: Callable[[Iterable[Notebook]], str | bytes]
    is_text: bool = True
