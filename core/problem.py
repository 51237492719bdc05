"""What can go wrong, said to a person in one sentence of their language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

MESSAGES = Path(__file__).resolve().parent.parent / "resources" / "messages.json"


class Problem(Exception):
    """Something that could not be done: a key of ``resources/messages.json`` and its values.

    Every sentence there says what is wrong and what to do, in Chinese and in English.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values

    def say(self, language: str) -> str:
        """The sentence in ``zh`` or ``en``."""
        return say(self.key, language, **self.values)

    def __str__(self) -> str:
        return self.say("en")


def say(key: str, language: str, **values: object) -> str:
    """The sentence ``key`` in ``zh`` or ``en``. Raises KeyError where there is no such sentence."""
    return _sentences()[key][language].format(**values)


@cache
def _sentences() -> dict[str, dict[str, str]]:
    return json.loads(MESSAGES.read_text(encoding="utf-8"))
