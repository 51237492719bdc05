"""From the call to the painted speech, beside a bare script that shows the same file in a plain QTextEdit."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from core.library import Library
from core.readers import read
from tests.benchmarks.ledger import Ledger
from tests.benchmarks.material import fill, places
from tests.benchmarks.processes import Start, start

ROUNDS = 9
MARKS = 100
ALLOWED = 1.6

Starts = dict[str, list[Start]]


@pytest.fixture(scope="module")
def starts(seed_path: Path, started_before: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Starts:
    """Starts of the bare script, of ours with a library, and of ours without one, turn by turn."""
    folder = tmp_path_factory.mktemp("start")
    with Library(folder / "library.sqlite") as library:
        fill(library, read(seed_path), places(12_000, MARKS))

    def ours(name: str) -> Start:
        words = ("0", seed_path, "--library", folder / f"{name}.sqlite", "--language", "zh", "--theme", "light")
        settings = tempfile.mkdtemp(dir=folder)  # none yet: a window that was closed here would come back smaller
        return start("ours.py", *words, environment={**started_before, "XDG_CONFIG_HOME": settings})

    made: Starts = {"bare": [], "ours": [], "fresh": []}
    for number in range(ROUNDS + 1):
        made["bare"].append(start("bare.py", seed_path, environment=started_before))
        made["ours"].append(ours("library"))
        made["fresh"].append(ours(f"fresh{number}"))
    return {name: runs[1:] for name, runs in made.items()}  # the first of each compiles its modules


LIBRARIES = {"ours": (f"{MARKS} marks", MARKS), "fresh": ("new library", 0)}


@pytest.mark.parametrize("name", LIBRARIES)
def test_start(starts: Starts, ledger: Ledger, seed_path: Path, name: str) -> None:
    words, marks = LIBRARIES[name]
    length = len(seed_path.read_text(encoding="utf-8"))
    for run in starts[name]:
        assert run.said["colours"] > 10, "the text was painted"
        assert run.said["rows"] > 10, "the section tree was painted"
        assert run.said["cards"] >= min(marks, 3), "the list of marks was painted"
        assert run.said["marks"] == marks
        assert run.said["size"] == [1280, 800]
    for run in (*starts["bare"], *starts[name]):
        assert abs(run.said["chars"] - length) < 10
    bare = [run.first.ms for run in starts["bare"]]
    for moment, picture in (("first", "painted text"), ("whole", "text, tree and list of marks")):
        ours = [getattr(run, moment).ms for run in starts[name]]
        ledger.ratio(f"start to {picture}, {words} : bare script", ours, bare, "ms", ALLOWED)


@pytest.mark.parametrize("kind", ["rss", "pss"])
@pytest.mark.parametrize("moment", ["first", "whole"])
def test_memory(starts: Starts, ledger: Ledger, kind: str, moment: str) -> None:
    sizes = {name: [getattr(getattr(run, moment), kind) for run in runs] for name, runs in starts.items()}
    if not all(sizes["bare"]):
        pytest.skip("this system does not tell how much memory a process has")
    picture = {"first": "the first picture", "whole": "the whole window"}[moment]
    ledger.ratio(f"memory ({kind.upper()}) at {picture} : bare script", sizes["ours"], sizes["bare"], "MB", ALLOWED)
