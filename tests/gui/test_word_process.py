"""Words come from a process of their own; before it is ready, and after its end, there are none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import word_process
from gui.word_process import WordProcess

LOADING = 30_000
"""Milliseconds the dictionary may take on a slow machine before the test gives up."""

SENTENCE = "河长制要落到每一段河道。"


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[WordProcess]:
    made = WordProcess()
    yield made
    made.stop()


def texts(words: WordProcess, sentence: str) -> list[str]:
    return [sentence[span.start : span.stop] for span in words.cut(sentence)]


@pytest.mark.usefixtures("patient")
def test_once_ready_a_sentence_is_cut_into_words_without_gaps(words: WordProcess, qtbot: QtBot) -> None:
    with qtbot.waitSignal(words.ready, timeout=LOADING):
        words.start()
    assert "".join(texts(words, SENTENCE)) == SENTENCE
    assert "河道" in texts(words, SENTENCE)
    assert texts(words, "赵𫖯说：😀好！")[-2:] == ["好", "！"]
    assert words.cut("") == []
    words.stop()
    assert "".join(texts(words, SENTENCE)) == SENTENCE  # what was asked once is known
    assert words.cut("另一句。") == []


def test_before_it_is_ready_there_are_no_words(words: WordProcess) -> None:
    assert words.cut(SENTENCE) == []
    words.start()
    assert words.cut(SENTENCE) == []


def test_stopped_while_it_loads_it_is_gone_and_stays_so(words: WordProcess, qtbot: QtBot) -> None:
    heard: list[bool] = []
    words.ready.connect(lambda: heard.append(True))
    words.start()
    qtbot.wait(30)
    words.stop()
    words.start()
    qtbot.wait(30)
    assert words.cut(SENTENCE) == []
    assert heard == []


def serve(monkeypatch: pytest.MonkeyPatch, path: Path, program: str) -> None:
    """Let a program of the test's stand in for the process."""
    path.write_text(program, encoding="utf-8")
    monkeypatch.setattr(word_process, "SERVER", path)


SLOW = """
import json, sys, time
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    if "慢" in asked["text"]:
        time.sleep(0.5)
    print(json.dumps({"id": asked["id"], "spans": [[0, len(asked["text"])]]}), flush=True)
"""


def test_an_answer_that_is_late_is_not_waited_for_nor_taken_for_the_next(
    words: WordProcess, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    serve(monkeypatch, tmp_path / "slow.py", SLOW)
    with qtbot.waitSignal(words.ready, timeout=LOADING):
        words.start()
    assert words.cut("慢慢来") == []
    monkeypatch.setattr(word_process, "PATIENCE", LOADING)
    assert texts(words, "快些") == ["快些"]


@pytest.mark.parametrize(
    "program",
    [
        "",
        "raise SystemExit(3)",
        "import sys\nprint('no json', flush=True)\nsys.stdin.read()",
        "import sys\nprint('{\"ready\": true}', flush=True)\nsys.stdin.readline()",
        "import sys\nprint('{\"ready\": true}\\nnonsense\\n[1]', flush=True)\nsys.stdin.read()",
    ],
    ids=["ends at once", "fails", "no json", "ends when asked", "nonsense after ready"],
)
def test_a_process_that_goes_wrong_means_no_words_and_no_harm(
    words: WordProcess, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str
) -> None:
    serve(monkeypatch, tmp_path / "wrong.py", program)
    words.start()
    qtbot.wait(200)
    assert words.cut(SENTENCE) == []
    assert words.cut(SENTENCE) == []


def test_a_process_that_cannot_be_started_means_no_words(
    words: WordProcess, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    words.start()
    qtbot.wait(50)
    assert words.cut(SENTENCE) == []


def test_pinyin_initials_come_when_they_are_known(words: WordProcess, qtbot: QtBot) -> None:
    came: list[list[str]] = []
    words.start()
    words.initials(["高质量发展", "修渠"], came.append)
    assert came == []
    qtbot.waitUntil(lambda: bool(came), timeout=20_000)
    assert came == [["gzlfz", "xq"]]
