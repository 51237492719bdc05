"""An OFD becomes the paragraphs that stand on its pages."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.problem import Problem
from core.readers import reading
from core.readers.ofd import read
from core.readers.ofd_parts import resolve
from core.readers.ofd_text import _steps
from tests.core.readers.printed import MM, Words, ofd, page_part, pages_of, paragraph, text_object
from tests.core.readers.test_pdf import PARAGRAPHS

HERE = Path("讲话.ofd")
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text_of(data: bytes) -> list[str]:
    return read(data, HERE).text.splitlines()


def test_lines_become_the_paragraphs_they_were() -> None:
    set_ = pages_of(PARAGRAPHS, lines=7)
    found = read(ofd(set_), HERE)
    assert found.text.splitlines() == PARAGRAPHS
    assert [found.text[at : at + 4] for at in found.pages] == [page[0].text[:4] for page in set_]


def test_objects_are_read_by_their_place_and_not_by_their_order() -> None:
    assert text_of(ofd([list(reversed(pages_of(PARAGRAPHS[:3])[0]))])) == PARAGRAPHS[:3]


def test_blocks_may_be_nested_and_hidden_ones_are_left_out() -> None:
    shown = "".join(map(text_object, pages_of(PARAGRAPHS[:3])[0]))
    hidden = text_object(Words(80, 700, "看不见"), 'Visible="false"')
    nested = f"<ofd:PageBlock><ofd:PageBlock>{shown}</ofd:PageBlock>{hidden}</ofd:PageBlock>"
    assert text_of(ofd([page_part(nested)])) == PARAGRAPHS[:3]


def test_a_matrix_moves_and_scales_the_text() -> None:
    code = '<ofd:TextCode X="0" Y="4" DeltaX="4 4">先修渠</ofd:TextCode>'
    moved = f'<ofd:TextObject Boundary="20 30 60 9" Size="4" CTM="2 0 0 2 0 0">{code}</ofd:TextObject>'
    found = read(ofd([page_part(moved)]), HERE)
    assert (found.text, found.hints[0].size) == ("先修渠\n", 22.5)


def test_fonts_and_weights_come_as_hints() -> None:
    fonts = f'<ofd:Res {NS}><ofd:Fonts><ofd:Font ID="3" FontName="黑体"/></ofd:Fonts></ofd:Res>'
    objects = text_object(Words(80, 110, "一、把渠修好"), 'Weight="700"') + text_object(
        Words(80, 200, "今年先修东渠。")
    )
    data = ofd([page_part(objects)], common="<ofd:PublicRes>Res.xml</ofd:PublicRes>", parts={"Doc_0/Res.xml": fonts})
    bold, plain = read(data, HERE).hints
    assert (bold.face, bold.bold, plain.face, plain.bold) == ("黑体", True, "黑体", False)


def test_all_documents_of_a_file_are_read_in_turn() -> None:
    bodies = "".join(f"<ofd:DocBody><ofd:DocRoot>Doc_{n}/Document.xml</ofd:DocRoot></ofd:DocBody>" for n in (0, 1))
    second = '<ofd:Pages><ofd:Page ID="1" BaseLoc="/Doc_1/P.xml"/></ofd:Pages>'
    parts = {
        "OFD.xml": f"<ofd:OFD {NS}>{bodies}</ofd:OFD>",
        "Doc_1/Document.xml": f"<ofd:Document {NS}><ofd:CommonData/>{second}</ofd:Document>",
        "Doc_1/P.xml": page_part("".join(map(text_object, paragraph(PARAGRAPHS[2], 110)))),
    }
    assert text_of(ofd(pages_of(PARAGRAPHS[:2]), parts=parts)) == PARAGRAPHS[:3]


TEMPLATE = page_part(text_object(Words(240, 60, "修渠会议材料", 10)))


def test_a_template_is_left_out_and_told() -> None:
    page = page_part("".join(map(text_object, pages_of(PARAGRAPHS[:3])[0])), '<ofd:Template TemplateID="7"/>')
    common = '<ofd:TemplatePage ID="7" BaseLoc="Tpls/T.xml"/>'
    found = read(ofd([page], common=common, parts={"Doc_0/Tpls/T.xml": TEMPLATE}), HERE)
    assert found.text.splitlines() == PARAGRAPHS[:3]
    assert found.notices == ("notice.watermark",)


def annotated(annotations: str) -> bytes:
    listed = f'<ofd:Annotations {NS}><ofd:Page PageID="1"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>'
    parts = {
        "Doc_0/Annots/Annotations.xml": listed,
        "Doc_0/Annots/A.xml": f"<ofd:PageAnnot {NS}>{annotations}</ofd:PageAnnot>",
    }
    more = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"
    return ofd(pages_of(PARAGRAPHS[:3]), more=more, parts=parts)


def annotation(kind: str, x: float, y: float, width: float, more: str = "", inside: str = "") -> str:
    place = f"{x * MM} {y * MM} {width * MM} {18 * MM}"
    return (
        f'<ofd:Annot ID="5" Type="{kind}" Creator="张" LastModDate="2026-03-01T08:00:00+08:00">{more}'
        f'<ofd:Appearance Boundary="{place}">{inside}</ofd:Appearance></ofd:Annot>'
    )


def test_marks_and_comments_come_as_remarks_and_watermarks_are_told() -> None:
    colour = '<ofd:PathObject><ofd:FillColor Value="255 255 #00"/></ofd:PathObject>'
    found = read(
        annotated(
            annotation("Highlight", 128, 96, 64, "<ofd:Remark>开头要短</ofd:Remark>", colour)
            + annotation("Path", 400, 96, 20, "<ofd:Remark>查一下</ofd:Remark>")
            + annotation("Watermark", 100, 300, 300, inside=text_object(Words(0, 0, "内部资料", 60)))
            + annotation("Stamp", 100, 300, 300)
        ),
        HERE,
    )
    assert found.text.splitlines() == PARAGRAPHS[:3]
    highlight, comment = found.remarks
    assert found.text[highlight.span.start : highlight.span.stop] == PARAGRAPHS[0][1:5]
    assert highlight.note == "开头要短"
    assert (highlight.creator, highlight.created, highlight.colour) == ("张", "2026-03-01T00:00:00Z", "#ffff00")
    assert comment.note == "查一下"
    assert found.notices == ("notice.watermark",)


PICTURE = page_part('<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="6"/>')
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>' + page_part("&c;")
OUTSIDE = f"<ofd:OFD {NS}><ofd:DocBody><ofd:DocRoot>../../etc/passwd</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
ITSELF = f"<ofd:OFD {NS}><ofd:DocBody><ofd:DocRoot>OFD.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
WHOLE = ofd(pages_of(PARAGRAPHS[:3]))
BAD = [
    (ofd([PICTURE]), "file.scanned"),
    (ofd([[]]), "file.empty"),
    (ofd([ENTITIES]), "file.damaged"),
    (ofd([page_part("<ofd:PageBlock>" * 1000 + "</ofd:PageBlock>" * 1000)]), "file.too_big"),
    (ofd([page_part(" " * (100 << 20))]), "file.too_big"),
    (ofd([[]], parts={"OFD.xml": OUTSIDE}), "file.damaged"),
    (ofd([[]], parts={"OFD.xml": ITSELF}), "file.empty"),
    (ofd([[]], parts={"OFD.xml": "<ofd:OFD>"}), "file.damaged"),
    (WHOLE[:-30], "file.damaged"),
]


@pytest.mark.parametrize(("data", "key"), BAD, ids=[f"{n} {key}" for n, (_, key) in enumerate(BAD)])
def test_what_cannot_be_read_gets_one_sentence(data: bytes, key: str, tmp_path: Path) -> None:
    file = tmp_path / "讲话.doc"
    file.write_bytes(data)
    with pytest.raises(Problem) as problem:
        reading(file)
    assert problem.value.key == key
    assert all(str(file) in problem.value.say(language) for language in ("zh", "en"))


def test_a_page_that_is_missing_is_empty() -> None:
    data = ofd([*pages_of(PARAGRAPHS[:3]), page_part("")], parts={"Doc_0/Pages/Page_1/Content.xml": ""})
    with pytest.raises(Problem):
        read(data, HERE)
    listed = '<ofd:Pages><ofd:Page ID="1" BaseLoc="none.xml"/></ofd:Pages>'
    assert text_of(ofd(pages_of(PARAGRAPHS[:3]), more=listed)) == PARAGRAPHS[:3]


@pytest.mark.parametrize(
    ("base", "target", "part"),
    [
        ("Doc_0/Document.xml", "Pages/P.xml", "Doc_0/Pages/P.xml"),
        ("Doc_0/Document.xml", "/Doc_1/P.xml", "Doc_1/P.xml"),
        ("Doc_0/Annots/A.xml", "../Res.xml", "Doc_0/Res.xml"),
        ("Doc_0/Document.xml", "../../P.xml", ""),
        ("Doc_0/Document.xml", "..\\..\\P.xml", ""),
        ("Doc_0/Document.xml", "", ""),
    ],
)
def test_a_part_is_named_from_where_it_is_asked_for(base: str, target: str, part: str) -> None:
    assert resolve(base, target) == part


@pytest.mark.parametrize(
    ("delta", "steps"),
    [
        ("5 5 2.5", [5, 5, 2.5]),
        ("g 3 5 2", [5, 5, 5, 2]),
        ("g 999999999 1", [1] * 9),
        ("g 2", [0, 2]),
        ("nan x", [0, 0]),
    ],
)
def test_distances_may_be_repeated(delta: str, steps: list[float]) -> None:
    assert _steps(delta, 9) == steps


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_changed_byte_raises_nothing_but_a_problem(data: st.DataObject) -> None:
    changed = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Problem):
        read(bytes(changed[: data.draw(st.integers(len(changed) // 2, len(changed)))]), HERE)


def test_the_samples_are_read(shared: Path) -> None:
    first = {
        "ofdrw_helloworld.ofd": "你好呀，OFD Reader&Writer！",
        "ofdrw_n.ofd": "测试符路桥区卫生局文件",
        "ofdrw_拿来主义_page6.ofd": "拿来主义",
        "ofdrw_SplitParagraph.ofd": "报告：",
    }
    for name, line in first.items():
        assert reading(shared / "samples" / "ofd" / name).text.splitlines()[0] == line
