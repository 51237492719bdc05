"""PySide is told beforehand that none of our modules uses one of its ``__feature__``s."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).parent
NO_FEATURE = 0
"""What PySide notes of a module that uses it, and none of its features."""


def use_none() -> None:
    """Spare PySide the look for features: it reads the source of every module that is loaded after it.

    That takes 12 ms of each start. What is told here is what it would find; where a version of PySide keeps no
    such table, nothing is told and it looks.
    """
    import PySide6.QtCore  # noqa: F401 - brings the table along

    with suppress(ImportError, AttributeError):
        from shibokensupport import feature  # pyright: ignore[reportMissingImports] - it lies in a zip file

        feature.pyside_feature_dict.update(dict.fromkeys(_names(), NO_FEATURE))


def _names() -> list[str]:
    """The modules of the window."""
    return [".".join(("gui", *path.relative_to(HERE).with_suffix("").parts)) for path in HERE.rglob("*.py")]
