"""The command line answers on standard output, complains in one sentence, and needs nothing slow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from core import __version__, cli
from core.arguments import COMMANDS
from core.exporters import EXPORTERS
from core.library import Library
from core.model import Change, Correction, Span
from core.readers import read
from core.text import decode

ROOT = Path(__file__).resolve().parents[2]
SPEECH = """在修渠会议上的讲话
（2026年1月5日）
同志们：
今天只讲修渠。
一、过去一年
一是渠道修通了。今年修渠三里，大家都说好。
二是账目公开了。每一笔钱都贴在墙上。
二、今年怎么办
先把老渠补好，再修新渠。赵𫖯同志牵头。
"""


@dataclass
class Answer:
    status: int
    out: str
    err: str


Call = Callable[..., Answer]


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    file = tmp_path / "修渠.txt"
    file.write_bytes(SPEECH.replace("\n", "\r\n").encode("gb18030"))
    return file


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """The command with a library of its own: ``call("outline", file)``."""
    monkeypatch.setenv("PIYUE_LIBRARY", str(tmp_path / "library.sqlite"))

    def run(*words: object) -> Answer:
        status = cli.main([str(word) for word in words])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run


def piyue(*words: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "gui", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, env={**os.environ, **(env or {})}, check=False)


def test_text_prints_the_text_that_offsets_point_into(call: Call, speech: Path) -> None:
    assert call("text", speech) == Answer(0, SPEECH, "")


def test_outline_prints_a_tree(call: Call, speech: Path) -> None:
    answer = call("outline", speech, "--language", "zh")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0] == f"{len(SPEECH)}  在修渠会议上的讲话"
    assert [line.split("  ", 1)[1] for line in lines if "是" in line] == ["  一是渠道修通了", "  二是账目公开了"]
    assert any(line.endswith("〔称谓〕同志们：") for line in lines)


def test_outline_json_is_as_the_interface_has_it(call: Call, speech: Path) -> None:
    record = json.loads(call("outline", speech, "--json").out)
    document = read(speech)
    assert record["document"] == {
        "digest": document.digest,
        "title": document.title,
        "speaker": document.speaker,
        "date": "2026-01-05",
        "venue": document.venue,
        "chars": len(SPEECH),
    }
    keys = {"id", "parent", "level", "kind", "label", "title", "start", "end", "body_end"}
    assert all(set(node) == keys for node in record["nodes"])
    assert len(record["nodes"]) == len(list(document.walk()))
    for node in record["nodes"]:
        assert SPEECH[node["start"] : node["end"]] == node["label"] + node["title"]
        assert node["end"] <= node["body_end"] <= len(SPEECH)
    parents = {node["id"]: node["parent"] for node in record["nodes"]}
    (part,) = [node["id"] for node in record["nodes"] if node["label"] == "一、"]
    assert [parents[node["id"]] for node in record["nodes"] if node["label"] == "二是"] == [part]


def test_annotate_prints_the_id_and_annotations_list_it(call: Call, speech: Path) -> None:
    made = call("annotate", speech, "--quote", "三里，", "--tag", "数据", "--tag", "水 利", "--note", "核对")
    assert (made.status, made.err) == (0, "")
    for answer in (call("annotations", speech, "--json"), call("annotations", "--json")):
        (record,) = json.loads(answer.out)
        start = SPEECH.index("三里，")
        assert record == {
            "id": made.out.strip(),
            "document": read(speech).digest,
            "start": start,
            "stop": start + 3,
            "quote": "三里，",
            "tags": ["数据", "水 利"],
            "note": "核对",
            "section": ["一、过去一年", "一是渠道修通了"],
            "creator": "",
            "created": record["created"],
            "modified": record["created"],
            "state": "anchored",
        }
    assert call("annotations", speech).out == f"{start}:{start + 3}\t数据、水 利\t三里，\t核对\n"


def test_a_tag_is_made_once(call: Call, speech: Path, tmp_path: Path) -> None:
    for quote in ("老渠", "新渠"):
        assert call("annotate", speech, "--quote", quote, "--tag", "水利", "--tag", "水利").status == 0
    with Library(tmp_path / "library.sqlite") as library:
        names = [tag.name for tag in library.tags().values()]
        assert names.count("水利") == 1
        assert [len(mark.tags) for mark in library.annotations(read(speech).digest).values()] == [1, 1]


def test_a_quote_in_several_places_is_refused_with_the_places(call: Call, speech: Path) -> None:
    refused = call("annotate", speech, "--quote", "今年", "--tag", "目标", "--language", "zh")
    assert (refused.status, refused.out) == (1, "")
    first, second = SPEECH.index("今年"), SPEECH.rindex("今年")
    assert f"{first}:{first + 2}" in refused.err
    assert f"{second}:{second + 2}" in refused.err
    assert "Traceback" not in refused.err
    assert call("annotations").out == ""


@pytest.mark.parametrize("words", [["--nth", "2"], ["--span", "{start}:{stop}"]])
def test_nth_or_span_say_which_place_is_meant(call: Call, speech: Path, words: list[str]) -> None:
    start = SPEECH.rindex("今年")
    words = [word.format(start=start, stop=start + 2) for word in words]
    assert call("annotate", speech, "--quote", "今年", *words, "--tag", "目标").status == 0
    (record,) = json.loads(call("annotations", "--json").out)
    assert (record["start"], record["quote"]) == (start, "今年")


def test_a_span_alone_is_enough(call: Call, speech: Path) -> None:
    start = SPEECH.index("赵𫖯")
    assert call("annotate", speech, "--span", f"{start}:{start + 2}", "--tag", "案例").status == 0
    (record,) = json.loads(call("annotations", "--json").out)
    assert record["quote"] == "赵𫖯"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--quote", "没有这句"], "没有这句"),
        (["--quote", "今年", "--nth", "3"], "2"),
        (["--span", "3:99999"], "99999"),
        (["--quote", "老渠", "--span", "0:2"], "在修"),
    ],
)
def test_a_passage_that_is_not_there_is_refused(
    call: Call, speech: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    answer = call("annotate", speech, *words, "--tag", "目标", "--language", "zh")
    assert (answer.status, answer.out) == (1, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "library.sqlite").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ["annotate", "FILE", "--tag", "目标"],
        ["annotate", "FILE", "--quote", "老渠"],
        ["annotate", "FILE", "--quote", "", "--tag", "目标"],
        ["annotate", "FILE", "--quote", "老渠", "--tag", " "],
        ["annotate", "FILE", "--span", "5", "--tag", "目标"],
        ["annotate", "FILE", "--span", "5:5", "--tag", "目标"],
        ["annotate", "FILE", "--span", "-1:5", "--tag", "目标"],
        ["annotate", "FILE", "--span", "1:5", "--nth", "1", "--tag", "目标"],
        ["annotate", "FILE", "--quote", "今年", "--nth", "0", "--tag", "目标"],
        ["outline"],
        ["outline", "FILE", "more"],
        ["outline", "FILE", "--jso"],
        ["text", "--library"],
        ["export", "FILE"],
        ["export", "--to", "markdown"],
        ["export", "FILE", "--all", "--to", "markdown"],
        ["export", "FILE", "--to", "nothing"],
        ["--theme", "blue"],
        ["--size", "12"],
        ["--at", "x"],
        ["--language", "fr"],
        ["--nothing"],
    ],
)
def test_words_that_are_off_exit_with_2(call: Call, speech: Path, words: list[str], language: str) -> None:
    words = [str(speech) if word == "FILE" else word for word in words]
    answer = call(*words, *([] if "--language" in words else ["--language", language]))
    assert (answer.status, answer.out) == (2, "")
    assert "--help" in answer.err
    chinese = "用法" in answer.err
    assert chinese == (language == "zh") or "--language" in words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["outline", "{folder}/nothing.txt"], "nothing.txt"),
        (["text", "{folder}"], "文件夹"),
        (["annotations", "{folder}/nothing.txt"], "nothing.txt"),
        (["annotations", "--library", "{folder}"], "文件夹"),
        (["annotate", "{speech}", "--quote", "老渠", "--tag", "目标", "--library", "{speech}"], "资料库"),
        (["export", "{speech}", "--to", "markdown", "-o", "{folder}/no/notes.md"], "no/notes.md"),
        (["export", "{speech}", "--to", "markdown", "-o", "{speech}"], "修渠.txt"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    call: Call, speech: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    words = [word.format(folder=tmp_path, speech=speech) for word in words]
    before = speech.read_bytes()
    answer = call(*words, "--language", "zh")
    assert (answer.status, answer.out) == (1, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert speech.read_bytes() == before


@pytest.mark.parametrize(("to", "start"), [("markdown", "# 在修渠会议上的讲话\n"), ("json", "{\n")])
def test_export_writes_to_standard_output_or_a_file(
    call: Call, speech: Path, tmp_path: Path, to: str, start: str
) -> None:
    call("annotate", speech, "--quote", "账目公开", "--tag", "举措")
    printed = call("export", speech, "--to", to)
    assert printed.out.startswith(start)
    assert "账目公开" in printed.out
    target = tmp_path / "notes"
    assert call("export", speech, "--to", to, "-o", target) == Answer(0, "", "")
    assert target.read_bytes().decode() == printed.out


@pytest.fixture
def marked(call: Call, speech: Path) -> Path:
    """The speech, with a mark in the library."""
    assert call("annotate", speech, "--quote", "账目公开", "--tag", "举措").status == 0
    return speech


FULL, REFUSED = 28, 13
"""What the system says where a disk is full, and where one may not write (ENOSPC, EACCES)."""


@pytest.mark.parametrize("name", EXPORTERS)
def test_no_export_leaves_anything_half_written(
    call: Call, marked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    target = tmp_path / "out"
    target.write_text("old", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    for error, said in ((FULL, "磁盘已满"), (REFUSED, "没有权限")):

        def fail(_: int, error: int = error) -> None:
            raise OSError(error, os.strerror(error))

        monkeypatch.setattr("core.files.os.fsync", fail)
        answer = call("export", marked, "--to", name, "-o", target, "--language", "zh")
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.startswith(said)
        assert answer.err.count("\n") == 1
        assert str(target) in answer.err
        assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("library.sqlite", "资料库"),
        ("library.sqlite-wal", "资料库"),
        ("修渠.txt", "讲话原文"),
        ("link", "讲话原文"),
        ("", "文件夹"),
        ("no/notes", "文件夹不存在"),
        ("修渠.txt/notes", "文件夹不存在"),
    ],
)
@pytest.mark.parametrize("name", ["json", "docx", "codebook", "tags"])
def test_an_export_is_never_written_over_the_library_or_a_speech(
    call: Call, marked: Path, tmp_path: Path, target: str, words: str, name: str
) -> None:
    (tmp_path / "link").symlink_to(marked)
    speech, library = marked.read_bytes(), (tmp_path / "library.sqlite").read_bytes()
    with Library(tmp_path / "library.sqlite"):  # so that there are files beside it
        answer = call("export", "--all", "--to", name, "-o", tmp_path / target, "--language", "zh")
    assert (answer.status, answer.out) == (1, "")
    assert words in answer.err
    assert answer.err.count("\n") == 1
    assert marked.read_bytes() == speech
    assert (tmp_path / "library.sqlite").read_bytes() == library
    assert not list(tmp_path.glob("*.part"))


def test_export_knows_templates_by_their_names(call: Call, speech: Path, tmp_path: Path) -> None:
    call("annotate", speech, "--quote", "只讲修渠", "--tag", "提法")
    assert "> 只讲修渠\n" in call("export", speech, "--to", "by-heading").out
    (tmp_path / "templates").mkdir()
    own = tmp_path / "templates" / "周报.txt.j2"
    own.write_text("{% for mark in marks %}{{ mark.quote }}——{{ mark.tags[0].path }}{% endfor %}", encoding="utf-8")
    assert call("export", speech, "--to", "周报") == Answer(0, "只讲修渠——提法\n", "")
    assert call("export", "--all", "--to", "周报") == Answer(0, "只讲修渠——提法\n", "")
    own.write_text("一\n{{ nothing }}", encoding="utf-8")
    wrong = call("export", speech, "--to", "周报", "-o", tmp_path / "out.txt")
    assert (wrong.status, wrong.out) == (1, "")
    assert wrong.err.startswith("Line 2 of the template: ")
    assert wrong.err.count("\n") == 1
    assert not (tmp_path / "out.txt").exists()
    assert "golden-lines" in call("export", "--help").out


def test_export_all_has_every_speech_in_the_library(call: Call, speech: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("修路的讲话\n同志们：\n再把路修通。\n", encoding="utf-8")
    call("annotate", speech, "--quote", "账目公开", "--tag", "举措")
    call("annotate", other, "--quote", "再把路修通", "--tag", "举措")
    assert [row["document"]["title"] for row in json.loads(call("export", "--all", "--to", "json").out)] == [
        "在修渠会议上的讲话",
        "修路的讲话",
    ]
    assert call("export", "--all", "--to", "markdown").out.count("\n# ") == 1


def test_a_set_of_tags_goes_from_library_to_library(call: Call, speech: Path, tmp_path: Path) -> None:
    here, there, tags = tmp_path / "here.sqlite", tmp_path / "there.sqlite", tmp_path / "tags.json"
    call("--library", here, "annotate", speech, "--quote", "老渠", "--tag", "水利/渠")
    assert call("--library", here, "export", "--all", "--to", "tags", "-o", tags) == Answer(0, "", "")
    for said in ("Tags added or changed: 2.", "All tags of the file are known already."):
        assert call("--library", there, "import", tags) == Answer(0, f"{said}\n", "")
    assert call("--library", there, "export", "--all", "--to", "tags").out == tags.read_text(encoding="utf-8")
    with Library(there) as library:
        assert [step.words for step in library.steps()] == ["Import tags"]
        assert [tag.name for tag in library.tags().values()][-2:] == ["水利", "渠"]


def test_what_is_no_set_of_tags_is_not_taken_in(call: Call, speech: Path, tmp_path: Path) -> None:
    for file in (speech, tmp_path / "nothing.json", tmp_path):
        answer = call("import", file)
        assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("name", ["json", "w3c", "refi-qda", "hypothesis"])
def test_marks_go_from_library_to_library(call: Call, speech: Path, tmp_path: Path, name: str) -> None:
    here, there, file = tmp_path / "here.sqlite", tmp_path / "there.sqlite", tmp_path / "marks"
    call("--library", here, "annotate", speech, "--quote", "老渠", "--tag", "水利/渠", "--note", "核对")
    assert call("--library", here, "export", speech, "--to", name, "-o", file) == Answer(0, "", "")
    for said in ("Marks added: 1, tags added: 2.", "Known already: 1."):
        answer = call("--library", there, "import", file, "--into", speech)
        assert answer == Answer(0, f"{said}\n", "")
    rows = [json.loads(call("--library", each, "annotations", "--json").out) for each in (here, there)]
    assert rows[0] == rows[1]
    assert rows[0][0]["quote"] == "老渠"


def test_marks_without_their_speech_are_not_guessed(call: Call, speech: Path, tmp_path: Path) -> None:
    here, there, file = tmp_path / "here.sqlite", tmp_path / "there.sqlite", tmp_path / "marks.json"
    call("--library", here, "annotate", speech, "--quote", "老渠", "--tag", "渠")
    call("--library", here, "export", speech, "--to", "hypothesis", "-o", file)
    answer = call("--library", there, "import", file)
    assert (answer.status, answer.out, "--into" in answer.err) == (1, "", True)


def test_options_stand_before_or_after_the_subcommand(call: Call, speech: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here.sqlite", tmp_path / "there.sqlite"
    call("--library", here, "annotate", speech, "--quote", "老渠", "--tag", "目标")
    call("annotate", speech, "--quote", "新渠", "--tag", "目标", f"--library={there}")
    assert "老渠" in call("--language", "zh", "--library", here, "annotations").out
    assert "新渠" in call("annotations", "--library", there).out


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_subcommand_has_help_in_both_languages(call: Call, name: str, language: str) -> None:
    answer = call(*([name] if name else []), "--help", "--language", language)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("用法：" if language == "zh" else "Usage: ")
    assert "--library" in answer.out
    assert all(command in answer.out for command in COMMANDS if not name)


def test_the_version_is_printed(call: Call) -> None:
    assert call("--version") == Answer(0, f"piyue {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        (["--language", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["outline", "--language=zh"], {"PIYUE_LANGUAGE": "en"}, "zh"),
        (["--language"], {"PIYUE_LANGUAGE": "zh", "LC_ALL": "en_US"}, "zh"),
        ([], {"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "de_DE"}, "zh"),
        ([], {}, "en"),
    ],
)
def test_the_language_is_the_calls_or_the_environments(
    words: list[str], environment: dict[str, str], language: str
) -> None:
    assert cli.language(words, environment) == language


def test_a_call_without_a_subcommand_is_for_the_window() -> None:
    options = cli.parse(["a.txt", "--theme", "dark", "b.txt", "--at", "12", "--size", "900x700"])
    assert not isinstance(options, int)
    assert (options.command, options.files) == (None, ["a.txt", "b.txt"])
    assert (options.theme, options.at, options.size) == ("dark", 12, "900x700")
    assert (options.library, options.language, options.screenshot) == (None, None, None)


@pytest.mark.parametrize("words", [["./outline"], ["--", "outline"], ["--theme", "dark", "x", "outline"]])
def test_a_file_may_be_called_like_a_subcommand(words: list[str]) -> None:
    options = cli.parse(words)
    assert not isinstance(options, int)
    assert options.command is None
    assert words[-1] in options.files


def test_a_fault_of_the_program_shows_no_traceback(call: Call, speech: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("something")

    monkeypatch.setattr("core.commands.reading", fail)
    answer = call("outline", speech)
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert "something" in answer.err


def test_output_is_utf_8_in_any_locale(speech: Path) -> None:
    done = piyue("text", speech, env={"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"})
    assert done.stdout.decode("utf-8") == SPEECH
    missing = piyue("outline", "没有.txt", env={"PYTHONIOENCODING": "ascii", "PIYUE_LANGUAGE": "zh"})
    assert (missing.returncode, missing.stdout) == (1, b"")
    assert "没有.txt" in missing.stderr.decode("utf-8")


def test_what_a_reader_put_right_holds_on_the_command_line_too(call: Call, speech: Path, tmp_path: Path) -> None:
    call("annotate", speech, "--quote", "修渠三里", "--tag", "数据")
    start = SPEECH.index("一是渠道修通了")
    with Library(tmp_path / "library.sqlite") as library:
        document = read(speech)
        heading = Span(start, start + len("一是渠道修通了"))
        made = Correction("c", document.digest, heading, 0, "一是渠道修通了")
        library.apply(Change(corrections={"c": made}))
    assert "一是渠道修通了" not in call("outline", speech, "--to", "text").out
    (record,) = json.loads(call("annotations", speech, "--json").out)
    assert record["section"] == ["一、过去一年"]
    with Library(tmp_path / "library.sqlite") as library:
        outline = library.remembered(document.digest)
    assert "一是渠道修通了" not in [
        SPEECH[node.heading.start : node.heading.stop] for each in outline for node in each.walk()
    ]


def test_marks_come_along_when_a_file_was_changed(call: Call, speech: Path) -> None:
    call("annotate", speech, "--quote", "修渠三里", "--tag", "数据")
    call("annotate", speech, "--quote", "每一笔钱都贴在墙上", "--tag", "提法")
    speech.write_text(
        SPEECH.replace("今年修渠三里", "今年一共修渠三里").replace("每一笔钱都贴在墙上。", ""), encoding="utf-8"
    )
    first, second = json.loads(call("annotations", speech, "--json").out)
    assert (first["quote"], first["state"]) == ("修渠三里", "anchored")
    assert call("text", speech).out[first["start"] : first["stop"]] == "修渠三里"
    assert (second["state"], second["start"], second["quote"]) == ("orphan", None, "每一笔钱都贴在墙上")


def test_speeches_are_taken_into_the_library(call: Call, speech: Path, tmp_path: Path) -> None:
    assert call("add", speech).out == f"{read(speech).digest[:12]}  在修渠会议上的讲话\n"
    answer = call("add", tmp_path / "没有.txt", speech)
    assert answer.status == 1
    assert "在修渠会议上的讲话" in answer.out
    assert answer.err.count("\n") == 2
    with Library(tmp_path / "library.sqlite") as library:
        assert [row.title for row in library.documents()] == ["在修渠会议上的讲话"]


def test_a_damaged_library_keeps_nobody_from_an_outline(call: Call, speech: Path, tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"no database at all, but long enough " * 40)
    answer = call("outline", speech, "--to", "text")
    assert answer.status == 0
    assert "一是渠道修通了" in answer.out


@pytest.mark.skipif(os.name == "nt", reason="pipes break like this under POSIX")
def test_a_reader_that_has_read_enough_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("先把渠修好。\n" * 100_000, encoding="utf-8")
    command = [sys.executable, "-m", "gui", "text", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().decode() == "先把渠修好。\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("words", "slow"),
    [
        (["outline"], ("PySide6", "jieba", "sqlite3", "sqlite_utils", "platformdirs")),
        (["text"], ("PySide6", "jieba", "sqlite3", "sqlite_utils", "platformdirs", "core.outline")),
        (["annotations"], ("PySide6", "jieba", "sqlite_utils", "platformdirs")),
        (["search"], ("PySide6", "jieba", "sqlite_utils", "platformdirs", "core.outline", "regex")),
        (["export", "--to", "json"], ("PySide6", "jieba", "sqlite_utils", "platformdirs")),
    ],
)
def test_a_subcommand_loads_nothing_slow(speech: Path, words: list[str], slow: tuple[str, ...]) -> None:
    program = f"""
import sys
from gui.__main__ import main
main()
print([name for name in {slow} if name in sys.modules], file=sys.stderr)
"""
    command = [sys.executable, "-c", program, *words, str(speech)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stderr == "[]\n"


def test_the_seed_is_printed_as_it_is_named(call: Call, seed_path: Path) -> None:
    assert call("text", seed_path).out == decode(seed_path.read_bytes())[0]
    nodes = json.loads(call("outline", seed_path, "--json").out)["nodes"]
    assert sum(node["kind"] == "part" for node in nodes) == 4


@pytest.mark.parametrize(
    ("form", "first"),
    [("text", "在修渠会议"), ("numbered", "在修渠会议"), ("markdown", "# 在修渠会议"), ("opml", "<?xml")],
)
def test_the_outline_is_written_in_the_form_asked_for(call: Call, speech: Path, form: str, first: str) -> None:
    answer = call("outline", speech, "--to", form)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(first)


@pytest.mark.parametrize(("word", "meant"), [("outlin", "outline"), ("anotate", "annotate"), ("exports", "export")])
def test_a_misspelt_subcommand_is_not_taken_for_a_file(call: Call, word: str, meant: str) -> None:
    answer = call(word, "speech.txt")
    assert (answer.status, answer.out) == (2, "")
    assert f"perhaps you meant “{meant}”" in answer.err


def test_a_wrong_span_is_told_what_a_span_looks_like(call: Call, speech: Path) -> None:
    answer = call("annotate", speech, "--span", "5", "--tag", "数据")
    assert answer.status == 2
    assert "invalid START:STOP value: '5'" in answer.err


def test_search_tells_every_hit_with_its_place(call: Call, speech: Path) -> None:
    call("add", speech)
    text = call("text", speech).out
    found = json.loads(call("search", "渠", "--json").out)
    places = [at for at in range(len(text)) if text.startswith("渠", at)]
    assert [row["start"] for row in found] == places
    assert {tuple(row) for row in found} == {
        ("document", "title", "start", "stop", "left", "match", "right", "section")
    }
    assert found[2]["section"] == ["一、过去一年", "一是渠道修通了"]
    assert [row["start"] for row in json.loads(call("search", "渠", "--json", "--limit", 2).out)] == places[:2]
    assert call("search", "没有这个词", "--json").out == "[]\n"
    assert call("search", "今年 ~句 三里").out.count("【") == 2


def test_a_bent_question_is_one_sentence_that_names_the_place(call: Call, speech: Path) -> None:
    call("add", speech)
    answer = call("search", "渠 与 (修", "--language", "zh")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "第 5 个字符的左括号没有配上右括号。\n"
