"""The section tree: what stands in it, where it leads, and that it follows the reader."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from core.model import Span
from gui.section_model import Role
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, Desk
from tests.gui.own_speech import TEXT, TITLE, find
from tests.gui.pixels import colours

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def seed(opening: Opening, seed_path: object) -> Desk:
    """A window on the speech that started the project."""
    return opening(seed_path)  # type: ignore[arg-type]


def children(index: QModelIndex, desk: Desk) -> list[QModelIndex]:
    model = desk.tree.model()
    return [model.index(row, 0, index) for row in range(model.rowCount(index))]


def rows(desk: Desk) -> list[QModelIndex]:
    return children(QModelIndex(), desk)


def click(desk: Desk, index: QModelIndex) -> None:
    desk.tree.scrollTo(index)
    box = desk.tree.visualRect(index)
    desk.qtbot.mouseClick(desk.tree.viewport(), LEFT, pos=box.center())


def position(desk: Desk) -> int:
    assert desk.session.current is not None
    return desk.session.current.position


def test_the_seed_s_tree_stands_when_it_is_opened(seed: Desk) -> None:
    top = rows(seed)
    kinds = [index.data(Role.KIND) for index in top]
    assert kinds == ["adverts", "title", "salutation", *["part"] * 4, "closing"]
    parts = [index for index in top if index.data(Role.KIND) == "part"]
    assert [index.data()[:2] for index in parts] == ["一、", "二、", "三、", "四、"]
    held = [Counter(child.data(Role.KIND) for child in children(part, seed)) for part in parts]
    assert [(each["section"], each["point"]) for each in held] == [(4, 4), (4, 3), (6, 0), (3, 0)]
    sections = [child for part in parts for child in children(part, seed) if child.data(Role.KIND) == "section"]
    assert sum(len(children(section, seed)) for section in sections) == 33
    assert seed.session.current is not None
    assert top[1].data() == seed.session.current.document.title


def test_adverts_are_folded_under_one_grey_row(seed: Desk) -> None:
    adverts = rows(seed)[0]
    assert len(children(adverts, seed)) == 8
    assert not seed.tree.isExpanded(adverts)
    assert all(seed.tree.isExpanded(index) for index in rows(seed) if index.data(Role.KIND) == "part")


def test_the_heading_of_the_panel_sums_up_the_speech(desk: Desk) -> None:
    chars = len("".join(TEXT.split()))
    assert desk.find(QLabel, "outlineSummary").text() == f"{chars} characters · 2 parts"


def test_a_click_shows_the_section_and_makes_it_current(seed: Desk) -> None:
    for number in (5, 3, 6):
        part = rows(seed)[number]
        click(seed, part)
        start = part.data(Role.START)
        assert position(seed) == seed.pane.caret.point == start
        assert seed.tree.currentIndex() == part
        box = seed.pane.caret_box()
        assert box is not None
        height = seed.pane.viewport().height()
        assert 0 <= box.top() <= height * 0.3
        assert seed.window.status.place.text().startswith(part.data()[:3])


def test_a_click_on_a_section_shows_what_is_below_it(seed: Desk) -> None:
    section = children(rows(seed)[3], seed)[0]
    assert not seed.tree.isExpanded(section)
    click(seed, section)
    assert seed.tree.isExpanded(section)
    point = children(section, seed)[2]
    click(seed, point)
    assert position(seed) == point.data(Role.START)


def test_a_click_on_the_arrow_opens_and_closes_without_going_there(seed: Desk) -> None:
    part, before = rows(seed)[4], position(seed)
    box = seed.tree.visualRect(part)
    seen = []
    for _ in range(2):
        seed.qtbot.mouseClick(seed.tree.viewport(), LEFT, pos=QPoint(box.left() + 12, box.center().y()))
        seen.append(seed.tree.isExpanded(part))
    assert seen == [False, True]
    assert position(seed) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_arrows_and_enter_lead_to_a_section_too(desk: Desk, key: Qt.Key) -> None:
    desk.tree.setFocus()
    desk.tree.setCurrentIndex(desk.row("一、"))
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down, key)
    assert desk.tree.currentIndex() == desk.row("（二）")
    assert position(desk) == find("（二）时机")[0]
    assert desk.session.mark_id == ""


def test_the_tree_follows_the_reader(seed: Desk) -> None:
    seen = []
    for _ in range(4):
        seed.press(Qt.Key.Key_BracketRight)
        seen.append(seed.tree.currentIndex().data(Role.KIND))
        assert seed.tree.currentIndex().data(Role.START) <= position(seed)
    assert seen[0] == "part"


def test_at_the_very_end_the_last_section_is_current(desk: Desk) -> None:
    desk.press(Qt.Key.Key_End, on=desk.pane, held=Qt.KeyboardModifier.ControlModifier)
    assert desk.pane.caret.point == len(desk.text)
    assert desk.tree.currentIndex().data() == desk.tree.model().index(desk.tree.model().rowCount() - 1, 0).data()
    assert desk.window.status.share.text() == "100%"


def test_a_row_that_is_hidden_is_followed_by_the_one_above_it(seed: Desk) -> None:
    section = children(rows(seed)[3], seed)[0]
    point = children(section, seed)[1].data(Role.START)
    seed.session.go(Span(point, point))
    assert seed.tree.currentIndex() == section
    seed.tree.expand(section)
    seed.press(Qt.Key.Key_Right)
    assert seed.tree.currentIndex().data(Role.START) == point


def test_the_tree_is_painted_with_marks_selection_and_hover(desk: Desk) -> None:
    before = desk.tree.grab().toImage()
    desk.tag("23个直排口")
    assert desk.tree.grab().toImage() != before
    desk.tree.setCurrentIndex(desk.row("二、"))
    desk.qtbot.mouseMove(desk.tree.viewport(), desk.tree.visualRect(desk.row("一、")).center())
    QApplication.processEvents()
    look, seen = desk.app.look, colours(desk.tree.viewport().grab().toImage())
    assert {look.panel.lower(), look.selection.lower(), look.accent.lower(), look.line.lower()} <= seen


def test_long_headings_are_cut_and_shown_whole_as_a_hint(seed: Desk) -> None:
    part = rows(seed)[3]
    hint = part.data(Qt.ItemDataRole.ToolTipRole)
    assert hint.split("\n") == [part.data(), f"{part.data(Role.CHARS):,} characters, 29.1 % of the speech"]


def test_a_window_without_a_speech_has_an_empty_tree(desk: Desk) -> None:
    desk.press("w", held=CTRL)
    assert rows(desk) == []
    assert desk.find(QLabel, "outlineSummary").text() == ""


def test_title_and_salutation_lead_to_their_place(desk: Desk) -> None:
    desk.session.go(Span(*find("谁来守")))
    for words, at in (("Salutation", "同志们：\n\u3000"), (TITLE, TITLE)):
        click(desk, desk.row(words))
        assert position(desk) == find(at)[0]


def shown(desk: Desk, parent: QModelIndex = QModelIndex()) -> list[str]:  # noqa: B008
    """The rows that are not hidden, in order."""
    found: list[str] = []
    for index in children(parent, desk):
        if not desk.tree.isRowHidden(index.row(), parent):
            found += [index.data(), *shown(desk, index)]
    return found


@pytest.mark.parametrize("typed", ["干部队伍持续", "gbdwcx", "GBDWCX", "干部 队伍持续"])
def test_the_tree_is_filtered_by_words_and_by_initials(opening: Opening, seed_path: Path, typed: str) -> None:
    seed = opening(seed_path, words=True)
    before = shown(seed)
    seed.window.outline.field.setFocus()
    seed.window.outline.field.insert(typed)
    seed.qtbot.waitUntil(lambda: len(shown(seed)) == 3, timeout=20_000)
    assert [words[:2] for words in shown(seed)] == ["一、", "四是", "干部"]
    assert seed.tree.isExpanded(rows(seed)[3])
    seed.qtbot.keyClick(seed.window.outline.field, Qt.Key.Key_Escape)
    assert shown(seed) == before
    assert seed.tree.hasFocus()


def test_what_was_open_before_a_filter_is_open_after_it(seed: Desk) -> None:
    opened = [seed.tree.isExpanded(index) for index in children(rows(seed)[3], seed)]
    seed.window.outline.field.setText("干部队伍")
    seed.window.outline.field.clear()
    assert [seed.tree.isExpanded(index) for index in children(rows(seed)[3], seed)] == opened


@pytest.mark.parametrize(("level", "parts", "sections"), [(1, False, False), (2, True, False), (3, True, True)])
def test_the_tree_opens_to_a_level(seed: Desk, level: int, parts: bool, sections: bool) -> None:
    seed.window.actions_by_name[f"outline.level.{level}"].trigger()
    part = rows(seed)[3]
    assert seed.tree.isExpanded(part) is parts
    assert seed.tree.isExpanded(children(part, seed)[0]) is sections
    assert not seed.tree.isExpanded(rows(seed)[0])


def test_the_outline_is_copied_whole_and_from_a_row_down(seed: Desk) -> None:
    deeds, clipboard = seed.window.deeds.outline, QApplication.clipboard()
    seed.window.actions_by_name["outline.copy"].trigger()
    assert clipboard.text().split("\n")[1].startswith("一、")
    deeds.copy_outline("numbered", rows(seed)[4])
    lines = clipboard.text().splitlines()
    assert lines[0].startswith("1 二、")
    assert lines[1].startswith("\u30001.1 ")
    assert len(lines) == 8


def test_what_does_not_add_up_in_the_numbering_is_shown(opening: Opening, tmp_path: Path) -> None:
    file = tmp_path / "faulty.txt"
    parts = [f"{n}、把第{n}件事办好\n这件事关系全村，大家要一起出力，一起想办法，一件一件办到底。\n" for n in "一二四"]
    file.write_text("在修渠会上的讲话\n同志们：\n今天开个会。\n" + "".join(parts), encoding="utf-8")
    desk = opening(file)
    desk.qtbot.waitUntil(lambda: any(index.data(Role.FAULT) for index in rows(desk)), timeout=10_000)
    faulty = [index for index in rows(desk) if index.data(Role.FAULT)]
    assert [index.data()[:2] for index in faulty] == ["四、"]
    assert faulty[0].data(Role.FAULT).startswith("Number 4 follows where 3 was due")
    assert faulty[0].data(Role.FAULT) in faulty[0].data(Qt.ItemDataRole.ToolTipRole)
