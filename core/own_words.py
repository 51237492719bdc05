"""The reader's own words: a file beside the library, a word a line, each to be cut as one."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from core.places import own_words_path
from core.problem import Problem

LONGEST = 20
"""Code points of a word."""
MOST = 20_000
"""Words in the file: each is looked at whenever the dictionary is loaded."""


class OwnWord(NamedTuple):
    """A word, and how often it is taken to be used; None: as often as it needs to be cut as one."""

    word: str
    frequency: int | None = None


def parsed(text: str) -> tuple[OwnWord, ...]:
    """The words of a file: ``word`` or ``word frequency`` a line, remarks behind ``#``.

    Raises Problem about the first line that is neither.
    """
    found: list[OwnWord] = []
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.partition("#")[0].split()
        if not cells:
            continue
        word, *rest = cells
        if len(rest) > 1 or len(word) > LONGEST or not all(cell.isdecimal() and len(cell) < 9 for cell in rest):
            raise Problem("words.line", number=number, line=line.strip()[:40], most=LONGEST)
        found.append(OwnWord(word, int(rest[0]) if rest and int(rest[0]) else None))
    if len(found) > MOST:
        raise Problem("words.many", count=len(found), most=MOST)
    return tuple(dict.fromkeys(found))


def own_text() -> str:
    """What stands in the file; empty where there is none."""
    with suppress(OSError):
        return own_words_path().read_text(encoding="utf-8-sig", errors="replace")
    return ""


def own_words() -> tuple[OwnWord, ...]:
    """The reader's words; none where the file has a fault, which is said where it is edited."""
    with suppress(Problem):
        return parsed(own_text())
    return ()


def save(text: str) -> None:
    """Keep the reader's words. Raises Problem, and then nothing is changed."""
    from core.files import write_whole

    parsed(text)
    path = own_words_path()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text if text.endswith("\n") or not text else f"{text}\n")
