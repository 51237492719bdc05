"""What the READMEs tell people to type, typed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from gui import actions

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
KEY = re.compile(r"(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:F\d+|Delete|Enter|[A-Z](?![a-z])|[\d?\[\]]|(?<=Ctrl\+)[+,-])")


def readme(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(name: str, word: str) -> list[list[str]]:
    """The words of every shell example in a README that begins with ``word``."""
    blocks = re.findall(r"^```sh\n(.*?)^```", readme(name), re.M | re.S)
    lines = (shlex.split(line, comments=True) for block in blocks for line in block.splitlines())
    return [line for line in lines if line[:1] == [word]]


@pytest.mark.parametrize("name", READMES)
def test_every_example_of_the_command_line_works(name: str, tmp_path: Path, sample_path: Path) -> None:
    examples = [words[1:] for words in commands(name, "piyue") if len(words) > 2]
    assert len(examples) >= 9
    for words in examples:
        for word in words:
            if word.endswith(".txt"):
                (tmp_path / word).write_bytes(sample_path.read_bytes())
    place = {"PYTHONPATH": str(ROOT), "PIYUE_LIBRARY": str(tmp_path / "library.sqlite")}
    for words in examples:
        ran = subprocess.run(
            [sys.executable, "-m", "gui", *words],
            cwd=tmp_path,
            env=os.environ | place,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (0, ""), words


@pytest.mark.parametrize("name", READMES)
def test_every_make_target_named_is_there(name: str) -> None:
    named = {words[1] for words in commands(name, "make")}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert {"run", "test", "lint"} <= named <= targets


@pytest.mark.parametrize("name", READMES)
def test_every_key_named_does_something(name: str, qapp: QApplication) -> None:
    rows = [line.split("|") for line in readme(name).splitlines() if re.match(r"\|.*\| \|", line)]
    named = {QKeySequence(key).toString() for row in rows[1:] for cell in (row[1], row[4]) for key in KEY.findall(cell)}
    owner = QObject()
    keys = {key.toString() for action in actions.make(owner).values() for key in action.shortcuts()}
    keys |= {QKeySequence(row.also).toString() for row in actions.rows() if row.also}
    assert {"Ctrl+O", "Ctrl++", "0", "J", "]", "F11"} <= named <= keys


@pytest.mark.parametrize("name", READMES)
def test_every_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", readme(name))
    assert [link for link in links if not (ROOT / link).exists()] == []
