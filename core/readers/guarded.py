"""Work that is left to a process of its own, because what it does may crash, hang or eat all memory."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

_ROOT = Path(__file__).resolve().parent.parent.parent
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from {0} import serve; serve(sys.stdin.buffer, sys.stdout.buffer)"
)


def command(module: str) -> list[str]:
    """What starts a process that calls ``serve`` of a module with its standard input and output."""
    return [sys.executable, "-c", _START.format(module), str(_ROOT)]


def answers(module: str, data: bytes) -> Iterator[dict[str, Any]]:
    """The lines of JSON that ``serve`` of a module writes when it is given ``data``.

    They end early where the process dies; it is ended when the iterator is closed.
    """
    process = subprocess.Popen(command(module), stdin=-1, stdout=-1, stderr=subprocess.DEVNULL)
    assert process.stdin
    assert process.stdout
    feeder = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
    feeder.start()
    try:
        for line in process.stdout:
            with suppress(ValueError):
                yield json.loads(line)
    finally:
        process.kill()
        process.wait()
        feeder.join()
        process.stdout.close()


def _feed(pipe: IO[bytes], data: bytes) -> None:
    with suppress(OSError):
        pipe.write(data)
    with suppress(OSError):
        pipe.close()
