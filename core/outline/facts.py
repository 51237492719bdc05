"""What a speech says of itself: title, speaker, date and venue, from title, subtitle, byline and front matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Section
from core.outline.headings import value

_DATE = re.compile(
    r"(?P<y>[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年(?!远景|愿景)(?:(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?"
    r"|(?P<yy>[12]\d{3})[-./](?P<mm>\d{1,2})[-./](?P<dd>\d{1,2})"
)
_VENUE = re.compile(
    r"在(?P<venue>[^，。；]{3,60}?(?:会议|大会|全会|座谈会|典礼|仪式|论坛|研讨班|培训班|动员会|教代会|例会|年会|会))(?=上|的|$|通过)"
)
_OFFICE = re.compile(
    r"^.*(?:省长|市长|区长|县长|乡长|镇长|州长|盟长|旗长|主席|书记|局长|校长|主任|部长|院长|检察长|总理|会长|秘书长|政府"
    r"|委员会)(?=[ 　]*\w)"
)
_WIDE = re.compile(r"[ 　\t\xa0]{3,}")
_BLANKS = re.compile(r"[ 　\t\xa0]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """``date`` is ``YYYY[-MM[-DD]]``; what the text does not say is empty, placeholders (X, XX) stay as they stand."""

    title: str
    speaker: str
    date: str
    venue: str


def describe(text: str, sections: Sequence[Section]) -> Facts:
    """The facts of the first document in ``text``, whose outline is ``sections``."""
    head = _head(text, sections)
    title = join(next(iter(head["title"]), ""))
    subtitles = [join(each) for each in head["subtitle"]]
    byline = next(iter(head["byline"]), "")
    dated = (date(each) for each in (*subtitles, byline, title, *head["front_matter"]))
    held = (venue(each) for each in (*subtitles, title))
    return Facts(title, speaker(byline), next(filter(None, dated), ""), next(filter(None, held), ""))


def _head(text: str, sections: Sequence[Section]) -> defaultdict[str, list[str]]:
    """The texts of the blocks before the body of the first document, by kind."""
    found = defaultdict[str, list[str]](list)
    for section in sections:
        if section.level > 0 or section.kind == "preamble":
            break
        found[section.kind].append(text[section.heading.start : section.heading.stop])
    return found


def join(title: str) -> str:
    """A title spread over lines or letter-spaced, as one line: 政 府 工 作 报 告 → 政府工作报告."""
    lines = [_unspaced(line) for line in title.split("\n")]
    return (" " if any(" " in line for line in lines) else "").join(line for line in lines if line)


def _unspaced(line: str) -> str:
    """The line without the blanks between single characters; blanks between words, and wide ones, become one."""
    phrases = [_BLANKS.split(phrase) for phrase in _WIDE.split(line.strip(" 　\t\xa0\r"))]
    return " ".join(word for words in phrases for word in _words(words))


def _words(words: list[str]) -> list[str]:
    spaced = len(words) > 2 and 2 * sum(len(word) == 1 for word in words) > len(words)
    return ["".join(words)] if spaced else words


def speaker(byline: str) -> str:
    """The name in a byline: 省长 刘小涛 → 刘小涛; 盛 阅 春 → 盛阅春."""
    line = byline.split("\n")[0].strip("（）() 　")
    return _BLANKS.sub("", _OFFICE.sub("", line))


def date(text: str) -> str:
    """The first date in the text, ``YYYY[-MM[-DD]]``, or an empty string."""
    match = _DATE.search(text)
    if not match:
        return ""
    if match["yy"]:
        return f"{match['yy']}-{int(match['mm']):02}-{int(match['dd']):02}"
    year = (
        match["y"]
        if match["y"].isdecimal()
        else "".join(str("〇一二三四五六七八九".find(c) % 10) if c not in "○零" else "0" for c in match["y"])
    )
    parts = [year, *(f"{value(match[g]):02}" for g in "md" if match[g])]
    return "-".join(parts)


def venue(text: str) -> str:
    """The meeting a title or subtitle names: 在…会议上 → …会议, or an empty string."""
    match = _VENUE.search(text)
    return match["venue"] if match else ""
