"""What a person reads and sees: complete in both languages, drawn in the colour that the theme replaces."""

from __future__ import annotations

import ast
import json
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from core.readers import read

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
SOURCES = [path for room in ("core", "gui") for path in sorted((ROOT / room).rglob("*.py"))]
PLACE = re.compile(r"%L?\d|%L?n|\{\w*\}")


def messages() -> dict[str, dict[str, str]]:
    return json.loads((RESOURCES / "messages.json").read_text(encoding="utf-8"))


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_no_problem_is_said_twice() -> None:
    def pairs(found: list[tuple[str, object]]) -> dict[str, object]:
        assert len({key for key, _ in found}) == len(found), [key for key, _ in found]
        return dict(found)

    json.loads((RESOURCES / "messages.json").read_text(encoding="utf-8"), object_pairs_hook=pairs)


def test_every_problem_is_said_in_both_languages_with_the_same_values() -> None:
    faults = [
        key
        for key, said in messages().items()
        if set(said) != {"zh", "en"} or not all(said.values()) or fields(said["zh"]) != fields(said["en"])
    ]
    assert faults == []


def said() -> Iterator[tuple[str, str, set[str]]]:
    """Place, key and values of each ``Problem("key", value=...)`` and ``say("key", ...)`` in the code."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            if ast.unparse(node.func) in ("Problem", "say"):
                values = {word.arg for word in node.keywords if word.arg}
                yield f"{path.relative_to(ROOT)}:{node.lineno}", str(node.args[0].value), values


def test_every_problem_raised_has_its_sentence_and_gives_it_the_values() -> None:
    known = messages()
    assert [place for place, key, _ in said() if key not in known] == []
    assert [place for place, key, values in said() if not fields(known[key]["en"]) <= values] == []


def translated(path: Path) -> Iterator[tuple[str, str, list[str], bool]]:
    """Context, source, translated forms, and whether it is finished, of each entry of a Qt Linguist file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            finished = translation.get("type") is None
            yield context.findtext("name", ""), message.findtext("source", ""), forms, finished


def places(text: str) -> list[str]:
    return sorted(PLACE.findall(text))


@pytest.mark.parametrize("name", ["piyue_zh.ts", "piyue_en.ts"])
def test_every_sentence_of_the_window_is_translated_with_its_places(name: str) -> None:
    entries = list(translated(RESOURCES / "translations" / name))
    assert [source for _, source, forms, finished in entries if not finished or not all(forms)] == []
    assert [source for _, source, forms, _ in entries if any(places(form) != places(source) for form in forms)] == []


def test_the_translations_know_every_sentence_of_the_window(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    lupdate = Path(sys.executable).parent / "pyside6-lupdate"
    window = [str(path) for path in SOURCES if path.is_relative_to(ROOT / "gui")]
    subprocess.run([lupdate, "-silent", *window, "-ts", fresh], check=True, capture_output=True)
    wanted = {entry[:2] for entry in translated(fresh)}
    assert wanted - {entry[:2] for entry in translated(RESOURCES / "translations" / "piyue_zh.ts")} == set()


def handed_over(path: Path) -> Iterator[str]:
    """Whatever a file of the window hands to be translated, read by Python's own grammar."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            words = call.args[{"tr": 0, "translate": 1}.get(name, len(call.args)) :][:1]
            yield from (each.value for each in words if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_no_sentence_hides_from_the_tool_that_collects_them() -> None:
    """``lupdate`` reads no strings within f-strings, and no number behind a context."""
    known = {source for _, source, _, _ in translated(RESOURCES / "translations" / "piyue_zh.ts")}
    window = [path for path in SOURCES if path.is_relative_to(ROOT / "gui")]
    assert {words for path in window for words in handed_over(path)} - known == set()


@pytest.mark.parametrize("icon", [icon for icon in ICONS if icon.stem != "piyue"], ids=lambda icon: icon.stem)
def test_a_line_icon_has_the_one_size_and_the_one_colour(icon: Path) -> None:
    drawing = icon.read_text(encoding="utf-8")
    root = ElementTree.fromstring(drawing)
    assert (root.get("viewBox"), root.get("stroke-width")) == ("0 0 24 24", "1.6")
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}", drawing)) == {"#6D6A63"}


def test_the_sample_shows_what_the_outline_can_do(sample_path: Path) -> None:
    document = read(sample_path)
    assert document.title == "在全县重点工作推进会上的讲话"
    kinds = {section.kind for section in document.walk()}
    assert {"front_matter", "title", "salutation", "part", "section", "point", "closing"} <= kinds
    headings = [section for section in document.walk() if section.is_heading]
    assert [section.label for section in headings if section.level == 1] == ["一、", "二、", "三、"]
    assert [section.label for section in headings if section.label.startswith("（")] == [
        "（一）",
        "（二）",
        "（三）",
    ]
    assert "产业项目加快推进" in {section.title for section in headings}
