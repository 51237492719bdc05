"""Where times and ids come from; both are passed in, so that tests and exports can be exact."""

from __future__ import annotations

import time


def now() -> str:
    """The time, ISO 8601 in UTC, to the second: ``2026-01-05T08:30:00Z``."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def today() -> str:
    """The date where the reader is: ``2026-01-05``."""
    return time.strftime("%Y-%m-%d")


def seconds_between(earlier: str, later: str) -> float:
    """Seconds from one such time to another; without end where one of them is no time."""
    from calendar import timegm

    try:
        first, last = (timegm(time.strptime(each, "%Y-%m-%dT%H:%M:%SZ")) for each in (earlier, later))
    except ValueError:
        return float("inf")
    return last - first


def new_id() -> str:
    """A fresh UUID, version 4."""
    from uuid import uuid4

    return str(uuid4())
