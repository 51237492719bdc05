"""The text of a scan, recognised by tesseract where the system has it.

Of each page there is a picture, of each picture words with their boxes: they are set into lines and
paragraphs as the characters of a PDF are.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from core.problem import Problem
from core.readers.format import Reading
from core.readers.guarded import answers
from core.readers.placed import Line, Page, Run, Style
from core.readers.reflow import reading

LANGUAGE = "chi_sim"
PATIENCE = 300
"""Seconds that one page may take."""

LAYOUT = "3"
"""Tesseract finds the blocks of a page itself; it does better with columns and pictures than as one block."""

UNSURE = 30.0
"""Lines of which tesseract is less sure, in per cent, are specks."""

ALIKE = 0.25
"""Lines whose characters are wider or narrower than most by no more than this are of one size."""

_DASHED = re.compile(r"[一\-—–] ?(\d{1,4}) ?[一\-—–]")
_AFTER_HAN = re.compile(r"(?<=[\u3400-\u9fff”’）》])[,:;!?](?=[^\d]|$)")


class Word(NamedTuple):
    """A word on a picture, by dots from its top left corner; ``line`` names the line it stands in."""

    text: str
    left: float
    right: float
    foot: float
    sure: float
    line: str


def available() -> bool:
    """Whether tesseract and its data for simplified Chinese are here."""
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return LANGUAGE in listed.stdout.split()


def recognise(
    path: Path | str,
    progress: Callable[[int, int], object] = lambda done, count: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Reading:
    """The text that is seen on the pages of a PDF.

    ``progress`` is told how many pages of how many are done. ``cancelled`` is asked again and again; once it
    says so, what was recognised until then is returned. Raises Problem where nothing can be.
    """
    path = Path(path)
    if not available():
        raise Problem("file.no_recognition", path=path)
    found: list[Page] = []
    for count, page in _pages(path, cancelled):
        found.append(page)
        progress(len(found), count)
        if cancelled():
            break
    read = reading(found)
    if not read.text.strip():
        raise Problem("file.not_recognised", path=path)
    return read._replace(hints=(), notices=("notice.recognised",))


def _pages(path: Path, cancelled: Callable[[], bool]) -> Iterator[tuple[int, Page]]:
    """How many pages there are, and what is seen on each in turn."""
    from core.readers import read_bytes

    count = done = 0
    for answer in answers("core.readers.pdf_pictures", read_bytes(path)):
        if "error" in answer:
            raise Problem(f"file.{answer['error']}", path=path, format="PDF")
        if "count" in answer:
            count = answer["count"]
            continue
        told = _tesseract(base64.b64decode(answer["picture"]), cancelled)
        done += 1
        yield count, _page(list(_words(told)), answer)
    if done < count or not count:
        raise Problem("file.damaged", path=path, format="PDF")


def _tesseract(picture: bytes, cancelled: Callable[[], bool]) -> str:
    """A table of the words on a picture; empty if it took too long or was given up."""
    if not picture:
        return ""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # its threads wait for each other more than they work
    with TemporaryDirectory() as folder:
        file = Path(folder, "page.pgm")
        file.write_bytes(picture)
        command = ["tesseract", str(file), "-", "-l", LANGUAGE, "--psm", LAYOUT, "--dpi", "300", "tsv"]
        process = subprocess.Popen(command, stdout=-1, stderr=subprocess.DEVNULL, env=environment)
        try:
            for _ in range(5 * PATIENCE):
                with suppress(subprocess.TimeoutExpired):
                    return process.communicate(timeout=0.2)[0].decode("utf-8", "replace")
                if cancelled():
                    break
        finally:
            process.kill()
            process.communicate()
    return ""


def _words(table: str) -> Iterator[Word]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == "5" and cells[11].strip():
            left, top, width, height = map(float, cells[6:10])
            yield Word(cells[11].strip(), left, left + width, top + height, float(cells[10]), ".".join(cells[1:5]))


def _page(words: list[Word], answer: dict[str, Any]) -> Page:
    by_line: dict[str, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    sure = [each for each in by_line.values() if sum(word.sure for word in each) > UNSURE * len(each)]
    widths = [_width(each) for each in sure]
    usual = median(widths or [1.0])
    sizes = [usual if abs(width - usual) <= ALIKE * usual else width for width in widths]
    found = tuple(_line(each, size, answer["scale"]) for each, size in zip(sure, sizes, strict=True))
    return Page(answer.get("width", 0.0), answer.get("height", 0.0), found, pictures=True)


def _width(words: list[Word]) -> float:
    """How wide a character of a line is: a Latin one counts half."""
    length = sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.5 for word in words for each in word.text)
    return max((max(word.right for word in words) - min(word.left for word in words)) / length, 1.0)


def _line(words: list[Word], size: float, scale: float) -> Line:
    """A line in the order in which tesseract saw it: the boxes of its words may overlap."""
    left, right = min(word.left for word in words) / scale, max(word.right for word in words) / scale
    points = round(size / scale, 1)
    base = median(word.foot for word in words) / scale
    return Line(_text(words, size), left, right, base, points, (Run(0, Style("", points)),), first=points)


def _text(words: list[Word], size: float) -> str:
    text = words[0].text
    for last, word in pairwise(words):
        if word.left - last.right > 1.5 * size:
            text += "　"
        elif last.text[-1].isascii() and word.text[0].isascii():
            text += " "
        text += word.text
    return _chinese_stops(text)


def _chinese_stops(text: str) -> str:
    """Stops after Chinese characters as Chinese ones, and dashes around a page number: tesseract sees others."""
    if number := _DASHED.fullmatch(text):
        return f"— {number[1]} —"
    return _AFTER_HAN.sub(lambda match: "，：；！？"[",:;!?".index(match[0])], text)
