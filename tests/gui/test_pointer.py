"""Double and triple clicks: the word, the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.gui.conftest import Opening
from tests.gui.desk import SHIFT, Desk, speech_file
from tests.gui.own_speech import TEXT, find

SENTENCE = "枯水期只有四十天，错过今年就要再等一年。"


@pytest.mark.usefixtures("patient")
def test_a_double_click_selects_the_word(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path), words=True)
    if not desk.app.words.cut("试"):
        desk.qtbot.waitSignal(desk.app.words.ready, timeout=30_000).wait()
    start, _ = find("群众看得最真切")
    desk.click(start, times=2)
    assert desk.selected == "群众"
    desk.press("e", held=SHIFT)
    desk.click(find("𫖯")[0], times=2)
    assert "𫖯" in desk.selected
    assert desk.selected in TEXT


@pytest.mark.usefixtures("patient")
def test_before_the_words_are_known_a_double_click_selects_a_character_and_then_its_word(
    opening: Opening, tmp_path: Path
) -> None:
    desk = opening(speech_file(tmp_path), words=True)
    start, _ = find("群众看得最真切")
    assert desk.app.words.cut("试") == []
    with desk.qtbot.waitSignal(desk.app.words.ready, timeout=30_000):
        desk.click(start, times=2)
        assert desk.selected == "群"
    assert desk.selected == "群众"


def test_a_triple_click_selects_the_sentence(desk: Desk) -> None:
    desk.click(find("四十天")[0], times=3)
    assert desk.selected == SENTENCE
    desk.click(find("赵𫖯")[0], times=3)
    assert desk.selected == "赵𫖯同志带队走完了九道湾，回来只说了三个字：“能治好！”"


def test_a_triple_click_beside_the_text_selects_nothing(desk: Desk) -> None:
    at = desk.place(find("同志们：\n\u3000")[0])
    for _ in range(3):
        desk.qtbot.mouseClick(desk.pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, at.y()))
    assert desk.selected == ""
