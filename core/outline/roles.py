"""What one line of a document's head is: title, subtitle, byline, salutation, or a page's own."""

from __future__ import annotations

import re

from core.outline.headings import opening
from core.outline.lines import Line

_HEARER = (
    "(?:们|代表|委员|领导|嘉宾|来宾|同志|老师|同学|朋友|教工|女士|先生|同仁|乡亲|院士|专家|校友|家长|战友"
    "|同胞|职工|各位)"
)
_HEARERS = rf"(?:(?>[^，、。；：！]{{0,14}}?{_HEARER})(?:[，、 ]|！(?!$))*)+"
SALUTATION = re.compile(rf"(?:(?:尊敬|敬爱|亲爱)的)?{_HEARERS}[：！](?:(?:大家|你们)?(?:上午|下午|晚上)?好！)?$")
TURN_TO = re.compile(rf"{_HEARERS}(?:[！：]|(?<=，))")
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
OFFICE = (
    "(?:省长|市长|区长|县长|乡长|镇长|州长|盟长|旗长|主席|书记|局长|校长|主任|部长|院长|检察长|总理|会长"
    "|秘书长|政府|委员会|党委)"
)
_BYLINE = re.compile(rf"(?:\w{{0,20}}{OFFICE} *)?\w(?: *\w){{1,3}}(?:·\w{{1,6}}){{0,2}}$")
BODY = re.compile(r"中共\w{2,16}(?:部|委|会|院|校|室|厅|组)$|\w{2,24}(?:研究中心|研究院|编辑部|课题组|评论员)$")
"""A body that signs: 中共某县委宣传部, 本报评论员."""
_LATIN = re.compile(r"[\da-zA-Z_]")
GENRE = re.compile(
    "(?:讲话|报告|决定|意见|通知|公报|致辞|贺词|发言|说明|建议|条例|规定|办法|章程|细则|方案|纲要|要点|总结|汇报|讲稿"
    "|提纲|决议|规划|法)(?:提纲|（[^（）]*）)?※?$"
)
_ORIGIN = re.compile(r"[\d年月日时分:：./ -]*(?:资料)?来源：")
LONG = 60
"""A line of a head has at most so many code points."""


def controls(text: str) -> bool:
    """Whether the line is a web page's own: its controls, its source, an advertisement."""
    return text[-1] == "】" or any(word in text for word in _CONTROL)


def sourced(view: str, line: Line) -> bool:
    """Whether the line tells only where a text was taken from."""
    return line.stop - line.start <= LONG and _ORIGIN.match(view, line.start, line.stop) is not None


def titular(view: str, line: Line) -> bool:
    """Whether the line may be a title: short, no mark, no stop."""
    text = view[line.start : line.stop]
    return (
        4 <= len(text) <= LONG
        and text[-1] not in "。；：，！？、】"
        and "。" not in text
        and not controls(text)
        and not opening(view, line.start, line.stop)
    )


def role(view: str, line: Line) -> str:
    """What a line of a document's head is, as far as the line itself says."""
    text = view[line.start : line.stop]
    if len(text) <= LONG:
        if SALUTATION.match(text):
            return "salutation"
        if _SUBTITLE.match(text):
            return "subtitle"
        if len(text) <= 30 and _BYLINE.match(text) and not _LATIN.search(text) and not GENRE.search(text):
            return "byline"
        if BODY.match(text):
            return "byline"
        if titular(view, line):
            return "title"
    return "front_matter"
