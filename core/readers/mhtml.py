"""MHTML: a page in one file, laid out as a mail is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from core.problem import Problem
from core.readers.format import Reader, Reading
from core.readers.html import from_bytes
from core.text import decode

if TYPE_CHECKING:
    from email.message import Message

_HEAD = 4096
_HEADER = rb"\s*[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]?[^\r\n]*\r?\n"
_TYPED = rb"(?i)(?:^|\n)(?:mime-version:|content-type:\s*(?:multipart/|text/html))"
_PAGES = ("text/html", "application/xhtml+xml")


def _read(data: bytes, path: Path) -> Reading:
    from email import message_from_bytes

    try:
        parts = [part for part in message_from_bytes(data).walk() if not part.is_multipart()]
        pages = [part for part in parts if part.get_content_type() in _PAGES]
        texts = [part for part in parts if part.get_content_type() == "text/plain"]
        chosen = _payload(max(pages or texts, key=_weight))
    except (RecursionError, ValueError, LookupError, TypeError, AssertionError) as error:
        raise Problem("file.damaged", path=path, format="MHTML") from error
    if pages:
        return from_bytes(*chosen[:1], path, chosen[1])
    return Reading(decode(chosen[0], path)[0])


def _weight(part: Message) -> int:
    """A frame of a page is short, and its text is not."""
    return len(str(part.get_payload()))


def _payload(part: Message) -> tuple[bytes, str]:
    """The bytes of a part, and the charset that its header gives."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b"", str(part.get_content_charset() or "")


def _recognises(data: bytes) -> bool:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return bool(re.match(_HEADER, head) and re.search(_TYPED, head.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]))


MHTML = Reader("MHTML", _recognises, _read, (".mht", ".mhtml"))
