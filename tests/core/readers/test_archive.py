"""Archives that are broken or mean harm: one sentence each, in little time and memory."""

from __future__ import annotations

import io
import random
import resource
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.problem import Problem
from core.readers import reading
from core.readers.docx import DOCX
from core.readers.format import Reader
from core.readers.odt import ODT
from core.text import normalise
from tests.core.readers.packed import ODT_TYPE, W, abstract, item, level, num, opened, paragraph, run, word, zipped

MEGABYTE = 1 << 20
WHERE = Path("讲话")
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
WORD = word(
    "".join(item(text, 1, at) for at, text in enumerate(("把渠修好", "把路修通")))
    + paragraph(
        run("今年", "<w:b/>")
        + '<w:commentRangeStart w:id="1"/>'
        + run("先修渠")
        + '<w:commentRangeEnd w:id="1"/>'
        + NOTE
    )
    + f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>",
    numbering=abstract(0, level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.")) + num(1, 0),
    styles='<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    comments=f'<w:comment w:id="1" w:author="王五" w:date="2026-01-05T16:30:00Z">{paragraph("何时？")}</w:comment>',
    footnotes=f'<w:footnote w:id="2">{paragraph("注")}</w:footnote>',
)
OPEN = opened(
    '<text:list text:style-name="L"><text:list-item><text:h text:outline-level="1">把渠修好</text:h>'
    "</text:list-item></text:list>"
    '<text:p text:style-name="P">今年<text:s text:c="3"/>先'
    "<office:annotation><text:p>何时</text:p></office:annotation></text:p>"
    "<table:table><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>"
    "</table:table-row></table:table>",
    '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-size="120%"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二"/>'
    "</text:list-style>",
)
READERS = {"docx": (DOCX, WORD, "word/document.xml"), "odt": (ODT, OPEN, "content.xml")}


def problem_of(reader: Reader, data: bytes) -> str:
    with pytest.raises(Problem) as problem:
        reader.read(data, WHERE)
    for language in ("zh", "en"):
        assert str(WHERE) in problem.value.say(language)
    return problem.value.key


def replaced(data: bytes, changes: dict[str, str | bytes | None]) -> bytes:
    """The archive with other members in place of some; None takes one out."""
    packed = zipfile.ZipFile(io.BytesIO(data))
    members: dict[str, str | bytes | None] = {name: packed.read(name) for name in packed.namelist()}
    members.update(changes)
    return zipped({name: member for name, member in members.items() if member is not None})


def content(name: str, inner: str, prologue: str = "") -> str:
    """The main part of a format with ``inner`` as its text."""
    if name == "docx":
        return f'{prologue}<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'
    space = "urn:oasis:names:tc:opendocument:xmlns"
    return (
        f'{prologue}<office:document-content xmlns:office="{space}:office:1.0" xmlns:w="{space}:text:1.0">'
        f"<office:body><office:text>{inner}</office:text></office:body></office:document-content>"
    )


ENTITIES = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈">%s]>' % "".join(  # noqa: UP031
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
)
LOCKED = '<m:a xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:a>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    ("inner", "prologue", "key"),
    [
        ("<w:p>&j;</w:p>", ENTITIES, "file.damaged"),
        ("<w:p>&a;</w:p>", OUTSIDE, "file.damaged"),
        ("<w:p>&nothing;</w:p>", "", "file.damaged"),
        ("<w:p>", "", "file.damaged"),
        ("<w:p/>", '<?xml version="1.0" encoding="UT8"?>', "file.damaged"),
        ("", "", "file.damaged"),
        ("<w:p> </w:p>", "", "file.empty"),
        ("<w:p>" * 1_000_000, "", "file.too_big"),
        ("<w:p>" + "<w:r/>" * 500_000 + "</w:p>", "", "file.too_big"),
        ("<w:p><w:t>" + "哈" * 20_000_000 + "</w:t></w:p>", "", "file.too_big"),
        (f"<w:p w:a='{'哈' * 20_000_000}'/>", "", "file.too_big"),
    ],
    ids=["entity bomb", "outside", "unknown", "open", "encoding", "none", "blank", "deep", "wide", "long", "attribute"],
)
def test_harm_in_the_markup(name: str, inner: str, prologue: str, key: str) -> None:
    reader, data, main = READERS[name]
    began = time.monotonic()
    assert problem_of(reader, replaced(data, {main: content(name, inner, prologue)})) == key
    assert time.monotonic() - began < 30


@pytest.mark.parametrize("name", READERS)
def test_an_archive_that_is_cut_or_lacks_its_text(name: str) -> None:
    reader, data, main = READERS[name]
    for cut in range(40, len(data) - 1, 97):
        assert problem_of(reader, data[:cut]) == "file.damaged"
    assert problem_of(reader, replaced(data, {main: None})) == "file.damaged"
    assert problem_of(reader, replaced(data, {main: b"\x00\xff no markup"})) == "file.damaged"


@pytest.mark.parametrize("name", READERS)
def test_a_bomb_is_stopped_before_it_fills_the_memory(name: str) -> None:
    reader, data, main = READERS[name]
    bomb = replaced(data, {main: content(name, " " * (100 * MEGABYTE))})
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert problem_of(reader, bomb) == "file.too_big"
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * (1 if sys.platform == "darwin" else 1024) < 200 * MEGABYTE


def test_a_document_type_is_not_looked_up() -> None:
    named = '<!DOCTYPE x PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "file:///etc/passwd">'
    made = replaced(WORD, {"word/document.xml": content("docx", "<w:p><w:r><w:t>甲&a;乙</w:t></w:r></w:p>", named)})
    assert DOCX.read(made, WHERE).text == "甲乙\n"


def test_members_that_cannot_be_bounded_are_not_unpacked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("word/document.xml", content("docx", paragraph("文")))
    assert problem_of(DOCX, file.getvalue()) == "file.damaged"


def test_names_lead_nowhere(tmp_path: Path) -> None:
    file = tmp_path / "讲话.docx"
    file.write_bytes(replaced(WORD, {"../../outside.xml": "<a/>", "/etc/outside": "x"}))
    assert reading(file).text.startswith("一、把渠修好\n")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (DOCX, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)),
        (ODT, replaced(OPEN, {"META-INF/manifest.xml": LOCKED})),
        (ODT, zipped({"mimetype": ODT_TYPE, "encrypted-package": b"x"})),
    ],
)  # fmt: skip
def test_a_password_is_told(tmp_path: Path, reader: Reader, data: bytes) -> None:
    assert problem_of(reader, data) == "file.encrypted"
    file = tmp_path / "讲话.txt"
    file.write_bytes(data)
    with pytest.raises(Problem, match="password"):
        reading(file)


def test_numbers_that_run_away_are_bounded() -> None:
    huge = '<w:lvlOverride w:ilvl="99999999999"><w:startOverride w:val="99999999999999999999"/></w:lvlOverride>'
    body = item("文", 1, 99) + item("文", 1)
    made = word(body, numbering=abstract(0, level(0, "upperLetter", "%1、", start=99_999_999)) + num(1, 0, huge))
    assert len(DOCX.read(made, WHERE).text) < 2000
    blanks = opened('<text:p>甲<text:s text:c="999999999999"/>乙</text:p>')
    assert len(ODT.read(blanks, WHERE).text) < 2000


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 1 << 32), inside=st.booleans())
def test_whatever_becomes_of_the_bytes_only_problems_are_raised(name: str, seed: int, inside: bool) -> None:
    reader, data, _ = READERS[name]
    chance = random.Random(seed)
    packed = zipfile.ZipFile(io.BytesIO(data))
    part = chance.choice([part for part in packed.namelist() if part.endswith((".xml", ".rels"))])
    data = replaced(data, {part: _spoilt(packed.read(part), chance)}) if inside else _spoilt(data, chance)
    try:
        said = reader.read(data, WHERE)
    except Problem:
        return
    assert said.text == normalise(said.text)
    for place in (*said.hints, *said.remarks):
        assert 0 <= place.span.start <= place.span.stop <= len(said.text)


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    """Bytes flipped, cut out, said twice, or exchanged."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(spoilt) or 1)
        stop = min(len(spoilt), start + chance.choice((1, 1, 2, 8, 40)))
        piece = bytes(spoilt[start:stop])
        other = chance.randrange(len(spoilt) or 1)
        spoilt[start:stop] = chance.choice(
            (b"", piece * 2, bytes(byte ^ 1 << chance.randrange(8) for byte in piece), spoilt[other : other + 9])
        )
    return bytes(spoilt)
