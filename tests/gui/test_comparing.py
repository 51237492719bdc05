"""Two readers of one speech: whose marks are whose, where they meet, and how far they agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from core.model import Annotation, Change
from gui.comparing import CompareDialog
from gui.dialogs import SettingDialog
from gui.filter_sheet import FilterSheet
from gui.mark_model import MarkRole
from gui.meeting_rows import MEETING
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, OFFSCREEN, Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND, TEXT

ALT = Qt.KeyboardModifier.AltModifier
pytestmark = OFFSCREEN


def give(desk: Desk, mark: Annotation, creator: str) -> None:
    """Let a mark be somebody else's, as an import would."""
    assert desk.session.do(Change({mark.id: replace(mark, creator=creator)}), "import")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A window with three marks of the reader's and two of a colleague's; two of them meet."""
    for words, key in (("谁来守", "1"), ("四十天", "5"), ("23个直排口", "2")):
        desk.tag(words, key)
    give(desk, desk.tag("只有四十天", "5"), "李")
    give(desk, desk.tag("谁守不住", "1"), "李")
    return desk


def comparison(desk: Desk) -> CompareDialog:
    desk.press("k", held=CTRL | ALT, on=desk.pane)
    dialog = desk.window.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    desk.qtbot.waitUntil(lambda: not desk.app.tasks.busy, timeout=LONG)
    return dialog


def shown(dialog: CompareDialog) -> list[tuple[list[str], list[str]]]:
    rows = [dialog.list.model().index(row, 0).data(MEETING) for row in range(dialog.list.model().rowCount())]
    return [([mark.quote for mark in row.ours], [mark.quote for mark in row.theirs]) for row in rows]


def figures(dialog: CompareDialog) -> dict[str, list[str]]:
    items = [dialog.table.topLevelItem(row) for row in range(dialog.table.topLevelItemCount())]
    return {item.text(0): [item.text(column) for column in range(1, 8)] for item in items if item}


def choose_row(dialog: CompareDialog, row: int) -> None:
    item = dialog.table.topLevelItem(row)
    assert item is not None
    dialog.table.setCurrentItem(item)


def chip(desk: Desk, dialog: CompareDialog, kind: str) -> str:
    button = dialog.findChild(QPushButton, f"compareKind.{kind}")
    assert isinstance(button, QPushButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return button.text()


EVERYTHING = [
    (["23个直排口"], []),
    (["四十天"], ["只有四十天"]),
    (["谁来守"], []),
    ([], ["谁守不住"]),
]


def test_what_either_marked_stands_side_by_side(desk: Desk) -> None:
    dialog = comparison(desk)
    assert dialog.bar.names == ("", "李")
    assert shown(dialog) == EVERYTHING
    assert nameless(dialog) == []
    assert dialog.grab().width()  # it is painted without a fault


@pytest.mark.parametrize(
    ("kind", "words", "rows"),
    [
        ("both", "Both 1", EVERYTHING[1:2]),
        ("ours", "Only No name 2", [EVERYTHING[0], EVERYTHING[2]]),
        ("theirs", "Only 李 1", EVERYTHING[3:]),
        ("unlike", "Both, with other tags 0", []),
        ("all", "All 4", EVERYTHING),
    ],
)
def test_one_can_ask_for_what_only_one_marked(
    desk: Desk, kind: str, words: str, rows: list[tuple[list[str], list[str]]]
) -> None:
    dialog = comparison(desk)
    assert chip(desk, dialog, kind) == words
    assert shown(dialog) == rows


def test_the_table_has_a_row_for_each_tag(desk: Desk) -> None:
    found = figures(comparison(desk))
    assert [found[name][:5] for name in ("All marks", "金句", "数据", "问题")] == [
        ["3", "2", "3", "9", "6"],
        ["1", "1", "0", "3", "4"],
        ["1", "0", "0", "6", "0"],
        ["1", "1", "3", "0", "2"],
    ]
    assert 0.7 < float(found["问题"][5]) < 0.8
    assert float(found["金句"][5]) < 0


def test_the_figures_are_copied_as_a_table(desk: Desk) -> None:
    dialog = comparison(desk)
    button = dialog.findChild(QPushButton, "compareCopy")
    assert isinstance(button, QPushButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert rows[0][:3] == ["tag", "marks (no name)", "marks (李)"]
    assert {name: cells for name, *cells in rows[2:]} == {k: v for k, v in figures(dialog).items() if k != "All marks"}


def test_a_tag_chosen_in_the_table_is_shown_alone(desk: Desk) -> None:
    dialog = comparison(desk)
    choose_row(dialog, 1)
    desk.press(Qt.Key.Key_Return, on=dialog.table)
    field = dialog.findChild(QComboBox, "compareTag")
    assert isinstance(field, QComboBox)
    assert (field.currentText(), shown(dialog)) == ("金句", EVERYTHING[2:])


def test_enter_leads_to_the_place_in_the_text(desk: Desk) -> None:
    dialog = comparison(desk)
    went: list[tuple[int, int]] = []
    desk.session.went.connect(lambda start, stop: went.append((start, stop)))
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    desk.press(Qt.Key.Key_Return, on=dialog.list)
    start = TEXT.index("只有四十天")
    assert went == [(start, start + 5)]
    assert desk.session.mark is not None
    assert desk.session.mark.quote == "四十天"


def test_it_follows_what_is_done_meanwhile(desk: Desk) -> None:
    dialog = comparison(desk)
    desk.window.marking.delete([next(mark.id for mark in desk.marks if mark.creator)])
    desk.qtbot.waitUntil(lambda: len(shown(dialog)) == 4 and ([], ["只有四十天"]) not in shown(dialog), timeout=LONG)
    desk.qtbot.waitUntil(lambda: "3" in figures(dialog)["All marks"][0], timeout=LONG)


def test_who_is_alone_is_told_so_and_may_import(desk: Desk) -> None:
    desk.window.marking.delete([mark.id for mark in desk.marks if mark.creator])
    dialog = comparison(desk)
    assert dialog.empty.isVisible()
    assert [each[1] for each in shown(dialog)] == [[]] * 3
    assert all(row[1] == "0" for row in figures(dialog).values())


def test_without_a_mark_the_figures_are_dashes_with_a_reason(opening: Opening, desk: Desk) -> None:
    other = opening(speech_file(desk.folder, "second.txt", SECOND), library=desk.folder / "other.sqlite")
    dialog = comparison(other)
    assert figures(dialog) == {"All marks": ["0", "0", "0", "0", "0", "—", "—"]}
    choose_row(dialog, 0)
    assert dialog.why.text().startswith("—: neither has marked anything")


def test_a_dialog_that_is_left_while_figures_are_on_their_way_is_not_missed(desk: Desk) -> None:
    desk.press("k", held=CTRL | ALT, on=desk.pane)
    dialog = desk.window.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    dialog.close()
    desk.qtbot.waitUntil(lambda: desk.window.findChild(CompareDialog) is None, timeout=LONG)
    desk.qtbot.waitUntil(lambda: not desk.app.tasks.busy, timeout=LONG)


# -- who made a mark ---------------------------------------------------------------------------


def test_the_reader_s_name_stands_on_marks_made_from_then_on(desk: Desk, opening: Opening) -> None:
    desk.press(",", held=CTRL, on=desk.pane)
    dialog = desk.window.findChild(SettingDialog)
    assert isinstance(dialog, SettingDialog)
    field = dialog.findChild(QLineEdit, "settingCreator")
    assert isinstance(field, QLineEdit)
    desk.type("赵 𫖯 ", on=field)
    dialog.close()
    desk.show()
    assert desk.tag("一周一次通报", "2").creator == "赵 𫖯"
    again = opening(speech_file(desk.folder))
    assert again.session.creator == "赵 𫖯"
    assert [mark.creator for mark in again.marks if mark.quote == "四十天"] == [""]


def test_own_marks_from_before_the_name_are_compared_with_the_others(desk: Desk) -> None:
    desk.window.deeds.sign("王")
    desk.tag("一周一次通报", "2")
    dialog = comparison(desk)
    assert dialog.bar.names == ("王", "李")
    assert len(dialog._makers["王"]) == 4


def test_a_card_tells_who_made_a_mark_but_for_the_reader(desk: Desk) -> None:
    delegate = desk.window.marks.list.itemDelegate()
    told = [delegate._where(mark).split(" · ")[0] for mark in desk.marks]  # type: ignore[attr-defined]
    assert [words == "李" for words in told] == [mark.creator == "李" for mark in desk.marks]


@pytest.mark.parametrize(
    ("name", "left"),
    [("李", ["只有四十天", "谁守不住"]), ("none", ["23个直排口", "四十天", "谁来守"])],
)
def test_the_list_is_filtered_by_who_made_a_mark(desk: Desk, name: str, left: list[str]) -> None:
    bar = desk.window.marks.filter
    bar.open()
    sheet = bar.sheet
    assert isinstance(sheet, FilterSheet)
    button = sheet.findChild(QPushButton, f"filterMaker.{name}")
    assert isinstance(button, QPushButton)
    button.click()
    model = desk.window.marks.list.model()
    found = [model.index(row, 0).data(MarkRole.MARK) for row in range(model.rowCount())]
    assert [mark.quote for mark in found if mark] == left
    chips = {each.objectName(): each.accessibleName() for each in bar.findChildren(QPushButton) if each.isVisible()}
    assert (name if name != "none" else "No name") in chips["filterChip.makers"]
    sheet.close()


def test_of_one_reader_alone_the_filter_does_not_ask(desk: Desk) -> None:
    desk.window.marking.delete([mark.id for mark in desk.marks if mark.creator])
    bar = desk.window.marks.filter
    bar.open()
    assert isinstance(bar.sheet, FilterSheet)
    assert bar.sheet.findChild(QPushButton, "filterMaker.none") is None
    bar.sheet.close()
