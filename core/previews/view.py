"""What a preview shows: set text, plain text, or a picture."""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    """The first page of a file.

    ``rich`` is HTML of the few kinds that rich text widgets know; or there is ``plain`` text; or a ``picture``, a PNG.
    ``paper`` says that it is a page of paper, which is white in every theme.
    """

    rich: str = ""
    plain: str = ""
    picture: bytes = b""
    paper: bool = False
