"""A speech's own terms: what it sets in quotation marks is a word of it, and is counted as one."""

from __future__ import annotations

import re

_TERM = re.compile(r"[“「‘『\"]([\u3400-\u9fff\U00020000-\U000323af]{2,8})[”」’』\"]")


def own_terms(text: str) -> tuple[str, ...]:
    """The quoted terms of 2 to 8 Chinese characters, each once, in the order in which they first come."""
    return tuple(dict.fromkeys(_TERM.findall(text)))
