"""The tree's model: what stands in it, its numbers, and that Qt finds no fault with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.model import Annotation, Section, Span
from core.readers import build
from gui.section_model import Role, SectionModel
from tests.gui.own_speech import TEXT, find

pytestmark = pytest.mark.usefixtures("qapp")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
SECTIONS = build(TEXT).sections

Row = tuple[str, list["Row"]]


@pytest.fixture
def model() -> Iterator[SectionModel]:
    made = SectionModel()
    tester = QAbstractItemModelTester(made, FATAL)
    made.show_outline(TEXT, SECTIONS, ())
    yield made
    tester.deleteLater()


def tree(model: SectionModel, above: QModelIndex | None = None) -> list[Row]:
    above = above or QModelIndex()
    indexes = [model.index(row, 0, above) for row in range(model.rowCount(above))]
    return [(index.data(), tree(model, index)) for index in indexes]


def numbers(model: SectionModel, role: Role) -> dict[str, int]:
    return {node.text: model.data(model.index_of(i), role) for i, node in enumerate(model.nodes)}  # type: ignore[misc]


def mark(id_: str, words: str) -> Annotation:
    return Annotation(id_, "d", Span(*find(words)), words)


def test_the_outline_stands_as_rows_and_adverts_under_one(model: SectionModel) -> None:
    closing = TEXT[find("同志们，河清")[0] :]
    assert tree(model) == [
        ("Watermarks and adverts", [("本稿由校对小组流转，请勿外传", []), ("扫码进群领取更多材料", [])]),
        ("在全镇河道整治动员会上的讲话", []),
        ("Salutation · 同志们：", []),
        ("一、看清形势，把治河的担子挑起来", [("（一）难题还在", []), ("（二）时机正好", [])]),
        ("二、压实责任，把治河的账算清楚", []),
        (f"Closing · {closing}", []),
    ]


def test_points_and_deeper_headings_stand_under_their_own() -> None:
    def node(kind: str, level: int, start: int, *children: Section) -> Section:
        return Section(kind, level, "", f"h{start}", Span(start, start + 2), Span(start + 2, 20), children)

    blank = Section("paragraph", 2, "", "x", Span(2, 3), Span(3, 3), (node("point", 3, 4, node("subpoint", 4, 6)),))
    model = SectionModel()
    model.show_outline("河" * 20, (node("part", 1, 0, blank),), ())
    assert tree(model) == [("h0", [("h4", [("h6", [])])])]


def test_every_row_knows_its_characters_its_kind_and_where_it_begins(model: SectionModel) -> None:
    chars, starts = numbers(model, Role.CHARS), numbers(model, Role.START)
    assert chars["在全镇河道整治动员会上的讲话"] == 14
    assert chars["本稿由校对小组流转，请勿外传"] == 14
    assert chars["Watermarks and adverts"] == 24
    start, stop = find("（二）时机正好。枯水期只有四十天，错过今年就要再等一年。")
    assert (starts["（二）时机正好"], chars["（二）时机正好"]) == (start, stop - start)
    inside = TEXT[find("一、看清")[0] : find("\n二、压实")[0]]
    assert chars["一、看清形势，把治河的担子挑起来"] == len("".join(inside.split()))
    kinds = [model.data(model.index(row, 0), Role.KIND) for row in range(model.rowCount())]
    assert kinds == ["adverts", "title", "salutation", "part", "part", "closing"]


def test_marks_count_for_their_row_and_for_all_above_it(model: SectionModel) -> None:
    one, two = mark("a", "23个直排口"), mark("b", "四十天")
    model.show_outline(TEXT, SECTIONS, [one])
    model.replace_mark(None, two)
    counts = numbers(model, Role.MARKS)
    part = "一、看清形势，把治河的担子挑起来"
    assert (counts[part], counts["（一）难题还在"], counts["（二）时机正好"]) == (2, 1, 1)
    moved = Annotation("a", "d", Span(*find("谁来守")), "谁来守")
    model.replace_mark(one, moved)
    counts = numbers(model, Role.MARKS)
    assert (counts[part], counts["（一）难题还在"], counts["二、压实责任，把治河的账算清楚"]) == (1, 0, 1)
    for gone in (moved, two):
        model.replace_mark(gone, None)
    assert set(numbers(model, Role.MARKS).values()) == {0}


def test_an_orphan_and_a_mark_outside_all_rows_count_nowhere(model: SectionModel) -> None:
    orphan = Annotation("o", "d", None, "失")
    outside = mark("p", "下面，我讲两点意见。")
    for each in (orphan, outside):
        model.replace_mark(None, each)
        model.replace_mark(each, None)
        model.replace_mark(None, each)
    assert set(numbers(model, Role.MARKS).values()) == {0}
    model.replace_mark(orphan, mark("o", "谁来守"))
    assert numbers(model, Role.MARKS)["二、压实责任，把治河的账算清楚"] == 1


def test_rows_whose_count_changes_say_so(model: SectionModel) -> None:
    said: list[str] = []
    model.dataChanged.connect(lambda first, last: said.append(first.data()))
    model.replace_mark(None, mark("a", "四十天"))
    assert said == ["（二）时机正好", "一、看清形势，把治河的担子挑起来"]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("本稿由", "本稿由校对小组流转，请勿外传"),
        ("在全镇", "在全镇河道整治动员会上的讲话"),
        ("河水清不清", "一、看清形势，把治河的担子挑起来"),
        ("直排口", "（一）难题还在"),
        ("脚下", f"Closing · {TEXT[find('同志们，河清')[0] :]}"),
    ],
)
def test_a_position_belongs_to_the_innermost_row_over_it(model: SectionModel, words: str, row: str) -> None:
    assert model.nodes[model.node_at(find(words)[0])].text == row


def test_between_the_rows_there_is_none(model: SectionModel) -> None:
    assert model.node_at(find("（2024年3月12日）")[0]) == -1
    assert model.index_of(-1) == QModelIndex()


def test_a_row_is_read_out_with_its_numbers(model: SectionModel) -> None:
    model.replace_mark(None, mark("a", "四十天"))
    index = model.index_of(model.node_at(find("四十天")[0]))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "（二）时机正好, 28 characters, 1 marks"


def test_another_speech_takes_the_place_of_the_first(model: SectionModel) -> None:
    model.show_outline("", (), ())
    assert (model.rowCount(), model.node_at(0)) == (0, -1)
    model.show_outline(TEXT, SECTIONS, ())
    assert model.rowCount() == 6
