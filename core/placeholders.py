"""Templates with placeholders: ``《{title}》，{date}``. What is empty takes its punctuation along.

Brackets around an empty placeholder go with it; of the punctuation on its two sides the stronger stays
where something stands on both, none at the beginning, and a full stop at the end. A line of which all
placeholders are empty goes as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from core.problem import Problem

_PLACE = re.compile(r"\{(\w+)\}")
_EMPTY = "\0"
_PAIRS = ("《》", "（）", "“”", "‘’", "「」", "『』", "【】", "〔〕", "[]", "()", "<>", "〈〉")
_OPENING, _CLOSING = ("".join(pair[i] for pair in _PAIRS) for i in (0, 1))
_STRENGTH = {
    sign: strength for strength, signs in enumerate((" \u3000", "—-·/、", "，,", "：:", "；;", "。.")) for sign in signs
}
_SIGNS = re.escape("".join(_STRENGTH))
_AROUND = re.compile(rf"(?P<before>[{_SIGNS}]*){_EMPTY}(?P<after>[{_SIGNS}]*)")
_FIRST_VALUE = 0xF0000
"""Values stand in the template as one character each, from a plane that no text uses, until it is put right."""


def names(template: str) -> list[str]:
    """The placeholders of a template, in order."""
    return _PLACE.findall(template)


def check(template: str, known: Collection[str]) -> None:
    """Raise Problem where a template has a placeholder that is not known, or a brace that belongs to none."""
    for name in names(template):
        if name not in known:
            raise Problem("quotation.unknown", name=name)
    if re.search("[{}]", _PLACE.sub("", template)):
        raise Problem("quotation.brace")


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with its values; one that is empty, or not there, takes its punctuation along."""
    kept = [values[name] for name in names(template) if values.get(name)]
    lines = [_put_right(line) for line in _marked(template, values).split("\n") if not _idle(line)]
    numbers = {chr(_FIRST_VALUE + i): value for i, value in enumerate(kept)}
    return "".join(numbers.get(c, c) for c in "\n".join(lines))


def _marked(template: str, values: Mapping[str, str]) -> str:
    """The template with one character for each value, and _EMPTY for what is empty."""
    number = iter(range(_FIRST_VALUE, _FIRST_VALUE + len(template)))
    template = template.replace(_EMPTY, "")
    return _PLACE.sub(lambda match: chr(next(number)) if values.get(match[1]) else _EMPTY, template)


def _idle(line: str) -> bool:
    """Whether a line has placeholders, all of them empty."""
    return _EMPTY in line and all(ord(c) < _FIRST_VALUE for c in line)


def _put_right(line: str) -> str:
    while _EMPTY in line:
        for opening, closing in _PAIRS:
            line = line.replace(opening + _EMPTY + closing, _EMPTY)
        line = re.sub(f"{_EMPTY}+", _EMPTY, line)
        if any(opening + _EMPTY + closing in line for opening, closing in _PAIRS):
            continue
        line = _AROUND.sub(_left, line, count=1)
    return line


def _left(match: re.Match[str]) -> str:
    """What is left where an empty placeholder stood."""
    before, after, line = match["before"], match["after"], match.string
    first = not line[: match.start()] or line[match.start() - 1] in _OPENING
    last = not line[match.end() :] or line[match.end()] in _CLOSING
    if first and last and match.start() and match.end() < len(line):
        return _EMPTY  # nothing else stands between the brackets: they go too
    if first:
        return ""
    if last:
        return after if _strength(after) == _strength("。") else ""
    return max(after, before, key=_strength)


def _strength(signs: str) -> int:
    return max((_STRENGTH[sign] for sign in signs), default=-1)
