"""What is written for other programs is what their standards ask for."""

from __future__ import annotations

import importlib.util
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from lxml import etree

from core.exporters import EXPORTERS
from core.exporters.refi_codes import unique_names
from core.guids import guid
from core.model import Annotation, Notebook, Tag
from core.problem import Problem
from core.tag_tree import paths

# The notebook that the reference files were made of.
from tests.core.exporters.own import DOCUMENT, TEXT
from tests.core.exporters.test_exporters import notebook as notebook

NAMES = {"q": "urn:QDA-XML:project:1.0"}
TREE = {
    tag.id: tag
    for tag in (
        Tag("1", "素材", "#bee4ff", hint="什么都算 <&>"),
        Tag("2", "渠", "#91ce97", parent="1"),
        Tag("3", "渠", "#e88575", parent="2"),
        Tag("4", "渠", "#e1e6af"),
        Tag("5", "渠", "#e1e6af"),
    )
}


@pytest.fixture(params=["one", "none", "many", "odd"])
def written(request: pytest.FixtureRequest, notebook: Notebook) -> list[Notebook]:
    bare = replace(notebook, annotations=(), document=replace(DOCUMENT, digest="0" * 64, title=""))
    odd = "\x01\ufffe]]>\r<&>\"' 赵𫖯 👍"
    marks = (replace(notebook.annotations[0], note=odd, creator=odd, quote=odd, created="", modified=""),)
    tags = {**TREE, "odd": Tag("odd", odd, "#000000", hint=odd)}
    strange = Notebook(DOCUMENT, (replace(marks[0], tags=("odd", "gone", "3")),), tags)
    return {"one": [notebook], "none": [bare], "many": [notebook, bare], "odd": [strange]}[request.param]


def rendered(name: str, notebooks: list[Notebook]) -> str | bytes:
    exporter = EXPORTERS[name]
    return exporter.render(notebooks[0]) if len(notebooks) == 1 else exporter.render_all(notebooks)


def tool(shared: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, shared / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_web_annotations_meet_what_the_standard_demands(shared: Path, written: list[Notebook]) -> None:
    for needed in ("jsonschema", "rfc3986_validator", "rfc3339_validator"):
        pytest.importorskip(needed)
    checker = tool(shared, "check_web_annotation")
    record = json.loads(rendered("w3c", written))
    objects = list(checker.objects(record))
    assert len(objects) == 2 + sum(len(each.annotations) for each in written)
    assert [failed for each, kind in objects if (failed := checker.failures(each, kind)[1])] == []


@pytest.mark.parametrize("name", ["refi-qda", "codebook"])
def test_refi_qda_is_valid_and_points_at_what_is_there(
    shared: Path, tmp_path: Path, written: list[Notebook], name: str
) -> None:
    target = tmp_path / f"x{EXPORTERS[name].suffix}"
    made = rendered(name, written)
    target.write_bytes(made if isinstance(made, bytes) else made.encode())
    assert list(tool(shared, "check_refi").problems(str(target))) == []


def items(record: dict[str, dict[str, list[dict[str, object]]]]) -> list[dict[str, object]]:
    return record["first"]["items"]


def test_a_web_annotation_says_where_and_what(notebook: Notebook) -> None:
    found = items(json.loads(EXPORTERS["w3c"].render(notebook)))
    for mark, item in zip(notebook.annotations, found, strict=True):
        target = item["target"]
        assert isinstance(target, dict)
        quote, *position = target["selector"]
        assert quote["exact"] == mark.quote
        if mark.span:
            assert [(each["start"], each["end"]) for each in position] == [(mark.span.start, mark.span.stop)]
        else:
            assert position == []
    assert [body["value"] for body in found[3]["body"]] == ["数据/水_利"]  # type: ignore[index]


def test_hypothesis_counts_utf_16(notebook: Notebook) -> None:
    wide = TEXT.encode("utf-16-le")
    rows = json.loads(EXPORTERS["hypothesis"].render(notebook))["annotations"]
    for mark, row in zip(notebook.annotations, rows, strict=True):
        *position, quote = row["target"][0]["selector"]
        assert max(len(quote["prefix"]), len(quote["suffix"])) <= 32
        for each in position:
            assert wide[2 * each["start"] : 2 * each["end"]].decode("utf-16-le") == mark.quote


def project(data: str | bytes) -> tuple[ElementTree.Element, zipfile.ZipFile]:
    assert isinstance(data, bytes)
    archive = zipfile.ZipFile(io.BytesIO(data))
    return ElementTree.fromstring(archive.read("project.qde")), archive


def test_a_project_holds_text_marks_notes_and_users(notebook: Notebook) -> None:
    root, archive = project(EXPORTERS["refi-qda"].render(notebook))
    source = root.find(".//q:TextSource", NAMES)
    assert source is not None
    inside = "sources/" + source.get("plainTextPath", "").removeprefix("internal://")
    assert archive.read(inside).decode("utf-8") == TEXT
    selections = source.findall("q:PlainTextSelection", NAMES)
    places = [(int(each.get("startPosition", "")), int(each.get("endPosition", ""))) for each in selections]
    assert places == [(mark.span.start, mark.span.stop) for mark in notebook.annotations if mark.span]
    assert [each.findtext("q:Description", "", NAMES) for each in selections] == [
        mark.note for mark in notebook.annotations if mark.span
    ]
    assert [each.get("name") for each in root.iterfind(".//q:User", NAMES)] == ["渠"]
    lost = [each.findtext("q:PlainTextContent", "", NAMES) for each in root.iterfind(".//q:Note", NAMES)]
    assert lost[-1] == "老渠一定要补\n原稿里有"


def test_codes_nest_as_the_tags_do_and_no_two_share_a_name() -> None:
    mark = Annotation("m", DOCUMENT.digest, None, "q", tags=("2",))
    made = EXPORTERS["codebook"].render(Notebook(DOCUMENT, (mark,), TREE))
    assert isinstance(made, str)
    root = etree.fromstring(made.encode())
    found = {each.get("guid"): each for each in root.iter("{*}Code")}
    for tag in TREE.values():
        above = found[guid(tag.id)].getparent()
        assert above is not None
        assert above.get("guid") == (guid(tag.parent) if tag.parent else None)
    assert [found[guid(id)].get("isCodable") for id in "123"] == ["false", "true", "true"]
    names = {"1": "素材", "4": "渠", "5": "渠 (2)", "2": "素材/渠", "3": "素材/渠/渠"}
    assert unique_names(TREE) == names
    assert found[guid("1")].findtext("{*}Description") == paths(TREE)["素材"].hint


def test_a_project_without_tags_is_valid(shared: Path, tmp_path: Path, notebook: Notebook) -> None:
    made = EXPORTERS["refi-qda"].render(replace(notebook, tags={}))
    assert isinstance(made, bytes)
    (tmp_path / "x.qdpx").write_bytes(made)
    assert list(tool(shared, "check_refi").problems(str(tmp_path / "x.qdpx"))) == []


def test_a_codebook_without_a_tag_is_none_and_a_project_does_without_one(notebook: Notebook) -> None:
    bare = replace(notebook, tags={})
    for render in (EXPORTERS["codebook"].render, lambda book: EXPORTERS["codebook"].render_all([book])):
        with pytest.raises(Problem, match="at least one code") as raised:
            render(bare)
        assert "至少要有一个标签" in raised.value.say("zh")
    root, _ = project(EXPORTERS["refi-qda"].render(bare))
    assert root.find(".//q:CodeBook", NAMES) is None  # the schema asks for a code in it, but not for a codebook


@pytest.mark.parametrize("name", EXPORTERS)
def test_what_is_written_twice_is_the_same(name: str, notebook: Notebook) -> None:
    assert EXPORTERS[name].render(notebook) == EXPORTERS[name].render(notebook)


def test_doccano_has_a_label_for_each_tag(notebook: Notebook) -> None:
    (line,) = EXPORTERS["doccano"].render(notebook).splitlines()
    record = json.loads(line)
    assert record["text"] == TEXT
    assert [(TEXT[start:stop], tag) for start, stop, tag in record["label"]][1:3] == [
        ("修渠120公里", "数据"),
        ("修渠120公里", "金句"),
    ]


def test_opml_of_many_hangs_each_outline_below_its_title(notebook: Notebook) -> None:
    root = ElementTree.fromstring(EXPORTERS["opml"].render_all([notebook, notebook]))
    tops = root.findall("./body/outline")
    assert [top.get("text") for top in tops] == [DOCUMENT.title] * 2
    assert [each.get("text") for each in tops[0]] == ["一、过去一年办成了什么", "二、今年还要办什么"]
