"""Templates as files: which there are, what they are called, and which of two counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.problem import Problem
from core.templates import found
from core.templates.shelf import BUILT_IN, LONGEST, titles_of


def put(folder: Path, name: str, text: str | bytes = "一") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_ours_have_titles_in_both_languages() -> None:
    templates = found([BUILT_IN])
    assert len(templates) == 6
    assert len({each.titles["zh"] for each in templates} | {each.titles["en"] for each in templates}) == 12
    assert all(each.name.isascii() and each.built_in for each in templates)


def test_an_own_template_takes_the_place_of_ours(tmp_path: Path) -> None:
    put(tmp_path, "by-tag.txt.j2", "{# zh: 我的 #}\n二")
    put(tmp_path, "周报.html.j2")
    templates = {each.name: each for each in found([BUILT_IN, tmp_path])}
    assert len(templates) == 7
    mine = templates["by-tag"]
    assert (mine.built_in, mine.suffix, mine.titles) == (False, ".txt", {"zh": "我的", "en": "by-tag"})
    assert mine.source().endswith("二")
    assert templates["周报"].titles == {"zh": "周报", "en": "周报"}
    assert not templates["周报"].built_in


def test_the_reader_s_own_lie_beside_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIYUE_LIBRARY", str(tmp_path / "library.sqlite"))
    put(tmp_path / "templates", "周报.md.j2")
    assert "周报" in {each.name for each in found()}


def test_what_is_no_template_is_passed_over(tmp_path: Path) -> None:
    for name in ("notes.md", "README.md", "bare.j2", ".md.j2", "a.md.j2.bak", ".a.md.j2.1.part"):
        put(tmp_path, name)
    (tmp_path / "folder.md.j2").mkdir()
    assert found([tmp_path, tmp_path / "nothing"]) == ()


@pytest.mark.parametrize(
    ("first", "titles"),
    [
        ("{# zh: 按标签 | en: By tag #}", {"zh": "按标签", "en": "By tag"}),
        ("{#- en: By: tag -#}", {"en": "By: tag"}),
        ("{# zh: | fr: Par #}", {}),
        ("{# a comment #}", {}),
        ("text {# zh: 按标签 #}", {}),
        ("", {}),
    ],
)
def test_titles_stand_in_the_comment_of_the_first_line(first: str, titles: dict[str, str]) -> None:
    assert titles_of(f"{first}\nmore {{# zh: 二 #}}") == titles


@pytest.mark.parametrize(
    ("data", "key"),
    [(b"\xff\xfe\xd2\xbb", "template.no_text"), (b"a" * (LONGEST + 1), "template.long"), (None, "file.missing")],
)
def test_a_file_that_cannot_be_read_is_listed_and_told_when_it_is_used(
    data: bytes | None, key: str, tmp_path: Path
) -> None:
    path = put(tmp_path, "周报.md.j2", data or b"")
    (template,) = found([tmp_path])
    if data is None:
        path.unlink()
    with pytest.raises(Problem) as raised:
        template.source()
    assert raised.value.key == key
    assert str(path) in raised.value.say("zh")


def test_line_ends_and_byte_order_marks_of_other_systems_are_taken(tmp_path: Path) -> None:
    put(tmp_path, "a.md.j2", b"\xef\xbb\xbf{# zh: \xe4\xb8\x80 #}\r\nb\r\n")
    (template,) = found([tmp_path])
    assert template.titles["zh"] == "一"
    assert template.source() == "{# zh: 一 #}\nb\n"
