"""Scrolling, folding and setting anew: what has been read stays where it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from core.model import Span
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, Desk, speech_file


def test_a_click_unfolds_the_adverts_and_folds_them_again(desk: Desk) -> None:
    page = desk.pane.page
    assert page is not None
    dx, dy = desk.pane.place(QPoint(0, 0))
    at = QPoint(round(100 - dx), round(page.fold_height / 2 - dy))
    folded = []
    for _ in range(2):
        desk.qtbot.mouseClick(desk.pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
        folded.append(page.hidden(0))
    assert folded == [False, True]


def test_a_hit_in_folded_adverts_unfolds_them(desk: Desk) -> None:
    desk.press("f", held=CTRL)
    desk.type("扫码进群")
    assert desk.selected == "扫码进群"
    assert desk.pane.page is not None
    assert not desk.pane.page.hidden(0)


def wheel(desk: Desk, lines: int) -> None:
    viewport = desk.pane.viewport()
    middle = viewport.rect().center()
    steps = QPoint(0, -120 * lines)
    event = QWheelEvent(
        middle.toPointF(), viewport.mapToGlobal(middle).toPointF(), QPoint(), steps,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def test_the_wheel_scrolls_and_the_reading_position_follows(opening: Opening, seed_path: Path) -> None:
    desk = opening(seed_path)
    seen = []
    for _ in range(5):
        wheel(desk, 10)
        assert desk.session.current is not None
        seen.append(desk.session.current.position)
    assert seen == sorted(set(seen))
    assert seen[0] > 0
    assert desk.tree.currentIndex().isValid()


def test_text_of_another_size_keeps_its_place(opening: Opening, seed_path: Path) -> None:
    desk = opening(seed_path)
    desk.session.go(Span(6000, 6000))
    before, measure = desk.settings.page, desk.settings.page.measure
    for key, size in (("+", 1), ("+", 2), ("-", 1), ("-", 0)):
        at = desk.pane.top_point()
        desk.press(key, held=CTRL)
        assert desk.settings.page.size == before.size + size
        assert desk.pane.page is not None
        assert desk.pane.page.setting.size == before.size + size
        assert at - measure <= desk.pane.top_point() <= at


def test_a_window_of_another_width_keeps_its_place(opening: Opening, seed_path: Path) -> None:
    desk = opening(seed_path)
    desk.session.go(Span(6000, 6000))
    for width in (800, 1500, 1280):
        at = desk.pane.top_point()
        desk.window.resize(width, 700)
        QApplication.processEvents()
        assert at - desk.settings.page.measure <= desk.pane.top_point() <= at
        assert desk.session.current is not None
        assert desk.session.current.position == 6000


def test_only_what_can_be_seen_is_laid_out(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path, text="\n".join("河清岸绿，久久为功。" * 5 for _ in range(3000))))
    desk.wait_until_read()
    desk.press(Qt.Key.Key_End, held=CTRL)
    page = desk.pane.page
    assert page is not None
    assert desk.pane.caret.point == len(desk.text)
    box = desk.pane.caret_box()
    assert box is not None
    assert desk.pane.viewport().rect().contains(box.center().toPoint())
    assert len(page._laid) < 150
