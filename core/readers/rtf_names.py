"""Names of rich text: control words that are characters, and those that open what is no text."""

from __future__ import annotations

import re

CHARACTERS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "column": "\n", "softline": "\n", "tab": "\t",
    "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "~": "\xa0", "_": "-",
    "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n",
}  # fmt: skip
ALIGN = {"ql": "left", "qc": "center", "qr": "right", "qj": ""}
SKIPPED = frozenset(
    re.findall(
        r"\w+",
        "info pict object header headerl headerr headerf footer footerl footerr footerf fldinst listtable"
        " listoverridetable revtbl rsidtbl xe tc rxe txe bkmkstart bkmkend template operator nonshppict themedata"
        " colorschememapping datastore latentstyles pntxta pntxtb pnseclvl filetbl ftnsep ftnsepc ftncn aftnsep"
        " aftnsepc aftncn upr private atnid nonesttables",
    )
)
"""Destinations that are no text."""
WITHIN = {"shptxt": "shpinst", "ud": "upr", "result": "object"}
"""Destinations that are text, though they stand in others that are none."""
CLOSING = "、，。．：；）】"
"""What closes a number in Chinese writing: no blank follows."""
