"""A template and some notebooks into text, or into one sentence about the line that is wrong."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from core.model import Notebook
from core.problem import Problem
from core.quotation import LINE
from core.readers.guarded import command
from core.templates.shelf import Template

if TYPE_CHECKING:
    from core.templates.vocabulary import Material

SERVER = "core.templates.server"
"""What runs in the process of its own."""
PATIENCE = 5.0
"""Seconds that a template may take, beside a few milliseconds for each mark."""
_EACH = 0.004
_PLACE = re.compile(rb'File "<template>", line (\d+)')


def render(
    template: Template | str,
    notebooks: Iterable[Notebook],
    *,
    suffix: str = ".md",
    today: str = "",
    quotation: str = LINE,
    patience: float = PATIENCE,
) -> str:
    """What a template, or the source of one for files of a ``suffix``, makes of the notebooks.

    The text ends with one line end; a CSV file begins with the byte order mark without which spreadsheets guess.
    ``today`` is ``YYYY-MM-DD``, ``quotation`` the style of sources (see ``core.quotation``). It takes a process of
    its own, some tenths of a second; never call it where a window waits. Raises Problem with ``line`` among its
    values, from 1, for whatever is wrong with the template: also one that takes longer than ``patience``, in
    seconds, or more memory than anyone has use for; and what ``Template.source`` raises.
    """
    from core.templates.vocabulary import material

    if isinstance(template, Template):
        suffix, template = template.suffix, template.source()
    text = _answer(template, suffix, material(notebooks, quotation, today), patience)
    return "\ufeff" + text if suffix == ".csv" else text


def _answer(source: str, suffix: str, given: Material, patience: float) -> str:
    count = sum(len(speech.marks) + len(speech.lost) for speech in given.speeches)
    request = (source, suffix, given, patience + _EACH * count)
    ran = subprocess.run(command(SERVER), input=pickle.dumps(request), capture_output=True, check=False)
    lines, answer = _read(ran.stdout)
    if "text" in answer:
        return answer["text"].rstrip("\n") + "\n"
    if "key" in answer:
        raise Problem(answer["key"], **answer["values"])
    place = _PLACE.search(ran.stderr)
    line = next((own for compiled, own in reversed(lines) if place and compiled <= int(place[1])), 1)
    if b"Timeout" in ran.stderr:
        raise Problem("template.slow", line=line)
    raise Problem("template.ended")


def _read(said: bytes) -> tuple[list[tuple[int, int]], dict[str, Any]]:
    """The lines of the compiled template, and the answer; what did not come is empty."""
    found: list[Any] = []
    for line in said.split(b"\n"):
        with suppress(ValueError):
            found.append(json.loads(line))
    lines = next((each for each in found if isinstance(each, list)), [])
    return lines, next((each for each in found if isinstance(each, dict)), {})
