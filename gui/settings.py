"""What a reader has chosen and what stood where, kept between starts in one readable file."""

from __future__ import annotations

from math import isfinite
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from gui.faces import FAMILIES, LINES, MEASURES, SIZES, Setting

RECENT = 12
OWN = "own"
"""The style of a quotation that a reader wrote."""
Number = TypeVar("Number", int, float)


class Settings:
    """Typed access to one QSettings file. A value that makes no sense is taken for its default."""

    def __init__(self, store: QSettings | str | Path | None = None) -> None:
        if store is None:
            store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "piyue", "piyue")
        elif not isinstance(store, QSettings):
            store = QSettings(str(store), QSettings.Format.IniFormat)
        self._store = store

    def _text(self, key: str, default: str, allowed: tuple[str, ...] = ()) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) and (not allowed or value in allowed) else default

    @property
    def theme(self) -> str:
        """``light``, ``dark`` or ``system``."""
        return self._text("theme", "system", ("light", "dark", "system"))

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("theme", value)

    @property
    def language(self) -> str:
        """``zh``, ``en`` or ``system``."""
        return self._text("language", "system", ("zh", "en", "system"))

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def creator(self) -> str:
        """The reader's name, by which marks are told from those of others; empty until one is given."""
        return " ".join(self._text("creator", "").split())

    @creator.setter
    def creator(self, value: str) -> None:
        self._store.setValue("creator", value)

    @property
    def page(self) -> Setting:
        """How the page is set, each value within what the program offers."""
        default, found = Setting(), {}
        for each in Setting._fields:
            raw, plain = self._store.value(f"page/{each}"), getattr(default, each)
            try:
                value = type(plain)(raw) if raw is not None else plain
            except (TypeError, ValueError):
                value = plain
            found[each] = plain if isinstance(value, float) and not isfinite(value) else value
        return Setting(
            face=found["face"] if found["face"] in FAMILIES else default.face,
            size=_within(found["size"], SIZES),
            line=_within(found["line"], LINES),
            measure=_within(found["measure"], MEASURES),
        )

    @page.setter
    def page(self, setting: Setting) -> None:
        for name, value in setting._asdict().items():
            self._store.setValue(f"page/{name}", value)

    @property
    def recent(self) -> list[str]:
        """Files opened lately, newest first."""
        value = self._store.value("recent", [])
        paths = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [path for path in paths if isinstance(path, str) and path]

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        paths = [str(path), *(old for old in self.recent if old != str(path))]
        self._store.setValue("recent", paths[:RECENT])

    @property
    def quotation_style(self) -> str:
        """The style in which passages are copied with their source: one of ours, or the reader's OWN."""
        from core.quotation import STYLES

        return self._text("quotation/style", "line", (*STYLES, OWN))

    @quotation_style.setter
    def quotation_style(self, value: str) -> None:
        self._store.setValue("quotation/style", value)

    @property
    def own_quotation(self) -> str:
        """The template of the reader's own style; until there is one, ours."""
        from core.quotation import LINE

        return self._text("quotation/own", "") or LINE

    @own_quotation.setter
    def own_quotation(self, value: str) -> None:
        self._store.setValue("quotation/own", value)

    @property
    def quotation(self) -> str:
        """The template of the chosen style."""
        from core.quotation import STYLES

        return STYLES.get(self.quotation_style) or self.own_quotation

    def bytes(self, key: str) -> QByteArray:
        """A state that Qt made: a geometry, a splitter."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, key: str, value: QByteArray | bool | str) -> None:
        """Keep a state that Qt made, a yes or no, or a name."""
        self._store.setValue(key, value)

    def flag(self, key: str, default: bool = True) -> bool:
        """A yes or no."""
        return {"true": True, "false": False}.get(str(self._store.value(key)).lower(), default)

    def name(self, key: str, default: str = "") -> str:
        """A name that was kept; ``default`` where none was."""
        return self._text(key, default)

    def sync(self) -> None:
        """Write everything to the file now."""
        self._store.sync()


def _within(value: Number, bounds: tuple[Number, Number]) -> Number:
    return max(bounds[0], min(bounds[1], value))
