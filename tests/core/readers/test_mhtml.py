"""A page saved in one file is the page."""

from __future__ import annotations

import quopri
from base64 import encodebytes
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers import assert_is_the_seed, assert_sound, bent, cut, problem_of, reader_of, reads

SAYS = "在修渠会议上的讲话\n同志们：\n一、把渠修好\n今年先修渠。"
BODY = "<html><meta charset={charset}>" + "".join(f"<p>{line}</p>" for line in SAYS.split("\n")) + "</html>"


def part(kind: str, data: bytes, encoding: str) -> bytes:
    packed = {"base64": encodebytes, "quoted-printable": quopri.encodestring}.get(encoding, bytes)(data)
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + packed + b"\n"


def mail(*parts: bytes, head: str = "MIME-Version: 1.0\n") -> bytes:
    top = f'{head}Content-Type: multipart/related; type="text/html"; boundary="B"\n\n'.encode()
    return top + b"".join(b"--B\n" + one for one in parts) + b"--B--\n"


PICTURE = part("image/png", b"\x89PNG" * 100, "base64")


def page(charset: str, encoding: str, said: str = "", inside: str = "") -> bytes:
    kind = f'text/html; charset="{said}"' if said else "text/html"
    return part(kind, BODY.format(charset=inside or charset).encode(charset), encoding)


def test_the_seed_is_the_seed(shared: Path) -> None:
    assert_is_the_seed(shared, "seed.mht")


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit", "binary", "unheard-of"])
@pytest.mark.parametrize(
    ("charset", "said"),
    [("gb18030", "gb2312"), ("utf-8", "utf-8"), ("utf-8", "gb2312"), ("gb18030", ""), ("utf-16", "unicode")],
)
def test_every_encoding_of_a_part_is_undone(encoding: str, charset: str, said: str) -> None:
    data = mail(PICTURE, page(charset, encoding, said))
    if charset != "utf-16" or encoding in ("base64", "quoted-printable"):
        assert reads(data).text.strip() == SAYS


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("MIME-Version: 1.0\n", "MHTML"),
        ("From: <Saved by WebKit>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n", "MHTML"),
        ("\nFrom: x\n\ty\nmime-version: 1.0\n", "MHTML"),
        ("Notice: what MIME-Version: is\n\n", "text"),
        ("一、MIME-Version: 1.0\n", "text"),
    ],
)
def test_a_page_in_one_file_is_known_by_its_head(head: str, name: str) -> None:
    data = head.encode() + (b"Content-Type: text/html\n\n<p>x" if name == "MHTML" else b"x")
    assert reader_of(data) == name


def test_the_longest_page_is_the_one_and_text_is_better_than_nothing() -> None:
    frame = part("text/html", b"<p>frame", "8bit")
    text = part("text/plain; charset=utf-8", SAYS.encode(), "base64")
    assert reads(mail(frame, page("utf-8", "base64"), text)).text.strip() == SAYS
    assert reads(mail(PICTURE, text)).text.strip() == SAYS


def test_without_a_page_it_is_refused() -> None:
    assert problem_of(mail(PICTURE)) == "file.damaged"
    assert problem_of(b"MIME-Version: 1.0\n") == "file.empty"


def test_tricks_are_read_or_refused() -> None:
    nested = b"".join(b"--B%d\nContent-Type: multipart/mixed; boundary=B%d\n\n" % (n, n + 1) for n in range(3000))
    assert_sound(b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B0\n\n" + nested)
    assert_sound(b"MIME-Version: 1.0\n" + b"X: y\n" * 200_000)
    assert_sound(b"MIME-Version: 1.0\nContent-Type: text/html; charset=" + b"x" * 100_000 + b"\n\n<p>x")
    assert_sound(mail(part("text/html", b"<p>" + b"x" * 5_000_000, "8bit")))
    assert_sound(mail(*[part("text/html", b"<p>x", "8bit")] * 3000))


def test_a_page_that_is_cut_or_bent_is_read_or_refused() -> None:
    for encoding in ("base64", "quoted-printable", "8bit"):
        data = mail(page("gb18030", encoding, "gb2312"), PICTURE)
        for some in cut(data):
            assert_sound(some)
        for seed in range(60):
            assert_sound(bent(data, seed))


@given(st.binary(max_size=80))
def test_any_body_is_read_or_refused(body: bytes) -> None:
    assert_sound(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\n\n" + body)
    assert_sound(b"MIME-Version: 1.0\nContent-Type: text/html; charset=" + body)
