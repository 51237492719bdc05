"""`piyue`: a subcommand, which needs no Qt, or the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from core import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the call's words say; returns the exit status."""
    options = cli.parse(sys.argv[1:] if argv is None else argv)
    if isinstance(options, int):
        return options
    if options.command:
        return cli.perform(options)
    gc.disable()  # until the first picture: nothing made so far is to be thrown away
    from core import library, readers  # noqa: F401 - before Qt: PySide reads the source of all that comes after it
    from gui import features

    features.use_none()
    from gui import app

    return app.run(options)


if __name__ == "__main__":
    sys.exit(main())
