"""Tags are found by name, path and pinyin initials, the best first."""

from __future__ import annotations

import pytest

from core.model import Tag
from gui.tag_finder import Initials, fitting

TAGS = {
    id: Tag(id, name, "#bee4ff", parent=parent)
    for id, name, parent in (
        ("1", "经济", None),
        ("2", "工业", "1"),
        ("3", "大工业", None),
        ("4", "工业 园区", "3"),
        ("5", "党建", None),
        ("6", "GDP", "1"),
    )
}
SHORT = {"经济": "jj", "工业": "gy", "大工业": "dgy", "工业 园区": "gy yq", "党建": "dj"}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", "经济 工业 GDP 大工业 工业_园区 党建"),
        ("工业", "工业 工业_园区 大工业"),
        ("gy", "工业 工业_园区 大工业"),
        ("工业园", "工业_园区"),
        ("gdp", "GDP"),
        ("jj", "经济 工业 GDP"),
        ("经济/", "工业 GDP"),
        ("jj/g", "GDP 工业"),
        ("党／", ""),
        ("桥", ""),
    ],
)
def test_what_fits_comes_in_the_order_of_how_well(query: str, names: str) -> None:
    found = fitting(query, TAGS, lambda name: SHORT.get(name, ""))
    assert [tag.name for tag in found] == [name.replace("_", " ") for name in names.split()]


def test_without_initials_names_are_found_all_the_same() -> None:
    assert [tag.name for tag in fitting("工", TAGS, Initials(None).of)] == ["工业", "工业 园区", "大工业"]
