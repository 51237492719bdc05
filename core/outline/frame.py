"""What is not body: advert, title, subtitle, byline, salutation, closing, and what comes after."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from core.outline.headings import opening
from core.outline.lines import Line

_HEARER = (
    "(?:们|代表|委员|领导|嘉宾|来宾|同志|老师|同学|朋友|教工|女士|先生|同仁|乡亲|院士|专家|校友|家长|战友"
    "|同胞|职工|各位)"
)
_HEARERS = rf"(?:(?>[^，、。；：！]{{0,14}}?{_HEARER})(?:[，、 ]|！(?!$))*)+"
_SALUTATION = re.compile(rf"(?:(?:尊敬|敬爱|亲爱)的)?{_HEARERS}[：！](?:(?:大家|你们)?(?:上午|下午|晚上)?好！)?$")
_TURN_TO = re.compile(rf"{_HEARERS}(?:[！：]|(?<=，))")
_WORDS = """
下载 打印 全屏 收藏 字号 加大 还原 减小 来源 时间： 作者： 记者 编辑 发布 浏览 点击 会员 QQ 微信
公众号 订阅 仅供 禁止 外传 分享 举报 学习材料 推荐 材料： 采访 编者按 扫一扫 扫码 关闭窗口 当前页
关注 网址 http www
"""
_CONTROL = tuple(_WORDS.split())
_SUBTITLE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日在.{4,50}上$|\d{4}[.年/-]\d{1,2}[.月/-]\d{1,2}日?$|(?:—|-{2}).{4,60}$|（[^（）]*\d{4}年[^（）]*）$"
    r"|（[^（）]*(?:摘要|摘登|通过|发布|施行|讲话|[二〇]年)[^（）]*）$"
)
_OFFICE = (
    "(?:省长|市长|区长|县长|乡长|镇长|州长|盟长|旗长|主席|书记|局长|校长|主任|部长|院长|检察长|总理|会长"
    "|秘书长|政府|委员会|党委)"
)
_BYLINE = re.compile(rf"(?:\w{{0,20}}{_OFFICE} *)?\w(?: *\w){{1,3}}(?:·\w{{1,6}}){{0,2}}$")
_BODY = re.compile(r"中共\w{2,16}(?:部|委|会|院|校|室|厅|组)$|\w{2,24}(?:研究中心|研究院|编辑部|课题组|评论员)$")
"""A body that signs: 中共某县委宣传部, 本报评论员."""
_LATIN = re.compile(r"[\da-zA-Z_]")
_GENRE = re.compile(
    "(?:讲话|报告|决定|意见|通知|公报|致辞|贺词|发言|说明|建议|条例|规定|办法|章程|细则|方案|纲要|要点|总结|汇报|讲稿"
    "|提纲|决议|规划|法)(?:提纲|（[^（）]*）)?※?$"
)
_SPEECH = re.compile(
    rf"[^，。：]{{1,16}}(?:同志|{_OFFICE})的?(?:重要|总结|主持|工作|闭幕)?(?:讲话|致辞|发言|报告|说明)$"
)
_FULL_TEXT = ("全文", "全文如下", "全文。", "全文如下。", "全文：", "全文如下：")
_BACK = ("附：", "附件", "附录", "相关报道", "相关链接", "延伸阅读", "相关阅读", "名词解释", "注释", "注：", "※")
_ORIGIN = re.compile(r"[\d年月日时分:：./ -]*(?:资料)?来源：")
_SOURCE = ("来源", "（来源", "作者", "（作者", "责任编辑")
_EXHORT = re.compile(
    "让我们|而(?:努力|不懈|共同|团结)?奋斗|作出(?:新的|更大)?(?:更大)?(?:的)?贡献|新征程|新篇章|奋勇前进|努力奋斗"
    "|再创佳绩|谢谢"
)
_BRACKETED = re.compile(r"【[^】]{2,30}】$")
_CONTENTS = re.compile(r"目 *录$")
LONG = 60
"""A line of a head has at most so many code points."""


class Block(NamedTuple):
    """A block of level 0: its kind and its span."""

    kind: str
    start: int
    stop: int


class Frame(NamedTuple):
    """The level-0 blocks, and the runs of lines between them that the outline is made of."""

    blocks: list[Block]
    bodies: list[list[Line]]


def frame(view: str, lines: list[Line]) -> Frame:
    found = Frame([], [])
    starts = [0, *_titles(view, lines), len(lines)]
    for first, last in pairwise(starts):
        if first < last:
            _document(view, lines[first:last], found)
    return found


def _titles(view: str, lines: list[Line]) -> list[int]:
    """Where a further document begins: a short line without a stop, then a subtitle or a salutation, or one
    that names who speaks (某同志的讲话)."""
    found: list[int] = []
    seen_body = 0
    for i, line in enumerate(lines[:-1]):
        if line.stop - line.start > LONG:
            seen_body += 1
            continue
        if seen_body < 3 or not _titular(view, line):
            continue
        following = [_role(view, after) for after in lines[i + 1 : i + 4]]
        if (
            following[0] in ("subtitle", "salutation")
            or _SPEECH.match(view, line.start, line.stop)
            or _sourced(view, lines[i + 1])
            or (following[0] == "byline" and ("salutation" in following or "subtitle" in following))
            or (following[0] == "byline" and any(_sourced(view, after) for after in lines[i + 2 : i + 3]))
        ):
            found.append(i)
            seen_body = 0
    return found


def _controls(text: str) -> bool:
    """Whether the line is a web page's own: its controls, its source, an advertisement."""
    return text[-1] == "】" or any(word in text for word in _CONTROL)


def _sourced(view: str, line: Line) -> bool:
    """Whether the line tells only where a text was taken from."""
    return line.stop - line.start <= LONG and _ORIGIN.match(view, line.start, line.stop) is not None


def _titular(view: str, line: Line) -> bool:
    """Whether the line may be a title: short, no mark, no stop."""
    text = view[line.start : line.stop]
    return (
        4 <= len(text) <= LONG
        and text[-1] not in "。；：，！？、】"
        and "。" not in text
        and not _controls(text)
        and not opening(view, line.start, line.stop)
    )


def _role(view: str, line: Line) -> str:
    """What a line of a document's head is, as far as the line itself says."""
    text = view[line.start : line.stop]
    if len(text) <= LONG:
        if _SALUTATION.match(text):
            return "salutation"
        if _SUBTITLE.match(text):
            return "subtitle"
        if len(text) <= 30 and _BYLINE.match(text) and not _LATIN.search(text) and not _GENRE.search(text):
            return "byline"
        if _BODY.match(text):
            return "byline"
        if _titular(view, line):
            return "title"
    return "front_matter"


def _document(view: str, lines: list[Line], found: Frame) -> None:
    """One document: its head, its body, its closing and what comes after."""
    head = _head_length(view, lines)
    greeted = head > 0 and _SALUTATION.match(view, lines[head - 1].start, lines[head - 1].stop)
    if not greeted and _heads_body(view, lines, head):
        head -= 1
        if view[lines[head].stop - 1] == "—" and _heads_body(view, lines, head):
            head -= 1
    _head(view, lines[:head], found)
    tail = _tail_start(view, lines, head)
    closing = _closing_start(view, lines, head, tail)
    if head < closing:
        found.bodies.append(lines[head:closing])
    if closing < tail:
        found.blocks.append(Block("closing", lines[closing].start, lines[tail - 1].stop))
    if tail < len(lines):
        found.blocks.append(Block("back_matter", lines[tail].start, lines[-1].stop))


def _head_length(view: str, lines: list[Line]) -> int:
    """How many lines stand before the body: up to the salutation, or up to the first paragraph or mark."""
    for i, line in enumerate(lines[:40]):
        text = view[line.start : line.stop]
        if len(text) <= LONG and _SALUTATION.match(text):
            return i + 1
    contents = _contents(view, lines)
    announced = _announced(view, lines)
    for i, line in enumerate(lines):
        text = view[line.start : line.stop]
        mark = opening(view, line.start, line.stop)
        if (
            i >= announced
            and i not in contents
            and (
                (mark and mark.style.name != "dash") or len(text) > LONG or (text[-1] in "。；" and not _controls(text))
            )
        ):
            return i
    return 0


def _announced(view: str, lines: list[Line]) -> int:
    """How many lines tell the news of a document before its text (《…》全文如下。)."""
    for i, line in enumerate(lines[:20]):
        if line.stop - line.start <= LONG and view.endswith(_FULL_TEXT, line.start, line.stop):
            return i + 1
    return 0


def _contents(view: str, lines: list[Line]) -> range:
    """The lines of a table of contents: 目录 and the short lines after it, up to where the first comes again."""
    first = (i for i, line in enumerate(lines[:40]) if _CONTENTS.match(view, line.start, line.stop))
    i = next(first, None)
    if i is None:
        return range(0)
    entries = [view[each.start : each.stop] for each in lines[i + 1 :]]
    j = next((j for j, entry in enumerate(entries) if len(entry) > LONG or (j and entry == entries[0])), len(entries))
    return range(i, i + 1 + j)


def _heads_body(view: str, lines: list[Line], head: int) -> bool:
    """Whether the last line of a head without salutation is the first heading of the body: other such lines
    stand above texts further down."""
    if head < 2 or head >= len(lines) or not _heading_like(view, lines[head - 1]):
        return False
    if not any(_titular(view, line) for line in lines[: head - 1]):
        return False
    pairs = pairwise(lines[head : head + 400])
    return any(_heading_like(view, a) and a.stop - a.start <= 40 and b.stop - b.start > LONG for a, b in pairs)


def _heading_like(view: str, line: Line) -> bool:
    if _BODY.match(view, line.start, line.stop):
        return False
    return _titular(view, line) or _BRACKETED.match(view, line.start, line.stop) is not None


def _head(view: str, lines: list[Line], found: Frame) -> None:
    contents = _contents(view, lines)
    roles = ["front_matter" if i in contents else _role(view, line) for i, line in enumerate(lines)]
    title = _title_lines(view, lines, roles)
    first = min(title, default=0)
    for i, role in enumerate(roles):
        if i in title:
            roles[i] = "title"
        elif role == "title" or (role != "salutation" and i < first):
            roles[i] = "front_matter"
    i = 0
    while i < len(lines):
        j = i + 1
        while j < len(lines) and roles[j] == roles[i] and not lines[j].gap:
            j += 1
        found.blocks.append(Block(roles[i], lines[i].start, lines[j - 1].stop))
        i = j


def _title_lines(view: str, lines: list[Line], roles: list[str]) -> set[int]:
    """The lines of the title: the group that names a genre, else the last group before subtitle or salutation."""
    groups: list[list[int]] = []
    for i, role in enumerate(roles):
        if role != "title":
            continue
        if groups and groups[-1][-1] == i - 1 and not lines[i].gap:
            groups[-1].append(i)
        else:
            groups.append([i])
    named = [g for g in groups if _GENRE.search(view[lines[g[-1]].start : lines[g[-1]].stop].replace(" ", ""))]
    best = (named or groups)[-1:]
    return set(best[0]) if best else set()


def _tail_start(view: str, lines: list[Line], head: int) -> int:
    """Where the back matter begins: the first of the last lines that names it, or web controls at the end."""
    end = len(lines)
    while end > head + 1 and _is_control(view, lines[end - 1]):
        end -= 1
    short = True
    for i in range(len(lines) - 1, max(head, len(lines) - 40), -1):
        line = lines[i]
        short = short and line.stop - line.start <= LONG
        if (short and view.startswith(_SOURCE, line.start)) or (
            line.stop - line.start <= LONG and view.startswith(_BACK, line.start)
        ):
            end = min(end, i)
    return end


def _is_control(view: str, line: Line) -> bool:
    text = view[line.start : line.stop]
    return len(text) <= 2 or (len(text) <= 40 and text[-1] not in "。！" and _controls(text))


def _closing_start(view: str, lines: list[Line], head: int, tail: int) -> int:
    """Where the closing begins: the last paragraphs, if the very last calls on the hearers.

    They begin with the last address; where there is none, with what follows the last numbered item, if
    that has its text on its own line and no more than two paragraphs follow.
    """
    last = tail - 1
    text = view[lines[last].start : lines[last].stop] if last > head else ""
    if not text or opening(view, lines[last].start, lines[last].stop):
        return tail
    if not (_EXHORT.search(text) or text[-1] == "！"):
        return tail
    for i in range(last, max(head, last - 4), -1):
        line = lines[i]
        if _SALUTATION.match(view, line.start, line.stop):
            return min(i + 1, last)
        if _TURN_TO.match(view, line.start, line.stop):
            return i
        if opening(view, line.start, line.stop):
            own_text = 0 <= view.find("。", line.start, line.stop) < line.stop - 1
            return i + 1 if own_text and last - i <= 2 else last
    return last
