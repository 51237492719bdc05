"""The process that searches answers in lines of JSON, the newest question first, whatever it is asked."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.library import Library
from core.search.listing import ORDERS
from tests.core.search.conftest import fill

SERVER = Path(__file__).resolve().parents[3] / "core" / "search" / "server.py"
TEXTS = [f"第{n}次会议\n（20{n:02}年1月5日）\n修渠第{n}里，{'丙乙甲'[n % 3]}队完成。\n" for n in range(10, 40)]


class Client:
    """Talks to one server as the window does."""

    def __init__(self, path: Path) -> None:
        call = [sys.executable, str(SERVER), str(path), "en"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(call, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")

    def say(self, **words: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()

    def hear(self, name: str, id: int) -> dict[str, Any]:
        """The next answer to a question that has a field of this name."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            said = json.loads(line)
            if said.get("id") == id and said.get(name):
                return said
        raise AssertionError("it said nothing more")

    def ask(self, id: int, words: str, **more: object) -> None:
        usual = {"fold": [False] * 3, "scopes": ["text"], "order": "library"}
        self.say(do="ask", id=id, words=words, **(usual | more))


@pytest.fixture
def client(library: Library) -> Iterator[Client]:
    fill(library, TEXTS)
    client = Client(library.path)
    yield client
    client.process.communicate()
    assert client.process.returncode == 0


def lines(client: Client, id: int) -> list[list[Any]]:
    count = client.hear("done", id)["lines"]
    client.say(do="lines", id=id, first=0, last=count)
    return client.hear("rows", id)["rows"]


def test_lines_are_told_below_their_speeches(client: Client) -> None:
    client.ask(1, "修渠")
    told = lines(client, 1)
    assert [line[0] for line in told] == ["head", "hit"] * len(TEXTS)
    assert told[0][2] == "第10次会议"
    client.say(do="lines", id=1, first=57, last=1000)
    assert len(client.hear("rows", 1)["rows"]) == 3


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_tells_every_hit(client: Client, order: str) -> None:
    client.ask(1, "里，", order=order)
    hits = [line for line in lines(client, 1) if line[0] == "hit"]
    assert len(hits) == len(TEXTS)
    keys = {
        "library": lambda line: line[2],
        "newest": lambda line: [-ord(c) for c in line[4]],
        "oldest": lambda line: line[4],
        "left": lambda line: line[8][::-1],
        "right": lambda line: line[10],
    }
    assert [keys[order](line) for line in hits] == sorted(keys[order](line) for line in hits)


def test_a_new_question_ends_the_one_before(client: Client) -> None:
    for id in range(1, 20):
        client.ask(id, "修渠")
    client.ask(20, "第11")
    assert client.hear("done", 20)["hits"] == 2


def test_what_is_wrong_is_told_with_its_place_and_the_next_question_is_answered(client: Client) -> None:
    client.ask(1, "修渠 与 (")
    said = client.hear("wrong", 1)
    assert said["span"] == [6, 6]
    client.ask(2, "修渠")
    assert client.hear("done", 2)["hits"] == len(TEXTS)


def test_a_table_that_cannot_be_written_is_one_sentence(client: Client, tmp_path: Path) -> None:
    client.ask(1, "修渠")
    client.hear("done", 1)
    client.say(do="table", id=1, path=str(tmp_path / "no" / "hits.csv"), lines=None)
    assert "\n" not in client.hear("problem", 1)["problem"]


def test_no_more_is_told_to_be_marked_than_can_be_marked_at_once(client: Client) -> None:
    client.ask(1, "修渠")
    client.hear("done", 1)
    client.say(do="marks", id=1, lines=[1, 3])
    assert [mark[3] for mark in client.hear("marks", 1)["marks"]] == ["修渠", "修渠"]


def test_the_index_is_brought_up_to_date_by_a_process_of_its_own(library: Library) -> None:
    fill(library, TEXTS)
    call = [sys.executable, str(SERVER), "--index", str(library.path), "en"]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert (told[0], told[-1]) == ({"done": 0, "of": len(TEXTS)}, {"done": len(TEXTS), "of": len(TEXTS)})
    assert done.stderr == ""
