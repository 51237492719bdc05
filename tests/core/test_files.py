"""A file is written whole, or what was there stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.files import write_whole
from core.problem import Problem


@pytest.mark.parametrize("data", ["批注\n", b"\x00\xff", ""])
def test_what_is_written_is_there(tmp_path: Path, data: str | bytes) -> None:
    for _ in range(2):
        write_whole(tmp_path / "notes.md", data)
        expected = data.encode() if isinstance(data, str) else data
        assert (tmp_path / "notes.md").read_bytes() == expected
    assert [file.name for file in tmp_path.iterdir()] == ["notes.md"]


@pytest.mark.skipif(os.name == "nt", reason="the longest name has other units there")
def test_the_longest_name_that_the_system_takes_is_written(tmp_path: Path) -> None:
    longest = tmp_path / ("长" * 83 + ".xlsx")
    longest.touch()
    write_whole(longest, "notes")
    assert longest.read_text(encoding="utf-8") == "notes"


@pytest.mark.skipif(os.name == "nt", reason="pipes and links need POSIX")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, "notes")
    assert os.read(reader, 10) == b"notes"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs the device that is always full")
def test_a_full_device_is_told(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/full")
    with pytest.raises(Problem) as problem:
        write_whole(tmp_path / "link", "notes")
    assert problem.value.key == "write.full"
    assert Path("/dev/full").is_char_device()


@pytest.mark.skipif(os.name == "nt", reason="links need POSIX")
def test_a_link_that_leads_to_itself_makes_way(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    write_whole(tmp_path / "loop", "notes")
    assert (tmp_path / "loop").read_text(encoding="utf-8") == "notes"


@pytest.mark.skipif(os.name == "nt", reason="links and modes need POSIX")
def test_a_link_stays_a_link_and_the_mode_is_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "notes.md", tmp_path / "link.md"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("make", "name", "key"),
    [
        (lambda folder: (folder / "there").mkdir(), "there", "write.folder"),
        (lambda folder: folder, "nowhere/notes.md", "write.no_folder"),
        (lambda folder: (folder / "file").touch(), "file/notes.md", "write.no_folder"),
        (lambda folder: folder, "长" * 200, "write.long_name"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, make: Callable[[Path], object], name: str, key: str
) -> None:
    make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Problem) as problem:
        write_whole(tmp_path / name, "notes")
    assert problem.value.key == key
    assert name in problem.value.say("zh")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("error", "key"),
    [(28, "write.full"), (13, "write.refused"), (30, "write.refused"), (5, "write.failed")],
)
def test_a_failure_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, key: str
) -> None:
    target = tmp_path / "notes.md"
    target.write_text("old", encoding="utf-8")

    def fail(_: int) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr("core.files.os.fsync", fail)
    with pytest.raises(Problem) as problem:
        write_whole(target, "new")
    assert problem.value.key == key
    assert target.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["notes.md"]
