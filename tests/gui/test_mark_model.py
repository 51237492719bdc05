"""The list's model: marks in document order, followed change by change, and Qt finds no fault with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.model import Annotation, Change, Document, Span
from gui.mark_model import BULK, MarkModel, MarkRole
from gui.speech import Speech, order

pytestmark = pytest.mark.usefixtures("qapp")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
DOCUMENT = Document("d", "", "", "", "", "河" * 100, ())


class Shown:
    """A speech with the model that shows it; ``do`` is what the session does with a change."""

    def __init__(self) -> None:
        self.speech, self.model = Speech(DOCUMENT, {}), MarkModel()
        self.tester = QAbstractItemModelTester(self.model, FATAL)

    def do(self, annotations: dict[str, Annotation | None]) -> None:
        was = Change({id_: self.speech.marks.get(id_) for id_ in annotations})
        for id_, mark in annotations.items():
            if mark is None or mark.document == "d":
                self.speech.replace(id_, mark)
        self.model.apply(Change(annotations), was, self.speech)

    def add(self, *marks: Annotation) -> None:
        for each in marks:
            self.do({each.id: each})

    @property
    def ids(self) -> list[str]:
        model = self.model
        marks = [model.index(row).data(MarkRole.MARK) for row in range(model.rowCount())]
        return [mark.id if mark else "heading" for mark in marks]


@pytest.fixture
def shown() -> Iterator[Shown]:
    made = Shown()
    yield made
    made.tester.deleteLater()


def mark(id_: str, start: int, stop: int) -> Annotation:
    return Annotation(id_, "d", Span(start, stop), f"句{id_}")


def test_marks_stand_in_document_order_the_longer_first_and_orphans_last(shown: Shown) -> None:
    shown.add(Annotation("lost", "d", None, "失"), mark("c", 30, 40), mark("b", 5, 9), mark("a", 5, 20))
    assert shown.ids == ["a", "b", "c", "heading", "lost"]


def test_one_mark_comes_one_goes_and_one_moves(shown: Shown) -> None:
    shown.add(mark("a", 5, 9), mark("b", 10, 12), mark("c", 20, 22))
    shown.do({"b": None})
    assert shown.ids == ["a", "c"]
    shown.do({"a": mark("a", 50, 60)})
    assert shown.ids == ["c", "a"]
    assert [shown.model.row_of(id_) for id_ in ("c", "a", "b")] == [0, 1, -1]


def test_a_note_changes_its_row_alone(shown: Shown) -> None:
    shown.add(mark("a", 5, 9), mark("b", 10, 12))
    rows: list[int] = []
    shown.model.dataChanged.connect(lambda first, last: rows.extend(range(first.row(), last.row() + 1)))
    shown.do({"b": replace(mark("b", 10, 12), note="记下")})
    assert rows == [1]
    assert shown.model.mark_at(1).note == "记下"


def test_a_row_shows_and_reads_out_its_quote(shown: Shown) -> None:
    shown.add(mark("a", 5, 9))
    index = shown.model.index(0)
    assert index.data() == index.data(Qt.ItemDataRole.AccessibleTextRole) == "句a"
    assert shown.model.data(QModelIndex()) is None
    shown.do({"a": replace(mark("a", 5, 9), stars=2, note="记下")})
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "★★ 记下"


def test_marks_of_another_speech_are_left_out(shown: Shown) -> None:
    shown.add(mark("a", 5, 9))
    other = Annotation("b", "other", Span(0, 1), "他")
    shown.do({"b": other})
    shown.model.apply(Change({"b": None}), Change({"b": other}), shown.speech)
    assert shown.ids == ["a"]


def test_very_many_at_once_make_the_list_anew(shown: Shown) -> None:
    resets: list[bool] = []
    shown.model.modelReset.connect(lambda: resets.append(True))
    many = [mark(f"m{i:03}", i % 90, i % 90 + 5) for i in range(BULK + 1)]
    shown.do({each.id: each for each in many})
    assert resets == [True]
    assert shown.ids == [each.id for each in sorted(many, key=order)]
    shown.do({each.id: None for each in many})
    assert shown.ids == []


SPANS = st.tuples(st.integers(0, 90), st.integers(1, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
LOST = "lost"
"""Stands for a mark without a place."""
CHANGES = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), st.none() | st.just(LOST) | SPANS, min_size=1, max_size=4), max_size=8
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_after_any_changes_the_list_is_the_speech_in_order(changes: list[dict[str, Span | str | None]]) -> None:
    shown = Shown()
    for change in changes:
        shown.do({id_: made(id_, place) for id_, place in change.items()})
        marks = shown.speech.in_order()
        found, lost = [m.id for m in marks if m.span], [m.id for m in marks if not m.span]
        assert shown.ids == [*found, *(["heading"] if lost else []), *lost]
        assert (shown.model.count, shown.model.orphans) == (len(marks), len(lost))
    shown.tester.deleteLater()


def made(id_: str, place: Span | str | None) -> Annotation | None:
    if place is None:
        return None
    return Annotation(id_, "d", place if isinstance(place, Span) else None, "")
