"""A REFI-QDA project: the XML that holds it together."""

from __future__ import annotations

import io
import zipfile

from core.previews.view import View

LONGEST = 20_000


def view(data: bytes) -> View:
    """The beginning of its project file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".qde"))
        return View(plain=archive.read(name).decode("utf-8")[:LONGEST])
