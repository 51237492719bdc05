"""Watches the files of the open speeches: what another program writes is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from gui.opening import Opener
from gui.session import Session

PAUSE = 400
"""Milliseconds of quiet after which a file that was written to is read: programs write in several steps."""


class Watching(QObject):
    """Lets the opener look again at a file that was changed on the disk."""

    def __init__(self, session: Session, opener: Opener) -> None:
        super().__init__(session)
        self._session, self._opener = session, opener
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._note)
        self._changed: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        for signal in (session.opened, session.closed):
            signal.connect(self._watch)
        self._watch()

    def _watch(self, *_: object) -> None:
        """Watch what is open, and nothing else. A file that was replaced by another of its name is watched anew."""
        wanted = {str(path) for path in self._session.sources() if path.exists()}
        watched = set(self._watcher.files())
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))

    def _note(self, path: str) -> None:
        self._changed.add(path)
        self._timer.start()

    def _look(self) -> None:
        changed, self._changed = self._changed, set()
        for path in sorted(changed):
            if Path(path).exists():
                self._opener.look_again(path)
        self._watch()
