"""Paints one block with its marks: selection, bands and rules behind, the text before them.

A mark is a band over the lower two thirds of the line, so that strokes stay crisp. Where marks
overlap, the outermost keeps the band and each further one draws a rule of its own below the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.model import Annotation, Span, Tag
from core.runs import runs
from gui.laid import Laid
from gui.theme import Theme

UNTAGGED = "#cfc9bb"
RULES = 3
SIGN = 12
"""Pixels beside the column at which a sign stands in the margin."""


class Ink(NamedTuple):
    """What painting needs to know beside the text: colours, tags, the selection, the hits of a search,
    what was put right in the outline: passages in order, and whether each is a heading now; what is suggested."""

    theme: Theme
    tags: dict[str, Tag]
    selection: Span
    current: str
    hits: Sequence[Span] = ()
    corrections: Sequence[tuple[Span, bool]] = ()
    suggested: Sequence[Span] = ()

    def colour(self, mark: Annotation) -> str:
        """A mark's light colour."""
        return colour_of(mark, self.tags)


def colour_of(mark: Annotation, tags: Mapping[str, Tag]) -> str:
    """A mark's light colour: that of its first tag, else its own."""
    tag = next((tags[id_] for id_ in mark.tags if id_ in tags), None)
    return tag.colour if tag else mark.colour or UNTAGGED


Marks = list[tuple[Span, Annotation]]


def paint(painter: QPainter, laid: Laid, x: float, y: float, marks: Marks, lanes: dict[str, int], ink: Ink) -> None:
    """Paint a block whose top left corner stands at (x, y), in pixels of the painter."""
    whole = Span(laid.block.first, laid.block.stop)
    hits = _hits_in(whole, ink.hits)
    for hit in hits:
        _fill(painter, laid, x, y, hit, QColor(ink.theme.hit))
    _bands(painter, laid, x, y, marks, lanes, ink)
    selected = len(ink.selection) > 0 and ink.selection.overlaps(Span(whole.start, whole.stop + 1))
    if selected:
        _fill(painter, laid, x, y, ink.selection, QColor(ink.theme.selection))
    _rules(painter, laid, x, y, marks, lanes, ink)
    _dots(painter, laid, x, y, _hits_in(whole, ink.suggested), ink)
    _frame_hit(painter, laid, x, y, hits, ink)
    bare = not (hits or marks or selected)  # on a colour, what is set in grey could not be read
    painter.setPen(QColor(getattr(ink.theme, laid.style.ink if bare else "ink")))
    laid.draw(painter, x, y)
    _signs(painter, laid, x, y, ink)


def _hits_in(whole: Span, hits: Sequence[Span]) -> Sequence[Span]:
    """The hits that reach into a block; none lies over another."""
    first = bisect_left(hits, Span(whole.start, 0))
    if first and hits[first - 1].stop > whole.start:
        first -= 1
    return hits[first : bisect_left(hits, Span(whole.stop, 0))]


def paint_sign(painter: QPainter, laid: Laid, x: float, y: float, theme: Theme) -> None:
    """Behind a paragraph of the skeleton: three dots where it goes on unseen, an arrow up where it was opened."""
    box = laid.sign_box().translated(x, y)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre = box.center()
    if laid.block.fold == "shut":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.soft))
        for step in (-5, 0, 5):
            painter.drawEllipse(centre + QPointF(step, 0), 1.4, 1.4)
    else:
        painter.setPen(QPen(QColor(theme.soft), 1.4))
        painter.drawPolyline([centre + QPointF(-4, 2), centre + QPointF(0, -2), centre + QPointF(4, 2)])
    painter.restore()


def _signs(painter: QPainter, laid: Laid, x: float, y: float, ink: Ink) -> None:
    """In the margin, a dot by each line in which something was put right; a ring where a heading was taken away."""
    first = bisect_left(ink.corrections, (Span(laid.block.first, 0), False))
    for span, is_heading in ink.corrections[first:]:
        if span.start >= laid.block.stop:
            break
        centre = QPointF(x - SIGN, y + laid.caret(span.start).center().y())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink.theme.accent), 1.2))
        painter.setBrush(QColor(ink.theme.accent) if is_heading else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 2.6, 2.6)
        painter.restore()


def _frame_hit(painter: QPainter, laid: Laid, x: float, y: float, hits: Sequence[Span], ink: Ink) -> None:
    """The hit one is at, which is selected, stands in a frame among the others."""
    if ink.selection in hits:
        painter.setPen(QColor(ink.theme.accent))
        for rect in laid.rects(ink.selection.start, ink.selection.stop):
            painter.drawRect(rect.translated(x, y).adjusted(0, 0.5, -0.5, -1))


def _fill(painter: QPainter, laid: Laid, x: float, y: float, span: Span, colour: QColor) -> None:
    for rect in laid.rects(span.start, span.stop):
        painter.fillRect(rect.translated(x, y), colour)


def band(rect: QRectF, size: int) -> QRectF:
    """The part of a line's box that a mark tints: the lower two thirds of the characters."""
    margin = (rect.height() - size) / 2
    return QRectF(rect.left(), rect.top() + margin + size * 0.32, rect.width(), size * 0.68 + 2)


def _bands(p: QPainter, laid: Laid, x: float, y: float, marks: Marks, lanes: dict[str, int], ink: Ink) -> None:
    for run in runs(marks):
        outermost = min(run.items, key=lambda mark: lanes[mark.id])
        colour = QColor(ink.theme.tag(ink.colour(outermost)))
        for rect in laid.rects(run.start, run.stop):
            p.fillRect(band(rect, laid.style.size).translated(x, y), colour)


def _rules(p: QPainter, laid: Laid, x: float, y: float, marks: Marks, lanes: dict[str, int], ink: Ink) -> None:
    for span, mark in marks:
        lane, current = lanes[mark.id], mark.id == ink.current
        if lane == 0 and not current:
            continue
        colour = ink.theme.accent if current else ink.theme.rule(ink.colour(mark))
        for rect in laid.rects(span.start, span.stop):
            low = band(rect, laid.style.size).bottom() + (0 if lane == 0 else 1 + 3 * ((lane - 1) % RULES))
            p.fillRect(QRectF(rect.left(), low, rect.width(), 2).translated(x, y), QColor(colour))


def _dots(painter: QPainter, laid: Laid, x: float, y: float, suggested: Sequence[Span], ink: Ink) -> None:
    """A dotted line below what is suggested: it is no mark yet."""
    if suggested:
        painter.setPen(QPen(QColor(ink.theme.accent), 1.6, Qt.PenStyle.DotLine))
    for span in suggested:
        for rect in laid.rects(span.start, span.stop):
            low = band(rect, laid.style.size).bottom() + 1
            painter.drawLine(QPointF(x + rect.left(), y + low), QPointF(x + rect.right(), y + low))


def paint_fold(painter: QPainter, rect: QRectF, words: str, theme: Theme, *, open_: bool) -> None:
    """The dashed line that stands for folded adverts."""
    painter.save()
    painter.setPen(QPen(QColor(theme.line), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(rect.adjusted(0.5, 3.5, -0.5, -3.5), 4, 4)
    painter.setPen(QColor(theme.soft))
    arrow = "▾" if open_ else "▸"
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{arrow} {words}")
    painter.restore()
