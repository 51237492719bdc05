"""Word 97 to 2003 (.doc) and Kingsoft's .wps, which is the same.

The text lies in pieces, one story after another: main text, footnotes, headers, comments, endnotes, text boxes.
Headers are left out, comments become remarks, notes and boxes follow the text.
"""

from __future__ import annotations

from pathlib import Path

from core.problem import Problem
from core.readers.format import Reader, Reading

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _read(data: bytes, path: Path) -> Reading:
    import struct

    from core.readers.word_comments import comments
    from core.readers.word_file import FORMAT, word_file
    from core.readers.word_stories import Teller

    file = word_file(data, path)
    try:
        teller = Teller(file)
        teller.tell_all()
    except (struct.error, IndexError) as error:
        raise Problem("file.damaged", path=path, format=FORMAT) from error
    teller.sheet.remarks.extend(comments(file, teller))
    return teller.sheet.reading(path, ("notice.tracked_changes",) if teller.tracked else ())


DOC = Reader("Word 97 / WPS", lambda data: data.startswith(_MAGIC), _read, (".doc", ".wps", ".wpt", ".dot"))
