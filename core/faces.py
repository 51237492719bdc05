"""The faces of this machine that a page can be set in, found without a window.

A face goes by its PostScript name, which is the same in every language. fontconfig knows all that are installed;
where it is not there, the folders in which systems keep them are looked through.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from core.font_names import postscript_names
from core.problem import Problem


class Face(NamedTuple):
    """A face: its file, and its number there where a file holds several."""

    path: Path
    number: int = 0


class Faces(NamedTuple):
    """What a speech is set in: Song-type for the text, bold for its title, Hei for headings, Kai below a title."""

    song: Face
    bold: Face
    hei: Face
    kai: Face


SONG = (
    *("NotoSerifCJKsc-Regular", "SourceHanSerifSC-Regular", "SourceHanSerifCN-Regular", "NotoSerifSC-Regular"),
    *("STSongti-SC-Regular", "STSong", "SimSun", "NSimSun", "UMingCN", "FandolSong-Regular"),
)
BOLD = (
    *("NotoSerifCJKsc-Bold", "SourceHanSerifSC-Bold", "SourceHanSerifCN-Bold", "NotoSerifSC-Bold"),
    *("STSongti-SC-Bold", "FandolSong-Bold"),
)
HEI = (
    *("NotoSansCJKsc-Bold", "SourceHanSansSC-Bold", "SourceHanSansCN-Bold", "NotoSansSC-Bold"),
    *("STHeitiSC-Medium", "SimHei", "MicrosoftYaHei-Bold", "WenQuanYiZenHei", "FandolHei-Bold"),
)
KAI = ("STKaitiSC-Regular", "STKaiti", "KaiTi", "KaiTi_GB2312", "UKaiCN", "FandolKai-Regular")
SPARE = (
    *("SimSun-ExtB", "SegoeUISymbol", "SegoeUIEmoji", "AppleSymbols", "ArialUnicodeMS", "NotoEmoji-Regular"),
    *("NotoSansSymbols2-Regular", "Symbola", "DejaVuSans"),
)
"""Faces of rare characters and signs."""

FILES = (
    *("NotoSerifCJK-*.ttc", "NotoSansCJK-*.ttc", "NotoSerifCJKsc-*.otf", "NotoSansCJKsc-*.otf", "SourceHan*"),
    *("NotoSerifSC-*.?tf", "NotoSansSC-*.?tf", "Songti.ttc", "STHeiti*.ttc", "STSONG.TTF", "STKAITI.TTF"),
    *("Kaiti.ttc", "simsun.ttc", "simsunb.ttf", "simhei.ttf", "simkai.ttf", "msyhbd.ttc", "Fandol*.otf"),
    *("wqy-zenhei.ttc", "uming.ttc", "ukai.ttc", "seguisym.ttf", "seguiemj.ttf", "Apple Symbols.ttf"),
    *("Arial Unicode.ttf", "NotoEmoji-Regular.ttf", "NotoSansSymbols2-Regular.ttf", "Symbola*", "DejaVuSans.ttf"),
)
"""Names of the files in which those are; some systems know no more of a face than that."""

_TOLD = "%{postscriptname}\t%{file}\t%{index}\t%{color}\t%{variable}\n"
_ENDINGS = (".ttf", ".ttc", ".otf", ".otc")


def chinese() -> Faces:
    """The faces for a Chinese text. Raises Problem, which says what to install, where there is none."""
    here = installed(":lang=zh-cn")
    song = _first(here, (*SONG, *HEI)) or next((here[name] for name in sorted(here) if name not in SPARE), None)
    if song is None:
        raise Problem("faces.none")
    hei = _first(here, HEI) or _first(here, BOLD) or song
    return Faces(song, _first(here, BOLD) or hei, hei, _first(here, KAI) or song)


def spare(point: int) -> Iterator[Face]:
    """Faces that are said to have a character, by its code point; the likeliest first."""
    here = installed(f":charset={point:x}")
    known = [name for name in (*SONG, *HEI, *SPARE) if name in here]
    yield from (here[name] for name in dict.fromkeys((*known, *sorted(here))))


def installed(pattern: str = "") -> Mapping[str, Face]:
    """The faces here by PostScript name: all that fontconfig has for a pattern of its own, else those of FILES."""
    if found := dict(_of_fontconfig(pattern)):
        return found
    return dict(_of_folders(folders())) if not shutil.which("fc-list") else {}


def folders() -> tuple[Path, ...]:
    """Where this system keeps faces."""
    home = Path.home()
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        return Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", own
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"


def _first(here: Mapping[str, Face], names: Iterable[str]) -> Face | None:
    return next((here[name] for name in names if name in here), None)


def _of_fontconfig(pattern: str) -> Iterator[tuple[str, Face]]:
    """What fc-list tells, but for faces that a PDF cannot hold: coloured ones, and those with many weights in one."""
    program = shutil.which("fc-list")
    if program is None:
        return
    call = [program, "-f", _TOLD, pattern or ":"]
    told = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    for line in sorted(told.stdout.splitlines()):
        name, file, index, *unfit = line.split("\t")
        if "True" not in unfit and int(index) < 1 << 16 and file.lower().endswith(_ENDINGS):
            yield name, Face(Path(file), int(index))


def _of_folders(places: Iterable[Path]) -> Iterator[tuple[str, Face]]:
    """The faces in files of FILES; a file that cannot be read is passed over."""
    for path in (path for place in places for name in FILES for path in sorted(place.rglob(name))):
        for number, name in enumerate(postscript_names(path)):
            yield name, Face(path, number)
