"""What is wrong with a template, told by what Jinja or Python says: a key of the sentences, and its values."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

_SYNTAX = (
    (r"Encountered unknown tag 'end(?P<name>\w+)'.* that needs to be closed is '(?P<inner>\w+)'.*", "template.crossed"),
    (r"Encountered unknown tag 'end(?P<name>\w+)'.*", "template.closing"),
    (r"Encountered unknown tag '(?P<name>\w+)'.*", "template.tag"),
    (r"Unexpected end of template\..* that needs to be closed is '(?P<name>\w+)'.*", "template.open"),
    (r"(?:Missing end of (?:comment|raw) .*|unexpected end of template.*|.*got 'end of template'.*)", "template.end"),
    (r"No (?:filter|test) named '(?P<name>.+)'\.?", "template.filter"),
    (r"unexpected char (?P<name>.+) at \d+", "template.sign"),
    (r"unexpected '(?P<name>.+)'(?:, expected '(?P<wanted>.+)')?", "template.sign"),
    (r"(?:expected token .*|Expected an expression), got '(?P<name>.+)'", "template.sign"),
)
_SIGNS = {
    "end of statement block": "%}",
    "end of print statement": "}}",
    "begin of statement block": "{%",
    "begin of print statement": "{{",
}
"""What Jinja calls its own signs."""
_RUNNING = (
    (r"'(?P<name>\w+)' is undefined", "template.name"),
    (r"'?(?:[\w.]*\.)?(?P<owner>\w+)(?: object)?'? has no (?:attribute|element) '?(?P<name>\w+)'?", "template.part"),
    (r"no loader for this environment specified", "template.alone"),
    (r"Range too big.*", "template.large"),
    (r".*division.* by zero", "template.zero"),
    (r"'(?P<name>\w+)' object is not (?:callable|iterable|subscriptable)", "template.use"),
    (r".*(?:unsupported operand|can only concatenate|not supported between|must be str).*", "template.kinds"),
    (r".*(?:positional argument|keyword argument|required positional|takes no arguments).*", "template.arguments"),
)


class TooLarge(Exception):
    """What is made at a ``line`` is more than anyone has use for."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def fault(error: BaseException, line: int, source: str) -> dict[str, Any]:
    """The ``key`` of a sentence and its ``values``, ``line`` among them, from 1."""
    if isinstance(error, TemplateSyntaxError):
        told = _told(str(error.message), error.lineno, _SYNTAX, "template.syntax")
        if told["key"] == "template.open":
            told["values"]["line"] = _opening(source, told["values"]["name"], error.lineno)
        return told
    if isinstance(error, SecurityError):
        return _fault("template.reach", line)
    if isinstance(error, TooLarge):
        return _fault("template.large", error.line)
    if isinstance(error, MemoryError | OverflowError):
        return _fault("template.large", line)
    if isinstance(error, RecursionError | SyntaxError):
        return _fault("template.deep", line)
    return _told(str(error), line, _RUNNING, "template.failed")


def _opening(source: str, name: str, otherwise: int) -> int:
    """The line of the last block called ``name`` that is not closed; Jinja tells where it would have had to be."""
    opened: list[int] = []
    for tag in re.finditer(rf"\{{%[-+]?\s*(end)?{name}\b", source):
        if not tag[1]:
            opened.append(source.count("\n", 0, tag.start()) + 1)
        elif opened:
            opened.pop()
    return opened[-1] if opened else otherwise


def _told(message: str, line: int, table: tuple[tuple[str, str], ...], otherwise: str) -> dict[str, Any]:
    for pattern, key in table:
        if found := re.fullmatch(pattern, message, re.S):
            return _fault(key, line, **_plain(found))
    return _fault(otherwise, line, reason=message.rstrip("."))


def _plain(found: re.Match[str]) -> dict[str, str]:
    """What the message names: signs as they are written, and kinds of values as templates call them."""
    said = {name: _SIGNS.get(each, each) for name, each in found.groupdict().items() if each}
    return said | {name: each.lower() for name, each in said.items() if name == "owner"}


def _fault(key: str, line: int, **values: str) -> dict[str, Any]:
    return {"key": key, "values": {"line": line, **values}}
