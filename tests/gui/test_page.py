"""A page: where each character stands, what is folded away, and that estimates give way to the truth."""

from __future__ import annotations

import pytest

from core.model import Section, Span
from core.readers import build
from gui.faces import Setting
from gui.page import KEPT, Page
from gui.typesetting import blocks
from tests.gui.own_speech import TEXT, find

pytestmark = pytest.mark.usefixtures("qapp")
SETTING = Setting(size=16, line=1.75, measure=24)
SECTIONS = build(TEXT).sections
TITLE = find("在全镇河道整治动员会上的讲话")[0]


def set_page(text: str, sections: tuple[Section, ...] = ()) -> Page:
    return Page(text, blocks(text, sections), SETTING, 320)


@pytest.fixture
def page() -> Page:
    """The speech in a column of twenty characters, so that its paragraphs run over several lines."""
    return set_page(TEXT, SECTIONS)


def unfolded(page: Page) -> Page:
    for head in list(page.folded):
        page.toggle_fold(head)
    return page


def stops(page: Page) -> list[int]:
    """Every position a caret can stand at, from the first to the last."""
    found = [page.blocks[page.block_of(page.shown(0))].first]
    while (after := page.step(found[-1], 1)) > found[-1]:
        found.append(after)
    return found


# -- where characters stand --------------------------------------------------------------------


def test_a_click_on_the_caret_gives_its_position_back(page: Page) -> None:
    unfolded(page)
    for point in stops(page):
        box = page.caret(point)
        assert page.point_at(box.x(), box.center().y()) == point


@pytest.mark.parametrize("text", ["河清😀岸绿𫖯", "😀" * 60, "", "\n\n", "\u3000\u3000", "河\n\u3000\u3000岸\n"])
def test_emoji_and_empty_lines_have_their_places_too(text: str) -> None:
    page = set_page(text)
    for point in stops(page):
        box = page.caret(point)
        assert page.point_at(box.x(), box.center().y()) == point
    assert page.point_at(10**6, 10**6) == len(text)


def test_the_character_under_a_place_is_the_one_whose_box_holds_it(page: Page) -> None:
    unfolded(page)
    for index, block in enumerate(page.blocks):
        for point in range(block.first, block.stop):
            (box,) = page.laid(index).rects(point, point + 1)
            centre = box.translated(0, page.text_top(index)).center()
            assert page.character_at(centre.x(), centre.y()) == point


def test_beside_the_text_there_is_no_character(page: Page) -> None:
    start, _ = find("同志们：\n\u3000")
    box = page.caret(start)
    assert page.character_at(box.x() + 1, box.center().y()) == start
    assert page.character_at(page.width - 1, box.center().y()) is None
    assert page.character_at(-5, box.center().y()) is None


def test_a_passage_has_one_box_a_line_as_wide_as_its_characters(page: Page) -> None:
    start, stop = find("今天开会，只为一件事：把门前的河治好。")
    laid = page.laid(page.block_of(start))
    boxes = list(laid.rects(start, stop))
    assert len(boxes) == laid.line_of(stop - 1) + 1 > 1
    assert {box.height() for box in boxes} == {SETTING.pitch}
    assert list(laid.rects(start, start)) == []


def test_the_first_line_of_a_paragraph_is_indented_by_two_characters(page: Page) -> None:
    start, _ = find("今天开会")
    assert page.caret(start).x() == 2 * SETTING.size
    following = page.line_ends(start).stop + 1
    assert page.caret(following).x() == 0


# -- moving ------------------------------------------------------------------------------------


def test_stepping_on_and_back_passes_the_same_positions(page: Page) -> None:
    forward = stops(page)
    backward = [forward[-1]]
    while (before := page.step(backward[-1], -1)) < backward[-1]:
        backward.append(before)
    assert backward[-1] == 0  # the adverts are folded away, the text begins before them
    assert backward[-2::-1] == forward


def test_stepping_takes_emoji_whole_and_leaves_out_the_indent(page: Page) -> None:
    smile, behind = find("😀")
    assert page.step(smile, 1) == behind
    assert page.step(behind, -1) == smile
    end, _ = find("\n\u3000\u3000今天")
    assert page.step(end, 1) == end + 3
    assert page.step(end + 3, -1) == end


def test_the_line_below_and_the_line_above_lead_back(page: Page) -> None:
    for point in stops(page):
        x = page.caret(point).x()
        below = page.line_beside(point, x, 1)
        if below != point:
            assert page.caret(below).top() > page.caret(point).top()
            assert page.line_beside(below, x, -1) == point


def test_beyond_the_first_and_the_last_line_there_is_none(page: Page) -> None:
    unfolded(page)
    assert page.line_beside(3, 0, -1) == 3
    assert page.line_beside(len(TEXT) - 2, 0, 1) == len(TEXT) - 2


def test_line_ends_meet(page: Page) -> None:
    for index, block in enumerate(page.blocks):
        if page.hidden(index):
            continue
        at = block.first
        for number in range(page.laid(index).lines):
            ends = page.line_ends(at)
            assert ends.start == at
            assert {page.line_ends(point) for point in range(ends.start, ends.stop)} <= {ends}
            last = number == page.laid(index).lines - 1
            at = ends.stop if last else page.step(ends.stop, 1)
        assert at == block.stop


CLAUSES = "河清，岸绿。“好！”\n\u3000\u3000再干，一年"


@pytest.mark.parametrize(("point", "way", "to"), [
    (0, 1, 3),
    (3, 1, 6),
    (6, 1, 10),
    (10, 1, 13),
    (13, 1, 16),
    (16, 1, 18),
    (18, 1, 18),
    (18, -1, 16),
    (16, -1, 13),
    (13, -1, 10),
    (8, -1, 6),
    (3, -1, 0),
    (0, -1, 0),
])  # fmt: skip
def test_going_by_clauses_stops_behind_stops_commas_and_line_ends(point: int, way: int, to: int) -> None:
    assert set_page(CLAUSES).clause(point, way) == to


# -- estimates ---------------------------------------------------------------------------------


def test_what_has_been_laid_out_takes_the_place_of_its_estimate(page: Page) -> None:
    index = page.block_of(find("今天开会")[0])
    laid = page.laid(index)
    assert page.heights[index] == laid.height
    assert page.heights.top(index + 1) - page.heights.top(index) == laid.height
    assert page.height == sum(page.heights[i] for i in range(len(page.blocks)))


def test_settling_lays_out_what_lies_between_two_heights_and_nothing_else() -> None:
    text = "\n".join("河" * (20 + i % 90) for i in range(2000))
    page = set_page(text)
    top = page.height // 2
    first = page.block_at(top)
    page.settle(top, top + 600)
    shown = [i for i in range(len(page.blocks)) if 0 <= page.heights.top(i) - page.heights.top(first) < 600]
    assert shown
    for index in shown:
        assert page.heights[index] == page.laid(index).height
    assert len(page._laid) < 60


def test_settling_says_by_how_much_what_is_above_grew() -> None:
    page = set_page("a" * 900 + "\n" + "河" * 40)
    before = page.heights[0]
    grown = page.settle(page.heights[0] // 2, page.heights[0])
    assert grown == page.heights[0] - before != 0


def test_only_some_screens_of_layout_are_kept() -> None:
    page = set_page("\n".join("河清岸绿" for _ in range(KEPT + 50)))
    heights = [page.laid(index).height for index in range(len(page.blocks))]
    assert len(page._laid) == KEPT
    assert page.height == sum(heights)


def test_set_anew_in_another_setting_everything_is_estimated_again(page: Page) -> None:
    height = page.height
    page.reset(Setting(size=24, measure=24), 480)
    assert page.height > height
    assert page.caret(find("今天开会")[0]).x() == 48


def test_a_long_text_costs_no_layout_to_open() -> None:
    page = set_page("\n".join("河清岸绿，久久为功。" * 9 for _ in range(5000)))
    assert len(page._laid) == 0
    assert page.height > 5000 * SETTING.pitch


# -- folds -------------------------------------------------------------------------------------


def test_adverts_are_folded_into_one_line_until_they_are_unfolded(page: Page) -> None:
    (head,) = page.folds
    assert (head, page.folds[head]) == (0, 2)
    assert [page.hidden(i) for i in range(4)] == [True, True, True, False]
    assert [page.heights[i] for i in range(3)] == [page.fold_height, 0, 0]
    folded = page.height
    page.toggle_fold(head)
    assert not any(page.hidden(i) for i in range(4))
    assert page.height > folded
    page.toggle_fold(head)
    assert page.height == folded


def test_the_line_of_folded_adverts_is_found_by_its_height(page: Page) -> None:
    assert page.fold_at(0) == 0
    assert page.fold_at(page.fold_height) is None
    page.toggle_fold(0)
    assert page.fold_at(1) == 0
    assert page.fold_at(page.fold_height + 1) is None


def test_a_position_in_folded_adverts_stands_for_where_they_end(page: Page) -> None:
    assert page.shown(3) == TITLE
    assert page.shown(TITLE + 2) == TITLE + 2
    page.reveal(3)
    assert page.shown(3) == 3
    assert page.folded == set()


def test_adverts_in_two_places_fold_apart_and_a_speech_of_nothing_else_folds_whole() -> None:
    def advert(start: int, stop: int) -> Section:
        return Section("front_matter", 0, "", "", Span(start, stop), Span(stop, stop))

    page = set_page("甲\n乙\n正文\n丙", (advert(0, 3), advert(7, 8)))
    assert page.folds == {0: 1, 3: 3}
    assert stops(page) == [4, 5, 6, 8]  # the text ends behind the folded line
    whole = set_page("甲\n乙", (advert(0, 3),))
    assert (whole.shown(0), whole.height) == (3, whole.fold_height)
