"""A text of 10 MB: how long the window stands still when it is opened, and when a reader jumps to its end."""

from __future__ import annotations

from pathlib import Path

from core.model import Span
from tests.benchmarks.desk import Desk
from tests.benchmarks.ledger import Ledger
from tests.benchmarks.material import Material

ALLOWED_MS = 200


def test_stalls_of_10_mb(material: Material, tmp_path: Path, ledger: Ledger) -> None:
    desk = Desk(tmp_path / "library", tmp_path / "settings")
    opening = desk.stalled(lambda: desk.open(material.mb10))
    speech, pane = desk.window.session.current, desk.window.pane
    assert speech is not None
    assert len(speech.text) > 3_000_000
    end = len(speech.text) - 1
    jumping = desk.stalled(lambda: desk.window.session.go(Span(end, end)))
    assert pane.verticalScrollBar().value() > 0.9 * pane.verticalScrollBar().maximum()
    assert pane.top_point() > end - 5_000, "the end of the text is on the screen"
    desk.close()
    ledger.most(f"{material.name} 10 MB: longest stall while it opens", opening, "ms", ALLOWED_MS)
    ledger.most(f"{material.name} 10 MB: longest stall of a jump to its end", jumping, "ms", ALLOWED_MS)
