"""The comments and highlights of a Word file."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.readers.docx import DOCX
from core.readers.format import Reading
from tests.core.readers.packed import paragraph, run, word

YELLOW = '<w:highlight w:val="yellow"/>'


def read(body: str, **parts: str) -> Reading:
    return DOCX.read(word(body, **parts), Path("讲话.docx"))


def remarks(said: Reading) -> list[tuple[str, str, str, str, str]]:
    return [(said.text[r.span.start : r.span.stop], r.note, r.creator, r.created, r.colour) for r in said.remarks]


def _comment(key: int, author: str, *said: str) -> str:
    lines = "".join(f'<w:p w14:paraId="0000000{key}">{run(line)}</w:p>' for line in said)
    return f'<w:comment w:id="{key}" w:author="{author}" w:date="2026-01-05T16:30:00Z">{lines}</w:comment>'


START, END = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (paragraph(run("先") + START + run("修渠") + END + run("。")), "修渠"),
        (paragraph(run("先") + START + run("修渠。")) + paragraph(run("再修路") + END + run("。")), "修渠。\n再修路"),
        (START + paragraph("整段。") + END.partition("<w:r>")[0], "整段。"),
        (paragraph(run("先修渠") + '<w:r><w:commentReference w:id="1"/></w:r>' + run("。")), "先修渠"),
        (paragraph(run("先修渠") + START + END + run("。")), "先修渠"),
        (paragraph("先修渠。") + paragraph(START + END), "先修渠。"),
        (paragraph(START + END) + paragraph("先修渠。") + paragraph("完"), "先修渠。"),
    ],
)
def test_a_comment_is_one_remark(body: str, quote: str) -> None:
    said = read(body, comments=_comment(1, "王五", "何时？", "谁办？"))
    assert remarks(said) == [(quote, "何时？\n谁办？", "王五", "2026-01-05T16:30:00Z", "")]


def test_answers_join_the_comment_that_they_answer_and_times_are_utc() -> None:
    body = paragraph(START + run("修渠") + '<w:commentRangeStart w:id="2"/>' + END + END.replace("1", "2"))
    said = read(
        body,
        comments=_comment(1, "王五", "何时？") + _comment(2, "李四", "春天。"),
        commentsExtended='<w15:commentEx w15:paraId="00000001"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>',
        commentsIds='<w16cid:commentId w16cid:paraId="00000001" w16cid:durableId="AA"/>',
        commentsExtensible='<w16cex:commentExtensible w16cex:durableId="AA" w16cex:dateUtc="2026-01-05T08:30:00Z"/>',
    )
    assert remarks(said) == [("修渠", "何时？\n李四：春天。", "王五", "2026-01-05T08:30:00Z", "")]


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        (paragraph(run("要") + run("修", YELLOW) + run("渠", f"<w:b/>{YELLOW}")), [("修渠", "#ffff00")]),
        (paragraph(run("修渠", '<w:highlight w:val="green"/>')) * 2 + paragraph("完"), [("修渠\n修渠", "#00ff00")]),
        (paragraph(run("修渠", '<w:shd w:fill="FFE599"/>') + run("要紧，今年就办")), [("修渠", "#ffe599")]),
        (paragraph(run("纸色", '<w:shd w:val="clear" w:fill="FAFAFA"/>')), []),
        (paragraph(run("白", '<w:shd w:val="clear" w:fill="auto"/><w:highlight w:val="none"/>')), []),
    ],
)  # fmt: skip
def test_highlights_are_remarks(body: str, marks: list[tuple[str, str]]) -> None:
    assert [(quote, colour) for quote, *_, colour in remarks(read(body))] == marks


def test_a_passage_with_a_colour_and_a_comment_is_one_remark() -> None:
    body = paragraph(run("先") + START + run("修渠", YELLOW) + END + run("，再") + run("修路", YELLOW))
    said = read(body, comments=_comment(1, "王五", "何时？"))
    assert remarks(said) == [
        ("修渠", "何时？", "王五", "2026-01-05T16:30:00Z", "#ffff00"),
        ("修路", "", "", "", "#ffff00"),
    ]
