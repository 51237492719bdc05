"""The head and the end of a speech: title, subtitle, byline, salutation, closing, and what is no speech at all."""

from __future__ import annotations

import pytest

from tests.core.outline import LONG, MORE, blocks, headings

BODY = ["一、水的事", LONG, "二、路的事", MORE]

HEADS = {
    "title and salutation": (
        ["在全镇大会上的讲话", "同志们："],
        {"title": ["在全镇大会上的讲话"], "salutation": ["同志们："]},
    ),
    "letter-spaced title": (["镇 政 府 工 作 报 告", "各位代表："], {"title": ["镇 政 府 工 作 报 告"]}),
    "title over two lines": (
        ["在全镇水利工作", "总结大会上的讲话", "同志们："],
        {"title": ["在全镇水利工作\n总结大会上的讲话"]},
    ),
    "subtitle with a dash": (
        ["镇政府工作报告", "——2024年1月8日在第三届人民代表大会第四次会议上", "各位代表："],
        {"subtitle": ["——2024年1月8日在第三届人民代表大会第四次会议上"]},
    ),
    "date in brackets and byline": (
        ["在全镇大会上的讲话", "（2024年1月8日）", "李水生", "同志们："],
        {"subtitle": ["（2024年1月8日）"], "byline": ["李水生"]},
    ),
    "byline with an office": (["镇政府工作报告", "镇长 李水生", "各位代表："], {"byline": ["镇长 李水生"]}),
    "signed by a body": (
        ["让水渠年年清、让大路年年平", "中共清水镇委宣传部"],
        {"title": ["让水渠年年清、让大路年年平"], "byline": ["中共清水镇委宣传部"]},
    ),
    "web controls and source": (
        ["下载", "打印", "镇政府工作报告", "来源：村报", "各位代表："],
        {"front_matter": ["下载\n打印", "来源：村报"], "title": ["镇政府工作报告"]},
    ),
    "salutation of many": (
        ["在全镇大会上的讲话", "尊敬的各位领导、各位来宾，同志们："],
        {"salutation": ["尊敬的各位领导、各位来宾，同志们："]},
    ),
    "an appeal to readers is no salutation": (
        ["现转发李水生同志的讲话，请全体同志认真学习！", "", "在全镇大会上的讲话", "同志们："],
        {"front_matter": ["现转发李水生同志的讲话，请全体同志认真学习！"], "salutation": ["同志们："]},
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_head(name: str) -> None:
    head, expected = HEADS[name]
    text = "\n".join([*head, LONG, *BODY])
    assert {kind: blocks(text, kind) for kind in expected} == expected


def test_a_table_of_contents_is_front_matter() -> None:
    text = "\n".join(["全镇水利工作报告", "目 录", "一、水的事", "二、路的事", LONG, *BODY])
    assert blocks(text, "front_matter") == ["目 录\n一、水的事\n二、路的事"]
    assert headings(text) == ["一、水的事", "二、路的事"]


def test_the_news_of_a_rule_is_front_matter() -> None:
    news = ["近日，镇政府印发了《水渠管理办法》，请各村照办。", LONG, "《水渠管理办法》全文如下。"]
    rule = ["第一章 总则", "第一条 " + LONG, "第二条 " + MORE, "延伸阅读", "水渠是怎样修成的"]
    assert blocks("\n".join(news + rule), "front_matter") == ["\n".join(news)]
    assert headings("\n".join(news + rule)) == ["第一章 总则", ".第一条", ".第二条"]


def test_what_stands_before_the_first_heading_is_preamble() -> None:
    text = "\n".join(["在全镇大会上的讲话", "同志们：", LONG, MORE, *BODY])
    assert blocks(text, "preamble") == [LONG + "\n" + MORE]


CLOSINGS = {
    "an address": (["各位代表！路就在脚下。让我们一起走好！"], ["各位代表！路就在脚下。让我们一起走好！"]),
    "a call": (["让我们一起努力，为把家乡建设得更好而奋斗！"], ["让我们一起努力，为把家乡建设得更好而奋斗！"]),
    "several paragraphs after a last address": (["同志们！", MORE, "让我们一起努力！"], [MORE + "\n让我们一起努力！"]),
    "none": ([MORE], []),
}


@pytest.mark.parametrize("name", CLOSINGS)
def test_closing(name: str) -> None:
    end, expected = CLOSINGS[name]
    text = "\n".join(["在全镇大会上的讲话", "同志们：", LONG, *BODY, *end])
    assert blocks(text, "closing") == expected
