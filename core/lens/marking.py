"""What the lens found becomes marks: one change, in which a tag that there is not is made with its first mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from core.marks import mark_all
from core.model import Annotation, Change, Document, Span, Tag
from core.tags import next_colour

Wanted = tuple[Span, str]
"""A passage and the name of its tag."""


def marked(
    document: Document,
    wanted: Iterable[Wanted],
    tags: Mapping[str, Tag],
    standing: Iterable[Annotation],
    *,
    ids: Callable[[], str],
    now: str,
    creator: str = "",
) -> Change:
    """The change after which every passage bears its tag; ``standing`` are the marks that there are."""
    spans: dict[str, list[Span]] = {}
    for span, name in wanted:
        spans.setdefault(name, []).append(span)
    known, new, made = {tag.name: tag for tag in tags.values()}, dict[str, Tag](), dict[str, Annotation]()
    present = {mark.id: mark for mark in standing}
    for name, places in spans.items():
        tag = known.get(name) or Tag(ids(), name, next_colour((*tags.values(), *new.values())))
        if tag.id not in tags:
            new[tag.id] = tag
        change = mark_all(document, places, (tag.id,), present.values(), ids=ids, now=now, creator=creator)
        made |= {id: mark for id, mark in change.annotations.items() if mark}
        present |= made
    return Change(made, new)


def bears(standing: Sequence[Annotation], span: Span, tag: str) -> bool:
    """Whether a passage has a tag already: by a mark that covers half of it or more."""
    return any(
        tag in mark.tags and mark.span is not None and 2 * _common(mark.span, span) >= len(span) for mark in standing
    )


def _common(one: Span, other: Span) -> int:
    return min(one.stop, other.stop) - max(one.start, other.start)
