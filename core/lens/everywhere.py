"""Where else in the whole library a passage occurs, word for word or nearly so."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from core.lens.elsewhere import Passage, Place, places
from core.model import Span
from core.search.among import speeches_with
from core.search.catalogue import Catalogue, Entry
from core.search.shelf import Shelf, index_folder

SHARE = 1 / 8
"""The share of its uncommon strings that a text must have to be read."""
MOST = 500
"""Places found at most: a set phrase stands everywhere."""
AROUND = 60
"""Code points of a place that are shown."""


class Found(NamedTuple):
    """A place of the passage: the speech, where it stands there, and what it says there."""

    entry: Entry
    place: Place
    words: str


def everywhere(library: Path, passage: str, digest: str = "", span: Span | None = None) -> list[Found]:
    """The places of a passage in all speeches, the likest first; without the one at ``span`` of ``digest``.

    What agrees to four fifths is found; of looser likeness, what has strings of its own in common and no mere set
    phrases. Raises Problem where the library cannot be read.
    """
    sought, found = Passage(passage), list[Found]()
    if not sought.seeds:
        return []
    with closing(Catalogue(library)) as catalogue, closing(Shelf(index_folder(library))) as shelf:
        for entry, text in speeches_with(catalogue, shelf, [seed.words for seed in sought.seeds], SHARE):
            for place in places(sought, text):
                if not (entry.digest == digest and span is not None and place.span.overlaps(span)):
                    words = text[place.span.start : min(place.span.stop, place.span.start + AROUND)]
                    found.append(Found(entry, place, " ".join(words.split())))
            if len(found) >= MOST:
                break
    return sorted(found[:MOST], key=lambda each: (-round(each.place.likeness, 2), each.entry.date, each.place.span))
