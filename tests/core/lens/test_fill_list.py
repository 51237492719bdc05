from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from core.heading_paths import wording
from core.lens.fill_list import fill_list, together
from core.model import Document
from core.outline import parse
from core.readers import read


def speech(text: str) -> Document:
    return Document("d", "", "", "", "", text, parse(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成投资XX亿元、增长X.X%。", [("XX", "amount"), ("X.X", "percentage")]),
        ("新增XX多家企业", [("XX", "amount")]),
        ("省委X届X次全会", [("X", "ordinal"), ("X", "ordinal")]),
        ("××镇和××局作了发言", [("××", "place"), ("××", "organ")]),
        ("＊＊同志带队，*市*县", [("＊＊", "person"), ("*", "place"), ("*", "place")]),
        ("xx中学、XX集团、XX高铁", [("xx", "organ"), ("XX", "organ"), ("XX", "thing")]),
        ("202x年、20XX年X月X日", [("202x", "date"), ("20XX", "date"), ("X", "date"), ("X", "date")]),
        ("会议由【待补】主持（此处待填数据）", [("【待补】", "text"), ("（此处待填数据）", "text")]),
        ("投资____万元，〇〇村", [("____", "amount"), ("〇〇", "place")]),
        ("建设XXXX最强县市", [("XXXX", "name")]),
    ],
)
def test_a_placeholder_is_told_by_what_stands_behind_it(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[b.span.start : b.span.stop], b.kind) for b in fill_list(speech(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        "2×35万千瓦机组，3×4",
        "二〇〇九年、二〇一〇年",
        "做X光检查，XML文件，SX400和MAX",
        "* 第一条\n* 第二条",
        "**重点**工作",
        "上文\n________\n下文",
        "（待业青年）",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert fill_list(speech(text)) == ()


def test_the_seed_leaves_150_places_open_in_its_body_and_two_in_its_title(seed_path: Path) -> None:
    blanks = fill_list(read(seed_path))
    body = [blank for blank in blanks if blank.span.start > 160]
    assert (len(blanks), len(body)) == (152, 150)
    assert Counter(blank.is_number for blank in body) == {True: 68, False: 82}


def test_each_knows_its_headings_and_the_same_names_go_together(sample_path: Path, seed_path: Path) -> None:
    sample = read(sample_path)
    assert [(b.name, wording(b.path[-1]) if b.path else "") for b in fill_list(sample)][:4] == [
        ("XX镇", ""),
        ("XX局", ""),
        ("XX", "产业项目加快推进"),
        ("X个", "产业项目加快推进"),
    ]
    groups = together(fill_list(read(seed_path)))
    assert {name: len(group) for name, group in groups.items() if len(group) > 1} == {
        "XX市委": 5,
        "XX镇": 5,
        "XX地区": 2,
    }
