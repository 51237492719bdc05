"""Our window, started as ``python -m gui`` starts it, with somebody who watches its first picture.

Called with the number of seconds to feel the event loop's pulse, then with the words of the command.
Says when text, tree and marks have been painted, stays until its input ends, and says what it saw.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import gui
from gui.__main__ import main


class Watcher:
    """Speaks when the text has been painted, and again when tree and list of marks have been too."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.painted = seconds, {"rows": 0, "cards": 0, "lists": 0}
        self.said: dict[str, object] = {}

    def watch(self, window: Any) -> None:
        """Wait for the first picture of a window."""
        from PySide6.QtCore import Qt, QTimer

        self.window, self.later = window, QTimer.singleShot
        once = Qt.ConnectionType.SingleShotConnection
        window.pane.painted.connect(self.first, once)
        if "gui.panels.marks" in sys.modules:
            self.side_filled()
        else:
            window.side.filled.connect(self.side_filled)
        window.app.words.ready.connect(lambda: self.said.update(words=True))

    def side_filled(self) -> None:
        from gui.panels.marks import AnnotationList, CardDelegate

        _count(CardDelegate, "paint", self.painted, "cards")
        _count(AnnotationList, "paintEvent", self.painted, "lists")

    def first(self) -> None:
        _say("painted")
        if self.seconds:
            from tests.benchmarks.heart import Heart

            self.heart = Heart()
            self.later(int(self.seconds * 1000), self.listened)
        else:
            self.later(0, self.look)

    def look(self) -> None:
        """Wait until nothing is missing in the picture."""
        if not (self.painted["rows"] and self.painted["lists"]):
            self.later(0, self.look)
            return
        _say("whole")
        self.end()

    def listened(self) -> None:
        self.said["stall"] = self.heart.stop()
        _say("listened")
        self.end()

    def end(self) -> None:
        sys.stdin.read()
        window, speech = self.window, self.window.session.current
        self.said["chars"], self.said["marks"] = len(speech.text), window.marks.list.model().rowCount()
        self.said |= {**self.painted, "size": window.size().toTuple(), "colours": _colours(window.pane)}
        _say(json.dumps(self.said))
        window.close()


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _colours(pane: Any) -> int:
    """How many colours there are in every third dot of a pane: paper alone has one."""
    image = pane.viewport().grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def install(watcher: Watcher) -> None:
    """Let ``watcher`` see every window that is built, once the command comes to load what builds it."""

    def arrive(name: str) -> Any:
        if name != "app":
            raise AttributeError(name)
        app = import_module("gui.app")
        outline = import_module("gui.panels.outline")
        build = app.build

        def watched(*args: Any, **options: Any) -> Any:
            window = build(*args, **options)
            watcher.watch(window)
            return window

        app.build = watched  # type: ignore[attr-defined]
        _count(outline.RowDelegate, "paint", watcher.painted, "rows")
        return app

    gui.__getattr__ = arrive


def _count(owner: Any, method: str, counts: dict[str, int], name: str) -> None:
    """Count the calls of a method."""
    does = getattr(owner, method)

    def counted(*args: Any) -> None:
        counts[name] += 1
        does(*args)

    setattr(owner, method, counted)


if __name__ == "__main__":
    install(Watcher(float(sys.argv[1])))
    sys.exit(main(sys.argv[2:]))
