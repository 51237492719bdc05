"""What kind of text a speech is, told by its title."""

from __future__ import annotations

import pytest

from core.kinds import KINDS, kind_of

TITLES = {
    "在全县水利工作会议上的讲话": "讲话",
    "在全县水利工作会议上的讲话（摘要）": "讲话",
    "在开工仪式上的讲话稿": "讲话",
    "政府工作报告": "报告",
    "在第三次代表大会上的报告": "报告",
    "关于听取工作报告时的讲话": "讲话",
    "在开幕式上的致词": "致辞",
    "二〇二六年新年贺词": "贺词",
    "在清溪论坛上的主旨演讲": "演讲",
    "关于加快修渠的意见": "意见",
    "关于印发《修渠工作方案》的通知": "通知",
    "给修渠队员的慰问信": "慰问信",
    "书记就修渠答记者问": "答问",
    "（讲话）": "讲话",
    "清溪村的一天": "",
    "": "",
}


@pytest.mark.parametrize(("title", "kind"), TITLES.items())
def test_the_title_names_the_kind(title: str, kind: str) -> None:
    assert kind_of(title) == kind


def test_every_kind_is_one_that_is_offered() -> None:
    assert {kind_of(each) for each in KINDS} == set(KINDS)
