"""Exports in a process of their own: the same files, whole or not at all, stopped at any moment."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from core import exporting
from core.exporters import EXPORTERS
from core.exporting import Cancelled, Export, Order
from core.library import Library
from core.marks import mark
from core.model import Change, Notebook, Span, Tag
from core.problem import Problem
from core.readers import build, read
from core.readers.format import Reading
from tests.core.exporters.own import notebook


def silent(done: int, count: int) -> None:
    """Nobody listens."""


def library(folder: Path, count: int) -> Path:
    """A library with some speeches, each with a mark."""
    place = folder / "library.sqlite"
    with Library(place) as made:
        for number in range(count):
            document = build(Reading(f"第{number}篇讲话\n\n同志们：\n只说一件事：把路修好。"))
            made.add(document)
            start = document.text.index("只说")
            made.apply(Change({str(number): mark(document, Span(start, start + 5), id=str(number), now="")}))
    return place


@pytest.mark.parametrize("name", EXPORTERS)
def test_what_is_written_is_what_the_format_renders(name: str, tmp_path: Path) -> None:
    target, exporter = tmp_path / "a file", EXPORTERS[name]
    assert Export(Order(name, {}, notebook())).write(target, silent) == target
    made = exporter.render(notebook())
    assert target.read_bytes() == (made.encode("utf-8") if isinstance(made, str) else made)


def test_options_go_along(tmp_path: Path) -> None:
    Export(Order("csv", {"bom": False}, notebook())).write(tmp_path / "a.csv", silent)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").startswith("讲话")


def test_of_a_library_all_is_written_and_told(tmp_path: Path) -> None:
    place, told = library(tmp_path, 3), list[tuple[int, int]]()
    Export(Order("markdown", {}, place)).write(tmp_path / "all.md", lambda *step: told.append(step))
    words = (tmp_path / "all.md").read_text(encoding="utf-8")
    assert [words.count(f"# 第{number}篇讲话") for number in range(3)] == [1, 1, 1]
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_what_is_stopped_before_it_began_writes_nothing(tmp_path: Path) -> None:
    work = Export(Order("markdown", {}, notebook()))
    assert work.stop()
    with pytest.raises(Cancelled):
        work.write(tmp_path / "a.md", silent)
    assert list(tmp_path.iterdir()) == []


def test_what_is_stopped_on_its_way_leaves_the_former_file(tmp_path: Path) -> None:
    place, target = library(tmp_path / "there", 2), tmp_path / "a.json"
    target.write_text("former", encoding="utf-8")
    work = Export(Order("json", {}, place))

    def stop(done: int, count: int) -> None:
        assert work.stop()

    with pytest.raises(Cancelled):
        work.write(target, stop)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.json"]
    assert target.read_text(encoding="utf-8") == "former"


def test_what_is_being_put_in_its_place_is_no_longer_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work, answers = Export(Order("markdown", {}, notebook())), list[bool]()
    write = exporting.write_whole

    def slow(path: Path, data: bytes) -> None:
        thread = threading.Thread(target=lambda: answers.append(work.stop()))
        thread.start()
        thread.join()
        write(path, data)

    monkeypatch.setattr(exporting, "write_whole", slow)
    assert work.write(tmp_path / "a.md", silent).exists()
    assert answers == [False]


@pytest.mark.parametrize("place", ["gone/a.md", "."])
def test_what_cannot_be_written_is_a_problem(tmp_path: Path, place: str) -> None:
    with pytest.raises(Problem) as caught:
        Export(Order("markdown", {}, notebook())).write(tmp_path / place, silent)
    assert caught.value.key in ("write.no_folder", "write.folder")
    assert list(tmp_path.iterdir()) == []


def test_what_goes_wrong_in_the_process_is_told_here(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"no library at all" * 200)
    with pytest.raises(Problem) as caught:
        Export(Order("markdown", {}, tmp_path / "library.sqlite")).preview()
    assert caught.value.key == "library.not_database"
    with pytest.raises(Problem) as caught:
        Export(Order("no such format", {}, notebook())).write(tmp_path / "a.md", silent)
    assert caught.value.key == "export.failed"
    assert not (tmp_path / "a.md").exists()


def test_a_preview_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Problem) as caught:
        Export(Order("markdown", {}, notebook())).preview(patience=0.001)
    assert caught.value.key == "export.slow"


TAGS = {"t": Tag("t", "数据", "#9cd08f")}
"""A codebook without any is not written."""


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_has_a_first_page(name: str, sample_path: Path) -> None:
    document = read(sample_path)
    marks = tuple(mark(document, Span(at, at + 8), note="记", id=str(at), now="") for at in range(0, 2000, 10))
    view = Export(Order(name, {}, Notebook(document, marks, TAGS))).preview()
    assert bool(view.rich) + bool(view.plain) + bool(view.picture) == 1


def test_the_first_page_of_a_library_is_made_of_its_first_speeches(tmp_path: Path) -> None:
    view = Export(Order("markdown", {}, library(tmp_path, 20))).preview()
    assert "第0篇讲话" in view.plain
    assert "第19篇讲话" not in view.plain
