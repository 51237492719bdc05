"""Characters that some fonts give back in the place of common ones.

A font in a PDF may show 页 and say ⻚, a radical of the same look: nobody would find the word again.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from core.text import normalise

_RADICALS = str.maketrans(
    "⺓⺟⺠⺮⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "幺母民竹虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)


@cache
def common(character: str) -> str:
    """The common character or characters in the place of a radical, a compatibility form or a ligature;
    nothing in the place of what no text holds."""
    if "\u2e80" <= character <= "\u2fd5" or "\uf900" <= character <= "\ufb06":
        return unicodedata.normalize("NFKC", character.translate(_RADICALS))
    return normalise(character)
