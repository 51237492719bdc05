"""When the program itself fails: save, say one sentence, write a log, go on."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType


class CrashHook:
    """Takes the place of ``sys.excepthook``; ``save`` and ``say`` are called once for each failure."""

    def __init__(self, log: Path, save: Callable[[], None], say: Callable[[Path], None]) -> None:
        self._log, self._save, self._say = log, save, say
        self._busy = False

    def install(self) -> None:
        """Take failures from now on."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt) or self._busy:
            sys.__excepthook__(kind, error, trace)
            return
        self._busy = True
        try:
            self._write(error)
            self._save()
        except Exception as second:  # saving failed too: the log says both
            self._write(second)
        finally:
            self._say(self._log)
            self._busy = False

    def _write(self, error: BaseException) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as log:
                log.write(time.strftime("\n%Y-%m-%dT%H:%M:%SZ\n", time.gmtime()))
                log.write("".join(traceback.format_exception(error)))
        except OSError:
            traceback.print_exception(error)
