"""The command line, for scripts and machines without a screen: no Qt, and nothing slow that is not needed.

Exit status 0: done; 1: it could not be done, one sentence on standard error says why; 2: the
call's words are off.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from itertools import pairwise

from core.problem import Problem, say


def main(argv: Sequence[str] | None = None) -> int:
    """Do what a subcommand says; returns the exit status. A call for the window is the window's affair."""
    options = parse(sys.argv[1:] if argv is None else argv)
    if isinstance(options, int):
        return options
    return perform(options)


def parse(argv: Sequence[str]) -> Namespace | int:
    """The call's words, or the exit status where help, version or a complaint was all there was to say.

    ``command`` is None where the window is wanted.
    """
    from core import arguments

    _speak_utf8()
    spoken = language(argv, os.environ)
    try:
        options = arguments.parse(argv, spoken)
    except SystemExit as end:
        return int(end.code or 0)
    return options


def perform(options: Namespace) -> int:
    """Run ``options.command`` and write its answer; returns the exit status."""
    from core.commands import RUN

    spoken = options.language = options.language or language((), os.environ)
    try:
        sys.stdout.write(RUN[options.command](options))
        sys.stdout.flush()
    except Problem as problem:
        sys.stderr.write(f"{problem.say(spoken)}\n")
        return 1
    except BrokenPipeError:  # whoever was reading has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        sys.stderr.write(say("call.failed", spoken, reason=f"{type(error).__name__}: {error}") + "\n")
        return 1
    return 0


def language(argv: Sequence[str], environment: Mapping[str, str]) -> str:
    """``zh`` or ``en``: what the call says, else what the environment says."""
    words = [*argv, ""]
    for word, after in pairwise(words):
        named = after if word == "--language" else word.removeprefix("--language=") if "=" in word else ""
        if named in ("zh", "en"):
            return named
    for name in ("PIYUE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if spoken := environment.get(name):
            return "zh" if spoken.lower().startswith("zh") else "en"
    return "en"


def _speak_utf8() -> None:
    """Whatever the locale: what is printed is UTF-8, and its lines end as those of the text do."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
