"""What templates make of a notebook, and what becomes of one that is wrong, or that means harm."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Notebook
from core.problem import MESSAGES, Problem, say
from core.quotation import LINE
from core.quotation import REFERENCE as REFERENCE_STYLE
from core.templates import found, render
from core.templates.faults import fault
from core.templates.server import rendered, translate
from core.templates.shelf import BUILT_IN, Template
from core.templates.vocabulary import material
from tests.core.exporters import own

REFERENCE = Path(__file__).parents[2] / "reference"
NAMES = ("by-heading", "by-tag", "data-table", "golden-lines", "obsidian", "reading-notes")
QUICK = 0.5
"""Seconds that a template may take which is meant to take too long."""


@pytest.fixture
def notebook() -> Notebook:
    return own.notebook()


def built_in(name: str) -> Template:
    return next(each for each in found([BUILT_IN]) if each.name == name)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_of_ours_writes_what_its_reference_file_has(name: str, notebook: Notebook) -> None:
    template = built_in(name)
    expected = (REFERENCE / f"{name}{template.suffix}").read_bytes()
    assert render(template, [notebook]).encode("utf-8") == expected


@pytest.mark.parametrize("name", NAMES)
def test_a_template_of_ours_takes_many_speeches_and_speeches_without_marks(name: str, notebook: Notebook) -> None:
    text = render(built_in(name), [notebook, replace(notebook, annotations=()), notebook])
    assert text.count("修渠120公里") >= 2
    assert render(built_in(name), [replace(notebook, annotations=())])
    assert render(built_in(name), [])


def test_a_template_that_speaks_of_one_speech_is_written_for_each(notebook: Notebook) -> None:
    assert render("{{ speech.venue }}\n", [notebook, notebook]) == "县城\n县城\n"
    assert render("{{ speeches|length }} {{ marks|length }}", [notebook, notebook]) == "2 14\n"


def test_the_date_and_the_style_of_sources_are_passed_in(notebook: Notebook) -> None:
    source = "{{ today }}\n{% for mark in marks[1:2] %}{{ mark.source }}{% endfor %}"
    assert render(source, [notebook], today="2026-02-03", quotation=REFERENCE_STYLE) == (
        "2026-02-03\n赵𫖯. 在全县水利工作会议上的讲话[Z]. 县城, 2026-01-05: 第一部分第一点.\n"
    )


def test_markup_is_escaped_by_the_ending(notebook: Notebook) -> None:
    source = "{{ '<b>' }}"
    assert render(source, [notebook], suffix=".md") == "<b>\n"
    assert render(source, [notebook], suffix=".html") == "&lt;b&gt;\n"
    assert render(source, [notebook], suffix=".HTML") == "&lt;b&gt;\n"


WRONG = [
    # what is written, the line that is told, the sentence
    ("a\n{% for mark in marks %}\nb\n", 2, "template.open"),
    ("{% for a in marks %}\n{% endfor %}\n{%- for b in marks %}{% if b %}{% endif %}\n\n", 3, "template.open"),
    ("{% for a in marks %}\n{% if a %}\n{% endfor %}", 3, "template.crossed"),
    ("{% for a in marks %}\n{% endfro %}", 2, "template.crossed"),
    ("\n{% else %}", 2, "template.tag"),
    ("\n{% endfor %}", 2, "template.closing"),
    ("\n\n{% frobnicate %}", 3, "template.tag"),
    ("{{ 'abc }}", 1, "template.sign"),
    ("a\n{{ mark mark }}", 2, "template.sign"),
    ("a\n{{ (1 }}", 2, "template.sign"),
    ("a\n{{ }}", 2, "template.sign"),
    ("a\n{% for a %}{% endfor %}", 2, "template.sign"),
    ("a\n{% set speech() = 1 %}", 2, "template.sign"),
    ("a\n{% macro a(b=1, c) %}{% endmacro %}", 2, "template.syntax"),
    ("a\n{{ a", 2, "template.end"),
    ("a\n\n{# a", 3, "template.end"),
    ("a\n{{ marks|frobnicate }}", 2, "template.filter"),
    ("a\n{{ 1 is frobnicate }}", 2, "template.filter"),
    ("a\n\n{{ frobnicate }}", 3, "template.name"),
    ("a\n{% for mark in marks %}\n{{ mark.frobnicate }}\n{% endfor %}", 3, "template.part"),
    ("{% macro a(b) %}\n{{ b.c }}\n{% endmacro %}\n{{ a(1) }}", 2, "template.part"),
    ("\n{{ 1 / 0 }}", 2, "template.zero"),
    ("\n{{ speech() }}", 2, "template.use"),
    ("\n{% for a in 3 %}{% endfor %}", 2, "template.use"),
    ("\n{{ 'a' + 1 }}", 2, "template.kinds"),
    ("\n{{ 'a' < 1 }}", 2, "template.kinds"),
    ("\n{{ 'a'|md(1, 2) }}", 2, "template.arguments"),
    ("\n{{ 'a'|center('b') }}", 2, "template.failed"),
    ("\n{% extends 3 %}{% extends 3 %}", 2, "template.alone"),
    # what reaches out
    ("\n{{ ''.__class__ }}", 2, "template.reach"),
    ("\n{{ ''|attr('__class__') }}", 2, "template.reach"),
    ("\n{{ cycler.__init__.__globals__.os }}", 2, "template.reach"),
    ("\n{{ speech.__reduce__() }}", 2, "template.reach"),
    ("\n{{ '{0.__class__}'.format(1) }}", 2, "template.reach"),
    ("\n{% include '/etc/passwd' %}", 2, "template.alone"),
    ("\n{% include 'by-tag.md.j2' %}", 2, "template.alone"),
    ("\n{% import 'os' as os %}", 2, "template.alone"),
    ("\n{{ lipsum() }}", 2, "template.name"),
    ("\n{{ marks|random }}", 2, "template.filter"),
    # what is far too large
    ("\n{% for a in range(10**9) %}{% endfor %}", 2, "template.large"),
    ("\n{{ 'x' * 10**10 }}", 2, "template.large"),
    ("\n{{ 'x'|center(10**10) }}", 2, "template.large"),
    ("\n{{ '%1000000000d' % 1 }}", 2, "template.large"),
    ("{% for a in range(9999) %}\n{{ 'x' * 99999 }}\n{% endfor %}", 2, "template.large"),
    (
        "{% set n = namespace(a='ab') %}\n{% for i in range(99) %}\n{% set n.a = n.a ~ n.a %}{% endfor %}",
        3,
        "template.large",
    ),
    # what is nested too deeply
    ("\n{{ " + "(" * 400 + "1" + ")" * 400 + " }}", 2, "template.deep"),
    ("\n{{ 1" + "+1" * 4000 + " }}", 2, "template.deep"),
    ("\n" + "{% for a in marks %}" * 40 + "{% endfor %}" * 40, 2, "template.deep"),
    ("{% macro a() %}\n{{ a() }}\n{% endmacro %}\n{{ a() }}", 2, "template.deep"),
]


@pytest.mark.parametrize(("source", "line", "key"), WRONG, ids=[f"{key}-{source[:30]!r}" for source, _, key in WRONG])
def test_what_is_wrong_is_told_with_its_line(source: str, line: int, key: str, notebook: Notebook) -> None:
    with pytest.raises(Problem) as raised:
        render(source, [notebook])
    assert (raised.value.key, raised.value.values["line"]) == (key, line)
    for language in ("zh", "en"):
        said = raised.value.say(language)
        assert str(line) in said
        assert "Error" not in said
        assert "core." not in said
        assert "statement" not in said


ROUNDS = "{% for a in range(99999) %}{% for b in range(99999) %}\n{% set c = a %}{% endfor %}{% endfor %}"
MACRO = f"{{% macro a() %}}{ROUNDS}{{% endmacro %}}\n\n\n{{{{ a() }}}}"


@pytest.mark.parametrize(
    ("source", "lines"),
    [(f"a\n{ROUNDS}", {2, 3}), ("\n\n{{ 9 ** (9 ** 9) }}", {3}), (MACRO, {1, 2})],
)
def test_what_runs_for_too_long_is_stopped_where_it_is(source: str, lines: set[int], notebook: Notebook) -> None:
    with pytest.raises(Problem) as raised:
        render(source, [notebook], patience=QUICK)
    assert raised.value.key == "template.slow"
    assert raised.value.values["line"] in lines


PIECES = (
    *("{{ ", " }}", "{% ", " %}", "{# ", " #}", "\n", "for a in marks", "endfor", "if", "endif", "else", "set b = "),
    *("a", "speech", "marks", ".quote", ".nothing", "|md", "|by_tag", "|list", "|join(' ')", "(", ")", "[0]", "1"),
    *("'x'", "~", "+", "in", "not", "macro c(d)", "endmacro", "c()", "loop.index", "|sort", "|attr('__class__')", ","),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_is_typed_becomes_a_text_or_a_sentence(source: str) -> None:
    book = material([own.notebook()], LINE, "")
    try:
        assert isinstance("".join(rendered(translate(source, ".md"), book, 10_000)), str)
    except Exception as error:
        told = fault(error, 1, source)
        assert 1 <= told["values"]["line"] <= source.count("\n") + 1
        for language in ("zh", "en"):
            assert str(told["values"]["line"]) in say(told["key"], language, **told["values"])


def test_every_sentence_about_templates_is_raised_by_something() -> None:
    sentences = json.loads(MESSAGES.read_text(encoding="utf-8"))
    told = {key for _, _, key in WRONG} | {"template.slow", "template.ended"}
    files = {f"template.{name}" for name in ("long", "no_text", "bad_name", "reserved", "taken")}
    assert {key for key in sentences if key.startswith("template.")} == told | files


def test_a_process_that_dies_is_told(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.templates.rendering.SERVER", "core.templates.nothing")
    with pytest.raises(Problem, match="nothing was made"):
        render("a", [notebook])


def test_whatever_a_template_makes_can_be_written(notebook: Notebook) -> None:
    assert render(r"{{ '\ud800' }}", [notebook]).encode("utf-8") == b"?\n"
