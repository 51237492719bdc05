"""The tags."""

from __future__ import annotations

from collections.abc import Iterable

from core.library.connection import Connection
from core.model import Tag
from core.records import tag_of

_PUT_TAG = """
    INSERT INTO tags (id, name, colour, key, parent, hint, place) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, colour = excluded.colour, key = excluded.key,
        parent = excluded.parent, hint = excluded.hint, place = excluded.place, gone = 0"""
_TAGS = """
    SELECT id, name, colour, key, parent, hint, place FROM tags WHERE NOT gone
    ORDER BY place = 0, place, position"""


class Tags(Connection):
    """The tags of the library, in their order."""

    def _fill(self) -> None:
        from core.tags import default_tags

        self._put_tags(default_tags())

    def tags(self) -> dict[str, Tag]:
        """All tags by id, in their order."""
        return {row[0]: self._sound(row[0], tag_of(row)) for row in self._read(_TAGS)}

    def tag_counts(self) -> dict[str, int]:
        """How many annotations have a tag, over all speeches; a tag that none has is left out."""
        return dict(self._read("SELECT tag, count(*) FROM annotation_tags GROUP BY tag"))

    def _put_tags(self, tags: Iterable[Tag]) -> None:
        rows = ((tag.id, tag.name, tag.colour, tag.key, tag.parent, tag.hint, tag.place) for tag in tags)
        self._connection.executemany(_PUT_TAG, rows)
