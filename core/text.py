"""From bytes to the one immutable text of a speech, and the sha256 that names it.

The order in which encodings are tried matters: a byte order mark, UTF-16 that shows by its zero
bytes, strict UTF-8, and then, since GB18030 accepts nearly anything, whichever of GB18030, Big5
and UTF-16 yields most of the characters that every Chinese text is full of.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from core.problem import Problem

SAMPLE = 1 << 15
"""Characters looked at to tell one encoding from another, and text from binary data."""

BINARY = 0.1
"""More control characters than this share, and one: no text."""

DAMAGE = 0.02
"""Up to this share of unreadable characters, a text counts as damaged and not as another encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's mark, so it is looked for first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Patterns are compiled by ``re`` when they are first needed: a UTF-8 file needs one of them.
_CHINESE = "[\t\n\r -~\u0085\u00a0-\u00ff\u2010-\u206f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_CONTROL = "[\0-\x08\x0e-\x1f\x7f]"
_FREQUENT = (
    "[的一是在不了有和人这中大为上国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方"
    "后多定行学法所民得经十三进着等部度家理这為國時來們於對會發動過說產種後學經進著]"
)
_UNWANTED = "[\0\ufeff\ud800-\udfff\ufdd0-\ufdef]"
_BREAKS = ("\r\n", "\r", "\x85", "\u2028", "\u2029", "\v", "\f")


def decode(data: bytes, name: object = "") -> tuple[str, str]:
    """The normalised text and its encoding, a name of Python's codecs.

    Raises Problem for data that is empty or binary; ``name`` is what the problem calls it.
    """
    text, encoding = next(_attempts(data), ("", ""))
    controls = len(re.findall(_CONTROL, text[:SAMPLE]))
    if data and (not encoding or controls > 1 + BINARY * len(text[:SAMPLE])):
        raise Problem("file.binary", path=name)
    text = normalise(text)
    if not text.strip():
        raise Problem("file.empty", path=name)
    return text, encoding


def normalise(text: str) -> str:
    """The text without what no two programs count alike.

    BOM, NUL, lone surrogates and U+FDD0..FDEF go; CRLF, CR, U+0085, U+2028, U+2029, VT and FF
    become LF.
    """
    text = re.sub(_UNWANTED, "", text)
    for mark in _BREAKS:
        text = text.replace(mark, "\n")
    return text


def legible(name: Path | str) -> str:
    """A file's name as text: bytes in it that are none, as old folders have them, become question marks."""
    return str(name).encode("utf-8", "replace").decode("utf-8")


def digest(text: str) -> str:
    """The sha256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _attempts(data: bytes) -> Iterator[tuple[str, str]]:
    """What the data may say, with its encoding, the likeliest first."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            whole = data[: len(data) // 2 * 2] if encoding == "utf-16" else data
            yield whole.decode(encoding, "surrogatepass" if encoding == "utf-16" else "replace"), encoding
    if b"\0" in data:
        yield from _wide(data)
    yield from _utf8(data)
    yield from sorted([*_multibyte(data), *_wide(data)], key=_commonness, reverse=True)
    yield from _damaged(data)


def _commonness(attempt: tuple[str, str]) -> int:
    return len(re.findall(_FREQUENT, attempt[0][:SAMPLE]))


def _utf8(data: bytes) -> Iterator[tuple[str, str]]:
    """Strict UTF-8; its last character may be cut, where others show that it is UTF-8."""
    try:
        text, used = codecs.utf_8_decode(data, "strict", False)
    except UnicodeDecodeError:
        return
    if used == len(data) or not text.isascii():
        yield text, "utf-8"


def _wide(data: bytes) -> Iterator[tuple[str, str]]:
    """UTF-16 without a mark: hardly anything but Chinese and ASCII comes out of the right one."""
    if len(data) % 2:
        return
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = data[: 2 * SAMPLE].decode(encoding, "replace")
        if len(re.findall(_CHINESE, sample)) > 0.95 * len(sample):
            yield data.decode(encoding, "surrogatepass"), encoding


def _multibyte(data: bytes) -> Iterator[tuple[str, str]]:
    """GB18030 and Big5; the last character may be cut."""
    for encoding in ("gb18030", "cp950"):
        with suppress(UnicodeDecodeError):
            yield codecs.getincrementaldecoder(encoding)().decode(data), encoding


def _damaged(data: bytes) -> Iterator[tuple[str, str]]:
    """A text with a few broken bytes: they become U+FFFD, the rest can be read."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") <= DAMAGE * len(text):
            yield text, encoding
