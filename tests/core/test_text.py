"""Whatever encoding a file is in, the same text and the same name come out."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.problem import Problem
from core.text import decode, digest, normalise

SPEECH = "同志们：\n今年要办三件事。一是修好二十里渠，二是修通XX路，三是把账目公开。\n大家有没有信心？\n" * 3
TRADITIONAL = "各位代表：這一年我們修了三條路，還要把水渠修到村裡。大家說好不好？"

ENCODINGS = {
    "utf-8": SPEECH.encode(),
    "utf-8-sig": codecs.BOM_UTF8 + SPEECH.encode(),
    "gb18030": SPEECH.encode("gbk"),
    "utf-16-le": SPEECH.encode("utf-16-le"),
    "utf-16-be": SPEECH.encode("utf-16-be"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_an_encoding_is_told_by_the_bytes(encoding: str, line_end: str) -> None:
    text = SPEECH.replace("\n", line_end)
    data = text.encode("gb18030") if encoding == "gb18030" and not line_end.isascii() else text.encode(encoding)
    assert decode(data) == (SPEECH, encoding)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("order", ["le", "be"])
def test_a_byte_order_mark_decides(encoding: str, order: str) -> None:
    assert decode(("\ufeff" + SPEECH).encode(f"{encoding}-{order}")) == (SPEECH, encoding)


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL[:12], TRADITIONAL * 50])
def test_big5_is_told_from_gb18030(text: str) -> None:
    assert decode(text.encode("big5")) == (text, "cp950")


@pytest.mark.parametrize("text", [TRADITIONAL, "渠", "修渠", "第一，", "修渠修路", SPEECH, "X" * 500 + "公开", "镕"])
def test_gb18030_is_not_taken_for_big5_or_utf_16(text: str) -> None:
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SPEECH.encode()[:-2], SPEECH[:-2]),
        (SPEECH.encode("gb18030")[:-2], SPEECH[:-2]),
        (("\ufeff" + SPEECH).encode("utf-16-le")[:-1], SPEECH[:-1]),
        ((SPEECH * 5).encode() + b"\xff" + "好".encode(), SPEECH * 5 + "\ufffd好"),
        ((SPEECH * 5).encode("gb18030") + b"\xff" + "好".encode("gb18030"), SPEECH * 5 + "\ufffd好"),
        ("前\ud800后".encode("utf-16", "surrogatepass"), "前后"),
        (b"plain words", "plain words"),
        ("赵𫖯与👩‍🌾".encode("gb18030"), "赵𫖯与👩‍🌾"),
        ("标题\0\n正文".encode(), "标题\n正文"),
    ],
)
def test_a_damaged_or_unusual_text_can_be_read(data: bytes, text: str) -> None:
    assert decode(data)[0] == text


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file.empty"),
        (codecs.BOM_UTF8, "file.empty"),
        (" \r\n　\t".encode(), "file.empty"),
        (b"\0" * 100, "file.binary"),
        (bytes(range(256)) * 8, "file.binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(0, 256, 3)) * 20, "file.binary"),
        (b"\x7fELF" + bytes(60) + b"\x40\x90\x0f\xff" * 30, "file.binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(Problem) as problem:
        decode(data, "a.txt")
    assert problem.value.key == key
    assert "a.txt" in problem.value.say("zh")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x85b\u2028c\u2029d\ve\ff", "a\nb\nc\nd\ne\nf"),
        ("\ufeffa\ufeffb\0c", "abc"),
        ("a\r\0\nb", "a\nb"),
        ("a\ud800b\udfffc\ufdd0d\ufdefe", "abcde"),
        ("　\xa0\t不动 e\u0301 Ａ𠮷", "　\xa0\t不动 e\u0301 Ａ𠮷"),
    ],
)
def test_normalising_follows_the_list(raw: str, text: str) -> None:
    assert normalise(raw) == text


@given(st.text(st.characters(codec=None)))
def test_normalising_twice_changes_nothing_more(raw: str) -> None:
    once = normalise(raw)
    assert normalise(once) == once
    assert len(digest(once)) == 64


@given(st.text(st.sampled_from("的一是在不了有和人这中大为上国\n，。X0"), min_size=8))
def test_every_encoding_gives_the_same_text(text: str) -> None:
    if not text.strip() or text.isascii():
        return
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        assert decode(text.encode(encoding))[0] == text


def test_the_digest_is_that_of_the_utf_8_bytes() -> None:
    assert digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_seed_is_one_text_in_every_encoding(seed_path: Path, shared: Path) -> None:
    samples = (shared / "samples" / "seed_in_every_format").glob("*.txt")
    files = [file for file in samples if "big5" not in file.name]
    assert len(files) == 7
    seed = decode(seed_path.read_bytes())[0]
    assert {digest(decode(file.read_bytes())[0]) for file in files} == {digest(seed)}


def test_the_big5_sample_is_read_as_big5(shared: Path) -> None:
    sample = shared / "samples" / "seed_in_every_format" / "seed_big5_trap.txt"
    text, encoding = decode(sample.read_bytes())
    assert encoding == "cp950"
    assert text.startswith("同志們：")
