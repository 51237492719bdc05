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
    filters = {f"{name.capitalize()} (*.{each.suffix.lstrip('.')})": name for name, each in EXPORTERS.items()}
    words = QCoreApplication.translate("exporting", "Export notes")
    stem = re.sub(r'[\\/:*?"<>|\s]+', " ", session.current.document.title).strip() or "notes"
    first = next(iter(EXPORTERS.values())).suffix.lstrip(".")
    suggested = str(Path(folder) / f"{stem}.{first}")
    target, chosen = QFileDialog.getSaveFileName(parent, words, suggested, ";;".join(filters))
    if target:
        _write(session, messages, Path(target), filters.get(chosen, "markdown"))


def _write(session: Session, messages: MessageBar, target: Path, name: str) -> None:
    speech = session.current
    assert speech is not None
    by_suffix = {f".{each.suffix.lstrip('.')}": key for key, each in EXPORTERS.items()}
    exporter = EXPORTERS[by_suffix.get(target.suffix.lower(), name)]
    if not target.suffix:
        target = target.with_suffix(f".{exporter.suffix.lstrip('.')}")
    try:
        if speech.document.source and target.exists() and target.samefile(speech.document.source):
            raise Problem("write.source", path=target)
        write_whole(target, exporter.render(Notebook(speech.document, tuple(speech.in_order()), session.tags)))
    except Problem as problem:
        session.fail(problem)
        return
    words = QCoreApplication.translate("exporting", "Exported to “%1”.")
    messages.say(words.replace("%1", str(target)))
