"""From mark to mark and from section to section by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from core.model import Span
from tests.gui.desk import Desk
from tests.gui.own_speech import TEXT, find

PLACES = ("赵𫖯同志", "23个直排口", "四十天", "谁来守")


@pytest.fixture
def marked(desk: Desk) -> Desk:
    for words in PLACES:
        desk.tag(words)
    desk.click(find("今天开会")[0])
    return desk


def current_quote(desk: Desk) -> str:
    mark = desk.session.mark
    return mark.quote if mark else ""


def test_j_and_k_go_from_mark_to_mark_and_stop_at_the_ends(marked: Desk) -> None:
    seen = []
    for key in "jjjjjkkkkk":
        marked.press(key)
        seen.append(current_quote(marked))
    assert seen == [*PLACES, PLACES[3], PLACES[2], PLACES[1], PLACES[0], PLACES[0], PLACES[0]]


def test_without_a_current_mark_they_begin_at_the_caret(marked: Desk) -> None:
    for key, words in (("j", PLACES[2]), ("k", PLACES[1])):
        marked.click(find("干部不能只在岸上看")[0] + 2)
        marked.press(key)
        assert current_quote(marked) == words


def test_a_mark_gone_to_can_be_seen_and_tagged(marked: Desk) -> None:
    marked.press("j", "j", "j", "j", "5")
    assert marked.tags_of(marked.marks[3]) == ["金句", "问题"]
    assert marked.pane.viewport().rect().contains(marked.place(find(PLACES[3])[0]))


def test_brackets_go_from_heading_to_heading_and_stop_at_the_ends(desk: Desk) -> None:
    headings = [find(words)[0] for words in ("一、看清", "（一）难题", "（二）时机", "二、压实")]
    seen = []
    for key in (*[Qt.Key.Key_BracketRight] * 5, *[Qt.Key.Key_BracketLeft] * 5):
        desk.press(key)
        seen.append(desk.pane.caret.point)
    assert seen == [*headings, headings[3], *headings[2::-1], headings[0], headings[0]]


def test_within_a_section_the_bracket_leads_to_its_own_heading_first(desk: Desk) -> None:
    desk.session.go(Span(*find("错过今年")))
    desk.press(Qt.Key.Key_BracketLeft)
    assert desk.pane.caret.point == find("（二）时机")[0]
    assert desk.window.status.place.text() == "一、看清形势，把治河的担子挑起来 › （二）时机正好"


def test_where_there_is_nothing_to_go_to_nothing_happens(desk: Desk) -> None:
    before = desk.pane.caret
    desk.press("j", "k")
    assert (desk.pane.caret, desk.session.mark_id) == (before, "")
    desk.action("file.close").trigger()
    for name in ("go.nextMark", "go.previousMark", "go.nextSection", "go.previousSection", "go.nextSpeech"):
        desk.action(name).trigger()
    assert desk.message == ""


def test_the_status_bar_says_how_far_one_is(desk: Desk) -> None:
    desk.session.go(Span(len(TEXT) // 2, len(TEXT) // 2))
    assert desk.window.status.share.text() in ("49%", "50%")
