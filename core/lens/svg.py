"""A plot as SVG: one file that needs nothing else, in the colours it was shown in."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from core.exporters.office import plain
from core.lens.figure import SMALL, Bar, Figure, Line, Shape, Words

FACES = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"


def as_svg(figure: Figure, colours: Mapping[str, str], title: str) -> str:
    """The figure; ``colours`` gives the theme's by their names, of which ``page`` lies below all."""
    shapes = "\n".join(_drawn(shape, colours) for shape in figure.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{figure.width}" height="{figure.height}"'
        f' viewBox="0 0 {figure.width} {figure.height}" role="img">\n'
        f"<title>{escape(plain(title))}</title>\n"
        f'<rect width="100%" height="100%" fill="{colours["page"]}"/>\n'
        f'<g font-family="{FACES}" font-size="{SMALL}">\n{shapes}\n</g>\n</svg>\n'
    )


def _drawn(shape: Shape, colours: Mapping[str, str]) -> str:
    colour = quoteattr(colours.get(shape.colour, shape.colour))
    if isinstance(shape, Bar):
        place = f'x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.width:.1f}" height="{shape.height:.1f}"'
        return f'<rect {place} rx="1.5" fill={colour}/>'
    if isinstance(shape, Line):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in shape.points)
        return f'<polyline points="{points}" fill="none" stroke={colour} stroke-width="{shape.weight:g}"/>'
    assert isinstance(shape, Words)
    place = f'x="{shape.x:.1f}" y="{shape.y:.1f}" text-anchor="{shape.side}"'
    return f"<text {place} fill={colour}>{escape(plain(shape.text))}</text>"
