"""An index is only a help: bent, stale or half made, it costs no hit, and is put right by itself."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from core.library import Library
from core.model import Change
from core.problem import Problem
from core.search import grams, indexing
from core.search.indexing import Indexer
from core.search.search import Question, Search
from core.search.segment import FEW
from core.search.shelf import index_folder
from tests.core.search.conftest import by_find, fill, found, indexed

ROOT = Path(__file__).resolve().parents[3]
TEXTS = [f"第{n}次会议\n修渠第{n}里，{'甲乙丙丁'[n % 4]}队完成。\n" for n in range(150)]
WORDS = ("修渠", "里，甲", "1", "第7", "丁队")

INDEX_SLOWLY = """
import sys
from pathlib import Path
from core.search.catalogue import Catalogue
from core.search.indexing import Indexer
from core.search.shelf import Shelf, index_folder
path = Path(sys.argv[1])
indexer = Indexer(path, Catalogue(path), Shelf(index_folder(path)))
while indexer.step(10):
    print("one", flush=True)
"""


@pytest.fixture
def full(library: Library) -> Library:
    fill(library, TEXTS)
    return library


@contextmanager
def indexer(library: Library) -> Iterator[Indexer]:
    with closing(Search(library)) as search:
        yield Indexer(library.path, search.catalogue, search.shelf)


def files(library: Library) -> list[Path]:
    return sorted(index_folder(library.path).glob("*.part-of-index"))


def check(library: Library, texts: list[str] = TEXTS) -> None:
    for words in WORDS:
        assert found(library, Question(words)) == by_find(texts, words)


def missing(library: Library) -> int:
    with indexer(library) as each:
        return len(each.missing())


def process(library: Library) -> subprocess.Popen[str]:
    call = [sys.executable, "-c", INDEX_SLOWLY, str(library.path)]
    return subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_all_is_taken_in_and_another_speech_only_adds_to_it(full: Library) -> None:
    indexed(full)
    (first,) = files(full)
    before = first.stat().st_mtime_ns
    fill(full, ["又一次会议\n修渠完了。\n"])
    assert missing(full) == 1
    check(full, [*TEXTS, "又一次会议\n修渠完了。\n"])
    indexed(full)
    assert len(files(full)) == 2
    assert first.stat().st_mtime_ns == before
    check(full, [*TEXTS, "又一次会议\n修渠完了。\n"])


def test_many_small_files_become_one(library: Library) -> None:
    for text in TEXTS[:30]:
        fill(library, [text])
        indexed(library)
    assert len(files(library)) <= indexing.MANY + 1
    check(library, TEXTS[:30])


def test_who_is_killed_goes_on_where_he_stopped(full: Library) -> None:
    with process(full) as killed:
        assert killed.stdout is not None
        for _ in range(3):
            assert killed.stdout.readline() == "one\n"
        killed.kill()
    left = index_folder(full.path) / ".00000099-aa.part-of-index.1.part"
    left.write_bytes(b"half")
    assert 0 < missing(full) <= len(TEXTS) - 30
    check(full)
    indexed(full)
    assert missing(full) == 0
    assert not left.exists()
    check(full)


def test_two_that_index_at_once_lose_nothing(full: Library) -> None:
    with process(full) as one, process(full) as other:
        one.communicate()
        other.communicate()
    assert (one.returncode, other.returncode, missing(full)) == (0, 0, 0)
    check(full)


@pytest.mark.parametrize("place", [0, 9, 30, 200, -200, -5])
def test_a_bent_file_is_seen_and_made_anew(full: Library, place: int) -> None:
    indexed(full)
    (file,) = files(full)
    data = bytearray(file.read_bytes())
    data[place] ^= 0x55
    file.write_bytes(data)
    check(full)
    assert missing(full) == len(TEXTS)
    indexed(full)
    assert missing(full) == 0
    assert not file.exists()
    check(full)


@pytest.mark.parametrize("keep", [0, 5, 100, 4000])
def test_a_file_cut_short_while_it_is_in_use_costs_no_hit(full: Library, keep: int) -> None:
    indexed(full)
    with closing(Search(full)) as search:
        answer = search.ask(Question("修渠"))
        (file,) = files(full)
        with file.open("rb+") as opened:
            opened.truncate(keep)
        assert sum(count for _, count in answer.counts()) == len(TEXTS)
        assert sum(count for _, count in search.ask(Question("修渠")).counts()) == len(TEXTS)


def test_what_the_seals_say_need_not_be_true(full: Library) -> None:
    indexed(full)
    for bent in ("", "[]", "{", '{"a": 1}'):
        (index_folder(full.path) / "seals.json").write_text(bent)
        check(full)


def test_a_full_disk_is_one_sentence_and_the_library_is_as_it_was(
    full: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = full.path.read_bytes()

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("core.files.os.fsync", refuse)
    with pytest.raises(Problem) as problem:
        indexed(full)
    assert problem.value.key == "write.full"
    assert "\n" not in problem.value.say("zh")
    monkeypatch.undo()
    assert [file.suffix for file in index_folder(full.path).iterdir() if "part" in file.name] == []
    assert full.path.read_bytes() == before
    check(full)


def test_a_folder_that_cannot_be_made_is_one_sentence(full: Library) -> None:
    index_folder(full.path).write_text("in the way")
    with pytest.raises(Problem):
        indexed(full)
    check(full)


def test_a_speech_that_is_not_what_its_digest_says_is_read_from_the_library(full: Library) -> None:
    digest = full.documents()[0].digest
    full.db.execute("UPDATE texts SET text = '修渠换了一篇' WHERE digest = ?", [digest])
    full.db.conn.commit()
    indexed(full)
    texts = [*TEXTS[:-1], "修渠换了一篇"]
    check(full, texts)


def test_texts_that_the_library_let_go_are_not_found_and_leave_the_index(full: Library) -> None:
    indexed(full)
    gone = [row.digest for row in full.documents()][:100]
    full.db.execute(f"DELETE FROM documents WHERE digest IN ({','.join('?' * len(gone))})", gone)
    full.db.conn.commit()
    check(full, TEXTS[:50])
    fill(full, ["又一次会议\n"])
    indexed(full)
    with indexer(full) as each:
        each.missing()
        assert sum(map(len, each._shelf.segments.values())) == 51
    check(full, [*TEXTS[:50], "又一次会议\n"])


def test_a_library_that_cannot_be_written_beside_is_searched(full: Library) -> None:
    check(full)
    assert not index_folder(full.path).exists()
    assert Change() == full.news()


def test_the_table_leaves_out_most_texts_that_have_not_the_words() -> None:
    texts = [chr(0x4E00 + 7 * n) * 2 + chr(0x5000 + n) for n in range(FEW)]
    table = grams.table([grams.rows_of(text) for text in texts])
    width = grams.width(FEW)
    for number, text in enumerate(texts):
        bits = (1 << FEW) - 1
        for row in grams.rows_wanted(text):
            bits &= int.from_bytes(table[row * width : (row + 1) * width], "little")
        assert bits >> number & 1
        assert bits.bit_count() < FEW / 8


def test_a_search_does_not_wait_for_somebody_who_writes_the_index(full: Library) -> None:
    with indexer(full) as one, indexer(full) as other, one._shelf.writing():
        with pytest.raises(Problem) as problem:
            other.step(patience=0)
        assert problem.value.key == "search.busy"
        check(full)
