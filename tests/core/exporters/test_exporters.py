"""What exporters write, byte for byte; the files in tests/reference were read by a person."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from core.exporters import EXPORTERS
from core.exporters.markdown import escaped, note_line
from core.marks import mark
from core.model import Notebook, Span
from core.readers import build
from core.records import annotation_from, tag_from
from core.text import digest
from tests.core.exporters import own, pdf_told
from tests.core.exporters.own import DOCUMENT, TEXT, parts

REFERENCE = Path(__file__).parents[2] / "reference"
TOLD = ("document.xml", "comments.xml", "commentsExtensible.xml", "sheet1.xml")
SHARING = ("hypothesis",)
"""Formats that share their ending with another."""


@pytest.fixture
def notebook() -> Notebook:
    return own.notebook()


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_format_is_written_as_its_reference_file_has_it(name: str, notebook: Notebook) -> None:
    exporter = EXPORTERS[name]
    written = exporter.render(notebook)
    assert isinstance(written, str) == exporter.is_text
    if (told := REFERENCE / f"{name}.txt").exists():
        assert isinstance(written, bytes)
        assert (pdf_told.told if name == "pdf" else readable)(written) == told.read_text(encoding="utf-8")
    else:
        named = f"notebook.{name}" if name in SHARING else "notebook"
        expected = (REFERENCE / f"{named}{exporter.suffix}").read_bytes()
        assert (written.encode("utf-8") if isinstance(written, str) else written) == expected


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_same_notebook_is_the_same_file(name: str, notebook: Notebook) -> None:
    assert EXPORTERS[name].render(notebook) == EXPORTERS[name].render(replace(notebook))


@pytest.mark.parametrize("name", EXPORTERS)
def test_ten_times_the_marks_take_about_ten_times_the_time(name: str) -> None:
    def seconds(count: int) -> float:
        made = build("修渠是大事。\n" * count)
        marks = (mark(made, Span(n * 7, n * 7 + 4), ("t-gold",), id=str(n), now="") for n in range(count))
        book = Notebook(made, tuple(marks), own.TAGS)
        began = time.process_time()
        EXPORTERS[name].render(book)
        return time.process_time() - began

    seconds(100)
    assert seconds(10_000) < 25 * seconds(1_000) + 0.5


def readable(data: bytes) -> str:
    """The parts of an office file that are not the same in every one, below each other."""
    return "".join(f"== {name}\n{text}\n" for name, text in parts(data).items() if name.endswith(TOLD))


def test_json_loses_nothing(notebook: Notebook) -> None:
    written = EXPORTERS["json"].render(notebook)
    record = json.loads(written)
    assert tuple(annotation_from(each) for each in record["annotations"]) == notebook.annotations
    assert {each["id"]: tag_from(each) for each in record["tags"]} == notebook.tags
    assert record["document"]["text"] == TEXT
    assert record["document"]["digest"] == digest(TEXT)
    facts = ("title", "speaker", "date", "venue")
    assert [record["document"][name] for name in facts] == [getattr(DOCUMENT, name) for name in facts]
    assert Path(record["document"]["source"]) == DOCUMENT.source
    nodes = list(DOCUMENT.walk())
    assert len(record["outline"]) == len(nodes)
    for each, section in zip(record["outline"], nodes, strict=True):
        assert (each["kind"], each["level"], each["label"]) == (section.kind, section.level, section.label)
        assert TEXT[each["start"] : each["end"]] == section.label + section.title
        assert each["body_end"] == section.scope.stop
        parent = each["parent"] is not None and nodes[each["parent"]]
        assert section in (parent.children if parent else DOCUMENT.sections)


def test_json_sections_are_the_headings_above(notebook: Notebook) -> None:
    record = json.loads(EXPORTERS["json"].render(notebook))
    for each in record["annotations"]:
        headings = [node for node in record["outline"] if node["kind"] in ("part", "section", "point")]
        over = [
            node["label"] + node["title"]
            for node in headings
            if each["start"] is not None and node["start"] <= each["start"] < node["body_end"]
        ]
        assert each["section"] == over
        if each["start"] is not None:
            assert TEXT[each["start"] : each["stop"]] == each["quote"]


@pytest.mark.parametrize("name", ["markdown", "json"])
def test_many_speeches_go_into_one_file(name: str, notebook: Notebook) -> None:
    exporter = EXPORTERS[name]
    bare = replace(notebook, annotations=())
    one, all_ = exporter.render(notebook), exporter.render_all([notebook, bare, notebook])
    if name == "json":
        assert json.loads(all_) == [json.loads(one), json.loads(exporter.render(bare)), json.loads(one)]
    else:
        assert all_ == f"{one}\n{one}"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("把渠修好，再把路修通。", "把渠修好，再把路修通。"),
        ("*重点* _底线_ `码` ~~旧~~ a\\b", "\\*重点\\* \\_底线\\_ \\`码\\` \\~\\~旧\\~\\~ a\\\\b"),
        ("[1] <b> R&D &amp;", "\\[1] \\<b> R&D \\&amp;"),
        ("# 一", "\\# 一"),
        ("> 二", "\\> 二"),
        ("第一 #1 号 ##", "第一 #1 号 \\##"),
        ("- 三", "\\- 三"),
        ("-3%", "-3%"),
        ("---", "\\---"),
        ("+ 四", "\\+ 四"),
        ("1. 五", "1\\. 五"),
        ("1.五", "1.五"),
        ("2026) 六", "2026\\) 六"),
        ("3.5亿元", "3.5亿元"),
    ],
)
def test_markdown_escapes_what_would_be_markup(line: str, shown: str) -> None:
    assert escaped(line) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("**重点**，见[附件](a.md)  ", "**重点**，见[附件](a.md)"),
        ("- 一条", "- 一条"),
        ("# 一", "\\# 一"),
        (" ---", " \\---"),
        ("```python", "\\```python"),
        ("~~~", "\\~~~"),
        ("<b>", "\\<b>"),
    ],
)
def test_a_note_stays_markdown_but_breaks_no_page(line: str, shown: str) -> None:
    assert note_line(line) == shown
