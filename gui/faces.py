"""Type: which families stand for 宋 黑 楷 仿宋 on each system, and how a page is set."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont

SONG = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Songti SC",
    "STSong",
    "SimSun",
    "serif",
)
HEI = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "SimHei",
)
KAI = ("Kaiti SC", "STKaiti", "KaiTi", "KaiTi_GB2312", "AR PL UKai CN", *SONG)
FANGSONG = ("STFangsong", "FangSong", "FangSong_GB2312", *SONG)

FAMILIES = {"song": SONG, "hei": HEI, "kai": KAI, "fangsong": FANGSONG}

SIZES = (12, 32)
LINES = (1.3, 2.4)
MEASURES = (24, 60)


class Setting(NamedTuple):
    """How the page is set: face, size in pixels, line pitch in sizes, measure in characters."""

    face: str = "song"
    size: int = 17
    line: float = 1.78
    measure: int = 41

    @property
    def pitch(self) -> int:
        """From one line to the next, in pixels."""
        return round(self.size * self.line)

    @property
    def width(self) -> int:
        """The width of the column, in pixels."""
        return self.size * self.measure


def font(face: str, pixels: int, *, bold: bool = False) -> QFont:
    """A font of one of FAMILIES, with its fall-backs for other systems."""
    made = QFont()
    made.setFamilies(list(FAMILIES[face]))
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made
