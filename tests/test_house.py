"""The rules of the house (see ARCHITECTURE.md), checked over the files themselves."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent

TOP = {
    *("core", "gui", "resources", "tests", "seeds", ".ci", ".gitignore", "Makefile", "pyproject.toml"),
    *("README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE"),
}
"""What may stand at the top of the repository."""


@dataclass(frozen=True)
class Arrow:
    """In files below ``room``, none of ``modules`` is imported, save by the files in ``but``."""

    room: str
    modules: tuple[str, ...]
    but: tuple[str, ...] = ()


SQL = ("core/library", "core/search", "core/migrations.py")
"""Files, and folders with all that is in them."""
ARROWS = (
    Arrow("core", ("PySide6", "shiboken6", "gui")),
    Arrow("gui", ("sqlite3", "sqlite_utils", "jieba")),
    Arrow("core", ("jieba",), but=("core/words.py",)),
    Arrow("core", ("sqlite3", "sqlite_utils"), but=(*SQL, "core/opening.py")),
    Arrow("gui/panels", ("gui.panels",), but=("gui/panels/__init__.py",)),
    Arrow("core", ("tests",)),
    Arrow("gui", ("tests",)),
)
STATEMENT = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA\s)", re.S
)


def imports(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that the file at ``path`` may load, also within functions."""
    package = PurePosixPath(path).parent.parts
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*above, *(node.module or "").split("."))).strip(".")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            name = node.args[0]
            yield node.lineno, str(name.value) if isinstance(name, ast.Constant) else ast.unparse(name)


def within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def below(path: str, rooms: tuple[str, ...]) -> bool:
    """Whether a file is one of some files, or in one of some folders."""
    return any(path == room or path.startswith(f"{room}/") for room in rooms)


def wrong_arrows(path: str, source: str) -> list[str]:
    """``path:line imports module`` of each import in ``source`` that points the wrong way."""
    arrows = [arrow for arrow in ARROWS if below(path, (arrow.room,)) and not below(path, arrow.but)]
    return [
        f"{path}:{line} imports {name}"
        for line, name in imports(path, ast.parse(source))
        for arrow in arrows
        if any(within(name, module) for module in arrow.modules)
    ]


def statements(path: str, source: str) -> list[str]:
    """The strings of SQL in ``source``, where none should be."""
    if below(path, SQL):
        return []
    texts = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return [f"{path}:{node.lineno} speaks SQL" for node in texts if STATEMENT.search(str(node.value))]


def tracked() -> list[str]:
    """Paths of the files in the repository, with forward slashes; skips the test in an unpacked sdist."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone: the list of files is git's")
    words = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listing = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return [name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def sources(*rooms: str) -> Iterator[tuple[str, str]]:
    """Path, as above, and text of every Python file below ``rooms``."""
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_no_import_points_the_wrong_way() -> None:
    assert [fault for path, source in sources("core", "gui") for fault in wrong_arrows(path, source)] == []


@pytest.mark.parametrize(
    ("path", "source", "faults"),
    [
        ("core/a.py", "import PySide6.QtCore", 1),
        ("core/a.py", "from gui.window import MainWindow", 1),
        ("core/a.py", "def f():\n    from jieba import cut", 1),
        ("core/words.py", "import jieba.posseg", 0),
        ("core/a.py", "import sqlite3", 1),
        ("core/library/marks.py", "import sqlite3, sqlite_utils", 0),
        ("core/library_of.py", "import sqlite3", 1),
        ("core/exporters/a.py", "from ...gui import offsets", 1),
        ("core/exporters/a.py", "from ..model import Span", 0),
        ("gui/a.py", "import importlib\nimportlib.import_module('sqlite3')", 1),
        ("gui/a.py", "from core import words", 0),
        ("gui/panels/tags.py", "from gui.panels import outline", 1),
        ("gui/panels/tags.py", "from .outline import OutlinePanel", 1),
        ("gui/panels/tags.py", "from gui.session import Session", 0),
        ("gui/panels/__init__.py", "from gui.panels.tags import TagPanel", 0),
        ("gui/window.py", "from gui.panels import PANELS", 0),
    ],
)
def test_a_wrong_arrow_is_seen(path: str, source: str, faults: int) -> None:
    assert len(wrong_arrows(path, source)) == faults


def test_only_the_library_speaks_sql() -> None:
    assert [fault for path, source in sources("core", "gui") for fault in statements(path, source)] == []
    assert statements("gui/a.py", 'query = """SELECT id\nFROM tags"""') == ["gui/a.py:1 speaks SQL"]


def test_one_file_of_the_window_knows_utf_16() -> None:
    knowing = [path for path, source in sources("gui") if re.search(r"utf[-_ ]?16", source, re.I)]
    assert knowing == ["gui/offsets.py"]


def test_nothing_else_stands_at_the_top() -> None:
    assert {name.split("/")[0] for name in tracked()} - TOP == set()


ADDRESS = re.compile(r"https?://|index-url|find-links|(?<![\w.])/(home|root|Users)/")
PIN = re.compile(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}")


def test_build_files_name_no_host_and_no_home() -> None:
    build = [name for name in tracked() if name.startswith(".ci/") or name in ("Makefile", "pyproject.toml")]
    assert build
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in build}
    lines = [f"{name}: {line}" for name, text in texts.items() for line in text.splitlines()]
    assert [line for line in lines if ADDRESS.search(line)] == []


@pytest.mark.parametrize("name", ["bootstrap.txt", "requirements.txt"])
def test_the_lock_pins_every_package_by_hash(name: str) -> None:
    text = (ROOT / ".ci" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    packages = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert packages
    assert [line for line in packages if not PIN.match(line)] == []


def test_the_lock_never_pairs_python_3_11_with_the_release_that_aborts_on_it() -> None:
    lines = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    broken = [line for line in lines if line.startswith(("pyside6-essentials==6.12.0", "shiboken6==6.12.0"))]
    assert [line for line in broken if "python_full_version >= '3.12'" not in line] == []
