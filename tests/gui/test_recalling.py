"""A speech with very many marks: the first picture shows its own, the rest follow, and nothing is ever missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.library import Library
from core.library import marks as libraries
from core.marks import mark
from core.model import Change, Span
from core.readers import read
from gui import session as sessions
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, Desk, speech_file
from tests.gui.own_speech import find

QUOTES = ("今天开会", "拆除违建120处", "23个直排口", "四十天", "谁来守；谁守不住", "河清岸绿")


@pytest.fixture
def many(opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Six marks, of which two stand near the beginning; three are many."""
    monkeypatch.setattr(sessions, "MANY", 3)
    monkeypatch.setattr(libraries, "NEAR", find("23个直排口")[0] - 1)
    path = speech_file(tmp_path)
    document = read(path)
    with Library(tmp_path / "library.sqlite") as library:
        library.add(document)
        tag = next(iter(library.tags()))
        marks = [mark(document, Span(*find(quote)), [tag], id=quote, now="t") for quote in QUOTES]
        library.apply(Change({each.id: each for each in marks}))
    return opening(path)


def test_the_first_picture_has_its_marks_and_the_rest_follow(many: Desk) -> None:
    speech = many.session.current
    assert speech is not None
    many.qtbot.waitUntil(lambda: not speech.partial, timeout=LONG)
    many.wait_until_read()
    assert many.quotes == list(QUOTES)
    assert many.window.status.marks.text() == "6 marks"
    many.click(find("谁来守")[0] + 1)
    assert many.session.mark_id == QUOTES[4]


def test_whoever_asks_for_the_marks_gets_all_at_once(many: Desk) -> None:
    speech = many.session.current
    assert speech is not None
    assert list(speech.marks) == list(QUOTES)
    assert not speech.partial


def test_a_mark_made_before_the_rest_is_there_is_kept(many: Desk) -> None:
    many.tag("一口一个对策")
    many.wait_until_read()
    assert many.quotes == [*QUOTES[:4], "一口一个对策", *QUOTES[4:]]
    many.press("z", held=CTRL)
    assert many.quotes == list(QUOTES)
    many.press(Qt.Key.Key_J)
    assert many.session.mark_id
