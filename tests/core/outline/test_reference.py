"""The seed speech node by node, and the hand-made outlines beside the checkout."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from core.outline import parse
from tests.core.outline import text_of, walk

REFERENCE = Path(__file__).resolve().parents[2] / "reference" / "seed_outline.txt"
BLOCKS = ("front_matter", "title", "salutation", "closing")


def test_seed(seed_path: Path) -> None:
    rows = [line for line in REFERENCE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = [
        f"{n.level} {n.kind} {n.heading.start} {n.heading.stop} {n.scope.stop}" for n in walk(parse(text_of(seed_path)))
    ]
    assert found == rows


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("outline_score", shared / "tools" / "outline_score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_hand_made_outlines(shared: Path, scorer: ModuleType) -> None:
    total: dict[str, object] = {}
    for gold in sorted((shared / "gold").glob("*.json")):
        counts = scorer.score(json.loads(gold.read_text(encoding="utf-8"))["nodes"], nodes(gold.with_suffix(".txt")))
        scorer.add(total, counts)
        if gold.stem == "seed":
            seed = scorer.summary(counts)
            assert (seed["f1"], seed["tree_f1"]) == (1.0, 1.0)
    summary = scorer.summary(total)
    assert summary["f1"] >= 0.985
    assert summary["tree_f1"] >= 0.985
    assert all(summary["blocks"][kind] >= 0.95 for kind in BLOCKS)


def nodes(path: Path) -> list[dict[str, object]]:
    """The outline of a text in the form of the reference outlines."""
    return [
        {"level": n.level, "kind": n.kind, "start": n.heading.start, "end": n.heading.stop, "body_end": n.scope.stop}
        for n in walk(parse(text_of(path)))
    ]
