"""The annotations, of one speech and of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from core.library.connection import EACH, Connection, array
from core.model import Annotation
from core.records import annotation_of, annotation_row

NEAR = 6000
"""Code points on either side of a place that a screen may show."""
_PUT_ANNOTATION = """
    INSERT INTO annotations (id, document, start, stop, quote, prefix, suffix, note, creator, created, modified,
        state, stars, colour, former, used) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET document = excluded.document, start = excluded.start,
        stop = excluded.stop, quote = excluded.quote, prefix = excluded.prefix, suffix = excluded.suffix,
        note = excluded.note, creator = excluded.creator, created = excluded.created,
        modified = excluded.modified, state = excluded.state, stars = excluded.stars,
        colour = excluded.colour, former = excluded.former, used = excluded.used"""
_ANNOTATIONS = """
    SELECT id, document, start, stop, quote, prefix, suffix, note, creator, created, modified, state, stars,
        colour, former, used
    FROM annotations WHERE {0} ORDER BY start IS NULL, start, stop DESC, created, id"""
_TAGS_OF_ANNOTATIONS = """
    SELECT annotation, tag FROM annotation_tags
    WHERE annotation IN (SELECT id FROM annotations WHERE {0}) AND tag IN (SELECT id FROM tags WHERE NOT gone)
    ORDER BY annotation, position"""
BEARERS = f"SELECT annotation FROM annotation_tags WHERE tag IN {EACH}"


class Marks(Connection):
    """The annotations of one speech, or of all."""

    def annotations(self, digest: str) -> dict[str, Annotation]:
        """A speech's annotations by id in document order, outer before inner, orphans last."""
        return self._annotations("document = ?", digest)

    def annotations_named(self, ids: Iterable[str]) -> dict[str, Annotation]:
        """The annotations with these ids, of whatever speech."""
        return self._annotations(f"id IN {EACH}", array(ids))

    def annotations_near(self, digest: str, point: int, most: int) -> dict[str, Annotation] | None:
        """The annotations that begin within NEAR code points of a place, where a speech has more than ``most``;
        None where it has not."""
        (count,) = self._read("SELECT count(*) FROM annotations WHERE document = ?", digest)[0]
        if count <= most:
            return None
        near = f"document = ? AND start BETWEEN {max(0, point - NEAR)} AND {point + NEAR}"
        return self._annotations(near, digest)

    def bearers(self, tags: Iterable[str]) -> dict[str, Annotation]:
        """The annotations of all speeches that have one of some tags, by id."""
        return self._annotations(f"id IN ({BEARERS})", array(tags))

    def _annotations(self, condition: str, value: str) -> dict[str, Annotation]:
        """The annotations for which a condition with one value holds, in document order."""
        tags = defaultdict[str, list[str]](list)
        for id, tag in self._read(_TAGS_OF_ANNOTATIONS.format(condition), value):
            tags[id].append(tag)
        rows = self._read(_ANNOTATIONS.format(condition), value)
        chars = self._chars({row[1] for row in rows}) if rows else {}
        made = ((row[0], annotation_of(row, tags.get(row[0], ()), chars.get(row[1], 0))) for row in rows)
        return {id: self._sound(id, each) for id, each in made if id}

    def _put_annotations(self, marks: list[Annotation]) -> None:
        self._connection.executemany(_PUT_ANNOTATION, map(annotation_row, marks))
        old = f"DELETE FROM annotation_tags WHERE annotation IN {EACH}"
        self._execute(old, array(mark.id for mark in marks))
        self._connection.executemany(
            "INSERT INTO annotation_tags (annotation, position, tag) VALUES (?, ?, ?)",
            ((mark.id, place, tag) for mark in marks for place, tag in enumerate(mark.tags)),
        )
