"""On a machine without a screen the window says so, and what can be done instead."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "There is no screen to open a window on."), ("zh", "没有可用的显示器，窗口无法打开。")],
)
def test_without_a_screen_the_window_is_not_opened_unseen(sample_path: Path, language: str, sentence: str) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    call = [sys.executable, "-m", "gui", "--language", language, str(sample_path)]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.decode().startswith(sentence)
    assert done.stderr.decode().count("\n") == 1
