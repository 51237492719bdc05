"""What looks like a heading and is none, and headings that are easily missed: sentences of our own."""

from __future__ import annotations

import pytest

from core.outline import parse
from core.outline.lines import pieces
from tests.core.outline import LONG, MORE, blocks, headings


def speech(*body: str) -> str:
    """The paragraphs within two parts, so that what is a heading and what is not can be told."""
    return "\n".join(["一、水的事", *body, "二、路的事", LONG])


ONLY_PARTS = ["一、水的事", "二、路的事"]

NO_HEADINGS = {
    "items of one sentence, after semicolons": "今年办三件事：一是修渠，花钱不多；二是打井，见效要快；三是种树。"
    + LONG,
    "items after commas": "渠要修三段，一是上游，二是中游，三是下游，哪一段也不能漏，漏了一段全村都要停水。" + LONG,
    "an announcement only": "这里分三个方面来说，一是水源；二是水渠；三是水价，其余的会后再议。" + LONG,
    "a list of industries": "一、二、三产业都离不开水，哪一样也不能缺，缺了哪一样全镇的日子都不好过。" + LONG,
    "hospital grades": "二、三级泵站各有专人看护，交接班要当面点清工具，登记簿要写明开闸和关闸的时间。" + LONG,
    "quarters": "一、二季度的水费已经收齐，还差几户在外务工的人家，等他们过年回来再补上也不迟。" + LONG,
    "a decimal after a broken line": "2.5公里的渠道已经全部衬砌，剩下的一段等化冻以后再动手，材料都已经备在工地上。"
    + LONG,
    "a percentage": "5.5%左右的损耗是允许的，再多就要查一查是哪一段渠道漏了水，查清楚了马上就修。" + LONG,
    "a date": "2022.10.23是开工的日子，那一天全村能出力的人都到了工地上，连学校也停了半天课。" + LONG,
    "第一批": "第一批设备已经运到，第二批下月初到，第三批要等到秋后，运费由镇里统一来出。" + LONG,
    "十 as a word": "十八户人家共用一口井，二十年没有红过脸，这是全镇都知道的事，值得大家学一学。" + LONG,
    "a maxim": "水通则田活，田活则人和。" + LONG + MORE,
    "a stop inside quotation marks": "老话说得好：“先修渠。后种田。”" + LONG,
    "on the one hand, on the other, in running prose": "这件事要两头看。一方面，渠修好了，用水方便了，大家都高兴。"
    + LONG
    + "另一方面，水价怎么定，工钱怎么算，还要坐下来再商量。"
    + MORE,
    "paragraphs that begin with the year": "2021年，是修渠的第一年，全镇上下都动了起来。"
    + MORE
    + "\n2021年用水的总要求是：先急后缓，先粮后果，先近后远，不误农时，不伤和气。"
    + MORE
    + "\n2021年用水的目标是：渠道不断流，田里不缺水，账上不欠钱，家家都满意。"
    + MORE,
    "ordinary short sentences": LONG + "修好每一处闸门。" + "清淤已经做完。" + "水价今年不涨。" + MORE,
    "the dash of an aside": "村里那口老井——全镇最深的一口——去年重新砌了井台，如今又能供半条街的人家吃水了。" + LONG,
}


@pytest.mark.parametrize("name", NO_HEADINGS)
def test_no_heading(name: str) -> None:
    assert headings(speech(LONG, NO_HEADINGS[name])) == ONLY_PARTS


def test_a_number_that_begins_with_digits_after_its_point() -> None:
    text = "\n".join([f"{n}．第几条渠归谁管" if n != 4 else "4.5+2水价办法" for n in range(1, 7)])
    assert "4.5+2水价办法" in headings("用水说明\n" + LONG + "\n" + text)


def test_an_inline_list_whose_items_are_sentences_has_headings() -> None:
    text = speech("今年办三件事：一是修渠。" + LONG + "二是打井。" + MORE + "三是种树。" + LONG)
    assert headings(text) == ["一、水的事", "..一是修渠", "..二是打井", "..三是种树", "二、路的事"]


def test_one_item_without_a_second() -> None:
    assert headings("全镇水利工作报告\n" + LONG + "\n一、水的事\n" + LONG + MORE) == ["一、水的事"]
    assert headings(speech("（一）源头", LONG)) == ["一、水的事", ".（一）源头", "二、路的事"]
    assert headings(speech("（一）源头", "守好一口井。", LONG, "守好一眼泉。", MORE))[1:3] == [
        ".（一）源头",
        "..守好一口井",
    ]
    assert headings(LONG + "\n一、水的事，说来话长，一时半会儿也说不完。" + LONG) == []


def test_a_heading_with_a_comma() -> None:
    text = speech("一是早谋划，水源更有保障。" + LONG, "二是早动手，渠道更加通畅。" + MORE)
    assert headings(text)[1:3] == [".一是早谋划，水源更有保障", ".二是早动手，渠道更加通畅"]


def test_a_long_sentence_gives_its_first_clause() -> None:
    tail = "把该修的渠道、该打的机井、该换的闸门、该补的堤岸都列成单子，一项一项地排出先后，定下人和日子"
    text = speech("一是谋划在先，" + tail + "。" + LONG, "二是动手在先，" + tail + "。" + LONG)
    assert headings(text)[1:3] == [".一是谋划在先", ".二是动手在先"]


def test_numbers_that_begin_anew_under_every_heading() -> None:
    text = speech("（一）源头", "1．看护", LONG, "2．清淤", LONG, "（二）渠道", "1．衬砌", LONG, "2．巡查", LONG)
    assert headings(text)[1:-1] == [".（一）源头", "..1．看护", "..2．清淤", ".（二）渠道", "..1．衬砌", "..2．巡查"]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [("一二四", 3), ("一二二三", 4), ("一三二四", 4)],
    ids=["skipped", "doubled", "disordered"],
)
def test_wrong_numbers_stay_headings(numbers: str, found: int) -> None:
    text = "\n".join(f"{number}、第{i}件事\n{LONG}" for i, number in enumerate(numbers))
    assert len(headings(text)) == found


def test_repeated_address_is_a_transition() -> None:
    text = "\n".join(
        [
            "各位代表：",
            LONG,
            "一、水的事",
            LONG,
            "二、路的事",
            LONG,
            "各位代表！",
            MORE,
            "让我们一起努力，修好路，管好水！",
        ]
    )
    assert headings(text) == ONLY_PARTS
    assert "各位代表！" in blocks(text, "transition")


def test_a_second_document_in_the_file() -> None:
    first = ["在全镇水利会上的讲话", "同志们：", LONG, "一、水的事", LONG, "二、路的事", LONG, "让我们一起努力！"]
    second = ["在全镇交通会上的讲话", "——2024年3月1日在镇政府", "同志们：", LONG, "一、修桥", LONG, "二、补路", LONG]
    text = "\n".join(first + second)
    assert blocks(text, "title") == [first[0], second[0]]
    assert headings(text) == ["一、水的事", "二、路的事", "一、修桥", "二、补路"]


@pytest.mark.parametrize("source", [["来源：村报"], ["李水生", "2024年3月1日09:30 来源：村报"]])
def test_a_second_document_known_by_its_source(source: list[str]) -> None:
    first = ["在全镇水利会上的讲话", "同志们：", LONG, "一、水的事", LONG, "二、路的事", LONG, "让我们一起努力！"]
    second = ["修桥补路的几点体会", *source, LONG, "一、修桥", LONG, "二、补路", LONG, "（来源：村报）"]
    text = "\n".join(first + second)
    assert blocks(text, "title") == [first[0], second[0]]
    assert headings(text) == ["一、水的事", "二、路的事", "一、修桥", "二、补路"]
    assert blocks(text, "back_matter") == ["（来源：村报）"]


def test_a_long_quotation_weighs_more_than_a_word() -> None:
    text = (
        "大家说得好。“先把水渠修好，再把大路铺平”。"
        + LONG
        + "“水渠不清，田里不收，年年都一样”。"
        + MORE
        + "“大路不平，车马不行，家家都着急”。"
        + LONG
    )
    assert headings(speech(text)) == ONLY_PARTS


@pytest.mark.parametrize("word", ["附件", "附件1：民生实事清单", "附：名词解释", "名词解释", "相关报道：", "注释："])
def test_annexes_are_back_matter(word: str) -> None:
    notes = [f"{n}.“某某工程”：指{LONG[:30]}。" for n in range(1, 6)]
    text = "\n".join(["各位代表：", LONG, "一、水的事", LONG, "二、路的事", LONG, "让我们一起努力！", word, *notes])
    assert headings(text) == ONLY_PARTS
    assert blocks(text, "back_matter")[0].startswith(word)


WRAPPED = speech(
    "（一）先把水源管好，把闸门看好",
    "一是清淤。" + LONG + "二是衬砌。" + MORE + "三是巡查。" + LONG,
    "（二）再把水账算清",
    "全年用水12.5万方、收费3.8万元，比上年少用2.1万方、少收0.6万元。" + MORE,
    "一是记账。" + LONG,
    "二是对账。全年对账12次，补记18笔，退还多收的水费2460元，涉及35户、126人。" + MORE,
)


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("width", [30, 34, 38, 70])
def test_hard_wrapped_lines_give_the_same_headings(width: int, indent: str) -> None:
    lines = [indent + line for line in WRAPPED.split("\n")]
    wrapped = "\n".join(line[k : k + width] for line in lines for k in range(0, len(line), width))
    assert [heading.replace("\n", "") for heading in headings(wrapped)] == headings(WRAPPED)


@pytest.mark.parametrize("width", [28, 38])
def test_blank_lines_between_paragraphs_that_are_hard_wrapped(width: int) -> None:
    title = "（三）入冬以前把每一条水渠都修完，把每一笔水账都算清，开春不误农时"
    body = speech(
        "管好水源，" + MORE[: width * 2 - 6] + "。", "（一）修渠", LONG, "（二）算账", MORE, title[:width], LONG
    )
    lines = [
        line[k : k + width] + "\n" * (k + width >= len(line))
        for line in body.split("\n")
        for k in range(0, len(line), width)
    ]
    assert [heading.replace("\n", "") for heading in headings("\n".join(lines))] == headings(body)


def test_a_heading_nearly_as_long_as_a_hard_wrapped_line() -> None:
    body = speech(
        "（一）先把水源管好，把闸门看好，把每一条水渠修好",
        LONG,
        "（二）再把水账算清，把水费收好，把每一户水价定好",
        MORE,
    )
    wrapped = "\n".join(line[k : k + 28] for line in (body + LONG * 8).split("\n") for k in range(0, len(line), 28))
    assert headings(wrapped) == headings(body)


def test_items_after_semicolons_in_a_hard_wrapped_text() -> None:
    first = "一要把水管好。" + LONG + "这里头有三句话：一是早动手，"
    first += MORE[: 119 - len(first)] + "；"
    body = speech(LONG, first + "二是办实事，" + LONG[:-1] + "；三是算细账。", "二要把路修好。" + MORE)
    wrapped = "\n".join(line[k : k + 30] for line in body.split("\n") for k in range(0, len(line), 30))
    assert "".join(wrapped[a:b] for a, b in pieces(wrapped)) == body


SWALLOWED = {
    "dashes": ["——水更清了。" + LONG, "——路更平了。" + MORE],
    "numbers": ["1．修渠。" + LONG, "2．修路。" + MORE],
    "definitions": [
        "所谓“早”，就是不等不靠。" + LONG,
        "所谓“实”，就是不做样子。" + MORE,
        "所谓“细”，就是一户一户算清楚。" + LONG,
    ],
}


@pytest.mark.parametrize("name", SWALLOWED)
def test_items_that_a_long_line_swallowed(name: str) -> None:
    items = SWALLOWED[name]
    assert headings(speech(LONG * 2 + "".join(items))) == headings(speech(LONG * 2, *items))


def test_an_address_that_a_long_line_swallowed() -> None:
    address = "各位代表，去年的成绩来之不易，凝聚着全镇人的心血，我代表镇政府谢谢大家！"
    text = speech("（一）修渠", LONG + MORE * 3 + address + LONG)
    assert blocks(text, "transition") == [address + LONG]


def test_a_line_that_stands_out_after_dashes() -> None:
    dashes = ["——水更清了。", LONG, "——路更平了。", MORE]
    text = "\n".join(["全镇水利交通工作综述", LONG, "去年办成的事", LONG, *dashes, "今年要办的事", MORE, *dashes])
    assert headings(text) == [
        "去年办成的事",
        ".——水更清了",
        ".——路更平了",
        "今年要办的事",
        ".——水更清了",
        ".——路更平了",
    ]


def test_a_page_without_line_breaks() -> None:
    text = "全镇工作报告各位代表：现在报告工作。" + "一、水的事。" + LONG * 2 + "二、路的事。" + MORE * 2
    assert headings(text) == ONLY_PARTS
    assert blocks(text, "salutation") == ["各位代表："]


def test_a_page_without_line_breaks_that_names_the_same_time_again_and_again() -> None:
    items = ["一是修渠。" + LONG, "二是修路。" + MORE]
    years = ["这五年，水渠修长了。" + LONG, "这五年，大路走宽了。" + MORE, "这五年，帮手添多了。" + LONG]
    body = ["一、五年回顾。", *items, *years, "二、打算。", LONG]
    assert headings("".join(body)) == headings("\n".join(body))


def test_blanks_in_place_of_a_line_break() -> None:
    text = speech(LONG + " " * 20 + "（一）源头", LONG, "（二）渠道", MORE)
    assert headings(text) == ["一、水的事", ".（一）源头", ".（二）渠道", "二、路的事"]


def test_a_heading_that_begins_with_a_numeral() -> None:
    year = ["一、一年忙到头，水的事有了眉目", "（一）源头", LONG, "（二）渠道", LONG]
    text = "\n".join([*year, "二、一件接着一件办。" + LONG, "三、一直走到底。" + MORE])
    assert headings(text) == [year[0], ".（一）源头", ".（二）渠道", "二、一件接着一件办", "三、一直走到底"]


def test_the_last_item_may_have_one_paragraph_more() -> None:
    text = speech(
        "（一）管好用水",
        "管好源头活水，建设清洁渠道。" + LONG,
        "管好田间水渠，建设节水良田。" + MORE,
        "（二）管好自己",
        "管好自家门口，建设和气村庄。" + LONG,
        "管好自家账本，建设明白村庄。" + MORE,
        "管好自家孩子，建设向学村庄。" + LONG,
        "管好自家嘴巴，建设安静村庄。" + MORE,
    )
    assert headings(text) == [
        "一、水的事",
        ".（一）管好用水",
        "..管好源头活水，建设清洁渠道",
        "..管好田间水渠，建设节水良田",
        ".（二）管好自己",
        "..管好自家门口，建设和气村庄",
        "..管好自家账本，建设明白村庄",
        "..管好自家孩子，建设向学村庄",
        "..管好自家嘴巴，建设安静村庄",
        "二、路的事",
    ]


def test_the_last_word_of_the_speaker_is_no_item() -> None:
    items = ["第一，把水管好。" + LONG, "第二，把路修好。" + MORE]
    last = "最后，我再说一说纪律，大家散会以后都要带回去，一条一条对着做。" + LONG
    assert headings("\n".join(["一、今年的事", *items, "二、明年的事", *items, last])) == [
        "一、今年的事",
        ".第一，把水管好",
        ".第二，把路修好",
        "二、明年的事",
        ".第一，把水管好",
        ".第二，把路修好",
    ]


def test_several_speeches_named_by_their_speakers() -> None:
    first = ["在全镇水利会上的讲话", "李水生同志的讲话", LONG, "一、水的事", LONG, "二、路的事", LONG, LONG]
    text = "\n".join([*first, "周大山同志的总结讲话", MORE, "一、修桥", LONG, "二、补路", LONG])
    assert blocks(text, "title")[1] == "周大山同志的总结讲话"
    assert headings(text) == ["一、水的事", "二、路的事", "一、修桥", "二、补路"]


def test_the_first_speaker_after_a_note() -> None:
    note = "按：" + LONG + "现将李水生同志和周大山同志的讲话摘要印发各村。"
    text = "\n".join(
        [
            note,
            "李水生同志的讲话摘要",
            LONG,
            "1．修渠。" + LONG,
            "2．补路。" + MORE,
            LONG,
            "周大山同志的讲话摘要",
            MORE,
            "第一，修桥。" + LONG,
            "第二，补路。" + MORE,
        ]
    )
    assert blocks(text, "title") == ["李水生同志的讲话摘要", "周大山同志的讲话摘要"]
    assert headings(text) == ["1．修渠", "2．补路", "第一，修桥", "第二，补路"]


def test_a_rule_without_line_breaks() -> None:
    text = "水渠管理办法 第一章 总则 第一条 " + LONG * 2 + "第二条 下列渠道适用本办法：（一）干渠；（二）支渠。"
    text += "第二章 附则 第三条 " + MORE * 2
    assert headings(text) == [
        "第一章 总则",
        ".第一条",
        ".第二条",
        "..（一）干渠",
        "..（二）支渠",
        "第二章 附则",
        ".第三条",
    ]


def test_numbers_on_a_page_without_line_breaks() -> None:
    text = "各位代表：现在报告工作。一、水的事。1．源头。" + LONG + "2．渠道。" + MORE + "二、路的事。（1）路基。"
    text += LONG + "（2）路面。" + MORE + "——路灯亮了。" + LONG + "——路标齐了。" + MORE
    assert headings(text) == [
        "一、水的事",
        ".1．源头",
        ".2．渠道",
        "二、路的事",
        ".（1）路基",
        ".（2）路面",
        "..——路灯亮了",
        "..——路标齐了",
    ]


def test_text_without_headings() -> None:
    assert headings(LONG + "\n" + MORE) == []
    assert parse("") == ()
