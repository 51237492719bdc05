"""Words are cut as a reader of official speeches sees them, here or in a process of their own."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Span
from core.places import RESOURCES
from core.words import Words, serve

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    words = Words(tmp_path_factory.mktemp("cache") / "piyue")
    words.load()
    return words


def joined(words: Words, sentence: str) -> str:
    return "/".join(sentence[word.start : word.stop] for word in words.cut(sentence))


@pytest.mark.parametrize(
    "cut",
    [
        "全县/抢抓/新基建/机遇/，/做优/做实/营商环境",
        "推动/高质量发展/，/坚持/稳中求进/总基调",
        "村里/的/风光带/，/线上/线下/都/热闹",
        "增长/3.2%/，/达到/1,200.5亿元/，/新增/5G/基站/30个",
        "2026年/1月/5日/，/PM2.5/下降/2个百分点",
        "XX/市/XX/镇/投入/XX/亿元",
        "五十亿/的/项目",
        "AI/和/R&D",
        "赵/𫖯/说/👍/　/好",
        "",
    ],
)
def test_sentences_are_cut_into_words(words: Words, cut: str) -> None:
    assert joined(words, cut.replace("/", "")) == cut


@given(text=st.text("发展高质量渠路，。X1.5%亿元AI &　\n𫖯👍\r", max_size=40))
def test_words_cover_a_text_without_gaps(words: Words, text: str) -> None:
    found = words.cut(text)
    edges = [0, *(word.stop for word in found)]
    assert [word.start for word in found] == edges[:-1]
    assert edges[-1] == len(text)
    assert all(len(word) for word in found)


def test_our_own_words_stay_whole(words: Words) -> None:
    lines = (RESOURCES / "words.txt").read_text(encoding="utf-8").splitlines()
    own = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert len(own) == len(set(own)) > 200
    assert [word for word in own if words.cut(word) != [Span(0, len(word))]] == []


def test_words_of_a_document_can_be_added(tmp_path: Path) -> None:
    words = Words(tmp_path)
    assert joined(words, "清溪渠通水了") != "清溪渠/通水/了"
    words.add(["清溪渠"])
    assert joined(words, "清溪渠通水了") == "清溪渠/通水/了"


def test_words_of_one_speech_are_words_only_there(tmp_path: Path) -> None:
    words, text = Words(tmp_path), "清溪渠通水了，疫情防控有力"
    before = joined(words, text)
    frequencies, total = dict(words.load().FREQ), words.load().total
    with words.knowing(["清溪渠", "清溪", "通水了"]):
        assert joined(words, text) == "清溪渠/通水了/，/疫情防控/有力"
    assert joined(words, text) == before
    assert (words.load().FREQ, words.load().total) == (frequencies, total)


def test_the_reader_s_words_are_taken_from_their_file_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIYUE_LIBRARY", str(tmp_path / "library.sqlite"))
    (tmp_path / "words.txt").write_text("清溪渠", encoding="utf-8")
    words = Words(tmp_path / "cache")
    assert joined(words, "清溪渠通水了") == "清溪渠/通水/了"
    key = words.key
    (tmp_path / "words.txt").write_text("通水了", encoding="utf-8")
    words.take_own()
    assert joined(words, "清溪渠通水了").endswith("/通水了")
    assert not joined(words, "清溪渠通水了").startswith("清溪渠")
    assert words.key != key


def test_the_longest_word_of_the_dictionary_is_counted_once(words: Words) -> None:
    assert joined(words, "疫情防控和全面从严治党") == "疫情防控/和/全面从严治党"


@pytest.mark.parametrize(
    ("at", "word"),
    [("推", "推动"), ("质", "高质量发展"), ("展", "高质量发展"), ("，", "，"), ("2", "1,200亩"), ("\n", "\n")],
)
def test_the_word_over_a_place_is_found(words: Words, at: str, word: str) -> None:
    text = "先讲修路。推动高质量发展，种田1,200亩。\n\n再讲修渠。"
    span = words.word_at(text, text.index(at))
    assert text[span.start : span.stop] == word


def test_a_word_is_found_in_a_line_without_end(words: Words) -> None:
    text = "修渠" * 500_000
    span = words.word_at(text, 700_000)
    assert span.start <= 700_000 < span.stop
    assert text[span.start : span.stop] in ("修", "渠", "修渠")
    assert words.word_at("", 0) == Span(0, 0)


def test_no_word_of_the_seed_crosses_a_boundary(words: Words, shared: Path) -> None:
    rows = (shared / "jieba" / "seed_errors.tsv").read_text(encoding="utf-8").splitlines()
    crossing = []
    for sentence, right in (row.split("\t") for row in rows):
        ours, theirs = (edges(cut.split("/")) for cut in (joined(words, sentence), right))
        if not (ours <= theirs or theirs <= ours):
            crossing.append(joined(words, sentence))
    assert len(rows) == 42
    assert crossing == []


def edges(cut: list[str]) -> set[int]:
    return {len("".join(cut[: i + 1])) for i in range(len(cut))}


def test_the_dictionary_is_cached_in_the_folder_given(tmp_path: Path) -> None:
    for _ in range(2):
        Words(tmp_path / "new" / "cache").load()
    (cache,) = (tmp_path / "new" / "cache").iterdir()
    assert cache.name.startswith("jieba-")


def test_a_broken_cache_or_none_does_no_harm(tmp_path: Path) -> None:
    Words(tmp_path).load()
    (cache,) = tmp_path.iterdir()
    cache.write_bytes(b"broken")
    assert joined(Words(tmp_path), "推动高质量发展") == "推动/高质量发展"
    assert joined(Words(cache / "no folder"), "推动高质量发展") == "推动/高质量发展"


def answers(*lines: bytes) -> list[dict[str, object]]:
    out = io.BytesIO()
    serve(io.BytesIO(b"".join(lines)), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_server_answers_line_by_line() -> None:
    assert answers(
        json.dumps({"id": 1, "text": "修𫖯渠"}).encode() + b"\n",
        b"no json\n",
        b"[1]\n",
        b'{"id": 2, "text": 5}\n',
        b"\xff\n",
        b'{"id": 3, "add": ["\xe6\xb8\x85\xe6\xba\xaa\xe6\xb8\xa0"]}\n',
        '{"id": "four", "text": "清溪渠好"}'.encode(),
    ) == [
        {"ready": True},
        {"id": 1, "spans": [[0, 1], [1, 2], [2, 3]]},
        {"id": 3, "spans": []},
        {"id": "four", "spans": [[0, 3], [3, 4]]},
    ]


@pytest.fixture(params=["checkout", "wheel"])
def program(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """core/words.py where it lies here, and where it lies when it is installed."""
    if request.param == "checkout":
        yield ROOT / "core" / "words.py"
    else:
        installed = tmp_path / "site-packages" / "piyue"
        for room in ("core", "resources"):
            shutil.copytree(ROOT / room, installed / room, ignore=shutil.ignore_patterns("__pycache__"))
        yield installed / "core" / "words.py"


def test_the_server_runs_by_its_path_from_anywhere(program: Path, tmp_path: Path) -> None:
    asked = [json.dumps({"id": number, "text": "推动高质量发展"}) for number in range(3)]
    done = subprocess.run(
        [sys.executable, "-W", "error", str(program)],
        input="\n".join(asked).encode(),
        capture_output=True,
        cwd=tmp_path,
        check=True,
    )
    assert done.stderr == b""
    ready, *cut = [json.loads(line) for line in done.stdout.splitlines()]
    assert ready == {"ready": True}
    assert cut == [{"id": number, "spans": [[0, 2], [2, 7]]} for number in range(3)]


def test_the_server_loads_nothing_it_does_not_need() -> None:
    program = "import sys, io, core.words as w; w.serve(io.BytesIO(), io.BytesIO()); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, text=True, check=True)
    assert "'jieba'" in done.stdout
    assert not any(f"'{name}'" in done.stdout for name in ("PySide6", "sqlite_utils", "pkg_resources"))


def test_the_server_gives_pinyin_initials() -> None:
    asked = {"id": 7, "initials": ["高质量发展", "一、重要"]}
    out = io.BytesIO()
    serve(io.BytesIO(json.dumps(asked).encode() + b"\n"), out)
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [
        {"ready": True},
        {"id": 7, "initials": ["gzlfz", "y、zy"]},
    ]
