"""The window's tests: one application, no screen, and windows that are closed when a test ends."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
