"""Templates of exports: what a reader wants the notes to look like, written in Jinja and rendered in its sandbox."""

from __future__ import annotations

from core.templates.rendering import render
from core.templates.shelf import Template, found

__all__ = ["Template", "found", "render"]
