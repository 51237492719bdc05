"""What was measured in one run, as the table that is printed at its end. Nothing fails on the clock."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: what was measured, how much of it may be, and what the figure was made of."""

    name: str
    value: float
    unit: str
    allowed: float | None
    detail: str

    @property
    def verdict(self) -> str:
        if self.allowed is None:
            return ""
        return "ok" if self.value <= self.allowed else "OVER"

    def cells(self) -> tuple[str, ...]:
        allowed = "" if self.allowed is None else _amount(self.allowed, self.unit)
        return self.name, _amount(self.value, self.unit), allowed, self.verdict, self.detail


@dataclass(slots=True)
class Ledger:
    """The figures of one run, in the order in which they were measured."""

    figures: list[Figure] = field(default_factory=list[Figure])

    def ratio(
        self,
        name: str,
        ours: Sequence[float],
        base: Sequence[float],
        unit: str = "ms",
        allowed: float | None = None,
    ) -> None:
        """The median of ``ours`` over that of ``base``, both in ``unit``, measured turn by turn."""
        upper, lower = median(ours), median(base)
        detail = f"{_amount(upper, unit)} : {_amount(lower, unit)}"
        if len(ours) > 1:
            detail += f"   least {_amount(min(ours), unit)} : {_amount(min(base), unit)}"
        self.figures.append(Figure(name, upper / lower, "×", allowed, detail))

    def most(self, name: str, value: float, unit: str, allowed: float | None = None, detail: str = "") -> None:
        """A figure that stands for itself."""
        self.figures.append(Figure(name, value, unit, allowed, detail))

    def table(self) -> list[str]:
        """The rows, with a head, each column as wide as it must be."""
        rows = [("figure", "measured", "allowed", "", "made of"), *(figure.cells() for figure in self.figures)]
        widths = [max(_columns(row[i]) for row in rows) for i in range(4)]
        return [_line(row, widths) for row in rows]


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    name, value, allowed, verdict, detail = row
    numbers = f"{_right(value, widths[1])}  {_right(allowed, widths[2])}  {verdict:<{widths[3]}}"
    return f"{name}{' ' * (widths[0] - _columns(name))}  {numbers}  {detail}".rstrip()


def _right(words: str, width: int) -> str:
    return " " * (width - _columns(words)) + words


def _columns(words: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


def _amount(value: float, unit: str) -> str:
    if unit == "×":
        return f"{value:.2f}×"
    number = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
    return f"{number} {unit}".rstrip()
