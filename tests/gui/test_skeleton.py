"""The skeleton: headings and first sentences alone, each paragraph opened in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from core.model import Span
from core.readers import build
from gui.skeleton import skeleton
from gui.typesetting import blocks
from tests.core.outline import LONG, MORE
from tests.gui.conftest import Opening
from tests.gui.desk import Desk
from tests.gui.own_speech import TEXT, find

SPEECH = (
    "在全镇大会上的讲话\n同志们：\n今天开个会。会不长。\n\n一、修渠\n"
    f"修渠是大事。{LONG}\n（一）清淤。{MORE}\n（二）衬砌\n{LONG}\n二、修路\n{MORE}"
)


def shown(text: str, *opened: int) -> list[str]:
    document = build(text)
    made = skeleton(text, blocks(text, document.sections), opened)
    return [text[each.first : each.stop] + {"shut": "…", "open": "^", "": ""}[each.fold] for each in made]


SKELETON = [
    "在全镇大会上的讲话",
    "同志们：",
    "今天开个会。…",
    "一、修渠",
    "修渠是大事。…",
    "（一）清淤。…",
    "（二）衬砌",
    LONG,
    "二、修路",
    MORE,
]


def test_headings_and_first_sentences_are_left() -> None:
    assert shown(SPEECH) == SKELETON


def test_a_line_is_opened_in_place() -> None:
    start = SPEECH.index("修渠是大事")
    assert shown(SPEECH, start) == [*SKELETON[:4], f"修渠是大事。{LONG}^", *SKELETON[5:]]


def test_run_ins_stand_each_on_a_line(seed_path: Path) -> None:
    text = seed_path.read_text(encoding="utf-8")
    found = shown(text)
    document = build(text)
    headings = [text[n.heading.start : n.heading.stop] for n in document.walk() if n.is_heading]
    assert all(any(each.startswith(heading) for each in found) for heading in headings)
    assert sum(map(len, found)) < 0.35 * len(text)


def test_a_very_long_line_is_shut_and_opened_whole() -> None:
    text = "一、修渠\n" + "修渠是大事。" + LONG * 120
    assert shown(text)[-1] == "修渠是大事。…"
    whole = shown(text, text.index("修渠是大事"))
    assert "".join(whole[1:]) == "修渠是大事。" + LONG * 120 + "^"


@pytest.fixture
def bare(desk: Desk) -> Desk:
    desk.press(Qt.Key.Key_F9)
    return desk


def lines(desk: Desk) -> list[str]:
    page = desk.pane.page
    assert page is not None
    return [TEXT[each.first : each.stop] for i, each in enumerate(page.blocks) if not page.hidden(i)]


def test_one_key_shows_it_and_the_whole_text_again(bare: Desk) -> None:
    found = lines(bare)
    assert "（一）难题还在。" in found
    assert not any("23个直排口" in line for line in found)
    bare.press(Qt.Key.Key_F9)
    assert any("23个直排口" in line for line in lines(bare))


def test_space_opens_and_shuts_the_paragraph_at_the_caret(bare: Desk) -> None:
    bare.click(find("难题还在")[0])
    bare.press(Qt.Key.Key_Space)
    assert any("23个直排口" in line for line in lines(bare))
    bare.press(Qt.Key.Key_Space)
    assert not any("23个直排口" in line for line in lines(bare))


def test_a_click_on_the_sign_opens_too(bare: Desk) -> None:
    page = bare.pane.page
    assert page is not None
    index = page.block_of(find("难题还在")[0])
    box = page.laid(index).sign_box().translated(0, page.text_top(index))
    dx, dy = bare.pane.place(QPoint(0, 0))
    at = QPoint(round(box.center().x() - dx), round(box.center().y() - dy))
    bare.qtbot.mouseClick(bare.pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert any("23个直排口" in line for line in lines(bare))


def test_whoever_goes_to_a_hidden_place_sees_it(bare: Desk) -> None:
    start, stop = find("23个直排口")
    bare.session.go(Span(start, stop))
    assert any("23个直排口" in line for line in lines(bare))
    assert bare.selected == "23个直排口"


def test_marks_are_painted_and_picked_in_it(opening: Opening, desk: Desk) -> None:
    mark = desk.tag("难题还在")
    desk.press(Qt.Key.Key_F9)
    plain = desk.pane.viewport().grab().toImage()
    desk.click(find("难题还在")[0] + 1)
    assert desk.session.mark_id == mark.id
    desk.press(Qt.Key.Key_Delete)
    assert desk.marks == []
    assert desk.pane.viewport().grab().toImage() != plain


def test_arrows_pass_over_what_is_not_shown(bare: Desk) -> None:
    stop = find("（一）难题还在。")[1]
    bare.go(stop - 1)
    bare.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert bare.pane.caret.point == find("（二）时机")[0]
