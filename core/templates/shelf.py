"""Templates as files: those that the program brings, and the reader's own in a folder beside the library.

A file is called ``NAME.SUFFIX.j2``. Its first line may be a comment with its titles: ``{# zh: 按标签 | en: By tag #}``.
An own one takes the place of ours that has its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.places import RESOURCES, own_templates_folder
from core.problem import Problem

ENDING = ".j2"
BUILT_IN = RESOURCES / "templates"
LONGEST = 1 << 20
"""Bytes of a template that is read."""
_TITLES = re.compile(r"\{#-?\s*(.*?)\s*-?#\}")


@dataclass(frozen=True, slots=True)
class Template:
    """``name`` is what the command line calls it, ``titles`` what a person reads, by ``zh`` and ``en``; ``suffix``
    has its dot, and is that of the files that are made."""

    name: str
    titles: Mapping[str, str]
    suffix: str
    path: Path
    built_in: bool

    def source(self) -> str:
        """What the file says. Raises Problem where it cannot be read or is no text."""
        try:
            with self.path.open("rb") as file:
                data = file.read(LONGEST + 1)
        except FileNotFoundError as error:
            raise Problem("file.missing", path=self.path) from error
        except OSError as error:
            raise Problem("file.unreadable", path=self.path, reason=error.strerror or error) from error
        try:
            if len(data) > LONGEST:
                raise Problem("template.long", path=self.path)
            return data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise Problem("template.no_text", path=self.path) from error


def found(folders: Iterable[Path] | None = None) -> tuple[Template, ...]:
    """The templates in some folders, else in ours and the reader's, by name; a later folder's take the place
    of those with the same name. A folder that is not there has none."""
    made: dict[str, Template] = {}
    for folder in (BUILT_IN, own_templates_folder()) if folders is None else folders:
        for path in _files(folder):
            each = read(path, built_in=folder == BUILT_IN)
            made[each.name] = each
    return tuple(made[name] for name in sorted(made))


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob(f"[!.]*.*{ENDING}") if path.is_file())
    except OSError:
        return []


def read(path: Path, *, built_in: bool = False) -> Template:
    """The template in a file called as templates are; where its titles cannot be read its name stands for them."""
    whole = Path(path.stem)
    name, suffix = whole.stem, whole.suffix.lower()
    try:
        with path.open(encoding="utf-8-sig") as file:
            titles = titles_of(file.readline(1000))
    except (OSError, UnicodeDecodeError):
        titles = {}
    return Template(name, {"zh": name, "en": name} | titles, suffix, path, built_in)


def titles_of(source: str) -> dict[str, str]:
    """The titles in the comment that a template begins with, by language."""
    told = _TITLES.match(source.split("\n", 1)[0])
    pairs = (each.split(":", 1) for each in told[1].split("|") if ":" in each) if told else ()
    return {key.strip(): title.strip() for key, title in pairs if key.strip() in ("zh", "en") and title.strip()}
