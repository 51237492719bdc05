"""Files and folders come into the library one by one; what fails is told and hides nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core.adding import add, files
from core.exporters.json_ import render
from core.library import Library
from core.model import Notebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two speeches, one in a folder below; an empty file, a hidden one, another kind, a link in a circle."""
    top = tmp_path / "讲话"
    (top / "去年").mkdir(parents=True)
    (top / "去年" / "二.TXT").write_text("在修路会上的讲话\n同志们：\n先修路。\n", encoding="gb18030")
    (top / "一.txt").write_text("在修渠会上的讲话\n同志们：\n先修渠。\n", encoding="utf-8")
    (top / "空.txt").touch()
    (top / ".隐藏.txt").write_text("看不见", encoding="utf-8")
    (top / "图.png").write_bytes(b"\x89PNG")
    (top / "去年" / "回头").symlink_to(top)
    return top


def test_the_files_of_a_folder_are_found_in_order_and_once(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in files([folder])]
    assert found == ["一.txt", "空.txt", "去年/二.TXT"]
    assert list(files([folder / "图.png"])) == [folder / "图.png"]


def test_a_file_is_known_by_one_name_whatever_the_way_to_it(folder: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        [there] = add(library, [folder / "去年" / ".." / "一.txt"])
        assert there.document
        assert there.document.source == folder / "一.txt"


def test_what_was_taken_in_and_never_opened_was_not_read(folder: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        documents = [each.document for each in add(library, [folder]) if each.document]
        library.add(documents[0])
        for _ in add(library, [folder]):
            pass
        assert {row.digest for row in library.documents() if row.opened} == {documents[0].digest}
        assert library.documents()[0].digest == documents[0].digest


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_file_whose_name_is_no_text_is_a_speech_like_others(tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path / "a") + b"\xb5\xd8.txt"))
    path.write_text("先修路，再修渠。\n", encoding="utf-8")
    with Library(tmp_path / "library.sqlite") as library:
        [done] = add(library, [tmp_path])
        assert done.document
        assert (done.document.title, library.documents()[0].source) == ("a??", tmp_path / "a??.txt")
        assert library.version_at(path, done.document.digest) is None
        assert '"a??.txt"' in render(Notebook(done.document, (), {})).replace(str(tmp_path) + os.sep, "")
        library.intake.put([str(path)])
        assert [Path(each.path).exists() for each in [library.intake.next()] if each] == [True]


def test_one_file_that_fails_hides_no_other(folder: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        done = [
            each.document.title if each.document else each.problem.key if each.problem else ""
            for each in add(library, [folder, tmp_path / "没有.txt"])
        ]
        assert done == ["在修渠会上的讲话", "file.empty", "在修路会上的讲话", "file.missing"]
        assert len(library.documents()) == 2
        assert list(add(library, [folder]))
        assert len(library.documents()) == 2
