"""Sets of tags to and from files, from the window: a place, and one sentence about how it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.clock import new_id
from core.problem import Problem
from core.readers import read_bytes
from core.tagsets import SUFFIX, read, taken_in, written
from gui.message_bar import MessageBar
from gui.session import Session
from gui.targets import write

translate = QCoreApplication.translate


def export_tags(parent: QWidget, session: Session, messages: MessageBar, folder: str) -> None:
    """Ask where to, and write all tags. A name without an ending gets one; Qt asks before a file is replaced."""
    title, kinds = translate("tag_files", "Export tags"), _kinds()
    suggested = Path(folder) / f"{translate('tag_files', 'tags')}{SUFFIX}"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if chosen and not Path(chosen).suffix:
        chosen = f"{chosen}{SUFFIX}"
        if Path(chosen).exists():
            chosen, _ = QFileDialog.getSaveFileName(parent, title, chosen, kinds)
    if not chosen:
        return
    try:
        write(session, chosen, written(session.tags))
    except Problem as problem:
        session.fail(problem)
        return
    messages.tell(translate("exporting", "Exported to “%1”.").replace("%1", chosen))


def import_tags(parent: QWidget, session: Session, messages: MessageBar, folder: str) -> None:
    """Ask for a set of tags and take it in as one change."""
    chosen, _ = QFileDialog.getOpenFileName(parent, translate("tag_files", "Import tags"), folder, _kinds())
    if not chosen:
        return
    try:
        change = taken_in(read(read_bytes(chosen)), session.tags, new_id)
    except Problem as problem:
        session.fail(problem)
        return
    new = sum(id_ not in session.tags for id_ in change.tags)
    if not change:
        messages.tell(translate("tag_files", "All these tags are here already."))
    elif session.do(change, translate("tag_files", "Import tags")):
        words = translate("tag_files", "Tags imported: %1 new, %2 changed.")
        messages.tell(words.replace("%1", str(new)).replace("%2", str(len(change.tags) - new)))


def _kinds() -> str:
    return translate("tag_files", "Sets of tags") + f" (*{SUFFIX})"
