"""What the tests of the readers share: the seed in every format, and files that are cut, bent or blown up."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.outline import parse
from core.problem import Problem
from core.readers import READERS, read_text
from core.readers.format import Reading

SAMPLES = Path(__file__).parent / "samples"
NOWHERE = Path("讲话")


def reads(data: bytes) -> Reading:
    """What the first reader that recognises the bytes makes of them."""
    return next(reader for reader in READERS if reader.recognises(data)).read(data, NOWHERE)


def reader_of(data: bytes) -> str:
    return next(reader for reader in READERS if reader.recognises(data)).name


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def headings(reading: Reading) -> list[tuple[str, str]]:
    """Label and title of each heading, found with the help of the hints."""
    nodes = [node for section in parse(reading.text, reading.hints) for node in section.walk()]
    return [(node.label, node.title) for node in nodes if node.is_heading]


def assert_is_the_seed(shared: Path, name: str) -> None:
    """The file says what the seed's text does, and its outline is the same with its hints and without."""
    folder = shared / "samples" / "seed_in_every_format"
    text = read_text(folder / "seed_utf8.txt")
    reading = reads((folder / name).read_bytes())
    assert lines(reading.text) == lines(text)
    assert len(headings(Reading(text))) == 61
    assert headings(Reading(reading.text)) == headings(reading) == headings(Reading(text))


def assert_sound(data: bytes, seconds: float = 20.0) -> Reading | None:
    """The bytes are read, or refused by one sentence, and soon; what stands beside the text lies within it."""
    began = time.process_time()
    try:
        reading = reads(data)
    except Problem as problem:
        said = [problem.say(language) for language in ("zh", "en")]
        return None if all(said) else pytest.fail(problem.key)
    assert time.process_time() - began < seconds
    for part in (*reading.hints, *reading.remarks):
        assert 0 <= part.span.start < part.span.stop <= len(reading.text)
    assert reading.text.encode("utf-8")
    return reading


def cut(data: bytes) -> Iterator[bytes]:
    """The data, ending after every twentieth part of it."""
    return (data[: len(data) * part // 20] for part in range(1, 20))


def bent(data: bytes, seed: int, changes: int = 8) -> bytes:
    """The data with a few bytes changed, doubled, moved or left out."""
    pick = random.Random(seed)
    bytes_ = bytearray(data)
    for _ in range(pick.randint(1, changes)):
        at, length = pick.randrange(len(bytes_)), pick.choice((1, 1, 2, 4, 64))
        kind = pick.randrange(4)
        if kind == 0:
            bytes_[at : at + length] = pick.randbytes(length)
        elif kind == 1:
            bytes_[at : at + length] = pick.choice((b"\xff", b"\0", b"\x7f", b"\x01")) * length
        elif kind == 2:
            bytes_[at:at] = bytes_[at : at + 16 * length]
        elif len(bytes_) > length + 1:
            del bytes_[at : at + length]
    return bytes(bytes_)


def problem_of(data: bytes) -> str:
    """The key of the sentence by which the bytes are refused."""
    with pytest.raises(Problem) as problem:
        reads(data)
    return problem.value.key
