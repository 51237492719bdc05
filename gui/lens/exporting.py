"""What leaves the lens as a file: the place is asked for, and one sentence says how it went."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.problem import Problem
from gui.targets import write

if TYPE_CHECKING:
    from core.lens.table import Table
    from gui.lens.tools import Tools

Render = Callable[[], str | bytes]


def export_table(parent: QWidget, tools: Tools, table: Table) -> None:
    """Ask where to, and write a table; the ending decides the format."""
    from core.lens.sheets import as_csv, as_xlsx

    kinds: dict[str, tuple[str, Render]] = {
        "xlsx": (QCoreApplication.translate("lens", "Table, Excel"), lambda: as_xlsx(table)),
        "csv": (QCoreApplication.translate("lens", "Table, CSV"), lambda: as_csv(table)),
    }
    export(parent, tools, table.title, kinds)


def export(parent: QWidget, tools: Tools, title: str, kinds: Mapping[str, tuple[str, Render]]) -> None:
    """Ask where to, and write what the kind chosen makes; ``kinds`` are by their endings."""
    stem = re.sub(r'[\\/:*?"<>|\s]+', " ", title).strip() or "lens"
    filters = {f"{name} (*.{ending})": ending for ending, (name, _) in kinds.items()}
    suggested = Path(tools.folder()) / f"{stem}.{next(iter(kinds))}"
    words = QCoreApplication.translate("lens", "Export")
    chosen, kind = QFileDialog.getSaveFileName(parent, words, str(suggested), ";;".join(filters))
    if not chosen:
        return
    target, ending = Path(chosen), filters.get(kind, next(iter(kinds)))
    if target.suffix.lstrip(".").lower() in kinds:
        ending = target.suffix.lstrip(".").lower()
    elif not target.suffix:
        target = target.with_suffix(f".{ending}")
    try:
        write(tools.session, target, kinds[ending][1]())
    except Problem as problem:
        tools.session.fail(problem)
        return
    said = QCoreApplication.translate("lens", "Exported to “%1”.")
    tools.messages.tell(said.replace("%1", str(target)))
