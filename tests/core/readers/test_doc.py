"""Word 97 files say what Word shows: pieces of both widths, fields, tables, notes, comments, formatting."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.readers import read
from tests.core.readers import SAMPLES, assert_is_the_seed, assert_sound, bent, cut, problem_of, reads
from tests.core.readers.word_maker import compound, word

OWN = (SAMPLES / "own.doc").read_bytes()
"""Written by LibreOffice from a text of our own: everything below is in it."""


def test_the_seed_is_the_seed(shared: Path) -> None:
    assert_is_the_seed(shared, "seed.doc")


def test_a_kingsoft_file_is_a_word_file(shared: Path) -> None:
    reading = reads((shared / "samples" / "wps" / "kingsoft_dbdesign.wps").read_bytes())
    assert reading.text.startswith("4 数据库设计\n4.1 概念结构设计\n")
    assert [hint.level for hint in reading.hints[:2]] == [1, 2]


def test_a_file_that_is_named_wrongly_is_what_it_is(shared: Path) -> None:
    assert "".join(read(shared / "samples" / "misnamed" / "utf8_text_named.doc").text.split())


def test_text_notes_and_tables_are_read_and_headers_are_not() -> None:
    lines = [line for line in reads(OWN).text.split("\n") if line]
    assert lines == [
        "在修渠会议上的讲话",
        "同志们：",
        "一、把渠修好",
        "　　今年先修渠[1]，入冬以前要修完。赵𫖯同志负责看闸，开春放水。见附件。",
        "村\t里数",
        "东村\t3",
        "二、把路修通",
        "　　明年再修路[i]。",
        "换行以后\t再说 plain ASCII – “quoted” café。",
        "一、先看现场",
        "二、再定方案",
        "（1）算账",
        "谢谢大家！",
        "[1]\t渠长三里。",
        "[i]\t路长五里。",
    ]


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    reading = reads(OWN)
    assert "删去的" not in reading.text
    assert reading.notices == ("notice.tracked_changes",)


def test_comments_and_highlights_become_remarks() -> None:
    reading = reads(OWN)
    said = [(reading.text[r.span.start : r.span.stop], r.note, r.creator, r.colour) for r in reading.remarks]
    assert said == [("负责看闸", "人名要核对", "乙", ""), ("开春放水", "", "", "#ffff00")]


def test_formatting_becomes_hints() -> None:
    reading = reads(OWN)
    told = {reading.text[h.span.start : h.span.stop]: h for h in reading.hints}
    title, heading, bold = told["在修渠会议上的讲话"], told["一、把渠修好"], told["入冬以前要修完。"]
    assert (title.size, title.align, title.level) == (22.0, "center", None)
    assert (heading.level, heading.bold, heading.face) == (1, True, "黑体")
    assert (bold.bold, bold.size, bold.face) == (True, 16.0, "仿宋")
    assert not told["同志们："].bold


@pytest.mark.parametrize(
    ("pieces", "order", "text"),
    [
        (["一、修渠\r"], None, "一、修渠\n"),
        ([b"caf\xe9 \x93so\x94\r"], None, "café “so”\n"),
        (["一", b"ab", "二\r"], None, "一ab二\n"),
        (["先", "后", b"x\r"], [2, 1, 0], "先后x\n"),
        (["赵𫖯", "好\r"], [1, 0], "赵𫖯好\n"),
        (["", "一\r", ""], None, "一\n"),
        (['看\x13 HYPERLINK "x" \x14附件\x15。\r'], None, "看附件。\n"),
        (["\x13 A \x13 B \x14b\x15 \x14甲\x13 C \x14乙\x15\x15丙\r"], None, "甲乙丙\n"),
        (["一\x13 PAGE \r二\x14三\r"], None, "一\n二三\n"),
        (["一\x15\x14二\r"], None, "一二\n"),
        (["甲\x07乙\x07\x07丙\x07丁\x07\x07\r"], None, "甲\t乙\t\t丙\t丁"),
        (["一\x0b二\x0c三\x0e四\r"], None, "一\n二\n三\n四\n"),
        (["a\x1eb\x1fc\x01\x08\x05d\r"], None, "a-bcd\n"),
    ],
)
def test_pieces_become_text(pieces: Sequence[str | bytes], order: Sequence[int] | None, text: str) -> None:
    assert reads(word(pieces, order)).text.removesuffix("\n") == text.removesuffix("\n")


def test_a_fast_saved_file_has_formatting_before_its_pieces() -> None:
    before = b"\x01" + struct.pack("<H", 3) + b"abc"
    assert reads(word(["一", "二\r"], [1, 0], before=before * 2)).text == "一二\n"


def test_stories_stand_in_their_order() -> None:
    data = word(["正文\r", "脚注\r", "页眉\r", "批注\r", "尾注\r", "文本框\r"], stories=(3, 3, 3, 0, 3, 3, 4))
    assert reads(data).text == "正文\n脚注\n尾注\n文本框\n"


def bytes_at(data: bytes, at: int, value: bytes) -> bytes:
    return data[:at] + value + data[at + len(value) :]


PLAIN = word(["一、修渠\r"])
STREAM = 1536
"""Where the main stream of ``PLAIN`` begins."""
PLACE = struct.pack("<HIH", 0, 1024, 0)
"""Where the first piece lies, as the piece table says it."""
REFUSED = {
    "encrypted": (word(["一"], flags=0x0300), "file.encrypted"),
    "obfuscated": (word(["一"], flags=0x8300), "file.encrypted"),
    "Word 95": (word(["一"], version=0x68), "file.word_old"),
    "Word 6": (bytes_at(PLAIN, STREAM, b"\xdc\xa5"), "file.word_old"),
    "no Word at all": (bytes_at(PLAIN, STREAM, b"\0\0"), "file.damaged"),
    "a workbook": (compound({"Workbook": bytes(4096)}), "file.not_word"),
    "an encrypted docx": (compound({"EncryptedPackage": bytes(4096)}), "file.encrypted"),
    "nothing": (word([" \r"]), "file.empty"),
    "only magic": (PLAIN[:8], "file.damaged"),
    "no directory": (PLAIN[:1024], "file.damaged"),
    "sectors of another size": (bytes_at(PLAIN, 30, b"\xff\xff"), "file.damaged"),
    "more tables than the file has room for": (bytes_at(PLAIN, 44, b"\xff\xff\xff\x7f"), "file.damaged"),
    "a piece beyond the file": (
        PLAIN.replace(struct.pack("<HIH", 0, 1024, 0), b"\0\0\xff\xff\xff\x3f\0\0"),
        "file.damaged",
    ),
    "no pieces": (bytes_at(PLAIN, STREAM + 0x9A + 8 * 33, bytes(8)), "file.damaged"),
    "pieces without end": (word(["一"], before=b"\x01\0\0" * 3000)[:9000], "file.damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_by_one_sentence(name: str) -> None:
    data, key = REFUSED[name]
    assert problem_of(data) == key


def test_a_stream_that_goes_round_in_circles_is_read_once_or_refused() -> None:
    for sector in range(2, 12):
        assert_sound(bytes_at(PLAIN, 512 + 4 * sector, struct.pack("<I", 2)))
    endless = bytes_at(PLAIN, 1024 + 128 + 120, struct.pack("<Q", 0xFFFFFFF0))
    assert problem_of(bytes_at(endless, 512 + 8, struct.pack("<I", 2))) == "file.damaged"


def test_pieces_that_lie_over_one_another_do_not_fill_the_memory() -> None:
    text = "字" * 1500
    data = word([text] * 2 + ["\r"])
    plc = struct.pack("<HIH", 0, 1024 + 3000, 0)
    assert plc in data
    assert_sound(data.replace(plc, PLACE))


def test_a_file_that_is_cut_or_bent_is_read_or_refused(shared: Path) -> None:
    seed = (shared / "samples" / "seed_in_every_format" / "seed.doc").read_bytes()
    for data in (OWN, PLAIN, seed):
        for part in cut(data):
            assert_sound(part)
    for number in range(300):
        assert_sound(bent(OWN, number))
        assert_sound(bent(PLAIN, number))


@given(st.integers(0, len(OWN) - 5), st.binary(min_size=1, max_size=4))
def test_any_bytes_anywhere_are_read_or_refused(at: int, value: bytes) -> None:
    assert_sound(bytes_at(OWN, at, value))
