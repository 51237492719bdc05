"""Files into speeches. READERS is the one list; a format is one file and one row.

What a file holds decides who reads it, never the ending of its name: a ``.doc`` may well be UTF-8.
"""

from __future__ import annotations

import stat
from collections.abc import Collection
from pathlib import Path

from core.model import Correction, Document
from core.problem import Problem
from core.readers.doc import DOC
from core.readers.docx import DOCX
from core.readers.foreign import FOREIGN
from core.readers.format import Reader, Reading
from core.readers.html import HTML
from core.readers.mhtml import MHTML
from core.readers.odt import ODT
from core.readers.paged import OFD, PDF
from core.readers.plain import PLAIN
from core.readers.rtf import RTF
from core.text import digest, legible

READERS: tuple[Reader, ...] = (DOCX, ODT, PDF, OFD, *FOREIGN, DOC, RTF, HTML, MHTML, PLAIN)
"""The first that recognises a file's bytes reads it; plain text, the last, takes what is left."""


MOST = 200 << 20
"""Bytes of the largest file that is read: a library of books, and still memory to work with."""
HEAD = 1024
"""Bytes in which a file shows whether it is plain text."""


def is_plain(path: Path) -> bool:
    """Whether a file looks like plain text, which is read in no time. What cannot be read is told when it is."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError):
        return True
    return not head.startswith(b"PK") and next(each for each in READERS if each.recognises(head)) is PLAIN


def read(path: Path | str) -> Document:
    """The speech in a file, with its outline. Raises Problem as ``read_text`` does."""
    path = Path(path).absolute()
    return build(reading(path), path)


def read_text(path: Path | str) -> str:
    """The normalised text of a file.

    Raises Problem for what is missing, a folder, a pipe or device, not readable, empty, binary, or
    in a format that cannot be read.
    """
    return reading(path).text


def reading(path: Path | str) -> Reading:
    """What a file says: its text, and what stands beside it. Raises Problem as ``read_text`` does."""
    path = Path(path).absolute()
    data = read_bytes(path)
    reader = next(reader for reader in READERS if reader.recognises(data))
    return reader.read(data, path)


def build(said: Reading | str, source: Path | None = None, corrections: Collection[Correction] = ()) -> Document:
    """The speech that a file says, or a normalised text is: its outline, put right by ``corrections``, and what
    it says of itself.

    One without a title is called after its file, or else by its first line.
    """
    from core.outline import describe, own_styles, parse

    said = Reading(said) if isinstance(said, str) else said
    text, hints = said.text, said.hints
    sections = parse(text, hints, corrections, own_styles())
    facts = describe(text, sections)
    title = facts.title or (legible(source.stem) if source else text.strip().partition("\n")[0][:40].strip())
    stated = (title, facts.speaker, facts.date, facts.venue)
    return Document(digest(text), *stated, text, sections, source, hints, said.pages)


def read_bytes(path: Path | str) -> bytes:
    """What is in a file. Raises Problem for what is missing, a folder, a pipe or device, or not readable."""
    path = Path(path).absolute()
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise Problem("file.folder", path=path)
        if not stat.S_ISREG(about.st_mode):
            raise Problem("file.special", path=path)
        if about.st_size > MOST:
            raise Problem("file.too_large", path=path, size=about.st_size >> 20, most=MOST >> 20)
        return path.read_bytes()
    except PermissionError as error:
        raise Problem("file.no_permission", path=path) from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise Problem("file.missing", path=path) from error
    except OSError as error:
        raise Problem("file.unreadable", path=path, reason=error.strerror or str(error)) from error
