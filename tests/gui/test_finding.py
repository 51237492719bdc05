"""Finding in the open speech while one types."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.model import Span
from gui.top_bar import SearchField
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, SHIFT, Desk, speech_file
from tests.gui.own_speech import TEXT
from tests.gui.pixels import colours


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
