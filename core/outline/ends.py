"""Where a document ends: its closing, and the back matter after it."""

from __future__ import annotations

import re

from core.outline.headings import opening
from core.outline.lines import Line
from core.outline.roles import LONG, SALUTATION, TURN_TO, controls

_BACK = ("附：", "附件", "附录", "相关报道", "相关链接", "延伸阅读", "相关阅读", "名词解释", "注释", "注：", "※")
_SOURCE = ("来源", "（来源", "作者", "（作者", "责任编辑")
_EXHORT = re.compile(
    "让我们|而(?:努力|不懈|共同|团结)?奋斗|作出(?:新的|更大)?(?:更大)?(?:的)?贡献|新征程|新篇章|奋勇前进|努力奋斗"
    "|再创佳绩|谢谢"
)


def tail_start(view: str, lines: list[Line], head: int) -> int:
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
    return len(text) <= 2 or (len(text) <= 40 and text[-1] not in "。！" and controls(text))


def closing_start(view: str, lines: list[Line], head: int, tail: int) -> int:
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
        if SALUTATION.match(view, line.start, line.stop):
            return min(i + 1, last)
        if TURN_TO.match(view, line.start, line.stop):
            return i
        if opening(view, line.start, line.stop):
            own_text = 0 <= view.find("。", line.start, line.stop) < line.stop - 1
            return i + 1 if own_text and last - i <= 2 else last
    return last
