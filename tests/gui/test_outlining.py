"""The outline is put right by keys, in the text and in the tree; it is saved, undone, and there again next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTreeView

from core.model import Span
from gui import reshaping
from gui.section_model import Role
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, SHIFT, Desk, speech_file
from tests.gui.own_speech import TEXT, find
from tests.gui.pixels import colours

ALT = Qt.KeyboardModifier.AltModifier
FOUND = ["一、看清形势，把治河的担子挑起来", ".（一）难题还在", ".（二）时机正好", "二、压实责任，把治河的账算清楚"]


def headings(desk: Desk) -> list[str]:
    assert desk.session.current is not None
    nodes = [node for node in desk.session.current.document.walk() if node.is_heading]
    return ["." * (node.level - 1) + node.label + node.title for node in nodes]


def rows(desk: Desk) -> list[str]:
    """The rows of the tree, as they stand."""
    model = desk.tree.model()
    found: list[str] = []

    def walk(parent: object) -> None:
        for row in range(model.rowCount(parent)):  # type: ignore[arg-type]
            index = model.index(row, 0, parent)  # type: ignore[call-overload]
            if index.data(Role.KIND) in ("part", "section", "point"):
                found.append(index.data())
            walk(index)

    walk(desk.tree.rootIndex())
    return found


def at(words: str) -> int:
    return find(words)[0]


def test_one_key_and_a_heading_is_none_and_one_and_it_is_again(desk: Desk) -> None:
    assert headings(desk) == FOUND
    desk.go(at("（二）时机") + 3)
    desk.press("h", held=SHIFT)
    assert headings(desk) == [*FOUND[:2], FOUND[3]]
    assert rows(desk) == [FOUND[0], FOUND[1][1:], FOUND[3]]
    assert desk.status == "Saved"
    desk.press("h")
    assert headings(desk) == FOUND
    assert [each.level for each in desk.session.current.corrections.values()] == [2]  # type: ignore[union-attr]


def test_a_selection_becomes_a_heading_below_the_one_that_opens_its_paragraph(desk: Desk) -> None:
    desk.select("干部不能只在岸上看")
    desk.press("h", on=desk.pane)
    assert headings(desk) == [*FOUND[:2], "..干部不能只在岸上看", *FOUND[2:]]


def test_levels_change_in_the_text_and_in_the_tree(desk: Desk) -> None:
    desk.go(at("二、压实"))
    desk.press(Qt.Key.Key_Right, held=ALT)
    assert headings(desk)[3] == ".二、压实责任，把治河的账算清楚"
    desk.tree.setFocus()
    desk.tree.setCurrentIndex(desk.row("（二）"))
    desk.press(Qt.Key.Key_Left, held=ALT)
    assert headings(desk)[2] == "（二）时机正好"
    assert desk.tree.currentIndex().data() == "（二）时机正好"
    assert desk.tree.hasFocus()
    desk.press(Qt.Key.Key_Backspace, held=ALT)
    assert headings(desk)[2] == ".（二）时机正好"


def test_where_a_heading_begins_and_ends_and_joining_and_splitting(desk: Desk) -> None:
    desk.go(at("把治河的账"))
    desk.press("]", held=ALT)
    assert headings(desk)[3] == "二、压实责任"
    desk.press(Qt.Key.Key_Backspace, held=ALT)
    assert headings(desk) == FOUND
    desk.press("[", held=ALT)
    assert headings(desk)[3] == "把治河的账算清楚"
    desk.press("z", held=CTRL)
    desk.press("k", held=ALT)
    assert headings(desk)[3:] == ["二、压实责任", "把治河的账算清楚"]
    desk.go(at("二、压实") + 1)
    desk.press("j", held=ALT)
    assert headings(desk) == FOUND


def test_corrections_are_undone_redone_and_there_again(opening: Opening, tmp_path: Path) -> None:
    path = speech_file(tmp_path)
    desk = opening(path)
    desk.go(at("（一）难题"))
    desk.press("h", held=SHIFT)
    desk.press("z", held=CTRL)
    assert headings(desk) == FOUND
    desk.press("z", held=CTRL | SHIFT)
    right = headings(desk)
    assert right == [FOUND[0], *FOUND[2:]]
    desk.close()
    again = opening(path)
    assert headings(again) == right
    again.go(at("（一）难题"))
    again.press(Qt.Key.Key_Backspace, held=ALT)
    assert headings(again) == FOUND


@pytest.mark.parametrize("verb", ["plain", "raise", "begin", "split", "reset"])
def test_what_cannot_be_done_is_said_in_one_sentence(desk: Desk, verb: str) -> None:
    desk.go(at("今天开会"))
    desk.action(f"outline.{verb}").trigger()
    assert desk.message.count(".") >= 1
    assert headings(desk) == FOUND
    assert desk.session.undo_stack.count() == 0


def test_what_was_put_right_shows(desk: Desk) -> None:
    accent = desk.app.look.accent.lower()
    desk.go(at("今天开会"))
    desk.window.outline.field.setFocus()  # no caret, no current row in the picture
    assert accent not in colours(desk.pane.viewport().grab().toImage())
    desk.pane.setFocus()
    desk.go(at("（二）时机") + 3)
    desk.press(Qt.Key.Key_Left, held=ALT)
    index = desk.row("（二）")
    assert index.data(Role.CORRECTED)
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith("Put right by hand")
    assert desk.find(QLabel, "outlineSummary").text().endswith(" · 1 put right")
    desk.window.outline.field.setFocus()
    assert accent in colours(desk.pane.viewport().grab().toImage())


def test_the_tree_stays_as_it_was_opened_and_the_text_stays_where_it_was(opening: Opening, seed_path: Path) -> None:
    desk = opening(seed_path)
    desk.tree.setExpanded(desk.row("一、"), False)
    desk.tree.setExpanded(desk.tree.model().index(1, 0, desk.row("二、")), True)
    point = desk.row("三、").data(Role.START)
    desk.session.go(Span(point, point))
    before = desk.pane.caret_box()
    desk.press(Qt.Key.Key_Right, held=ALT)
    after = desk.pane.caret_box()
    assert before is not None
    assert after is not None
    assert abs(before.top() - after.top()) <= 1
    assert desk.pane.caret.point == point
    assert not desk.tree.isExpanded(desk.row("一、"))
    assert desk.tree.isExpanded(desk.tree.model().index(1, 0, desk.row("二、")))
    assert desk.row("三、").parent() == desk.row("二、")


def test_a_long_text_is_parsed_anew_behind_and_the_last_correction_holds(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reshaping, "AT_ONCE", 10)
    desk = opening(speech_file(tmp_path))
    desk.go(at("（二）时机") + 3)
    desk.press("h", held=SHIFT)
    desk.press("z", held=CTRL)
    desk.go(at("（一）难题") + 3)
    desk.press("h", held=SHIFT)
    desk.wait_until_read()
    assert headings(desk) == [FOUND[0], *FOUND[2:]]
    assert desk.session.current is not None
    with desk.library() as library:
        assert library.corrections(desk.session.current.digest) == desk.session.current.corrections


def test_a_filter_stays_over_a_correction(desk: Desk) -> None:
    desk.window.outline.field.setText("时机")
    desk.tree.setFocus()
    desk.tree.setCurrentIndex(desk.row("（二）"))
    desk.press(Qt.Key.Key_Left, held=ALT)
    assert isinstance(desk.tree, QTreeView)
    assert desk.tree.isRowHidden(desk.row("一、").row(), desk.tree.rootIndex())
    assert not desk.tree.isRowHidden(desk.row("（二）").row(), desk.tree.rootIndex())


def test_the_menus_offer_what_puts_the_outline_right(desk: Desk) -> None:
    menu = QMenu()
    desk.window.deeds.fill_menu(menu)
    (sub,) = [action.menu() for action in menu.actions() if action.menu()]
    assert isinstance(sub, QMenu)
    assert desk.action("outline.heading") in sub.actions()
    of_tree = QMenu()
    desk.window.deeds.outline.fill_outline_menu(of_tree, desk.row("（一）"))
    assert desk.action("outline.plain") in of_tree.actions()
    QApplication.processEvents()


def test_a_mark_keeps_its_place_under_another_heading(desk: Desk) -> None:
    desk.tag("23个直排口")
    desk.go(at("（一）难题") + 3)
    desk.press("h", held=SHIFT)
    mark = desk.mark
    assert mark.quote == "23个直排口"
    assert desk.row("一、").data(Role.MARKS) == 1
    assert TEXT[mark.span.start : mark.span.stop] == mark.quote  # type: ignore[union-attr]
