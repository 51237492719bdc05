"""How colours look to different readers: contrast, colour blindness, distance, and the dark theme's.

Colours are ``#rrggbb`` in sRGB. Sources: WCAG 2.2 (contrast ratio); Machado, Oliveira and Fernandes
2009 (colour vision deficiency, severity 1.0, on linear RGB); Ottosson 2020 (OKLab).
"""

from __future__ import annotations

import math
from functools import cache

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

INK = "#dcd8cf"
"""The dark theme's ink."""

LIGHT_INK, PAPER = "#23262b", "#fffdf8"
"""The light theme's ink and page."""

SEEN = 1.25
"""The least contrast of a band with the page."""

READABLE = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""

VISIONS: dict[str, Matrix] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

_LUMINANCE: Triple = (0.2126, 0.7152, 0.0722)
_TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: Matrix = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES: Matrix = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def contrast(first: str, second: str) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""
    dark, light = sorted(_dot(_LUMINANCE, linear(colour)) for colour in (first, second))
    return (light + 0.05) / (dark + 0.05)


def simulate(colour: str, vision: str) -> str:
    """The colour as a reader of one of the VISIONS sees it."""
    return encoded(_times(VISIONS[vision], linear(colour)))


def distance(first: str, second: str, vision: str = "normal") -> float:
    """How far apart two colours look, as a distance in OKLab; 0.02 is just noticeable."""
    return math.dist(*(oklab(simulate(colour, vision)) for colour in (first, second)))


def for_dark(colour: str) -> str:
    """A colour of the same hue that the dark theme's ink can be read on."""
    _, a, b = oklab(colour)
    scale = min(1.0, 0.11 / (math.hypot(a, b) or 1.0))
    lightness = 0.50
    while True:
        dark = from_oklab((lightness, scale * a, scale * b))
        if contrast(dark, INK) >= READABLE:
            return dark
        lightness -= 0.01


def for_light(colour: str) -> str:
    """The colour, or the nearest of its hue that the light theme's ink can be read on and its page tells apart."""
    lightness, a, b = oklab(colour)
    made = colour
    while contrast(made, LIGHT_INK) < READABLE:
        lightness += 0.01
        made = from_oklab((lightness, a, b))
    while contrast(made, PAPER) < SEEN:
        lightness -= 0.01
        made = from_oklab((lightness, a, b))
    return made


@cache
def strong(colour: str, page: str) -> str:
    """A colour of the same hue for thin lines: 3:1 against the page (WCAG 2.2, 1.4.11)."""
    lightness, a, b = oklab(colour)
    step = -0.02 if oklab(page)[0] > 0.5 else 0.02
    made = colour
    while contrast(made, page) < 3 and 0 < lightness < 1:
        lightness += step
        made = from_oklab((lightness, a, b))
    return made


def linear(colour: str) -> Triple:
    """Linear RGB, each 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _straight(red), _straight(green), _straight(blue)


def encoded(rgb: Triple) -> str:
    """Linear RGB as ``#rrggbb``; what lies outside sRGB is cut off."""
    return "#" + "".join(f"{round(255 * _curved(min(1.0, max(0.0, part)))):02x}" for part in rgb)


def oklab(colour: str) -> Triple:
    """Lightness 0 to 1, and the two axes green to red and blue to yellow."""
    cones = _times(_TO_CONES, linear(colour))
    return _times(_TO_LAB, (math.cbrt(cones[0]), math.cbrt(cones[1]), math.cbrt(cones[2])))


def from_oklab(lab: Triple) -> str:
    """The colour; one outside sRGB loses chroma, not hue or lightness, until it fits."""
    lightness, a, b = lab
    for step in range(100, -1, -1):
        rgb = _from_oklab((lightness, a * step / 100, b * step / 100))
        if all(-0.001 <= part <= 1.001 for part in rgb):
            return encoded(rgb)
    return encoded((lightness, lightness, lightness))  # a lightness that is none


def _from_oklab(lab: Triple) -> Triple:
    cones = _times(_FROM_LAB, lab)
    return _times(_FROM_CONES, (cones[0] ** 3, cones[1] ** 3, cones[2] ** 3))


def _straight(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _curved(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _dot(row: Triple, column: Triple) -> float:
    return row[0] * column[0] + row[1] * column[1] + row[2] * column[2]


def _times(matrix: Matrix, column: Triple) -> Triple:
    return _dot(matrix[0], column), _dot(matrix[1], column), _dot(matrix[2], column)
