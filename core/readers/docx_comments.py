"""The comments of a Word file, each with the answers to it as one remark.

comments.xml has what was said; three later parts have which comment answers which, and the times in UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from core.model import Span
from core.readers.docx_names import children
from core.readers.format import Remark
from core.readers.writing import utc

Parts = tuple[Element | None, Element | None, Element | None]


def comments(root: Element | None, extended: Parts, spans: Mapping[str, Span]) -> Iterator[Remark]:
    """The comments that stand at ``spans`` by their ids."""
    by_id = {comment.get("w:id", ""): comment for comment in children(root) if comment.tag == "w:comment"}
    by_paragraph = {_paragraph(comment): key for key, comment in by_id.items()}
    parents = {
        by_paragraph.get(answer.get("w15:paraId", ""), ""): by_paragraph.get(answer.get("w15:paraIdParent", ""), "")
        for answer in children(extended[0])
        if answer.get("w15:paraIdParent")
    }
    times = _times(extended)
    notes = {key: [_said(comment)] for key, comment in by_id.items()}
    for key, comment in by_id.items():
        parent = parents.get(key)
        if parent and parent in notes and parent not in parents:
            notes[parent].append(f"{comment.get('w:author', '')}：{_said(comment)}".removeprefix("："))
    for key, comment in by_id.items():
        answer = parents.get(key) in notes and parents.get(key) not in parents
        if key in spans and not answer:
            created = times.get(_paragraph(comment)) or utc(comment.get("w:date", ""))
            note = "\n".join(filter(None, notes[key]))
            yield Remark(spans[key], note, comment.get("w:author", "").strip(), created)


def _paragraph(comment: Element) -> str:
    """A comment is known by its last paragraph."""
    return next((p.get("w14:paraId", "") for p in reversed(list(comment.iter("w:p")))), "")


def _said(comment: Element) -> str:
    """The paragraphs of a comment."""
    lines = ("".join(text.text or "" for text in p.iter("w:t")) for p in comment.iter("w:p"))
    return "\n".join(lines).strip()


def _times(extended: Parts) -> dict[str, str]:
    """Times in UTC by paragraph: comments.xml has the writer's local time under a UTC sign."""
    stamps = {part.get("w16cex:durableId", ""): utc(part.get("w16cex:dateUtc", "")) for part in children(extended[2])}
    return {
        part.get("w16cid:paraId", ""): stamps.get(part.get("w16cid:durableId", ""), "")
        for part in children(extended[1])
    }
