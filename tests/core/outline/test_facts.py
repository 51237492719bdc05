"""What a speech says of itself."""

from __future__ import annotations

import pytest

from core.outline import describe, parse
from core.outline.facts import Facts, date, join, speaker, venue
from tests.core.outline import LONG


def test_facts_of_a_report() -> None:
    head = [
        "镇 政 府 工 作 报 告",
        "——2024年1月8日在清溪镇第三届人民代表大会第四次会议上",
        "清溪镇镇长　李 水 生",
        "各位代表：",
    ]
    text = "\n".join([*head, LONG, "一、水", LONG, "二、路", LONG])
    expected = Facts("镇政府工作报告", "李水生", "2024-01-08", "清溪镇第三届人民代表大会第四次会议")
    assert describe(text, parse(text)) == expected


def test_facts_from_several_lines() -> None:
    text = "\n".join(["先修渠后种田", "——在村民代表大会上的讲话", "李水生", "（2024年1月8日）", "乡亲们：", LONG])
    assert describe(text, parse(text)) == Facts("先修渠后种田", "李水生", "2024-01-08", "村民代表大会")


def test_placeholders_stay() -> None:
    text = "在X届X次全体会议上的讲话\n同志们：\n" + LONG
    assert describe(text, parse(text)) == Facts("在X届X次全体会议上的讲话", "", "", "X届X次全体会议")


def test_nothing_is_said() -> None:
    assert describe(LONG, parse(LONG)) == Facts("", "", "", "")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("（2024年1月8日）", "2024-01-08"),
        ("2024年11月", "2024-11"),
        ("二〇二四年十二月三十一日", "2024-12-31"),
        ("二○二四年一月", "2024-01"),
        ("时间：2024-02-01", "2024-02-01"),
        ("2024年镇政府工作报告", "2024"),
        ("关于规划和二〇三五年远景目标的建议", ""),
        ("202X年X月", ""),
        ("没有日子", ""),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert date(text) == iso


@pytest.mark.parametrize(
    ("title", "joined"),
    [
        ("镇 政 府 工 作 报 告", "镇政府工作报告"),
        ("在全镇水利工作\n总结大会上的讲话", "在全镇水利工作总结大会上的讲话"),
        ("先修渠 后种田 再修路", "先修渠 后种田 再修路"),
        ("先 修 水 渠     后 种 田 地", "先修水渠 后种田地"),
        ("先 修“水渠”\n后 种 田 地", "先 修“水渠” 后种田地"),
    ],
)
def test_titles_are_joined(title: str, joined: str) -> None:
    assert join(title) == joined


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("镇长 李水生", "李水生"),
        ("李 水 生", "李水生"),
        ("清溪县人民政府代县长　李水生", "李水生"),
        ("李水生", "李水生"),
        ("", ""),
    ],
)
def test_speakers(byline: str, name: str) -> None:
    assert speaker(byline) == name


@pytest.mark.parametrize(
    ("title", "where"),
    [
        ("在全镇水利工作会议上的讲话", "全镇水利工作会议"),
        ("——在村民代表大会上", "村民代表大会"),
        ("镇政府工作报告", ""),
    ],
)
def test_venues(title: str, where: str) -> None:
    assert venue(title) == where
