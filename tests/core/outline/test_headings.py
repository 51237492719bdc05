"""The grammar: every row of the table reads its own example, and what only looks like a mark is none."""

from __future__ import annotations

import pytest

from core.outline.headings import opening, read, styles, value
from core.outline.view import view
from tests.core.outline import LONG, MORE, headings


@pytest.mark.parametrize("name", styles())
def test_every_row_reads_its_example(name: str) -> None:
    example = view(styles()[name].example)
    mark = opening(example, 0, len(example))
    assert mark is not None
    assert mark.style.name == name


MARKS = [
    # text, style, number, label
    ("一、去年的账", "cn_dun", 1, "一、"),
    ("二．今年的活", "cn_dun", 2, "二．"),
    ("三.明年的事", "cn_dun", 3, "三."),
    ("三.2025年的事", "cn_dun", 3, "三."),
    ("六 、怎么看", "cn_dun", 6, "六 、"),
    ("四,后年的愿", "cn_dun", 4, "四,"),
    ("五 怎么干", "cn_dun", 5, "五 "),
    ("十二、收尾", "cn_dun", 12, "十二、"),
    ("（三）把路修好", "cn_paren", 3, "（三）"),
    ("(四)把灯装上", "cn_paren", 4, "(四)"),
    ("（十一）、把树种齐", "cn_paren", 11, "（十一）、"),
    ("（ 五 ）把人用好", "cn_paren", 5, "（ 五 ）"),
    ("1.修渠", "ar_dot", 1, "1."),
    ("２．修路", "ar_dot", 2, "２．"),
    ("10、修桥", "ar_dot", 10, "10、"),
    ("（1）清淤", "ar_paren", 1, "（1）"),
    ("(12)护坡", "ar_paren", 12, "(12)"),
    ("③补种", "circ", 3, "③"),
    ("第三编 附录", "bian", 3, "第三编"),
    ("第二章　组织", "zhang", 2, "第二章"),
    ("第 三 章　纪律", "zhang", 3, "第 三 章"),
    ("第一节　会议", "jie", 1, "第一节"),
    ("第一百零三条　本章程由大会解释。", "tiao", 103, "第一百零三条"),
    ("第二部分 今年的安排", "bufen", 2, "第二部分 "),
    ("一是修渠。", "yishi", 1, "一是"),
    ("二个是修路。", "yishi", 2, "二个是"),
    ("三要修桥。", "yiyao", 3, "三要"),
    ("第四，把账算清。", "diyi", 4, "第四，"),
    ("第五:把人用好。", "diyi", 5, "第五:"),
    ("其次，把人用好。", "shouxian", 2, "其次，"),
    ("其二，把人用好。", "qiyi", 2, "其二，"),
    ("另一方面，要看到短处。", "fangmian", 2, "另一方面，"),
    ("——水更清了", "dash", 0, "——"),
    ("--水更清了", "dash", 0, "--"),
    ("― 水更清了", "dash", 0, "― "),
    ("●水库安全", "bullet", 0, "●"),
    ("★ 重点工程", "bullet", 0, "★ "),
    ("十", "cn_bare", 10, "十"),
    ("总　纲", "named", 0, ""),
]


@pytest.mark.parametrize(("text", "style", "number", "label"), MARKS)
def test_marks(text: str, style: str, number: int, label: str) -> None:
    mark = opening(view(text), 0, len(text))
    assert mark is not None
    assert (mark.style.name, mark.number, text[mark.start : mark.stop]) == (style, number, label)


@pytest.mark.parametrize(
    "text",
    [
        "第一批设备已经运到村里。",
        "第三轮巡查下月开始。",
        "第一个到的是老支书。",
        "第一季度没有停水。",
        "第一条渠修得最早。".replace("条", "道"),
        "一点一滴攒起来的。",
        "十分要紧的是人心。",
        "2025年的账已经结清。",
        "要紧的是人心。",
        "首先要说的是水。",
    ],
)
def test_no_marks(text: str) -> None:
    assert opening(view(text), 0, len(text)) is None


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("一", 1), ("十", 10), ("十九", 19), ("二十", 20), ("四十二", 42), ("一百零三", 103), ("7", 7), ("⑫", 12)],
)
def test_numerals(numeral: str, number: int) -> None:
    assert value(numeral) == number


def test_a_row_short_of_a_column_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        read("extra  extra  9  han  line  sentence  第{n}回")


SIGNS = ["一、水的事", "（一）管好“源头。活水”，", "（二）管好“末梢、小渠”。", "二、路的事"]
DRESSED = {
    "signs of headings in Markdown": [f"## {sign}" for sign in SIGNS],
    "bold in Markdown": [f"**{sign}**" for sign in SIGNS],
    "bullets before the numbers": [f"- {sign}" for sign in SIGNS],
    "dots before the numbers": [f"· {sign}" for sign in SIGNS],
    "corner quotation marks": [sign.replace("“", "「").replace("”", "」") for sign in SIGNS],
    "straight quotation marks": [sign.replace("“", '"').replace("”", '"') for sign in SIGNS],
}


@pytest.mark.parametrize("name", DRESSED)
def test_headings_in_another_dress(name: str) -> None:
    first, source, branch, second = DRESSED[name]
    found = headings("\n".join([first, LONG, f"{source}{MORE}", f"{branch}{LONG}", second, MORE]))
    assert len(found) == 4
    assert [heading.count(".", 0, 2) for heading in found] == [0, 1, 1, 0]
    assert "活水" in found[1]
    assert [sign[:3] for sign in SIGNS] == [heading.lstrip(".")[:3] for heading in found]
