"""PySide finds no feature in our modules, as it is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from gui.features import HERE

ASK = """
from gui import features
features.use_none()
from shibokensupport import feature
told = {name: value for name, value in feature.pyside_feature_dict.items() if name.startswith("gui.")}
assert told["gui.window"] == told["gui.panels.outline"] == 0, told
looked = []
find = feature._mod_uses_pyside
feature._mod_uses_pyside = lambda module: looked.append(module.__name__) or find(module)
import gui.app
print(*(name for name in looked if name.startswith("gui.")))
"""


def test_pyside_reads_the_source_of_no_module_of_the_window() -> None:
    run = subprocess.run([sys.executable, "-c", ASK], cwd=HERE.parent, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_no_module_of_the_window_asks_for_a_feature() -> None:
    words = "from __" + "feature__"
    assert [path.name for path in Path(HERE).rglob("*.py") if words in path.read_text(encoding="utf-8")] == []
