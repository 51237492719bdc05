"""What kind of text a speech is, as its title says: a pure rule.

Titles of official texts name their kind at the end (在……会议上的讲话, 政府工作报告), perhaps followed by a
bracket (（摘要）) or a date; the kinds of official documents are those of 党政机关公文处理工作条例 (2012), §8.
"""

from __future__ import annotations

import re

SPOKEN = ("讲话", "报告", "致辞", "演讲", "发言", "贺词", "谈话", "讲稿", "汇报", "答问")
WRITTEN = ("意见", "通知", "决定", "决议", "公报", "公告", "通报", "批复", "议案", "纪要", "方案", "规划", "办法")
LETTERS = ("贺信", "贺电", "慰问信", "公开信", "倡议书", "文章", "总结", "要点", "提纲")
KINDS = (*SPOKEN, *WRITTEN, *LETTERS)
"""In the order in which they are offered."""
SAME = {
    **dict.fromkeys(("致词", "祝辞", "祝词", "祝酒辞", "祝酒词", "欢迎辞", "欢迎词", "贺辞", "悼词"), "致辞"),
    **dict.fromkeys(("新年贺词", "春节贺词"), "贺词"),
    **dict.fromkeys(("答记者问", "采访实录", "答问录"), "答问"),
    **dict.fromkeys(("署名文章", "评论员文章", "社论"), "文章"),
    **dict.fromkeys(("工作要点",), "要点"),
    **dict.fromkeys(("讲演", "演说"), "演讲"),
    **dict.fromkeys(("讲话稿", "发言稿", "演讲稿"), ""),
}
"""Other words for a kind; those for a draft are a kind by the word before it."""
_NAMES = sorted({*KINDS, *SAME}, key=len, reverse=True)
_KIND = re.compile("|".join(_NAMES))
_BRACKET = re.compile(r"[（(〔\[【].*?[）)〕\]】]")


def kind_of(title: str) -> str:
    """The kind that a title names last, outside brackets, one of KINDS; empty where it names none."""
    found = _KIND.findall(_BRACKET.sub("", title)) or _KIND.findall(title)
    if not found:
        return ""
    return SAME.get(found[-1], found[-1]) or found[-1][:2]
