"""Writing templates: saved whole, deleted into a folder, and what is not saved yet is kept beside them.

All of it happens in the reader's folder; ours are never written to. Every function raises Problem where the
system refuses, and then nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from core.files import write_failures, write_whole
from core.places import own_templates_folder
from core.problem import Problem
from core.templates.shelf import ENDING, Template, read, titles_of

DELETED = "deleted"
"""The folder below the reader's own into which templates are deleted."""
LONGEST_NAME = 60
"""Characters of a name."""
_NAME = re.compile(r'[^\s\\/:*?"<>|.\x00-\x1f-][^\\/:*?"<>|\x00-\x1f]*(?<![\s.])')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
"""What Windows takes for no file."""


class Removed(NamedTuple):
    """Files that were moved out of the way, each with where it stood before."""

    moves: tuple[tuple[Path, Path], ...]


def save(template: Template, source: str) -> Template:
    """Write a template into the reader's folder; one of ours becomes an own one there. Nothing is unsaved then."""
    path = _path(template.name, template.suffix)
    _write(path, source)
    keep_unsaved(template, None)
    return read(path)


def unsaved(template: Template) -> str | None:
    """What was written and not saved the last time; None where there is no such text."""
    with suppress(OSError, UnicodeDecodeError):
        return _unsaved_path(template).read_text(encoding="utf-8")
    return None


def keep_unsaved(template: Template, source: str | None) -> None:
    """Keep what is not saved yet, so that nothing ends it; None for nothing."""
    path = _unsaved_path(template)
    if source is not None:
        _write(path, source)
        return
    if path.exists():
        with write_failures(path):
            path.unlink()


def copied(template: Template, source: str, language: str, taken: Collection[str]) -> Template:
    """A new template with the text of another, called after its title with a number; its own titles are its name."""
    stem, number = re.sub(r"\s+", "-", template.titles[language]), 2
    while f"{stem}-{number}" in taken:
        number += 1
    if titles_of(source):
        source = source.partition("\n")[2]
    return save(read(_path(f"{stem}-{number}", template.suffix)), source)


def rename(template: Template, name: str, suffix: str, taken: Collection[str]) -> Template:
    """Give one of the reader's own another name, or its files another ending; what is not saved goes along."""
    check(name, {*taken} - {template.name})
    path = _path(name, suffix)
    if path == template.path:
        return template
    moved = _moves((template.path, path), (_unsaved_path(template), _unsaved_path(read(path))))
    return read(moved.moves[0][1])


def check(name: str, taken: Collection[str]) -> None:
    """Raise Problem where a template cannot be called so."""
    from core.exporters import EXPORTERS

    if not _NAME.fullmatch(name) or _DEVICE.fullmatch(name) or len(name) > LONGEST_NAME:
        raise Problem("template.bad_name", name=name)
    if name in EXPORTERS or name == "tags":
        raise Problem("template.reserved", name=name)
    if name in taken:
        raise Problem("template.taken", name=name)


def remove(template: Template) -> Removed:
    """Move one of the reader's own, and what is not saved of it, into the folder of what was deleted."""
    folder, number = own_templates_folder() / DELETED, 1
    with write_failures(folder):
        folder.mkdir(parents=True, exist_ok=True)
    while (target := folder / f"{template.path.name}.{number}").exists():
        number += 1
    draft = target.with_name(f".{target.name}.draft")
    return _moves((template.path, target), (_unsaved_path(template), draft))


def put_back(removed: Removed) -> Template:
    """Move back what was deleted, or renamed."""
    _moves(*((now, before) for before, now in removed.moves))
    return read(removed.moves[0][0])


def _path(name: str, suffix: str) -> Path:
    return own_templates_folder() / f"{name}{suffix}{ENDING}"


def _unsaved_path(template: Template) -> Path:
    return own_templates_folder() / f".{template.name}{template.suffix}{ENDING}.draft"


def _write(path: Path, source: str) -> None:
    with write_failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, source)


def _moves(*moves: tuple[Path, Path]) -> Removed:
    """Rename files that are there; nothing is written over."""
    for before, now in moves:
        with write_failures(now):
            if before.exists():
                if now.exists():
                    raise Problem("template.taken", name=now.name.removesuffix(ENDING))
                before.rename(now)
    return Removed(moves)
