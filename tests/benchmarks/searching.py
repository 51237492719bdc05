"""One way of searching, in a process of its own: says the milliseconds of clock and processor, and the hits.

Called with the way, the library (or what the way reads), and the words: first what it takes to be ready, unmeasured,
then one search.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

PAGE = 50
"""Hits of a first page."""
Way = Callable[[str], int]


def first_page(path: str) -> Way:
    from core.library import Library
    from core.search.rows import rows
    from core.search.search import Question, Search

    search = Search(Library(path))
    search.ask(Question("书"))

    def look(words: str) -> int:
        answer, found = search.ask(Question(words)), 0
        for entry, count in answer.counts():
            if count:
                found += sum(1 for _ in rows(answer, entry))
            if found >= PAGE:
                break
        return found

    return look


def count(path: str) -> Way:
    from core.library import Library
    from core.search.search import Question, Search

    search = Search(Library(path))
    search.ask(Question("书"))
    return lambda words: sum(count for _, count in search.ask(Question(words)).counts())


def linear(path: str) -> Way:
    connection = sqlite3.connect(path)
    return lambda words: sum(text.count(words) for (text,) in connection.execute("SELECT text FROM texts"))


def trigram(path: str) -> Way:
    """SQLite's FTS5; what it finds is counted, for it tells speeches and no hits."""
    connection = sqlite3.connect(path)
    query = "SELECT text FROM speeches WHERE text MATCH ?"
    return lambda words: sum(text.count(words) for (text,) in connection.execute(query, (f'"{words}"',)))


def ripgrep(folder: str) -> Way:
    call = [shutil.which("rg") or "rg", "--count-matches", "--no-filename", "--fixed-strings", "--no-ignore"]

    def look(words: str) -> int:
        done = subprocess.run([*call, words, folder], capture_output=True, text=True, check=False)
        return sum(map(int, done.stdout.split()))

    return look


WAYS = {"first_page": first_page, "count": count, "linear": linear, "trigram": trigram, "ripgrep": ripgrep}


def processor() -> float:
    mine, others = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return (mine.ru_utime + mine.ru_stime + others.ru_utime + others.ru_stime) * 1000


if __name__ == "__main__":
    look = WAYS[sys.argv[1]](sys.argv[2])
    clock, before = perf_counter(), processor()
    hits = look(sys.argv[3])
    print(json.dumps([(perf_counter() - clock) * 1000, processor() - before, hits]))  # noqa: T201
