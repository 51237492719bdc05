"""The words of the command line: what may be said to ``piyue``, and its help in two languages."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from core import __version__
from core.model import Span
from core.problem import say
from core.text import normalise

LANGUAGES = ("zh", "en")

CLOSE = 0.7
"""How like a subcommand a word must be to be taken for a slip of the fingers (difflib's ratio, 0 to 1)."""

_TAKES_VALUE = ("--library", "--language", "--theme", "--screenshot", "--size", "--at")

_CHINESE = (
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument (\S+): expected one argument", r"\1 后面缺少一个值"),
    (r"argument (\S+): invalid choice: (\S+) \(choose from (.*)\)", r"\1 不能是 \2，可选的有：\3"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 不能和 \2 同时使用"),
    (r"argument (\S+): invalid \S+ value: (.*)", r"\1 的值不对：\2"),
    (r"one of the arguments (.*) is required", r"需要其中一个参数：\1"),
)
"""What argparse says of a wrong call, and the same in Chinese."""


class Parser(argparse.ArgumentParser):
    """A parser that helps and complains in ``zh`` or ``en``."""

    def __init__(self, language: str, name: str, usage: str | None = None, epilog: str = "") -> None:
        super().__init__(
            prog="piyue" if name == "window" else f"piyue {name}",
            usage=usage,
            description=say(f"help.{name}", language),
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: _Formatter(prog, language),
        )
        self.language = language
        self._arguments = self.add_argument_group(say("help.arguments", language))
        self._choices = self.add_argument_group(say("help.options", language))

    def takes(self, *names: str, key: str = "", **how: object) -> None:
        """Add an argument whose help is the sentence ``help.NAME``, or ``help.KEY``."""
        group = self._choices if names[-1].startswith("-") else self._arguments
        key = f"help.{key or names[-1].lstrip('-')}"
        group.add_argument(*names, help=say(key, self.language), **how)  # pyright: ignore[reportArgumentType]

    def error(self, message: str) -> NoReturn:
        if self.language == "zh":
            for english, chinese in _CHINESE:
                message = re.sub(f"^{english}$", chinese, message)
        self.exit(2, f"{self.format_usage()}{say('call.wrong', self.language, message=message, name=self.prog)}\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, language: str) -> None:
        super().__init__(prog, max_help_position=28)
        self._language = language

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # pyright: ignore
        super().add_usage(usage, actions, groups, prefix or say("help.usage", self._language))


def parse(argv: Sequence[str], language: str) -> argparse.Namespace:
    """The call's words; ``command`` is a name of COMMANDS, or None for the window.

    Raises SystemExit, like argparse: with 0 after help or version, with 2 where the words are off.
    """
    place = _first_word(argv)
    command = argv[place] if place is not None else ""
    if command not in COMMANDS:
        parser = _window(language)
        if meant := _misspelt(command):
            parser.error(say("call.unknown", language, command=command, meant=meant))
        return parser.parse_intermixed_args(argv, argparse.Namespace(command=None))
    assert place is not None
    parser = Parser(language, command)
    COMMANDS[command](parser)
    _common(parser)
    words = [*argv[:place], *argv[place + 1 :]]
    options = parser.parse_args(words, argparse.Namespace(command=command))
    if missing := _missing(options, language):
        parser.error(missing)
    return options


def _first_word(argv: Sequence[str]) -> int | None:
    """Where the first word stands that is neither an option nor an option's value."""
    place = 0
    while place < len(argv) and argv[place] != "--":
        if not argv[place].startswith("-"):
            return place
        place += 2 if argv[place] in _TAKES_VALUE else 1
    return None


def _misspelt(word: str) -> str:
    """The subcommand that a word, which names no file, was probably meant to be."""
    if not word or "." in word or "/" in word or "\\" in word or Path(word).exists():
        return ""
    import difflib

    return next((name for name in COMMANDS if difflib.SequenceMatcher(None, word, name).ratio() > CLOSE), "")


def _missing(options: argparse.Namespace, language: str) -> str:
    """What is wrong with words that are each right by themselves."""
    if options.command == "annotate":
        if options.quote is None and options.span is None:
            return "one of the arguments --quote --span is required"
        if options.nth and options.quote is None:
            return say("call.nth", language)
    if options.command == "export" and bool(options.file) == options.all:
        if options.all:
            return "argument FILE: not allowed with argument --all"
        return "one of the arguments FILE --all is required"
    return ""


def _window(language: str) -> Parser:
    rows = "\n".join(f"  {name:<14}{say(f'help.{name}', language)}" for name in COMMANDS)
    usage = "piyue [FILE ...] [--library PATH] [--language zh|en] [--theme light|dark|system]\n"
    usage += "       piyue [FILE ...] --screenshot OUT.png [--size 1280x800] [--at START]\n"
    usage += f"       piyue {{{','.join(COMMANDS)}}} ..."
    parser = Parser(language, "window", usage, f"{say('help.commands', language)}\n{rows}")
    parser.takes("files", nargs="*", metavar="FILE")
    _common(parser)
    parser.takes("--theme", choices=("light", "dark", "system"))
    parser.takes("--screenshot", metavar="OUT.png")
    parser.takes("--size", type=_size, default="1280x800", metavar="1280x800")
    parser.takes("--at", type=int, metavar="START")
    parser.takes("--version", action="version", version=f"piyue {__version__}")
    return parser


def _common(parser: Parser) -> None:
    parser.takes("--library", metavar="PATH")
    parser.takes("--language", choices=LANGUAGES)
    parser.takes("-h", "--help", action="help")


def _file(parser: Parser) -> None:
    parser.takes("file", metavar="FILE")


def _outline(parser: Parser) -> None:
    _file(parser)
    parser.takes("--json", action="store_true")
    parser.takes("--to", choices=("text", "numbered", "markdown", "opml"), key="form")


def _annotate(parser: Parser) -> None:
    _file(parser)
    parser.takes("--quote", type=_quote, metavar="TEXT")
    parser.takes("--span", type=_span, metavar="START:STOP")
    parser.takes("--nth", type=_count, metavar="N")
    parser.takes("--tag", action="append", type=_name, required=True, dest="tags", metavar="NAME")
    parser.takes("--note", default="", metavar="TEXT")


def _annotations(parser: Parser) -> None:
    parser.takes("file", nargs="?", metavar="FILE")
    parser.takes("--json", action="store_true")


def _export(parser: Parser) -> None:
    from core.exporters import EXPORTERS
    from core.templates import found

    names = dict.fromkeys((*EXPORTERS, "tags", *(template.name for template in found())))
    parser.takes("file", nargs="?", metavar="FILE")
    parser.takes("--all", action="store_true")
    parser.takes("--to", choices=tuple(names), required=True)
    parser.takes("--option", action="append", default=[], metavar="NAME=VALUE", dest="settings")
    parser.takes("-o", "--output", metavar="OUT")


def _restore(parser: Parser) -> None:
    parser.takes("name", nargs="?", metavar="NAME")


def _nothing(_: Parser) -> None:
    """A subcommand that takes no words of its own."""


def _add(parser: Parser) -> None:
    parser.takes("files", nargs="+", metavar="FILE")


def _import(parser: Parser) -> None:
    parser.takes("file", metavar="FILE", key="import.file")
    parser.takes("--into", metavar="FILE", key="import.into")


def _search(parser: Parser) -> None:
    parser.takes("question", metavar="QUERY")
    parser.takes("--json", action="store_true")
    parser.takes("--limit", type=_count, metavar="N")
    parser.takes("--scope", action="append", choices=("text", "notes", "tags", "titles"))
    for fold in ("width", "script", "case"):
        parser.takes(f"--{fold}", action="store_true")


def _agreement(parser: Parser) -> None:
    _file(parser)
    parser.takes("--readers", nargs=2, metavar="NAME")
    parser.takes("--json", action="store_true")


COMMANDS: dict[str, Callable[[Parser], None]] = {
    "outline": _outline,
    "text": _file,
    "annotate": _annotate,
    "annotations": _annotations,
    "export": _export,
    "backup": _nothing,
    "restore": _restore,
    "repair": _nothing,
    "add": _add,
    "search": _search,
    "import": _import,
    "agreement": _agreement,
}
"""The subcommands and what each of them takes."""


def _quote(word: str) -> str:
    return _not_empty(normalise(word))


def _name(word: str) -> str:
    return _not_empty(" ".join(word.split()))


def _not_empty(word: str) -> str:
    if not word:
        raise ValueError
    return word


def _span(word: str) -> Span:
    start, stop = map(int, word.split(":"))
    if not 0 <= start < stop:
        raise ValueError
    return Span(start, stop)


def _count(word: str) -> int:
    if int(word) < 1:
        raise ValueError
    return int(word)


def _size(word: str) -> str:
    if not re.fullmatch(r"[1-9]\d{1,4}[x×][1-9]\d{1,4}", word):
        raise ValueError
    return word


# argparse names the function when it complains: what is expected reads better.
_span.__name__, _size.__name__, _count.__name__ = "START:STOP", "1280x800", "number"
