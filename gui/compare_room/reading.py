"""Speeches as the library has them, read off the window's thread."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core.model import Document
from core.problem import Problem
from gui.speech import Speech


def speeches_of(path: Path, digests: Iterable[str]) -> list[Speech]:
    """The speeches with these digests, without marks. Raises Problem."""
    from core.library import Library

    with Library(path) as library:
        return [_speech(library.document(digest), digest) for digest in digests]


def _speech(document: Document | None, digest: str) -> Speech:
    if document is None:
        raise Problem("library.unknown_document", id=digest)
    return Speech(document, {})
