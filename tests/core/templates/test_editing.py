"""Templates of the reader's own: written whole, never lost, and called by names that files can have."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.problem import Problem
from core.templates import Template, editing, found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's own folder; it is not there yet."""
    monkeypatch.setenv("PIYUE_LIBRARY", str(tmp_path / "library.sqlite"))
    return tmp_path / "templates"


def named(name: str) -> Template:
    return next(each for each in found() if each.name == name)


def test_one_of_ours_that_is_saved_becomes_the_reader_s_own(folder: Path) -> None:
    ours = named("by-tag")
    before = ours.source()
    mine = editing.save(ours, "{# zh: 我的 #}\n一")
    assert (mine.built_in, mine.name, mine.titles["zh"]) == (False, "by-tag", "我的")
    assert named("by-tag") == mine
    assert mine.path.parent == folder
    assert ours.source() == before
    editing.remove(mine)
    assert named("by-tag") == ours


def test_what_is_not_saved_is_kept_until_it_is(folder: Path) -> None:
    template = named("by-tag")
    assert editing.unsaved(template) is None
    editing.keep_unsaved(template, "半句")
    assert editing.unsaved(template) == "半句"
    assert named("by-tag").built_in
    editing.save(template, "整句")
    assert editing.unsaved(template) is None
    editing.keep_unsaved(template, None)
    assert [path.name for path in folder.iterdir()] == ["by-tag.md.j2"]


def test_a_copy_is_called_after_the_title_and_has_no_title_of_its_own(folder: Path) -> None:
    ours = named("by-tag")
    first = editing.copied(ours, ours.source(), "zh", {each.name for each in found()})
    second = editing.copied(ours, ours.source(), "zh", {each.name for each in found()})
    english = editing.copied(ours, "无题\n", "en", ())
    assert [first.name, second.name, english.name] == ["按标签整理-2", "按标签整理-3", "By-tag-2"]
    assert first.titles == {"zh": "按标签整理-2", "en": "按标签整理-2"}
    assert first.source() == ours.source().partition("\n")[2]
    assert english.source() == "无题\n"
    assert len(found()) == 9


def test_a_template_is_renamed_with_what_is_not_saved_of_it(folder: Path) -> None:
    mine = editing.copied(named("by-tag"), "一", "zh", ())
    editing.keep_unsaved(mine, "二")
    weekly = editing.rename(mine, "周报", ".txt", {mine.name})
    assert (weekly.name, weekly.suffix, weekly.source(), editing.unsaved(weekly)) == ("周报", ".txt", "一", "二")
    assert sorted(path.name for path in folder.iterdir()) == [".周报.txt.j2.draft", "周报.txt.j2"]
    assert editing.rename(weekly, "周报", ".txt", {"周报"}) == weekly


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", "template.bad_name"),
        (" 周报", "template.bad_name"),
        ("周报.", "template.bad_name"),
        (".周报", "template.bad_name"),
        ("-周报", "template.bad_name"),
        ("a/b", "template.bad_name"),
        ("..", "template.bad_name"),
        ("a\\b", "template.bad_name"),
        ("a\nb", "template.bad_name"),
        ("CON", "template.bad_name"),
        ("nul.x", "template.bad_name"),
        ("周" * 61, "template.bad_name"),
        ("markdown", "template.reserved"),
        ("tags", "template.reserved"),
        ("月报", "template.taken"),
    ],
)
def test_a_name_that_cannot_be_is_said(name: str, key: str, folder: Path) -> None:
    mine = editing.copied(named("by-tag"), "一", "zh", ())
    with pytest.raises(Problem) as raised:
        editing.rename(mine, name, ".md", {"月报", mine.name})
    assert raised.value.key == key
    assert mine.source() == "一"


def test_what_was_deleted_comes_back(folder: Path) -> None:
    mine = editing.copied(named("by-tag"), "一", "zh", ())
    editing.keep_unsaved(mine, "二")
    removed = editing.remove(mine)
    assert mine.name not in {each.name for each in found()}
    assert editing.put_back(removed) == mine
    assert (mine.source(), editing.unsaved(mine)) == ("一", "二")


def test_what_was_deleted_twice_is_there_twice(folder: Path) -> None:
    for text in ("一", "二"):
        editing.remove(editing.copied(named("by-tag"), text, "zh", ()))
    deleted = sorted((folder / editing.DELETED).iterdir())
    assert [path.read_text(encoding="utf-8") for path in deleted] == ["一", "二"]


def test_nothing_is_written_over_by_coming_back(folder: Path) -> None:
    removed = editing.remove(editing.copied(named("by-tag"), "一", "zh", ()))
    other = editing.copied(named("by-tag"), "二", "zh", ())
    with pytest.raises(Problem) as raised:
        editing.put_back(removed)
    assert raised.value.key == "template.taken"
    assert other.source() == "二"


def test_a_folder_that_cannot_be_written_is_said(folder: Path) -> None:
    folder.write_text("a file in the way", encoding="utf-8")
    with pytest.raises(Problem) as raised:
        editing.save(named("by-tag"), "一")
    assert raised.value.key.startswith("write.")
    with pytest.raises(Problem):
        editing.keep_unsaved(named("by-tag"), "一")
