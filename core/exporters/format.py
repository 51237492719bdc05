"""What an exporter is, and what it leaves to whoever exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from core.model import Notebook
from core.problem import Problem

Value = str | bool
YES, NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that a format leaves open: ``render`` and ``render_all`` take it by its name.

    It is one of ``values`` where there are some, else yes or no where ``default`` is, else a line of text.
    """

    name: str
    default: Value
    values: tuple[str, ...] = ()

    def allows(self, value: object) -> bool:
        """Whether it may be that."""
        return type(value) is type(self.default) and (not self.values or value in self.values)

    def read(self, word: str) -> Value:
        """What a word means that a person wrote. Raises ValueError where it means nothing."""
        value: Value = word
        if isinstance(self.default, bool):
            if word.lower() not in YES + NO:
                raise ValueError
            value = word.lower() in YES
        if not self.allows(value):
            raise ValueError
        return value

    @property
    def choices(self) -> str:
        """What may be written for it."""
        return " | ".join(self.values or (("yes", "no") if isinstance(self.default, bool) else ("…",)))


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: ``render`` writes one speech, ``render_all`` many into one file.

    What is rendered depends on the notebooks and ``options`` alone, never on clock, place or language.
    Text (str) is written as UTF-8 and may go to standard output; bytes may not. ``suffix`` has its dot.
    """

    name: str
    suffix: str
    render: Callable[..., str | bytes]
    render_all: Callable[..., str | bytes]
    is_text: bool = True
    options: tuple[Option, ...] = ()

    def written(self, notebooks: Notebook | Iterable[Notebook], options: Mapping[str, Value]) -> str | bytes:
        """One speech, or many, with some options; those not named are as they are by default."""
        options = {**{option.name: option.default for option in self.options}, **options}
        if isinstance(notebooks, Notebook):
            return self.render(notebooks, **options)
        return self.render_all(notebooks, **options)


def options_from(exporter: Exporter, words: Iterable[str]) -> dict[str, Value]:
    """The options that were written as ``name=value``. Raises Problem for what the format does not know."""
    known, found = {option.name: option for option in exporter.options}, dict[str, Value]()
    for word in words:
        name, _, value = word.partition("=")
        try:
            found[name] = known[name].read(value)
        except (KeyError, ValueError):
            offered = ", ".join(f"{each.name}={each.choices}" for each in exporter.options)
            key = "export.option" if offered else "export.no_options"
            raise Problem(key, option=word, format=exporter.name, offered=offered) from None
    return found
