"""Exporting the outline: a place, a form by its ending, and one sentence about how it went."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.problem import Problem
from gui.message_bar import MessageBar
from gui.session import Session
from gui.targets import write


class Form(NamedTuple):
    """A form in which an outline can be written: its name in the dialog, its ending, what makes it."""

    name: str
    suffix: str
    render: Callable[[], str]


def export_outline(parent: QWidget, session: Session, messages: MessageBar, folder: str) -> None:
    """Ask where to, and write the outline of the current speech."""
    from core.outline_forms import FORMS

    assert session.current is not None
    document = session.current.document
    names = {
        "markdown": ("Markdown", "md"),
        "opml": ("OPML", "opml"),
        "text": (QCoreApplication.translate("exporting", "Text"), "txt"),
        "numbered": (QCoreApplication.translate("exporting", "Numbered text"), "txt"),
    }
    forms = [
        Form(*names[name], lambda render=render: render(document.title, document.sections))
        for name, render in sorted(FORMS.items(), key=lambda item: list(names).index(item[0]))
    ]
    _export(parent, session, messages, folder, QCoreApplication.translate("exporting", "Export the outline"), forms)


def _export(
    parent: QWidget, session: Session, messages: MessageBar, folder: str, words: str, forms: Sequence[Form]
) -> None:
    assert session.current is not None
    stem = re.sub(r'[\\/:*?"<>|\s]+', " ", session.current.document.title).strip() or "notes"
    target, form = _ask(parent, words, Path(folder) / f"{stem}.{forms[0].suffix}", forms)
    if target is not None:
        _write(session, messages, target, form)


def _ask(parent: QWidget, words: str, suggested: Path, forms: Sequence[Form]) -> tuple[Path | None, Form]:
    """The place chosen and the form; the ending decides, but where several forms share it. A name given
    without an ending gets one.

    Where a file of that whole name is there the dialog comes again with it: Qt asks before one is overwritten.
    """
    filters = {f"{form.name} (*.{form.suffix})": form for form in forms}
    chosen, kind = QFileDialog.getSaveFileName(parent, words, str(suggested), ";;".join(filters))
    form, target = filters.get(kind, forms[0]), Path(chosen)
    if not chosen:
        return None, form
    if target.suffix:
        ending = target.suffix.lower().lstrip(".")
        return target, next((each for each in (form, *forms) if each.suffix == ending), form)
    whole = target.with_suffix(f".{form.suffix}")
    return _ask(parent, words, whole, forms) if whole.exists() else (whole, form)


def _write(session: Session, messages: MessageBar, target: Path, form: Form) -> None:
    try:
        write(session, target, form.render())
    except Problem as problem:
        session.fail(problem)
        return
    words = QCoreApplication.translate("exporting", "Exported to “%1”.")
    messages.tell(words.replace("%1", str(target)))
