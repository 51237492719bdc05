"""Saved views of the material base: a question with a name, kept in the settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from core.library.material import ORDERS, Wanted
from gui.settings import Settings

KEY = "material/views"


def saved(settings: Settings) -> dict[str, Wanted]:
    """The views by name; what is damaged among them is left out."""
    try:
        rows = json.loads(settings.name(KEY) or "{}")
    except ValueError:
        return {}
    found = {str(name): _wanted(row) for name, row in rows.items()} if isinstance(rows, dict) else {}
    return {name: wanted for name, wanted in found.items() if wanted is not None}


def save(settings: Settings, views: Mapping[str, Wanted]) -> None:
    """Keep these views, and no others."""
    rows = {name: {**wanted._asdict(), "tags": sorted(wanted.tags)} for name, wanted in views.items()}
    settings.keep(KEY, json.dumps(rows, ensure_ascii=False))


def _wanted(row: Any) -> Wanted | None:
    usual = Wanted()
    if not isinstance(row, dict) or not set(row) <= set(Wanted._fields):
        return None
    tags = row.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        return None
    made = usual._replace(**{**row, "tags": frozenset(tags)})
    sound = all(type(getattr(made, name)) is type(getattr(usual, name)) for name in Wanted._fields if name != "used")
    return made if sound and made.used in (None, True, False) and made.order in ORDERS else None
