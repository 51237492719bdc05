"""Where things lie: as the systems' own rules say, which platformdirs knows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from platformdirs import user_data_path

from core.places import data_folder, library_path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
@pytest.mark.parametrize("named", [None, "", " ", "/somewhere/else", "/some where/数据"])
def test_the_short_rule_for_linux_gives_what_platformdirs_gives(
    monkeypatch: pytest.MonkeyPatch, named: str | None
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv("XDG_DATA_HOME", named)
    assert data_folder() == user_data_path("piyue", appauthor=False)


def test_the_environment_names_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIYUE_LIBRARY", "~/speeches.sqlite")
    assert library_path() == Path("~/speeches.sqlite").expanduser()
    monkeypatch.delenv("PIYUE_LIBRARY")
    assert library_path() == data_folder() / "library.sqlite"
