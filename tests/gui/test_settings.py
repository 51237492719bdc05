"""What a reader has chosen comes back; what makes no sense is taken for its default."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.faces import LINES, MEASURES, SIZES, Setting
from gui.settings import RECENT, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "设置.ini"


def test_a_new_file_holds_the_defaults(path: Path) -> None:
    settings = Settings(path)
    assert (settings.theme, settings.language, settings.page) == ("system", "system", Setting())
    assert settings.recent == []
    assert settings.bytes("window/geometry") == QByteArray()
    assert settings.flag("window/outline")


def test_everything_comes_back_from_the_file(path: Path) -> None:
    settings = Settings(path)
    settings.theme, settings.language = "dark", "zh"
    settings.page = Setting("kai", 21, 2.05, 38)
    settings.add_recent(Path("/讲话/一，二.txt"))
    settings.keep("window/outline", False)
    settings.keep("window/splitter", QByteArray(b"\x00\xff;,="))
    settings.sync()
    again = Settings(path)
    assert (again.theme, again.language, again.page) == ("dark", "zh", Setting("kai", 21, 2.05, 38))
    assert again.recent == [str(Path("/讲话/一，二.txt"))]
    assert again.flag("window/outline") is False
    assert again.bytes("window/splitter") == QByteArray(b"\x00\xff;,=")


NONSENSE = ["", "banana", "nan", "-", "1e999", "none", "1, 2, 3", "@Invalid()", "@ByteArray(x)", "\u200b"]


@pytest.mark.parametrize("value", NONSENSE)
@pytest.mark.parametrize("key", ["theme", "language", "page\\face", "page\\size", "page\\line", "page\\measure"])
def test_a_value_that_makes_no_sense_is_taken_for_its_default(path: Path, key: str, value: str) -> None:
    section, _, name = key.rpartition("\\")
    path.write_text(f"[{section or 'General'}]\n{name}={value}\n", encoding="utf-8")
    settings = Settings(path)
    assert (settings.theme, settings.language, settings.page) == ("system", "system", Setting())


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("size", "3", SIZES[0]),
        ("size", "900", SIZES[1]),
        ("line", "0.1", LINES[0]),
        ("line", "88", LINES[1]),
        ("measure", "-5", MEASURES[0]),
        ("measure", "61", MEASURES[1]),
    ],
)
def test_a_number_beyond_what_is_offered_is_brought_back(path: Path, name: str, value: str, kept: float) -> None:
    path.write_text(f"[page]\n{name}={value}\n", encoding="utf-8")
    assert getattr(Settings(path).page, name) == kept


@pytest.mark.parametrize("value", NONSENSE)
def test_a_yes_or_no_that_is_neither_is_taken_for_its_default(path: Path, value: str) -> None:
    path.write_text(f"[window]\noutline={value}\n", encoding="utf-8")
    assert Settings(path).flag("window/outline") is True
    assert Settings(path).flag("window/outline", False) is False


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe" * 50, b"[[[\n===\n", "主题=暗".encode("gb18030")])
def test_a_file_that_is_none_is_taken_for_a_new_one(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    settings = Settings(path)
    assert (settings.theme, settings.page, settings.recent) == ("system", Setting(), [])


def test_recent_files_are_the_newest_first_each_once_and_not_too_many(path: Path) -> None:
    settings = Settings(path)
    settings.add_recent(Path("a.txt"))
    assert Settings(path).recent == ["a.txt"]
    for number in range(RECENT + 3):
        settings.add_recent(Path(f"{number}.txt"))
    settings.add_recent(Path("7.txt"))
    recent = Settings(path).recent
    assert recent[:2] == ["7.txt", f"{RECENT + 2}.txt"]
    assert len(recent) == len(set(recent)) == RECENT


def test_without_a_path_the_user_s_own_file_is_used(home: Path) -> None:
    settings = Settings()
    assert Path(settings._store.fileName()).is_relative_to(home)
