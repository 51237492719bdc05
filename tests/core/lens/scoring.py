"""How well the rules suggest, measured on speeches that were labelled by hand: ``python -m tests.core.lens.scoring``.

A label is a passage and a tag. What is counted are units (up to 。！？； or the end of a line) that a suggestion
and a label of one tag touch; of 提法, the different terms.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from core.lens.rules import RULES
from core.lens.suggestions import TAGS, Suggestion, suggestions
from core.lens.units import units
from core.model import Document, Span
from core.readers import read

ROOT = Path(__file__).resolve().parents[3]
LABELS = ROOT / "tests" / "reference" / "labels"
NAMES = ("seed", "hailar", "school", "youth", "sample")


class Score(NamedTuple):
    """Of what was suggested, and of what was labelled, how much was right."""

    right: int
    suggested: int
    labelled: int

    def __str__(self) -> str:
        precision = f"{self.right / self.suggested:.2f}" if self.suggested else "—"
        recall = f"{self.right / self.labelled:.2f}" if self.labelled else "—"
        return f"{precision} / {recall}"


def speech(name: str) -> tuple[Document, dict[str, list[list[int]]]] | None:
    """A labelled speech with its labels, or None where its text is not on this machine."""
    record = json.loads((LABELS / f"{name}.json").read_text(encoding="utf-8"))
    places = [ROOT / record["text"], ROOT.parent / "shared" / record["text"]]
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        return None
    document = read(path)
    assert document.digest == record["digest"]
    return document, record["labels"]


def _counted(document: Document, tag: str, spans: list[Span]) -> set[object]:
    if tag == "提法":
        return {document.text[span.start : span.stop] for span in spans}
    return {unit for unit in units(document.text) if any(span.overlaps(unit) for span in spans)}


def scores(name: str) -> Iterator[tuple[str, str, Score]]:
    """Tag, rule (empty for all of the tag's) and score of a speech."""
    known = speech(name)
    if known is None:
        return
    document, labels = known
    offered = suggestions(document)
    for tag in TAGS:
        wanted = _counted(document, tag, [Span(*label) for label in labels[tag]])
        for rule in ("", *(rule.name for rule in RULES if rule.tag == tag)):
            found = _counted(document, tag, [each.span for each in offered if _of(each, tag, rule)])
            yield tag, rule, Score(len(found & wanted), len(found), len(wanted))


def _of(each: Suggestion, tag: str, rule: str) -> bool:
    return each.tag == tag and rule in ("", each.rule)


def main() -> None:
    """Print a table for each speech, and one for all."""
    total: dict[tuple[str, str], Score] = {}
    for name in NAMES:
        for tag, rule, score in scores(name):
            before = total.get((tag, rule), Score(0, 0, 0))
            total[tag, rule] = Score(*map(sum, zip(before, score, strict=True)))
            if not rule:
                sys.stdout.write(f"{name:8}{tag}  {score}  {tuple(score)}\n")
    for (tag, rule), score in total.items():
        sys.stdout.write(f"all     {tag}  {score}  {tuple(score)}  {rule}\n")


if __name__ == "__main__":
    main()
