"""What `piyue` is once installed: this folder is laid into the wheel as the root of the package.

The wheel holds the checkout's rooms below that one name (``piyue/core``, ``piyue/gui``, ``piyue/resources``),
so that ``core`` and ``gui`` never stand in site-packages, where another package's would overwrite them. The
rooms still call each other by those names: therefore the package comes first on the path. An editable install
brings only this folder and points the path at the checkout itself.
"""

import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib alone takes ten milliseconds
if os.path.isdir(os.path.join(_HERE, "core")):  # noqa: PTH112, PTH118
    sys.path.insert(0, _HERE)


def main() -> int:
    """The command `piyue`, with the words of this process; returns the exit status."""
    from gui.__main__ import main as run

    return run(sys.argv[1:])
