"""What the tests of the outline share: a short way to say a tree, and paragraphs of our own to fill it."""

from __future__ import annotations

from pathlib import Path

from core.model import Section
from core.outline import parse
from core.text import decode, normalise

LONG = (
    "各村先把水渠、机井和田间道路摸了一遍底，缺什么补什么，能自己动手的不等不靠，"
    "动不了手的报到镇里统一安排，入冬以前该修的都修完了，开春浇地时没有一户再为用水红过脸。"
)
"""A paragraph that is nobody's heading."""
MORE = (
    "夜里轮流值守的人记了厚厚一本流水账，哪一天放水、哪一块地先浇、用了多少工时都写得清清楚楚，"
    "年底张榜公布，大家看得明白，心里也就踏实，来年再分工的时候谁也没有二话。"
)


def headings(text: str) -> list[str]:
    """The headings of ``text``, one string each, led by a dot for each level below the first."""
    return [
        "." * (node.level - 1) + node.label + node.title
        for section in parse(text)
        for node in section.walk()
        if node.is_heading
    ]


def blocks(text: str, kind: str) -> list[str]:
    """The texts of the blocks of one kind."""
    return [node.title for section in parse(text) for node in section.walk() if node.kind == kind]


def text_of(path: Path) -> str:
    """The normalised text of a file."""
    return normalise(decode(path.read_bytes())[0])


def walk(sections: tuple[Section, ...]) -> list[Section]:
    return [node for section in sections for node in section.walk()]
