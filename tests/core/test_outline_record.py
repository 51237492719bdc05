"""An outline that was kept as a record is the outline that was parsed, for every kind of node."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core import outline_record
from core.library import Library
from core.outline_record import grammar, outline_from
from core.outline_record import outline_record as record_of
from core.readers import read


def test_a_record_gives_the_outline_back(seed_path: Path, sample_path: Path) -> None:
    for path in (seed_path, sample_path):
        document = read(path)
        assert len(document.sections) > 3
        assert outline_from(document.text, record_of(document.sections)) == document.sections


def test_the_grammar_has_another_name_as_soon_as_a_file_of_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline_record, "GRAMMAR", (tmp_path,))
    (tmp_path / "tree.py").write_text("one")
    (tmp_path / "notes.md").write_text("one")
    before = grammar()
    (tmp_path / "notes.md").write_text("other")
    assert grammar() == before
    (tmp_path / "tree.py").write_text("others")
    assert grammar() != before


def test_the_library_recalls_a_speech_until_the_grammar_changes(
    tmp_path: Path, sample_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = read(sample_path)
    with Library(tmp_path / "library.sqlite") as library:
        assert library.recall(document.digest) is None
        library.add(document)
        assert library.recall(document.digest) == document
    monkeypatch.setattr(outline_record, "GRAMMAR", (tmp_path,))
    (tmp_path / "headings.txt").write_text("a newer table")
    with Library(tmp_path / "library.sqlite") as library:
        assert library.recall(document.digest) is None
        assert library.remembered(document.digest) == document.sections
        assert library.remembered("0" * 64) == ()
        assert library.document(document.digest) == document
        library.add(document)
        assert library.recall(document.digest) == document


def test_recalling_loads_nothing_of_the_parser(tmp_path: Path, sample_path: Path) -> None:
    import subprocess

    path, document = tmp_path / "library.sqlite", read(sample_path)
    with Library(path) as library:
        library.add(document)
    code = (
        "import sys; from core.library import Library;"
        f"assert Library({str(path)!r}).recall({document.digest!r}).sections;"
        "assert not any(name.startswith('core.outline.') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
