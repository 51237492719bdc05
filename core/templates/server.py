"""The process that renders a template: whoever wrote it, it can neither hang the window nor reach anything.

Its input is a pickled Request, its output two lines of JSON: where the lines of the template as Python come from,
and the text or what is wrong. It ends itself where that takes too long, saying on standard error where it was.
"""

from __future__ import annotations

import faulthandler
import json
import pickle
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple

from jinja2 import StrictUndefined, Template, nodes, pass_context
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from core.templates.faults import TooLarge, fault
from core.templates.filters import FILTERS
from core.templates.vocabulary import Material

FILE = "<template>"
"""What the compiled template is called where the process says where it was."""
MARKUP = (".html", ".htm", ".xhtml", ".xml", ".svg")
"""Endings of files in which every value is escaped."""
MEMORY = 512 << 20
"""Bytes this process may take beside what it is given."""
LARGEST = 32 << 20
"""Code points that may be made, beside sixteen for each byte that it is given."""
_FORGOTTEN = ("random", "lipsum")
"""Of Jinja's own names: with these the same notebook would not be the same file."""


class Request(NamedTuple):
    """What is to be rendered, and how many seconds that may take."""

    source: str
    suffix: str
    material: Material
    patience: float


class Translated(NamedTuple):
    """A template as Python, with its lines as pairs: one of the Python, the one of the template it comes from."""

    jinja: ImmutableSandboxedEnvironment
    code: str
    lines: list[tuple[int, int]]

    @property
    def is_single(self) -> bool:
        """Whether it speaks of one speech that it does not name itself."""
        return bool(re.search(r"^ +\w+ = resolve\('speech'\)$", self.code, re.M))


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer the one request."""
    sent = source.read()
    request = Request(*pickle.loads(sent))
    limit(len(sent))
    faulthandler.dump_traceback_later(request.patience, exit=True, file=sys.stderr)
    lines: list[tuple[int, int]] = []
    try:
        translated = translate(request.source, request.suffix)
        lines = translated.lines
        _say(sink, lines)
        text = "".join(rendered(translated, request.material, LARGEST + 16 * len(sent)))
        answer: dict[str, Any] = {"text": text.encode("utf-8", "replace").decode("utf-8")}
    except (Exception, MemoryError) as error:  # whatever it was, the line and a sentence come of it
        answer = fault(error, _line(error, lines), request.source)
    _say(sink, answer)
    faulthandler.cancel_dump_traceback_later()


def limit(size: int) -> None:
    """Take no more memory than a template needs, where the system can see to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        most = MEMORY + 16 * size
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _say(sink: BinaryIO, answer: object) -> None:
    sink.write(json.dumps(answer, ensure_ascii=False).encode("utf-8") + b"\n")
    sink.flush()


@pass_context
def _told(_: object, value: object) -> object:
    """None is nothing. Being given the context, it keeps Jinja from working anything out before a line is reached."""
    return "" if value is None else value


def environment(suffix: str) -> ImmutableSandboxedEnvironment:
    """Jinja in its sandbox, without a loader: a template is one file, and takes in no other."""
    made = ImmutableSandboxedEnvironment(
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        finalize=_told,
        optimized=False,
        autoescape=suffix.lower() in MARKUP,
    )
    made.filters.update(FILTERS)
    for name in _FORGOTTEN:
        made.filters.pop(name, None)
        made.globals.pop(name, None)
    return made


def translate(source: str, suffix: str) -> Translated:
    """A template as Python. Raises what Jinja raises for one that is none."""
    jinja = environment(suffix)
    code = jinja.compile(source, filename=FILE, raw=True)
    told = re.search(r"^debug_info = '([\d=&]*)'$", code, re.M)
    pairs = (pair.split("=") for pair in told[1].split("&") if pair) if told else ()
    return Translated(jinja, code, [(int(place), int(own)) for own, place in pairs])


def rendered(translated: Translated, material: Material, largest: int) -> Iterator[str]:
    """The text piece by piece: one for all speeches, or one for each where the template speaks of ``speech``.

    Raises whatever a template can make Python raise, and TooLarge for more than ``largest`` code points.
    """
    jinja, speeches = translated.jinja, material.speeches
    template = Template.from_code(jinja, compile(translated.code, FILE, "exec"), jinja.make_globals(None))
    common = {
        "speeches": speeches,
        "marks": tuple(mark for speech in speeches for mark in (*speech.marks, *speech.lost)),
        "today": material.today,
    }
    size = 0
    for more in [{"speech": speech} for speech in speeches] if translated.is_single else [{}]:
        pieces = template.root_render_func(template.new_context(common | more))
        for piece in pieces:
            size += len(piece)
            if size > largest:
                frame = getattr(pieces, "gi_frame")  # noqa: B009 - a generator, but not by its type
                raise TooLarge(own_line(frame.f_lineno, translated.lines))
            yield piece


def _line(error: BaseException, lines: list[tuple[int, int]]) -> int:
    """The line of the template at which an error was raised, in what was compiled or while it was."""
    if isinstance(error, SyntaxError):
        return own_line(error.lineno or 1, lines)
    found, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE:
            found = own_line(trace.tb_lineno, lines)
        for each in (trace.tb_frame.f_locals.get(name) for name in ("node", "self")):
            if isinstance(each, nodes.Node):
                found = each.lineno
            elif isinstance(each, Parser):
                found = each.stream.current.lineno
        trace = trace.tb_next
    return found


def own_line(line: int, lines: list[tuple[int, int]]) -> int:
    """The line of a template that a line of its Python comes from, both from 1."""
    return next((own for place, own in reversed(lines) if place <= line), 1)
