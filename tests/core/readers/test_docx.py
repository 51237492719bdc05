"""What a Word file says, and what stands beside it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from core.outline import parse
from core.problem import Problem
from core.readers import reading
from core.readers.docx import DOCX
from core.readers.format import Reading
from tests.core.readers.packed import STRICT, W, paragraph, run, word, zipped

WHERE = Path("讲话.docx")
NOTES = '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:endnoteReference w:id="2"/></w:r>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>'
    f"{paragraph('框里')}{paragraph('两行')}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{paragraph('框里')}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
DELETED = '<w:del w:id="1" w:author="甲"><w:r><w:delText>删去</w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="2" w:author="甲">{run("加上")}</w:ins>'
DELETED_END = '<w:rPr><w:del w:id="3" w:author="甲"/></w:rPr>'


def field(code: str, result: str) -> str:
    marks = ['<w:r><w:fldChar w:fldCharType="%s"/></w:r>' % kind for kind in ("begin", "separate", "end")]  # noqa: UP031
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


def table(*rows: list[str]) -> str:
    made = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def read(body: str, **parts: str) -> Reading:
    return DOCX.read(word(body, **parts), WHERE)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (paragraph("同志们：") + paragraph("") + paragraph("开会。"), ["同志们：", "", "开会。"]),
        (paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"), ["甲\t乙", "丙"]),
        (paragraph('<w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r>'), ["前", "后"]),
        (paragraph('<w:r><w:br w:type="page"/><w:t>新页</w:t></w:r>'), ["新页"]),
        (paragraph("<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>乙</w:t></w:r>"), ["甲‑乙"]),
        (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:char="x"/></w:r>'), ["✓"]),
        (paragraph("<w:r><w:t>  不保留\n空白 </w:t></w:r>" + run(" 保留 ")), ["不保留 空白 保留"]),
        (
            paragraph(
                "<w:r><w:ruby><w:rt><w:r><w:t>pīn</w:t></w:r></w:rt><w:rubyBase>"
                + run("拼")
                + "</w:rubyBase></w:ruby></w:r>"
            ),
            ["拼"],
        ),
        (paragraph(run("第") + field(" PAGE ", run("7")) + run("页")), ["第7页"]),
        (paragraph(field(f"</w:instrText></w:r>{field('X', run('内'))}<w:r><w:instrText>", run("外"))), ["外"]),
        (paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + paragraph("没有结束的域"), ["", "没有结束的域"]),
        (paragraph('<w:fldSimple w:instr=" DATE ">' + run("今天") + "</w:fldSimple>"), ["今天"]),
        (paragraph(run("看得见") + run("隐藏", "<w:vanish/>") + run("也是", '<w:vanish w:val="0"/>')), ["看得见也是"]),
        (paragraph(DELETED + INSERTED + "。"), ["加上"]),
        (paragraph("合并", DELETED_END) + paragraph("成一段") + paragraph("末"), ["合并成一段", "末"]),
        (paragraph(DELETED, DELETED_END) + paragraph("末"), ["末"]),
        (paragraph(f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo>"), ["新处"]),
        (f"<w:sdt><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>", ["控件"]),
        (paragraph(f"<w:hyperlink>{run('链接')}</w:hyperlink><w:smartTag>{run('标记')}</w:smartTag>"), ["链接标记"]),
        (paragraph("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), ["a+b"]),
        (paragraph(run("有框") + BOX) + paragraph("后"), ["有框", "框里", "两行", "后"]),
        (
            table([paragraph("项目"), paragraph("数")], [paragraph("粮食") + paragraph("（万吨）"), paragraph("")]),
            ["项目\t数", "粮食 （万吨）"],
        ),
        (table([paragraph("通栏") + paragraph("两段")]) + paragraph("后"), ["通栏", "两段", "后"]),
        (table([paragraph("段") * 4, paragraph("旁")]), ["段"] * 4 + ["旁"]),
        (table([paragraph("外"), table([paragraph("内"), paragraph("里")])]), ["外\t内 里"]),
        (table([paragraph("删")]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>") + paragraph("后"), ["后"]),
    ],
)  # fmt: skip
def test_the_text_is_what_word_shows(body: str, lines: list[str]) -> None:
    assert read(body).text.splitlines() == lines


def test_notes_stand_after_the_text_behind_their_marks() -> None:
    foot = f'<w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{paragraph(" 见报告。")}</w:footnote>'
    end = f'<w:endnote w:id="2">{paragraph(run("完。") + NOTES[0])}</w:endnote>'
    body = paragraph(run("增长") + NOTES[0] + run("，好") + NOTES[1])
    assert read(body, footnotes=foot, endnotes=end).text == "增长[1]，好[i]\n[1] 见报告。\n[i]完。[2]\n"
    circled = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>'
    assert read(paragraph(run("增长") + NOTES[0]), footnotes=foot, settings=circled).text == "增长①\n① 见报告。\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (paragraph(DELETED + run("文")), True),
        (paragraph("文", DELETED_END), True),
        (f"<w:ins w:id='1'>{paragraph('文')}</w:ins>", True),
        (paragraph("文"), False),
    ],
)
def test_tracked_changes_are_told(body: str, told: bool) -> None:
    assert read(body).notices == (("notice.tracked_changes",) if told else ())


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="a"/>
  <w:pPr><w:jc w:val="center"/></w:pPr>
  <w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="a"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="O"><w:basedOn w:val="H"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="B"><w:rPr><w:b/><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>"""
FACE = "仿宋_GB2312"


@pytest.mark.parametrize(
    ("body", "hints"),
    [
        (paragraph("　　" + "正文"), [("正文", False, FACE, 16, "", None)]),
        (paragraph("标题", '<w:pStyle w:val="T"/>'), [("标题", False, "方正小标宋简体", 22, "center", None)]),
        (paragraph("小标题", '<w:pStyle w:val="H"/>'), [("小标题", True, FACE, 16, "", 2)]),
        (paragraph("大标题", '<w:pStyle w:val="O"/>'), [("大标题", True, FACE, 16, "", 1)]),
        (paragraph(run("不粗", '<w:b w:val="0"/>'), '<w:pStyle w:val="H"/>'), [("不粗", False, FACE, 16, "", 2)]),
        (paragraph(run("反", '<w:rStyle w:val="B"/>'), '<w:pStyle w:val="H"/>'), [("反", False, "黑体", 16, "", 2)]),
        (
            paragraph(run("一是抓", "<w:b/>") + run("落实。", "<w:b/><w:rtl/>") + run("各地", '<w:sz w:val="21"/>')),
            [("一是抓落实。", True, FACE, 16, "", None), ("各地", False, FACE, 10.5, "", None)],
        ),
        (
            paragraph(run("粗", "<w:b/>") + run(" ") + run("粗", "<w:b/>"), '<w:jc w:val="right"/>'),
            [("粗 粗", True, FACE, 16, "right", None)],
        ),
        (paragraph("甲", '<w:jc w:val="both"/>') * 2, [("甲", False, FACE, 16, "", None)] * 2),
        (
            paragraph(run("题", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'), '<w:outlineLvl w:val="9"/>'),
            [("题", False, "等线", 16, "", None)],
        ),
    ],
)
def test_formatting_becomes_hints(body: str, hints: list[tuple[object, ...]]) -> None:
    fonts = '<a:minorFont><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont>'
    made = word(body, styles=STYLES)
    theme = word("", theme=f"<a:themeElements><a:fontScheme>{fonts}</a:fontScheme></a:themeElements>")
    said = DOCX.read(_with(made, "word/theme/theme1.xml", _member(theme, "word/theme.xml")), WHERE)
    found = [(said.text[h.span.start : h.span.stop], h.bold, h.face, h.size, h.align, h.level) for h in said.hints]
    assert found == hints


def _member(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def _with(data: bytes, name: str, member: bytes) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr(name, member)
    return file.getvalue()


def test_both_namespaces_are_read_and_others_are_not() -> None:
    body = f'<w:document xmlns:w="%s"><w:body>{paragraph("文")}</w:body></w:document>'
    for space in (W, STRICT):
        assert DOCX.read(zipped({"word/document.xml": body % space}), WHERE).text == "文\n"
    with pytest.raises(Problem) as problem:
        DOCX.read(zipped({"word/document.xml": body % "urn:other"}), WHERE)
    assert problem.value.key == "file.damaged"


@pytest.mark.parametrize(
    ("members", "known"),
    [
        ({"word/document.xml": ""}, True),
        ({"[Content_Types].xml": "", "word/styles.xml": ""}, True),
        ({"password/a.txt": ""}, False),
        ({"[Content_Types].xml": "", "xl/workbook.xml": ""}, False),
    ],
)
def test_a_word_file_is_known_by_its_parts(members: dict[str, str], known: bool) -> None:
    assert DOCX.recognises(zipped(members)) == known


def test_the_main_part_may_have_another_name() -> None:
    office = "http://schemas.openxmlformats.org"
    root = (
        f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="a" Target="/word/document2.xml"'
    )
    root += f' Type="{office}/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    body = f'<w:document xmlns:w="{W}"><w:body>{paragraph("文")}</w:body></w:document>'
    data = zipped({"_rels/.rels": root, "word/document2.xml": body})
    assert DOCX.recognises(data)
    assert DOCX.read(data, WHERE).text == "文\n"


def test_the_samples_read_as_their_texts(shared: Path) -> None:
    seeds = shared / "samples" / "seed_in_every_format"
    plain = [line.rstrip() for line in reading(seeds / "seed_utf8.txt").text.splitlines() if line.strip()]
    for name in ("seed.docx", "seed.odt"):
        said = reading(seeds / name)
        assert [line.rstrip() for line in said.text.splitlines() if line.strip()] == plain
        for hints in ((), said.hints):
            assert sum(node.is_heading for top in parse(said.text, hints) for node in top.walk()) == 61
    for file in (shared / "samples" / "misnamed").glob("docx_named.*"):
        assert "提出知道商城" in reading(file).text
    (law,) = (shared / "samples" / "docx").glob("*.docx")
    assert reading(law).text.lstrip().startswith("中华人民共和国劳动法\n")
