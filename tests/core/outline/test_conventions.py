"""Every convention of heading, on short speeches of our own writing: the text, and the tree it becomes."""

from __future__ import annotations

import pytest

from tests.core.outline import LONG, MORE, headings


def lines(*each: str) -> str:
    return "\n".join(each)


CONVENTIONS = {
    "parts, sections and points in the canonical order": (
        lines(
            "一、去年的工作",
            "（一）修渠",
            LONG,
            "（二）修路",
            LONG,
            "1．路基",
            LONG,
            "2．路面",
            LONG,
            "二、今年的打算",
            LONG,
        ),
        ["一、去年的工作", ".（一）修渠", ".（二）修路", "..1．路基", "..2．路面", "二、今年的打算"],
    ),
    "a heading with its text on the same line": (
        lines("（一）先修水渠。" + LONG, "（二）再修大路。" + LONG),
        ["（一）先修水渠", "（二）再修大路"],
    ),
    "第X部分": (
        lines(
            "第一部分 去年的账",
            LONG,
            "一、水",
            LONG,
            "二、路",
            LONG,
            "第二部分 今年的账",
            LONG,
            "一、人",
            LONG,
            "二、钱",
            LONG,
        ),
        ["第一部分 去年的账", ".一、水", ".二、路", "第二部分 今年的账", ".一、人", ".二、钱"],
    ),
    "编章节条款": (
        lines(
            "第一编 总则",
            "第一章 任务",
            "第一节 范围",
            "第一条 " + LONG,
            "第二条 下列情形适用本章程：",
            "（一）修渠；",
            "（二）修路。",
            "第二章 人员",
            "第三条 " + LONG,
            "第二编 附则",
            "第四条 " + LONG,
        ),
        [
            "第一编 总则",
            ".第一章 任务",
            "..第一节 范围",
            "...第一条",
            "...第二条",
            "....（一）修渠",
            "....（二）修路",
            ".第二章 人员",
            "..第三条",
            "第二编 附则",
            ".第四条",
        ],
    ),
    "一是, items of their own": (
        lines("一、做法", LONG, "一是先易后难。" + LONG, "二是先急后缓。" + LONG, "二、体会", LONG),
        ["一、做法", ".一是先易后难", ".二是先急后缓", "二、体会"],
    ),
    "一要 inside a paragraph": (
        lines("一、要求", "这里强调两条。一要早动手。" + LONG + "二要办实事。" + LONG, "二、纪律", LONG),
        ["一、要求", "..一要早动手", "..二要办实事", "二、纪律"],
    ),
    "第一， then below it （1）": (
        lines("第一，把水管好。" + LONG, "（1）管源头。" + LONG, "（2）管渠道。" + LONG, "第二，把路修好。" + LONG),
        ["第一，把水管好", ".（1）管源头", ".（2）管渠道", "第二，把路修好"],
    ),
    "首先 其次 第三 最后": (
        lines("首先，摸清家底。" + LONG, "其次，排好次序。" + LONG, "第三，分好工。" + LONG, "最后，验好收。" + LONG),
        ["首先，摸清家底", "其次，排好次序", "第三，分好工", "最后，验好收"],
    ),
    "其一 其二": (
        lines("其一，账目不清。" + LONG, "其二，分工不明。" + LONG),
        ["其一，账目不清", "其二，分工不明"],
    ),
    "①": (
        lines("一、清单", "①渠道清淤。" + LONG, "②机井检修。" + LONG, "二、期限", LONG),
        ["一、清单", ".①渠道清淤", ".②机井检修", "二、期限"],
    ),
    "dashes": (
        lines("一、成绩", LONG, "——水更清了。" + LONG, "——路更平了。" + LONG, "二、不足", LONG),
        ["一、成绩", ".——水更清了", ".——路更平了", "二、不足"],
    ),
    "bullets": (
        lines("全镇水利工作的报告", "●水库安全", LONG, "●河道畅通", LONG),
        ["●水库安全", "●河道畅通"],
    ),
    "brackets": (
        lines("全镇水利工作情况的汇报", "【水的事】", LONG, "【路的事】", LONG),
        ["【水的事】", "【路的事】"],
    ),
    "numbers alone on their lines": (
        lines("一", LONG, "二", LONG, "三", LONG),
        ["一", "二", "三"],
    ),
    "unnumbered lines as parts above numbered ones": (
        lines(
            "全镇工作情况的汇报",
            "过去五年的工作",
            LONG,
            "（一）修渠。" + LONG,
            "（二）修路。" + LONG,
            "今后五年的打算",
            LONG,
            "（一）种树。" + LONG,
            "（二）养鱼。" + LONG,
        ),
        ["过去五年的工作", ".（一）修渠", ".（二）修路", "今后五年的打算", ".（一）种树", ".（二）养鱼"],
    ),
    "unnumbered lines below numbered ones": (
        lines("一、今年的工作", "管好水源", LONG, "修好道路", LONG, "二、明年的打算", LONG),
        ["一、今年的工作", ".管好水源", ".修好道路", "二、明年的打算"],
    ),
    "lines that end in a dash stand below those that do not": (
        lines(
            "全镇工作情况的汇报",
            "渠水长流",
            "清淤有新法——",
            LONG,
            "用水有账本——",
            LONG,
            "大路通天",
            "路基打得牢——",
            LONG,
            "路面铺得平——",
            LONG,
        ),
        ["渠水长流", ".清淤有新法——", ".用水有账本——", "大路通天", ".路基打得牢——", ".路面铺得平——"],
    ),
    "sentences alone on their lines": (
        lines("一、今年的工作", "管好每一眼机井。", LONG, "修好每一段村道。", LONG, "二、明年的打算", LONG),
        ["一、今年的工作", ".管好每一眼机井", ".修好每一段村道", "二、明年的打算"],
    ),
    "two tiers of sentences alone on their lines": (
        lines(
            "一、今年的工作",
            "围绕用水下功夫。",
            "管好每一眼机井。",
            LONG,
            "修好每一段水渠。",
            LONG,
            "围绕出行下功夫。",
            "铺平每一段村道。",
            LONG,
            "装好每一盏路灯。",
            LONG,
            "二、明年的打算",
            LONG,
        ),
        [
            "一、今年的工作",
            ".围绕用水下功夫",
            "..管好每一眼机井",
            "..修好每一段水渠",
            ".围绕出行下功夫",
            "..铺平每一段村道",
            "..装好每一盏路灯",
            "二、明年的打算",
        ],
    ),
    "the sentences that open sibling paragraphs": (
        lines(
            "一、今年的工作",
            "管好农业用水。" + LONG,
            "修好乡村道路。" + MORE,
            "办好农家书屋。" + LONG,
            "二、明年的打算",
            LONG,
        ),
        ["一、今年的工作", ".管好农业用水", ".修好乡村道路", ".办好农家书屋", "二、明年的打算"],
    ),
    "anaphora of time": (
        lines(
            "一、五年回顾",
            "这五年，水的事办得稳。" + LONG,
            "这五年，路的事办得快，人人都看得见。" + MORE,
            "这五年，人的事办得好。" + LONG,
            "二、打算",
            LONG,
        ),
        [
            "一、五年回顾",
            ".这五年，水的事办得稳",
            ".这五年，路的事办得快，人人都看得见",
            ".这五年，人的事办得好",
            "二、打算",
        ],
    ),
    "what is defined": (
        lines(
            "一、三句话",
            "所谓“早”，就是不等不靠，赶在封冻以前动手。" + LONG,
            "所谓“实”，就是不做样子，干一件成一件。" + LONG,
            "所谓“细”，就是不怕麻烦，一户一户算清楚。" + LONG,
            "二、要求",
            LONG,
        ),
        ["一、三句话", ".所谓“早”", ".所谓“实”", ".所谓“细”", "二、要求"],
    ),
    "colon labels": (
        lines("一、总的考虑", "总体要求：" + LONG, "奋斗目标：" + MORE, "主要任务：" + LONG, "二、保障", LONG),
        ["一、总的考虑", ".总体要求", ".奋斗目标", ".主要任务", "二、保障"],
    ),
    "colon labels as containers": (
        lines(
            "一、安排",
            "主要任务：",
            "1．修渠",
            LONG,
            "2．修路",
            LONG,
            "保障措施：",
            "1．派人",
            LONG,
            "2．拨钱",
            LONG,
            "二、纪律",
            LONG,
        ),
        ["一、安排", ".主要任务", "..1．修渠", "..2．修路", ".保障措施", "..1．派人", "..2．拨钱", "二、纪律"],
    ),
    "run-ins": (
        lines(
            "一、做法",
            "（一）管好用水。" + "水源保护有力。" + LONG + "水渠维修及时。" + MORE + "用水秩序良好。" + LONG,
            "（二）修好道路。" + "路基打得坚实。" + LONG + "路面铺得平整。" + MORE + "路灯亮得齐全。" + LONG,
            "二、打算",
            LONG,
        ),
        [
            "一、做法",
            ".（一）管好用水",
            "..水源保护有力",
            "..水渠维修及时",
            "..用水秩序良好",
            ".（二）修好道路",
            "..路基打得坚实",
            "..路面铺得平整",
            "..路灯亮得齐全",
            "二、打算",
        ],
    ),
    "run-ins after a colon": (
        lines(
            "一、体会",
            "能办成这些事，主要靠三条：始终坚持先算后干。"
            + LONG
            + "始终坚持大家商量。"
            + MORE
            + "始终坚持账目公开。"
            + LONG,
            "二、打算",
            LONG,
        ),
        ["一、体会", "..始终坚持先算后干", "..始终坚持大家商量", "..始终坚持账目公开", "二、打算"],
    ),
    "run-ins of one length, three of them": (
        lines(
            "一、做法", LONG[:40] + "。" + "水源保护有力。" + LONG + "水渠维修及时。" + MORE + "用水秩序良好。" + LONG
        ),
        ["一、做法", "..水源保护有力", "..水渠维修及时", "..用水秩序良好"],
    ),
    "two run-ins of two clauses that are built alike": (
        lines(
            "一、做法",
            "（一）管好每一滴水。" + LONG[:40] + "。"
            "突出源头保护，加力整治沿岸排污。" + LONG + "突出渠道维修，加力更换老旧闸门。" + MORE,
            "（二）修好每一条路。" + LONG,
        ),
        [
            "一、做法",
            ".（一）管好每一滴水",
            "..突出源头保护，加力整治沿岸排污",
            "..突出渠道维修，加力更换老旧闸门",
            ".（二）修好每一条路",
        ],
    ),
    "on the one hand, on the other, each a sentence": (
        lines(
            "一、怎么看",
            "这件事要两头看。一方面，要看到长处。" + LONG + "另一方面，要看到短处。" + MORE,
            "二、怎么办",
            LONG,
        ),
        ["一、怎么看", "..一方面，要看到长处", "..另一方面，要看到短处", "二、怎么办"],
    ),
    "run-ins that begin with the paragraph": (
        lines(
            "一、水的事",
            "（一）去年的账",
            "水源保护有力。" + LONG + "水渠维修及时。" + MORE + "用水秩序良好。" + LONG,
            "（二）今年的账",
            LONG,
            "二、路的事",
            LONG,
        ),
        [
            "一、水的事",
            ".（一）去年的账",
            "...水源保护有力",
            "...水渠维修及时",
            "...用水秩序良好",
            ".（二）今年的账",
            "二、路的事",
        ],
    ),
    "run-ins that begin with the same words": (
        lines(
            "一、做法",
            LONG
            + "我们始终坚持先算后干。"
            + LONG
            + "我们始终坚持大家的事由大家商量着来办。"
            + MORE
            + "我们始终坚持账目公开。"
            + LONG,
            "二、打算",
            LONG,
        ),
        [
            "一、做法",
            "..我们始终坚持先算后干",
            "..我们始终坚持大家的事由大家商量着来办",
            "..我们始终坚持账目公开",
            "二、打算",
        ],
    ),
    "one run-in that begins with other words than those built like it": (
        lines(
            "一、做法",
            "这是大家商量出来的办法。坚持早动手早安排，着力赶在河水封冻以前。"
            + LONG
            + "坚持办实事求实效，着力修好村里的水渠。"
            + MORE
            + "推行新规矩新办法，着力管好田头每眼机井。"
            + LONG
            + "坚持算细账算明账，着力省下工钱。"
            + MORE,
            "二、打算",
            LONG,
        ),
        [
            "一、做法",
            "..坚持早动手早安排，着力赶在河水封冻以前",
            "..坚持办实事求实效，着力修好村里的水渠",
            "..推行新规矩新办法，着力管好田头每眼机井",
            "..坚持算细账算明账，着力省下工钱",
            "二、打算",
        ],
    ),
    "the sentences that open paragraphs below unnumbered lines": (
        lines(
            "全镇工作情况的汇报",
            "同志们：",
            MORE,
            "今年的水利",
            LONG,
            "管好农业用水。" + LONG,
            "修好乡村渠道。" + MORE,
            "今年的交通",
            MORE,
            "修好通村的大路。" + LONG,
            "补好田间的小道。" + MORE,
        ),
        ["今年的水利", ".管好农业用水", ".修好乡村渠道", "今年的交通", ".修好通村的大路", ".补好田间的小道"],
    ),
    "calls that open paragraphs": (
        lines(
            "一、要求",
            MORE,
            "要早动手。" + LONG,
            "要把每一笔账、每一个工都算清楚。" + MORE,
            "要请各家各户都来说说话、出主意。" + LONG,
            "二、纪律",
            LONG,
        ),
        ["一、要求", ".要早动手", ".要把每一笔账、每一个工都算清楚", ".要请各家各户都来说说话、出主意", "二、纪律"],
    ),
    "numbers that run on over the parts": (
        lines("一、水", "（一）源头", LONG, "（二）渠道", LONG, "二、路", "（三）路基", LONG, "（四）路面", LONG),
        ["一、水", ".（一）源头", ".（二）渠道", "二、路", ".（三）路基", ".（四）路面"],
    ),
    "skipped levels": (
        lines("一、水", "1．源头", LONG, "2．渠道", LONG, "二、路", "1．路基", LONG, "2．路面", LONG),
        ["一、水", ".1．源头", ".2．渠道", "二、路", ".1．路基", ".2．路面"],
    ),
    "half-width and full-width mixed": (
        lines("(一)源头", LONG, "（二)渠道", LONG, "(三）路基", LONG),
        ["(一)源头", "（二)渠道", "(三）路基"],
    ),
}


@pytest.mark.parametrize("name", CONVENTIONS)
def test_convention(name: str) -> None:
    text, expected = CONVENTIONS[name]
    assert headings(text) == expected
