"""Whatever a reader does, in whatever order: text, list, tree and library show the same marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QModelIndex, Qt

from core.model import Annotation, Span
from gui.section_model import Role
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, SHIFT, Desk, speech_file
from tests.gui.own_speech import SECOND

STEPS = 70
Step = Callable[[Desk, Random], None]


def select_something(desk: Desk, chance: Random) -> None:
    start = chance.randrange(len(desk.text) - 1)
    desk.pane.select(Span(start, min(len(desk.text), start + chance.randint(1, 40))))


def write_a_note(desk: Desk, chance: Random) -> None:
    desk.press("n", on=desk.pane)
    if desk.window.note.editor.hasFocus():
        desk.type(chance.choice(("记", "一笔", "😀", "\u00a0好")))
        if chance.random() < 0.7:
            desk.press(Qt.Key.Key_Escape)


def click_somewhere(desk: Desk, chance: Random) -> None:
    marks = list(desk.session.current.marks.values()) if desk.session.current else []
    if marks and (span := chance.choice(marks).span):
        seen = [point for point in range(span.start, span.stop) if not desk.text[point].isspace()]
        if seen:
            desk.click(seen[0], times=chance.randint(1, 3))


def close_and_open_again(desk: Desk, _: Random) -> None:
    assert desk.session.current is not None
    source = desk.session.current.document.source
    desk.press("w", held=CTRL)
    assert source is not None
    desk.app.opener.open(source)


def key(*keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Step:
    def step(desk: Desk, chance: Random) -> None:
        desk.pane.setFocus()
        desk.press(chance.choice(keys), held=held)

    return step


DEEDS: tuple[Step, ...] = (
    *[select_something] * 4,
    *[key(*"123456789")] * 5,
    *[write_a_note] * 3,
    key("0"),
    key("s"),
    key("j", "k", "]", "["),
    key("e"),
    key("e", held=SHIFT),
    key(Qt.Key.Key_Delete),
    *[key("z", held=CTRL)] * 2,
    key("z", held=CTRL | SHIFT),
    key(Qt.Key.Key_Tab, held=CTRL),
    click_somewhere,
    close_and_open_again,
)


def leaves(desk: Desk, above: QModelIndex, role: Role) -> int:
    """The marks that the rows right below another one count together."""
    model = desk.tree.model()
    return sum(model.index(row, 0, above).data(role) for row in range(model.rowCount(above)))


def check(desk: Desk) -> None:
    desk.session.noted.emit()
    speech, pane = desk.session.current, desk.pane
    assert speech is not None
    assert pane.view is not None
    kept: list[Annotation] = desk.marks
    assert speech.in_order() == kept
    assert desk.quotes == [mark.quote for mark in kept]
    assert all(mark.span and mark.quote == desk.text[mark.span.start : mark.span.stop] for mark in kept)
    painted = {m.id: m for block in range(len(pane.view.page.blocks)) for _, m in pane.view.index.block_marks(block)}
    assert painted == {mark.id: mark for mark in kept}
    rows = desk.window.outline._model
    counted = sum(rows.node_at(mark.span.start) >= 0 for mark in kept if mark.span)
    assert leaves(desk, QModelIndex(), Role.MARKS) == counted
    assert desk.session.mark is None or desk.session.mark in kept
    note = desk.session.mark.note if desk.session.mark else ""
    assert desk.window.note._text() == note
    assert pane.caret.span == desk.session.selection or not len(pane.caret.span)
    assert desk.message == ""


@pytest.mark.parametrize("seed", range(4))
def test_everything_shows_the_same_marks(opening: Opening, tmp_path: Path, seed: int) -> None:
    desk = opening(speech_file(tmp_path, "second.txt", SECOND), speech_file(tmp_path))
    chance = Random(seed)
    for _ in range(STEPS):
        chance.choice(DEEDS)(desk, chance)
        check(desk)
    assert desk.session.undo_stack.count() > 5
