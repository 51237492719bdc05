"""What all benchmarks share: the ledger that becomes the table at the end, texts, and marks over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.ledger import Ledger
from tests.benchmarks.material import Material, of_our_own, of_the_tool
from tests.benchmarks.processes import environment

LEDGER = pytest.StashKey[Ledger]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEDGER] = Ledger()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    ledger = config.stash[LEDGER]
    if ledger.figures:
        terminalreporter.section("speed, measured in this one run")
        for line in ledger.table():
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def ledger(pytestconfig: pytest.Config) -> Ledger:
    """Where the figures go."""
    return pytestconfig.stash[LEDGER]


@pytest.fixture(scope="session")
def started_before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a desk where the program was started before."""
    return environment(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="session")
def own(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Material:
    """Long texts and many marks made of our own sample."""
    return of_our_own(sample_path, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="session", params=["own", "seed"])
def material(
    request: pytest.FixtureRequest, own: Material, seed_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Material:
    """Our own long texts, and those that other programs were measured with, where their tool is at hand."""
    if request.param == "own":
        return own
    shared: Path = request.getfixturevalue("shared")
    return of_the_tool(shared / "tools" / "make_marks.py", seed_path, tmp_path_factory.mktemp("seed"))
