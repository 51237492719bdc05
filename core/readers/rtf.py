"""Rich text (.rtf), with Chinese as ``\\u`` escapes or as bytes of a code page."""

from __future__ import annotations

from pathlib import Path

from core.readers.format import Reader, Reading

_MAGIC = b"{\\rtf"
_BLANKS = b"\xef\xbb\xbf \t\r\n\0"


def _read(data: bytes, path: Path) -> Reading:
    from core.readers.rtf_words import Words

    words = Words()
    words.run(data.decode("latin-1"))
    notices = [
        *(["notice.tracked_changes"] if words.tracked else []),
        *(["notice.cut"] if words.depth else []),
    ]
    return words.finished().reading(path, tuple(notices))


RTF = Reader("RTF", lambda data: data[:64].lstrip(_BLANKS).startswith(_MAGIC), _read, (".rtf",))
