"""A file becomes a speech, or one clear sentence says why not."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.problem import Problem
from core.readers import READERS, build, is_plain, read
from core.text import digest
from tests.core.readers import SAMPLES, assert_sound

SPEECH = "在修渠会议上的讲话\n同志们：\n一、把渠修好\n今年先修渠。\n二、把路修通\n明年再修路。\n"


def problem_of(path: Path) -> Problem:
    with pytest.raises(Problem) as problem:
        read(path)
    for language in ("zh", "en"):
        assert str(path) in problem.value.say(language)
    return problem.value


def test_a_text_file_becomes_a_speech_with_its_outline(tmp_path: Path) -> None:
    file = tmp_path / "speech.txt"
    file.write_bytes(SPEECH.replace("\n", "\r\n").encode("gb18030"))
    document = read(file)
    assert (document.text, document.digest, document.source) == (SPEECH, digest(SPEECH), file)
    assert document.title == "在修渠会议上的讲话"
    assert [section.label for section in document.walk() if section.is_heading] == ["一、", "二、"]


@pytest.mark.parametrize(("source", "title"), [(Path("三月发言.txt"), "三月发言"), (None, "先把渠修好，再把路修通。")])
def test_a_text_without_a_title_is_called_after_its_file_or_first_line(source: Path | None, title: str) -> None:
    assert build("\n先把渠修好，再把路修通。\n" * 3, source).title == title


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (str, "file.missing"),
        (lambda path: path.mkdir(), "file.folder"),
        (lambda path: path.touch(), "file.empty"),
        (lambda path: path.write_bytes(bytes(range(256)) * 9), "file.binary"),
        (lambda path: os.mkfifo(path), "file.special"),
        (lambda path: path.symlink_to(path), "file.unreadable"),
        (lambda path: path.symlink_to("nothing"), "file.missing"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="pipes and links need POSIX")
def test_bad_input_gets_one_sentence(tmp_path: Path, make: Callable[[Path], object], key: str) -> None:
    path = tmp_path / "讲话.txt"
    make(path)
    assert problem_of(path).key == key


@pytest.mark.parametrize("name", ["file/inside.txt", "nul\0.txt", "长" * 200])
def test_an_impossible_name_gets_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    assert problem_of(tmp_path / name).key in ("file.missing", "file.unreadable")


def test_a_file_without_permission_gets_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "speech.txt"
    file.write_text(SPEECH, encoding="utf-8")
    file.chmod(0)
    if os.access(file, os.R_OK):  # nothing is closed to root: let the system refuse

        def refuse(path: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "read_bytes", refuse)
    assert problem_of(file).key == "file.no_permission"


def test_a_format_that_is_known_and_not_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "table.txt"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    problem = problem_of(file)
    assert problem.key == "file.format"
    assert "OpenDocument" in problem.say("en")


@pytest.mark.parametrize(
    ("member", "key", "format"),
    [
        ("word/document.xml", "file.damaged", ".docx"),
        ("other", "file.binary", "speech.doc"),
    ],
)
def test_a_zip_is_known_by_what_is_in_it(tmp_path: Path, member: str, key: str, format: str) -> None:
    file = tmp_path / "speech.doc"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(member, "text")
    problem = problem_of(file)
    assert problem.key == key
    assert format in problem.say("zh")


def test_a_text_named_like_something_else_is_read(tmp_path: Path) -> None:
    file = tmp_path / "speech.doc"
    file.write_text(SPEECH, encoding="utf-8")
    assert read(file).text == SPEECH


def test_every_sample_is_read_or_named(shared: Path) -> None:
    samples = shared / "samples"
    files = [*samples.glob("seed_in_every_format/*"), *samples.glob("ofd/*"), *samples.glob("wps/*")]
    assert len(files) >= 22
    for file in files:
        if file.name == "ofdrw_h.ofd":
            assert problem_of(file).key == "file.scanned"
        elif file.suffix in (".txt", ".docx", ".odt", ".doc", ".wps", ".rtf", ".html", ".mht", ".pdf", ".ofd"):
            assert read(file).text
        else:
            assert problem_of(file).key == "file.format", file.name


def test_what_once_broke_a_reader_is_read_or_refused() -> None:
    for path in sorted((SAMPLES.parent / "regressions").glob("*.*")):
        assert_sound(path.read_bytes())


def test_the_registry_ends_with_plain_text() -> None:
    assert READERS[-1].name == "text"
    assert [reader for reader in READERS if reader.recognises("同志们".encode())] == [READERS[-1]]


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "sparse.txt"
    with file.open("wb") as sparse:
        sparse.truncate(2 << 30)
    assert problem_of(file).key == "file.too_large"


@pytest.mark.parametrize(
    ("data", "plain"),
    [
        (SPEECH.encode("gb18030"), True),
        (b"", True),
        (b"PK\x03\x04", False),
        (b"%PDF-1.7", False),
        (b"{\\rtf1", False),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90), False),
        (b"<html><p>x", False),
    ],
)
def test_plain_text_is_told_by_its_first_bytes(tmp_path: Path, data: bytes, plain: bool) -> None:
    file = tmp_path / "speech"
    file.write_bytes(data)
    assert is_plain(file) is plain


def test_what_is_no_file_counts_as_plain_for_it_is_said_at_once(tmp_path: Path) -> None:
    assert is_plain(tmp_path / "nothing")
    assert is_plain(tmp_path)
