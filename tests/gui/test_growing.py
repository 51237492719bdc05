"""A selection grows by word, clause, sentence, paragraph and section, and shrinks back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.gui.desk import SHIFT, Desk
from tests.gui.own_speech import TEXT, find

SENTENCE = "枯水期只有四十天，错过今年就要再等一年。"


def test_a_selection_grows_from_word_to_section_and_shrinks_back(desk: Desk) -> None:
    desk.go(find("四十天")[0])
    grown = []
    for _ in range(7):
        desk.press("e")
        grown.append(desk.selected)
    section = TEXT[find("（二）时机")[0] : find("再等一年。")[1]]
    part = TEXT[find("一、看清")[0] : find("再等一年。")[1]]
    assert grown == ["四", "枯水期只有四十天", SENTENCE, section, part, TEXT, TEXT]
    shrunk = []
    for _ in range(7):
        desk.press("e", held=SHIFT)
        shrunk.append(desk.selected)
    assert shrunk == [part, section, SENTENCE, "枯水期只有四十天", "四", "", ""]


def test_a_selection_over_two_sentences_grows_to_both(desk: Desk) -> None:
    desk.select("真切。去年")
    desk.press("e")
    assert desk.selected == "两岸群众看得最真切。去年清淤8公里"
    desk.press("e")
    start, stop = find("河水清不清")[0], find("来之不易。")[1]
    assert desk.selected == TEXT[start:stop]


def test_a_moved_caret_forgets_what_was_grown(desk: Desk) -> None:
    desk.go(find("四十天")[0])
    desk.press("e", "e", Qt.Key.Key_Right)
    here = desk.pane.caret.point
    desk.press("e", held=SHIFT)
    assert (desk.pane.caret.point, desk.selected) == (here, "")
