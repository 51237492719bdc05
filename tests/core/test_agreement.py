"""How far two readers agree, against published examples and against the definitions spelt out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.agreement import (
    Agreement,
    agreement,
    agreements,
    alpha_u,
    expected_disagreement,
    kappa,
    observed_disagreement,
)
from core.model import Annotation, Span
from core.runs import joined

# Krippendorff (1995), p. 57: two readers of a text of 24 units, in four cases. The passages, and the numbers below,
# are as the tests of DKPro Agreement (Krippendorff1995Test) have them from there; passages are start and length.
CASES_1995 = {
    "A": (((2, 8), (14, 6)), ((4, 4), (15, 2))),
    "B": (((0, 18),), ((0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1))),
    "C": (((2, 6), (10, 2), (14, 4), (20, 2)), ((0, 2), (4, 4), (10, 4), (16, 2), (20, 2))),
    "D": (((0, 2), (2, 8), (10, 4), (14, 6), (20, 4)), ((0, 4), (4, 4), (8, 7), (15, 2), (17, 7))),
}
# Krippendorff (2004), the example of the appendix: a text from 150 to 450, two kinds of passages, two readers; as
# Krippendorff2004Test of DKPro Agreement has it.
CASES_2004 = {
    "c": (((225, 70), (370, 30)), ((220, 80), (355, 20), (400, 20))),
    "k": (((180, 60), (300, 50)), ((180, 60), (300, 50))),
}
Pairs = tuple[tuple[int, int], ...]


def passages(pairs: Pairs, first: int = 0, scale: int = 1) -> list[Span]:
    return [Span((start - first) * scale, (start - first + length) * scale) for start, length in pairs]


def marks(spans: list[Span], tag: str = "t") -> list[Annotation]:
    return [Annotation(f"{number}", "d", span, "", tags=(tag,)) for number, span in enumerate(spans)]


# -- published examples ------------------------------------------------------------------------


def test_kappa_of_cohen_s_example() -> None:
    """Cohen (1960), p. 45: observed .70, expected .41, kappa .492; counts as in Cohen1960Test of DKPro Agreement."""
    assert kappa(((88, 14, 18), (10, 40, 10), (2, 6, 12))) == pytest.approx(0.492, abs=0.0005)


@pytest.mark.parametrize(("case", "published"), [("A", 0.385), ("B", 0.385), ("C", 0.314), ("D", None)])
def test_kappa_on_characters_of_krippendorff_s_examples(case: str, published: float | None) -> None:
    ours, theirs = map(passages, CASES_1995[case])
    found = agreement(24, marks(ours), marks(theirs), "t").kappa
    assert found == (published if published is None else pytest.approx(published, abs=0.001))


@pytest.mark.parametrize(
    ("case", "observed", "expected", "alpha"), [("c", 0.0144, 0.0532, 0.7286), ("k", 0.0, 0.0490, 1.0)]
)
def test_alpha_of_krippendorff_s_example_of_2004(case: str, observed: float, expected: float, alpha: float) -> None:
    readers = [passages(each, 150) for each in CASES_2004[case]]
    assert observed_disagreement(300, readers) == pytest.approx(observed, abs=0.00005)
    assert expected_disagreement(300, readers) == pytest.approx(expected, abs=0.00005)
    assert alpha_u(300, readers) == pytest.approx(alpha, abs=0.00005)


@pytest.mark.parametrize(
    ("case", "observed", "expected", "alpha"), [("A", 0.03125, 0.06990, 0.553), ("D", 0.38715, 0.41445, 0.066)]
)
def test_alpha_of_krippendorff_s_examples_of_1995(case: str, observed: float, expected: float, alpha: float) -> None:
    """Measured in units as small as 1/50,000 of those of the text, as the paper does. (Its B and C have another
    expected disagreement: a sign in their formula was put right in 2004. What is observed is the same.)"""
    readers = [passages(each, scale=50_000) for each in CASES_1995[case]]
    length = 24 * 50_000
    assert observed_disagreement(length, readers) == pytest.approx(observed, abs=0.000005)
    assert expected_disagreement(length, readers) == pytest.approx(expected, abs=0.000005)
    assert alpha_u(length, readers) == pytest.approx(alpha, abs=0.0005)


@pytest.mark.parametrize(("case", "observed"), [("B", 2.26736), ("C", 0.02777)])
def test_observed_disagreement_of_the_other_examples_of_1995(case: str, observed: float) -> None:
    readers = [passages(each) for each in CASES_1995[case]]
    assert observed_disagreement(24, readers) == pytest.approx(observed, abs=0.00001)


# -- by hand -----------------------------------------------------------------------------------


def test_alpha_by_hand() -> None:
    """Ten code points, [2, 5) and [3, 5): the ends differ by 1 and 0, so 2 · 1 / (2 · 1 · 100) = .01 is observed.
    Expected: the gaps are 2, 5 and 3, 5; a passage of 3 finds room in 3 + 1 + 3 = 7 places, one of 2 in
    1 + 4 + 2 + 4 = 11; so 2/10 · (10 + 9 · 7 + 2 + 4 · 11) / (20 · 19 - 6 - 2) = .2 · 119 / 372."""
    readers = [Span(2, 5)], [Span(3, 5)]
    assert observed_disagreement(10, readers) == pytest.approx(0.01)
    assert expected_disagreement(10, readers) == pytest.approx(0.2 * 119 / 372)
    assert alpha_u(10, readers) == pytest.approx(1 - 0.01 * 372 / (0.2 * 119))


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([], []),
        ([(0, 3), (3, 5)], [(0, 3), (3, 5)]),
        ([(2, 5), (0, 3)], [(0, 5)]),
        ([(0, 9), (1, 2), (3, 4)], [(0, 9)]),
        ([(1, 2), (1, 2)], [(1, 2)]),
    ],
)
def test_passages_of_one_reader_that_overlap_are_one(
    spans: list[tuple[int, int]], merged: list[tuple[int, int]]
) -> None:
    assert joined(Span(*each) for each in spans) == [Span(*each) for each in merged]


@pytest.mark.parametrize(
    ("length", "ours", "theirs", "expected"),
    [
        (9, [], [], Agreement("", 0, 0, 0, 0, 0, 9, None, None)),
        (0, [], [], Agreement("", 0, 0, 0, 0, 0, 0, None, None)),
        (9, [Span(0, 9)], [Span(0, 9)], Agreement("", 1, 1, 9, 0, 0, 0, None, 1.0)),
        (9, [Span(0, 9)], [], Agreement("", 1, 0, 0, 9, 0, 0, 0.0, -12.0)),
        (1, [Span(0, 1)], [Span(0, 1)], Agreement("", 1, 1, 1, 0, 0, 0, None, None)),
        (9, [Span(2, 4)], [Span(2, 4)], Agreement("", 1, 1, 2, 0, 0, 7, 1.0, 1.0)),
    ],
)
def test_nothing_everything_and_one_side_empty(
    length: int, ours: list[Span], theirs: list[Span], expected: Agreement
) -> None:
    assert agreement(length, marks(ours), marks(theirs)) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "why"),
    [([], [], "nothing"), ([Span(0, 9)], [Span(0, 9)], "everything"), ([Span(0, 2)], [], "")],
)
def test_what_is_not_defined_has_a_reason(ours: list[Span], theirs: list[Span], why: str) -> None:
    assert agreement(9, marks(ours), marks(theirs)).why == why


def test_all_marks_come_first_then_each_tag_that_was_used() -> None:
    ours, theirs = marks([Span(0, 2)], "a"), marks([Span(1, 3)], "b")
    lost = [Annotation("x", "d", None, "gone", tags=("a",))]
    found = agreements(9, [*ours, *lost], theirs, ("c", "b", "a"))
    assert [(each.tag, each.ours, each.theirs, each.both) for each in found] == [
        ("", 1, 1, 1),
        ("b", 0, 1, 0),
        ("a", 1, 0, 0),
    ]


# -- the definitions spelt out -----------------------------------------------------------------

LENGTH = 12
some = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 5)).map(lambda each: Span(each[0], min(LENGTH, sum(each)))),
    max_size=4,
).map(joined)


def stretches(spans: list[Span]) -> list[tuple[int, int, bool]]:
    """Passages and gaps: start, length, marked."""
    found, at = [], 0
    for span in [*spans, Span(LENGTH, LENGTH)]:
        if span.start > at:
            found.append((at, span.start - at, False))
        if len(span):
            found.append((span.start, len(span), True))
        at = span.stop
    return found


def distance(u: tuple[int, int, bool], v: tuple[int, int, bool]) -> int:
    (start, length, marked), (at, size, other) = u, v
    if marked and other and -length < start - at < size:
        return (start - at) ** 2 + (start + length - at - size) ** 2
    if marked and not other and size - length >= start - at >= 0:
        return length**2
    if other and not marked and size - length <= start - at <= 0:
        return size**2
    return 0


@given(some, some)
def test_observed_disagreement_is_what_its_definition_says(ours: list[Span], theirs: list[Span]) -> None:
    both = [(ours, theirs), (theirs, ours)]
    total = sum(distance(u, v) for a, b in both for u, v in product(stretches(a), stretches(b)))
    assert observed_disagreement(LENGTH, (ours, theirs)) == pytest.approx(total / (2 * LENGTH**2))


@given(some, some)
def test_kappa_is_what_counting_characters_gives(ours: list[Span], theirs: list[Span]) -> None:
    marked = [{point for span in each for point in range(span.start, span.stop)} for each in (ours, theirs)]
    a, b = (["#" if point in each else "." for point in range(LENGTH)] for each in marked)
    agreed = sum(x == y for x, y in zip(a, b, strict=True)) / LENGTH
    chance = sum(a.count(each) * b.count(each) for each in "#.") / LENGTH**2
    found = agreement(LENGTH, marks(ours), marks(theirs))
    assert found.kappa == (None if chance == 1 else pytest.approx((agreed - chance) / (1 - chance)))
    assert found.both == sum(x == y == "#" for x, y in zip(a, b, strict=True))


@given(some, some)
def test_both_measures_take_no_sides_and_know_full_agreement(ours: list[Span], theirs: list[Span]) -> None:
    one, other = agreement(LENGTH, marks(ours), marks(theirs)), agreement(LENGTH, marks(theirs), marks(ours))
    for a, b in ((one.kappa, other.kappa), (one.alpha, other.alpha)):
        assert a == (b if b is None else pytest.approx(b))
    same = agreement(LENGTH, marks(ours), marks(ours))
    assert same.kappa in (None, pytest.approx(1.0))
    assert same.alpha in (None, 1.0)
