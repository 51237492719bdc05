"""Files are taken in by a process of its own: what fails is told, and what was begun is gone on with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core import taking_in
from core.library import Library
from core.library.intake import KNOWN, TAKEN, TRIES, Progress
from core.problem import Problem

SERVER = Path(taking_in.__file__)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five good files, one of them twice; an empty one, one that lies about what it is, a circle of links."""
    top = tmp_path / "讲话"
    (top / "below").mkdir(parents=True)
    for number in range(5):
        (top / f"{number}.txt").write_text(
            f"第{number}次会上的讲话\n\n同志们：\n说第{number}件事。\n", encoding="utf-8"
        )
    (top / "below" / "again.txt").write_bytes((top / "3.txt").read_bytes())
    (top / "empty.txt").touch()
    (top / "hostile.docx").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 8)
    if hasattr(os, "symlink"):
        (top / "below" / "circle").symlink_to(top, target_is_directory=True)
    return top


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        yield library


def run(path: Path, *orders: dict[str, Any]) -> list[dict[str, Any]]:
    """Give orders to the process until nothing waits any more; what it said."""
    call = [sys.executable, str(SERVER), str(path)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("".join(json.dumps(order) + "\n" for order in orders))
        process.stdin.flush()
        said = list[dict[str, Any]]()
        for line in process.stdout:
            said.append(json.loads(line))
            if said[-1].get("idle") and (said[-1]["all"] or not orders):
                break
        process.stdin.close()
        process.stdout.read()
    assert process.returncode == 0
    return said


def test_good_files_are_in_though_bad_ones_are_among_them(library: Library, folder: Path) -> None:
    said = run(library.path, {"put": [str(folder)]})
    assert [said[-1][name] for name in Progress._fields] == [8, 5, 1, 2]
    assert len(library.documents()) == 5
    failed = library.intake.failures()
    assert [Path(path).name for path, _ in failed] == ["empty.txt", "hostile.docx"]
    assert all(problem.say("zh") and problem.say("en") for _, problem in failed)


def test_what_was_not_done_when_the_process_was_killed_is_gone_on_with(library: Library, folder: Path) -> None:
    library.intake.put(str(path) for path in sorted(folder.glob("*.txt")))
    first = library.intake.next()
    assert first is not None
    library.intake.settle(first.number, TAKEN)
    library.intake.next()  # and here it was killed
    run(library.path)
    assert library.intake.progress() == Progress(6, 5, 0, 1)


def test_a_file_at_which_the_process_ended_twice_is_left_out(library: Library, folder: Path) -> None:
    library.intake.put([str(folder / "0.txt"), str(folder / "1.txt")])
    for _ in range(TRIES):
        library.intake.next()
    run(library.path)
    assert library.intake.progress() == Progress(2, 1, 0, 1)
    ((path, problem),) = library.intake.failures()
    assert path.endswith("0.txt")
    assert problem.key == "intake.stopped"


def test_paused_it_rests_and_then_goes_on(library: Library, folder: Path) -> None:
    call, pipe = [sys.executable, str(SERVER), str(library.path)], subprocess.PIPE
    with subprocess.Popen(call, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def tell(**order: object) -> None:
            process.stdin.write(json.dumps(order) + "\n")  # type: ignore[union-attr]
            process.stdin.flush()  # type: ignore[union-attr]

        tell(pause=True, put=[str(folder)])
        while json.loads(process.stdout.readline())["all"] == 0:
            pass
        assert library.intake.progress() == Progress(8, 0, 0, 0)
        tell(pause=False)
        while not json.loads(process.stdout.readline())["idle"]:
            pass
        assert library.intake.progress().done == 8
        process.stdin.close()


def test_a_fault_of_ours_in_one_file_hides_no_other(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = taking_in.take

    def faulty(to: Library, path: Path) -> object:
        if path.name == "1.txt":
            raise RecursionError
        return take(to, path)

    monkeypatch.setattr(taking_in, "take", faulty)
    library.intake.put(str(path) for path in sorted(folder.glob("?.txt")))
    with (library.path.parent / "out").open("w") as out:
        work = taking_in.TakingIn(library, out)
        while (waiting := library.intake.next()) is not None:
            work._take(waiting)
    assert library.intake.progress() == Progress(5, 4, 0, 1)
    assert library.intake.failures()[0][1].key == "intake.fault"


def test_a_library_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    path = tmp_path / "no.sqlite"
    path.write_text("no database at all " * 100)
    done = subprocess.run(
        [sys.executable, str(SERVER), str(path)], input="", capture_output=True, text=True, check=False
    )
    key, values = json.loads(done.stdout)["problem"]
    assert Problem(key, **values).say("en")
    assert done.returncode == 1


def test_the_list_is_put_at_the_end_given_up_and_forgotten(library: Library) -> None:
    assert not library.awaits_intake
    library.intake.put(["/a"])
    library.intake.put(["/b", "/c"])
    first = library.intake.next()
    assert first is not None
    assert first.path == "/a"
    library.intake.settle(first.number, KNOWN)
    library.intake.give_up()
    assert library.intake.progress() == Progress(1, 0, 1, 0)
    assert library.awaits_intake
    library.intake.clear()
    assert not library.awaits_intake
