"""Exporting from the window: a place, a format, and one sentence about how it went."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.exporters import EXPORTERS
from core.files import write_whole
from core.model import Notebook
from core.problem import Problem
from gui.message_bar import MessageBar
from gui.session import Session


def export(parent: QWidget, session: Session, messages: MessageBar, folder: str) -> None:
    """Ask where to, and write the notes of the current speech; the ending chosen decides the format."""
    assert session.current is not None
    stem = re.sub(r'[\\/:*?"<>|\s]+', " ", session.current.document.title).strip() or "notes"
    first = next(iter(EXPORTERS.values())).suffix.lstrip(".")
    target, name = _ask(parent, Path(folder) / f"{stem}.{first}")
    if target is not None:
        _write(session, messages, target, name)


def _ask(parent: QWidget, suggested: Path) -> tuple[Path | None, str]:
    """The place chosen and the format; a name given without an ending gets it.

    Where a file of that whole name is there the dialog comes again with it: Qt asks before one is overwritten.
    """
    filters = {f"{name.capitalize()} (*.{each.suffix.lstrip('.')})": name for name, each in EXPORTERS.items()}
    words = QCoreApplication.translate("exporting", "Export notes")
    chosen, kind = QFileDialog.getSaveFileName(parent, words, str(suggested), ";;".join(filters))
    name, target = filters.get(kind, "markdown"), Path(chosen)
    if not chosen or target.suffix:
        return target if chosen else None, name
    whole = target.with_suffix(f".{EXPORTERS[name].suffix.lstrip('.')}")
    return _ask(parent, whole) if whole.exists() else (whole, name)


def _write(session: Session, messages: MessageBar, target: Path, name: str) -> None:
    speech = session.current
    assert speech is not None
    by_suffix = {f".{each.suffix.lstrip('.')}": key for key, each in EXPORTERS.items()}
    exporter = EXPORTERS[by_suffix.get(target.suffix.lower(), name)]
    try:
        if speech.document.source and target.exists() and target.samefile(speech.document.source):
            raise Problem("write.source", path=target)
        write_whole(target, exporter.render(Notebook(speech.document, tuple(speech.in_order()), session.tags)))
    except Problem as problem:
        session.fail(problem)
        return
    words = QCoreApplication.translate("exporting", "Exported to “%1”.")
    messages.tell(words.replace("%1", str(target)))
