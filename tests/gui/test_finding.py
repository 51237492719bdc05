"""Finding in the open speech while one types."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from core.model import Span
from gui import marking
from gui.search_field import SearchField
from gui.search_options import SearchOptions
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, OFFSCREEN, SHIFT, Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import TEXT
from tests.gui.pixels import colours

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def finding(desk: Desk) -> Desk:
    desk.press("f", held=CTRL)
    return desk


def field(desk: Desk) -> SearchField:
    return desk.find(SearchField, "searchField")


def count(desk: Desk) -> str:
    return desk.find(QLabel, "searchCount").text()


def test_ctrl_f_leads_to_the_field_and_escape_back_to_the_text(finding: Desk) -> None:
    assert field(finding).hasFocus()
    finding.type("河")
    finding.press(Qt.Key.Key_Escape)
    assert finding.pane.hasFocus()
    assert (field(finding).text(), count(finding)) == ("", "")


def test_what_is_typed_is_found_at_once_and_counted(finding: Desk) -> None:
    finding.type("一")
    many = TEXT.count("一")
    assert count(finding).endswith(f"/{many}")
    finding.type("口")
    assert (finding.selected, count(finding)) == ("一口", "1/1")


@pytest.mark.parametrize("words", ["𫖯", "😀", "”😀下", "8公里"])
def test_rare_characters_and_emoji_are_found(desk: Desk, words: str) -> None:
    field(desk).setText(words)
    assert (desk.selected, count(desk)) == (words, "1/1")


def test_enter_goes_round_the_hits_in_both_directions(finding: Desk) -> None:
    finding.type("清")
    places = [i for i, character in enumerate(TEXT) if character == "清"]
    seen = [finding.pane.caret.span.start]
    for held in [Qt.KeyboardModifier.NoModifier] * len(places) + [SHIFT] * 2:
        finding.press(Qt.Key.Key_Return, held=held)
        seen.append(finding.pane.caret.span.start)
    first = places.index(seen[0])
    wanted = [places[(first + n) % len(places)] for n in (*range(len(places) + 1), -1 % len(places), -2)]
    assert seen == wanted


def test_what_is_not_there_is_said(finding: Desk) -> None:
    finding.type("没有的词")
    assert count(finding) == "0/0"
    assert field(finding).property("none") is True
    finding.press(Qt.Key.Key_Return)
    assert finding.message == ""


def test_a_hit_can_be_marked_from_the_text(finding: Desk) -> None:
    finding.type("谁来守")
    finding.press(Qt.Key.Key_Escape, "3")
    assert (finding.mark.quote, finding.tags_of(finding.mark)) == ("谁来守", ["提法"])


def test_single_keys_typed_in_the_field_never_act(desk: Desk) -> None:
    mark = desk.tag("谁来守")
    desk.press("f", held=CTRL)
    typed = "123456789snejk[]?0"
    for character in typed:
        desk.press(character)
    assert field(desk).text() == typed
    desk.press(Qt.Key.Key_Home, Qt.Key.Key_Delete)
    assert field(desk).text() == typed[1:]
    assert desk.marks == [mark]
    assert not desk.action("annotate.sticky").isChecked()


def test_another_speech_is_searched_for_the_same_without_leaving_its_place(opening: Opening, tmp_path: Path) -> None:
    text = "第二篇\n\n同志们：\n" + "\n".join(f"第{i}段说的是河。" for i in range(90))
    desk = opening(speech_file(tmp_path, "second.txt", text), speech_file(tmp_path))
    desk.press(Qt.Key.Key_Tab, held=CTRL)
    at = text.index("第70段")
    desk.session.go(Span(at, at))
    scrolled = desk.pane.verticalScrollBar().value()
    desk.press(Qt.Key.Key_Tab, held=CTRL)
    field(desk).setText("河")
    desk.press(Qt.Key.Key_Tab, held=CTRL)
    assert count(desk) == "0/90"
    assert desk.pane.caret.point == at
    assert desk.pane.verticalScrollBar().value() == scrolled
    desk.press(Qt.Key.Key_Return, on=field(desk))
    assert desk.selected == "河"
    assert abs(desk.pane.caret.point - at) < 60


def test_hits_are_painted(finding: Desk) -> None:
    hit, seen = finding.app.look.hit.lower(), []
    for step in (lambda: None, lambda: finding.type("清"), lambda: finding.press(Qt.Key.Key_Escape)):
        step()
        seen.append(hit in colours(finding.pane.viewport().grab().toImage()))
    assert seen == [False, True, False]


def test_the_text_found_is_brought_into_view(opening: Opening, seed_path: Path) -> None:
    desk = opening(seed_path)
    at = desk.text.rindex("，")
    words = desk.text[at - 4 : at]
    desk.press("f", held=CTRL)
    desk.type(words)
    box = desk.pane.caret_box()
    assert box is not None
    assert desk.pane.viewport().rect().contains(box.center().toPoint())
    assert desk.selected == words


# -- what is taken for the same --------------------------------------------------------------------

MIXED = "题目\n\n同志们：\n８公里和8公里，國家和国家，GDP和gdp，（一）和(一)。\n"


@pytest.fixture
def mixed(opening: Opening, tmp_path: Path) -> Desk:
    desk = opening(speech_file(tmp_path, "mixed.txt", MIXED))
    desk.press("f", held=CTRL)
    return desk


@pytest.mark.parametrize(
    ("key", "words", "before", "after"),
    [
        ("w", "8公里", "1/1", "1/2"),
        ("w", "（一）", "1/1", "1/2"),
        ("t", "国家", "1/1", "1/2"),
        ("a", "gdp", "1/1", "1/2"),
        ("r", "公里.", "0/0", "1/2"),
    ],
)
def test_an_option_is_turned_on_by_its_key_and_remembered(
    mixed: Desk, opening: Opening, key: str, words: str, before: str, after: str
) -> None:
    mixed.type(words)
    assert count(mixed) == before
    mixed.press(key, held=ALT)
    mixed.qtbot.waitUntil(lambda: count(mixed)[2:] == after[2:], timeout=LONG)
    assert field(mixed).text() == words
    mixed.close()
    again = opening(mixed.folder / "mixed.txt")
    again.press("f", held=CTRL)
    again.type(words)
    again.qtbot.waitUntil(lambda: count(again) == after, timeout=LONG)


def test_the_options_hang_below_the_field_while_it_has_the_focus(finding: Desk) -> None:
    options = finding.find(SearchOptions, "searchOptions")
    assert options.isVisible()
    assert nameless(options) == []
    button = finding.find(QToolButton, "button.search.width")
    finding.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert finding.action("search.width").isChecked()
    assert field(finding).hasFocus()
    finding.press(Qt.Key.Key_Escape)
    assert options.isHidden()


def test_a_pattern_that_is_none_is_said_below_the_field(finding: Desk) -> None:
    finding.press("r", held=ALT)
    finding.type("(河")
    problem = finding.find(QLabel, "searchProblem")
    finding.qtbot.waitUntil(problem.isVisible, timeout=LONG)
    assert "2" in problem.text()
    assert field(finding).property("none") is True
    finding.type(")")
    finding.qtbot.waitUntil(lambda: count(finding).endswith(f"/{TEXT.count('河')}"), timeout=LONG)
    assert problem.isHidden()


# -- the way in and out ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "query"), [("谁来守", "谁来守"), ("8公里，拆除", "8公里，拆除"), ("来之不易。\n（一）", "")]
)
def test_a_selected_passage_is_what_is_looked_for(desk: Desk, words: str, query: str) -> None:
    desk.select(words)
    desk.press("f", held=CTRL)
    assert (field(desk).text(), desk.selected) == (query, words)


def test_of_many_hits_the_selected_one_stays_selected(desk: Desk) -> None:
    at = TEXT.index("清", TEXT.index("河水清不清") + 4)
    desk.drag(at, at + 1)
    desk.press("f", held=CTRL)
    assert (desk.pane.caret.span, count(desk)[0]) == (Span(at, at + 1), str(TEXT[: at + 1].count("清")))


def test_a_selected_passage_is_no_pattern(desk: Desk) -> None:
    desk.action("search.regex").trigger()
    desk.select("（2024年3月12日）")
    desk.press("f", held=CTRL)
    desk.qtbot.waitUntil(lambda: count(desk) == "1/1", timeout=LONG)


def test_escape_twice_leads_back_to_where_one_was(desk: Desk) -> None:
    desk.click(TEXT.index("雨一大"))
    caret, scroll = desk.pane.caret, desk.pane.verticalScrollBar().value()
    desk.press("f", held=CTRL)
    desk.type("脚下做起")
    desk.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert desk.selected == "脚下做起"
    desk.press(Qt.Key.Key_Escape)
    assert (desk.pane.caret, desk.pane.verticalScrollBar().value()) == (caret, scroll)


def test_who_moves_on_from_a_hit_is_not_taken_back(finding: Desk) -> None:
    finding.type("脚下做起")
    finding.press(Qt.Key.Key_Escape, Qt.Key.Key_Right)
    at = finding.pane.caret.point
    finding.press(Qt.Key.Key_Escape)
    assert finding.pane.caret.point == at


def test_f3_steps_from_the_text_also_after_the_search_was_left(finding: Desk) -> None:
    finding.type("清")
    first = finding.pane.caret.span
    finding.press(Qt.Key.Key_Escape)
    finding.press(Qt.Key.Key_F3)
    second = finding.pane.caret.span
    assert (finding.selected, second > first) == ("清", True)
    finding.press(Qt.Key.Key_F3, held=SHIFT)
    assert finding.pane.caret.span == first


# -- marking all -----------------------------------------------------------------------------------


def test_all_hits_are_marked_with_a_tag_in_one_step(desk: Desk) -> None:
    known = desk.tag("河清岸绿")
    start = known.span.start if known.span else 0
    desk.drag(start, start + 1)
    desk.press("2", on=desk.pane)
    desk.press("f", held=CTRL)
    field(desk).setText("河")
    before = {mark.id for mark in desk.marks}
    desk.press("2", held=ALT)
    marks = [mark for mark in desk.marks if mark.quote == "河"]
    assert len(marks) == TEXT.count("河")
    assert {tuple(desk.tags_of(mark)) for mark in marks} == {("数据",)}
    assert len({mark.span for mark in marks}) == len(marks)
    assert len(desk.quotes) == len(desk.marks)
    desk.press("2", held=ALT)
    desk.press("z", held=CTRL, on=desk.pane)
    assert {mark.id for mark in desk.marks} == before


@OFFSCREEN
def test_all_hits_are_marked_from_a_list_of_tags(finding: Desk) -> None:
    finding.press("m", held=CTRL | SHIFT)
    assert finding.window.findChildren(QMenu, "markAllMenu") == []
    finding.type("谁")
    finding.press("m", held=CTRL | SHIFT)
    menu = finding.find(QMenu, "markAllMenu")
    next(entry for entry in menu.actions() if entry.text().startswith("问题")).trigger()
    assert len(finding.marks) == TEXT.count("谁")
    assert {tuple(finding.tags_of(mark)) for mark in finding.marks} == {("问题",)}


def test_more_hits_than_can_be_marked_at_once_are_refused(finding: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "MOST", 3)
    finding.type("谁")
    finding.press("1", held=ALT)
    assert finding.marks == []
    assert "3" in finding.message


# -- long texts ------------------------------------------------------------------------------------


def test_a_long_text_is_searched_behind_and_only_the_last_question_is_answered(
    opening: Opening, tmp_path: Path
) -> None:
    line = "同志们，河要治好，路要修好。\n"
    desk = opening(speech_file(tmp_path, "long.txt", "题目\n\n" + line * 30_000))
    desk.qtbot.waitUntil(lambda: desk.session.current is not None, timeout=4 * LONG)
    desk.press("f", held=CTRL)
    desk.type("要")
    assert count(desk) == "…"
    desk.qtbot.waitUntil(lambda: count(desk) == "1/60000", timeout=LONG)
    desk.type("治")
    desk.type("好")
    desk.press(Qt.Key.Key_Return, held=SHIFT)
    desk.qtbot.waitUntil(lambda: count(desk) == "30000/30000", timeout=LONG)
    assert desk.selected == "要治好"
