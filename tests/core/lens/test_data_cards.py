from __future__ import annotations

from pathlib import Path

import pytest

from core.heading_paths import wording
from core.lens.data_cards import data_cards, passages
from core.model import Document
from core.outline import parse
from core.readers import read


def speech(text: str) -> Document:
    return Document("d", "", "", "", "", text, parse(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "完成工业投资XX亿元、增长XX%。",
            [("工业投资", "XX", "亿元", "reach"), ("工业投资", "XX", "%", "up")],
        ),
        ("新增规模以上企业8家", [("规模以上企业", "8", "家", "up")]),
        ("新建3条主干道路、2台热水锅炉", [("主干道路", "3", "条", ""), ("热水锅炉", "2", "台", "")]),
        ("投资1,260万元的河道整治", [("河道整治", "1,260", "万元", "")]),
        ("确保合格率95%以上", [("合格率", "95", "%", "least")]),
        ("失业率控制在X%以内", [("失业率", "X", "%", "most")]),
        ("信访总量同比下降12.5%", [("信访总量", "12.5", "%", "down")]),
        ("月补贴分别提高20元、30元和40元", [("月补贴", n, "元", "up") for n in ("20", "30", "40")]),
        ("每年投入五百亿元", [("每年投入", "五百", "亿元", "")]),
        ("连续5个多月无新增病例", [("无新增病例", "5", "个多月", "")]),
        ("引进XX亿元以上项目不少于XX个", [("引进XX亿元以上项目", "XX", "个", "least")]),
    ],
)
def test_a_value_is_told_with_what_it_measures_and_where_it_points(text: str, found: list[tuple[str, ...]]) -> None:
    assert [(c.indicator, c.value, c.unit, c.direction) for c in data_cards(speech(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        "创成4A级景区，PM2.5浓度",
        "“5+2”产业和“2523”培育",
        "2025年4月8日，8月底前",
        "省委X届X次全会",
        "投资XX亿元以上重大项目落户",
        "XX部门、XX人才、XX家庭",
        "第3位发言",
        "2×3",
        "",
    ],
)
def test_names_dates_ordinals_and_classes_are_no_data(text: str) -> None:
    assert data_cards(speech(text)) == ()


def test_each_card_knows_its_headings_and_its_place(sample_path: Path) -> None:
    document = read(sample_path)
    cards = data_cards(document)
    assert len(cards) == 11
    assert [document.text[card.span.start : card.span.stop] for card in cards[:3]] == [
        "XX等X个项目如期开工",
        "工业投资XX亿元",
        "增长XX%",
    ]
    assert {wording(card.path[-1]) for card in cards[:4]} == {"产业项目加快推进"}


def test_what_goes_on_from_a_value_is_marked_with_it() -> None:
    cards = data_cards(speech("地区生产总值完成35亿元，同比增长8%；新建公路3公里。"))
    assert [[card.value for card in group] for group in passages(cards)] == [["35", "8"], ["3"]]


def test_the_seed_has_59_values(seed_path: Path) -> None:
    assert len(data_cards(read(seed_path))) == 59
