"""The ways out of a plot: they stand in the menu of the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from gui.lens.figure_view import FigureView
    from gui.lens.sheet import Sheet
    from gui.lens.tools import Tools


def add_ways(sheet: Sheet, view: FigureView, tools: Tools) -> None:
    """Copy and export a plot beside its table."""
    translate = QCoreApplication.translate

    def export() -> None:
        from gui.lens.exporting import export

        kinds = {
            "svg": (translate("lens", "Plot, SVG"), view.svg),
            "png": (translate("lens", "Plot, PNG"), view.png),
        }
        export(view, tools, view.title, kinds)

    sheet.add_ways(
        (
            ("CopySvg", translate("lens", "Copy the plot as SVG"), view.copy_svg),
            ("CopyPicture", translate("lens", "Copy the plot as a picture"), view.copy_picture),
            ("ExportPlot", translate("lens", "Export the plot…"), export),
        )
    )
