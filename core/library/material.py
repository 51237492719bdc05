"""The marks of all speeches as one base of material: in any order, filtered, and read a page at a time. Those of
speeches that were taken out of the library are not among them.

What is kept of a list is one whole number a mark; all else is read when it is looked at.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from core.library.connection import EACH
from core.library.connection import array as json_array
from core.model import Annotation

ORDERS = {
    "date": "date DESC, title, document, start IS NULL, start, stop DESC",
    "speech": "title, date DESC, document, start IS NULL, start, stop DESC",
    "tag": "ifnull(first_tag, 1 << 60), date DESC, document, start IS NULL, start, stop DESC",
    "made": "created DESC, annotations.rowid DESC",
    "stars": "stars DESC, date DESC, document, start IS NULL, start, stop DESC",
}
"""What the base can be ordered by: the date of the speech, its title, the tag, when it was marked, the stars."""
_BY_TAG = """ LEFT JOIN (SELECT annotation, min(key) AS first_tag FROM annotation_tags JOIN json_each(?) ON value = tag
    GROUP BY annotation) ON annotation = annotations.id"""
_GROUPS = {
    "speech": ("document", "title, date DESC, document"),
    "tag": ("first_tag", "ifnull(first_tag, 1 << 60)"),
    "date": ("substr(date, 1, 4)", "1 DESC"),
}
"""What the orders group by, and the order of the groups, which is that of their marks."""
_TAGGED = f"annotations.id IN (SELECT annotation FROM annotation_tags WHERE tag IN {EACH})"
_TEXT = "instr(lower(quote || char(10) || note || char(10) || title || char(10) || speaker), ?)"


class Wanted(NamedTuple):
    """What of the base is to be listed; what is empty asks for nothing.

    ``words`` stand each in quote, note, title or speaker; a mark has one of ``tags``, or none at all if
    ``untagged``; ``speech`` is a digest, ``year`` that of the speech. ``used`` is whether a passage was used
    in a paper.
    """

    words: str = ""
    tags: frozenset[str] = frozenset()
    untagged: bool = False
    speech: str = ""
    speaker: str = ""
    year: str = ""
    stars: int = 0
    used: bool | None = None
    order: str = "date"


class Piece(NamedTuple):
    """A mark, and what is said of the speech it is from."""

    mark: Annotation
    title: str
    speaker: str
    date: str


class Listing(NamedTuple):
    """The answer to a question: the numbers of the marks, the groups they stand in, title, speaker and date of the
    speeches that are groups, and how many of what is wanted have each tag."""

    wanted: Wanted
    numbers: array[int]
    groups: list[tuple[str, int]]
    facts: dict[str, tuple[str, str, str]]
    tags: dict[str, int]


class Choice(NamedTuple):
    """Something by which the base can be narrowed: its value, its name, and how many marks have it."""

    value: str
    name: str
    marks: int


class Material:
    """Lists of marks, read with ``read(query, *values)``, which raises Problem; ``marks`` gives those with an id."""

    def __init__(
        self,
        read: Callable[..., list[tuple[Any, ...]]],
        marks: Callable[[Iterable[str]], dict[str, Annotation]],
    ) -> None:
        self._read, self._marks = read, marks

    def listing(self, wanted: Wanted, tags: Iterable[str]) -> Listing:
        """All there is to a question at once; ``tags`` is the order of all tags."""
        tags = list(tags)
        groups = self.groups(wanted, tags)
        facts = self.facts(key for key, _ in groups) if wanted.order == "speech" else {}
        return Listing(wanted, self.numbers(wanted, tags), groups, facts, self.count_tags(wanted))

    def numbers(self, wanted: Wanted, tags: Iterable[str]) -> array[int]:
        """The numbers of the marks that are wanted, in their order; ``tags`` is the order of all tags."""
        conditions, values = _conditions(wanted)
        by_tag = wanted.order == "tag"
        query = f"""SELECT annotations.rowid FROM annotations JOIN documents ON digest = document{_BY_TAG * by_tag}
            WHERE {conditions} ORDER BY {ORDERS[wanted.order]}"""
        return array("q", (row[0] for row in self._read(query, *[json_array(tags)] * by_tag, *values)))

    def groups(self, wanted: Wanted, tags: Iterable[str]) -> list[tuple[str, int]]:
        """Where the order groups the marks, each group and how many follow in it: a digest, a tag's id (empty for
        none), or a year."""
        if wanted.order not in _GROUPS:
            return []
        (conditions, values), tags = _conditions(wanted), list(tags)
        by_tag = wanted.order == "tag"
        group, order = _GROUPS[wanted.order]
        query = f"""SELECT {group}, count(*) FROM annotations JOIN documents ON digest = document{_BY_TAG * by_tag}
            WHERE {conditions} GROUP BY 1 ORDER BY {order}"""
        rows = self._read(query, *[json_array(tags)] * by_tag, *values)
        if by_tag:
            return [(tags[place] if place is not None else "", size) for place, size in rows]
        return [(str(key), size) for key, size in rows]

    def facts(self, digests: Iterable[str]) -> dict[str, tuple[str, str, str]]:
        """Title, speaker and date of some speeches."""
        query = f"SELECT digest, title, speaker, date FROM documents WHERE digest IN {EACH}"
        return {digest: tuple(facts) for digest, *facts in self._read(query, json_array(digests))}  # type: ignore[misc]

    def pieces(self, numbers: Iterable[int]) -> dict[int, Piece]:
        """The marks with these numbers, by number."""
        rows = self._read(
            f"""SELECT annotations.rowid, id, title, speaker, date FROM annotations
            JOIN documents ON digest = document WHERE NOT out AND annotations.rowid IN {EACH}""",
            json_array(map(str, numbers)),
        )
        marks = self._marks(row[1] for row in rows)
        return {number: Piece(marks[id], *facts) for number, id, *facts in rows if id in marks}

    def ids(self, numbers: Iterable[int]) -> list[str]:
        """The ids of the marks with these numbers, in that order."""
        numbers = list(numbers)
        query = f"SELECT rowid, id FROM annotations WHERE rowid IN {EACH}"
        ids = dict(self._read(query, json_array(map(str, numbers))))
        return [ids[number] for number in numbers if number in ids]

    def count(self) -> int:
        """How many marks there are in all."""
        return self._read("SELECT count(*) FROM annotations JOIN documents ON digest = document WHERE NOT out")[0][0]

    def count_tags(self, wanted: Wanted) -> dict[str, int]:
        """How many of the marks that are wanted have each tag; those without any are counted by the empty name."""
        conditions, values = _conditions(wanted._replace(tags=frozenset(), untagged=False))
        query = f"""SELECT ifnull(tag, ''), count(*) FROM annotations JOIN documents ON digest = document
            LEFT JOIN annotation_tags ON annotation = id WHERE {conditions} GROUP BY tag"""
        return dict(self._read(query, *values))

    def papers(self) -> list[str]:
        """The papers in which something was used, in order."""
        rows = self._read("SELECT DISTINCT used FROM annotations WHERE used != ''")
        return sorted({paper for (used,) in rows for paper in str(used).split("\n") if paper})

    def speeches(self) -> list[Choice]:
        """The speeches with marks, the newest first."""
        return self._choices("digest, title", "date DESC, title")

    def speakers(self) -> list[Choice]:
        """The speakers of whom something is marked, the most marked first."""
        return self._choices("speaker, speaker", "count(*) DESC, speaker", "speaker != ''")

    def years(self) -> list[Choice]:
        """The years of which something is marked, the last first."""
        return self._choices("substr(date, 1, 4), substr(date, 1, 4)", "substr(date, 1, 4) DESC", "date != ''")

    def _choices(self, what: str, order: str, condition: str = "1") -> list[Choice]:
        query = f"""SELECT {what}, count(*) FROM annotations JOIN documents ON digest = document
            WHERE NOT out AND {condition} GROUP BY 1 ORDER BY {order}"""
        return [Choice(*row) for row in self._read(query)]


def _conditions(wanted: Wanted) -> tuple[str, list[object]]:
    """The condition on a mark and its speech, and its values."""
    found = list(_each(wanted))
    return " AND ".join(["NOT out", *(condition for condition, _ in found)]), [
        value for _, values in found for value in values
    ]


def _each(wanted: Wanted) -> Iterator[tuple[str, tuple[object, ...]]]:
    for word in wanted.words.lower().split():
        yield _TEXT, (word,)
    if wanted.untagged:
        yield "annotations.id NOT IN (SELECT annotation FROM annotation_tags)", ()
    elif wanted.tags:
        yield _TAGGED, (json_array(sorted(wanted.tags)),)
    for column, value in (
        ("document", wanted.speech),
        ("speaker", wanted.speaker),
        ("substr(date, 1, 4)", wanted.year),
    ):
        if value:
            yield f"{column} = ?", (value,)
    if wanted.stars:
        yield "stars >= ?", (wanted.stars,)
    if wanted.used is not None:
        yield f"(used != '') = {int(wanted.used)}", ()
