"""Notes are set where there is room, and plain where there is little."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from gui.note_text import is_set, plain, show

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("", ""),
        ("核对数字", "核对数字"),
        ("# 要点\n- 第一\n* 第二\n- [ ] 待办", "要点 第一 第二 待办"),
        ("**增速**比上年*快*，~~慢~~`x`", "增速比上年快，慢x"),
        ("***都***好", "都好"),
        ("> 引用\n\n见[原文](https://example.org)", "引用 见原文"),
        ("3*4=12，5 * 6 = 30", "3*4=12，5 * 6 = 30"),
        ("第一行\n---\n第二行", "第一行 第二行"),
        ("1. 一\n2. 二", "1. 一 2. 二"),
    ],
)
def test_the_marks_of_markdown_are_left_out_in_one_line(note: str, words: str) -> None:
    assert plain(note) == words


@pytest.mark.parametrize(
    ("note", "looks_otherwise"),
    [("", False), ("两行\n字", False), ("**重**", True), ("- 一", True), ("a_b_c", False)],
)
def test_only_a_note_with_marks_is_set(note: str, looks_otherwise: bool) -> None:
    assert is_set(note) is looks_otherwise


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("# 要点\n- 一\n- **二**", "要点\n一\n二"),
        ("第一行\n第二行", "第一行\n第二行"),
        ("<b>不是粗体</b> & 1 < 2", "<b>不是粗体</b> & 1 < 2"),
    ],
)
def test_a_set_note_says_what_was_written(note: str, words: str) -> None:
    document = QTextDocument()
    show(document, note, 13)
    assert document.toRawText().replace("\u2029", "\n") == words


def test_a_heading_is_hardly_larger_than_the_rest() -> None:
    document = QTextDocument()
    show(document, "# 大\n字", 13)
    block = document.begin()
    assert block.begin().fragment().charFormat().font().pixelSize() == 14
