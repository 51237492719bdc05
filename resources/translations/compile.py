"""Compiles the Qt Linguist sources beside this file (``*.ts``) into what the program loads (``*.qm``).

By hand, or by hatchling before a wheel is made: the compiled files are in every wheel and in no commit.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent


def lrelease() -> Path:
    """Qt's compiler of translations, as PySide6-Essentials brings it (found without loading Qt)."""
    package = importlib.util.find_spec("PySide6")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / ("lrelease.exe" if os.name == "nt" else "lrelease")


def compile_all(folder: Path = HERE) -> None:
    """Writes each ``.qm`` whole or not at all. Raises CalledProcessError where a source is malformed."""
    for source in sorted(folder.glob("*.ts")):
        target, draft = source.with_suffix(".qm"), source.with_suffix(".qm.new")
        subprocess.run([lrelease(), "-silent", "-nounfinished", source, "-qm", draft], check=True)
        draft.replace(target)


class CompileTranslations(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_all()


if __name__ == "__main__":
    compile_all()
