"""Files that are broken or hostile are refused in one sentence; what is half sound is taken as far as it goes."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from core.backups import listed
from core.importers import arriving
from core.importing import prepared
from core.library import Library
from core.problem import Problem
from tests.core.exporters.test_exporters import REFERENCE
from tests.core.importers.test_foreign_files import packed
from tests.core.importers.test_importing import DOCUMENT, TEXT, Take, file, made, only
from tests.core.importers.test_importing import library as library
from tests.core.importers.test_importing import take as take
from tests.core.readers import bent
from tests.core.readers.packed import paragraph, word


def _json(**changes: object) -> bytes:
    whole = json.loads(file("json", made("赵𫖯")))
    return json.dumps({**whole, **changes}).encode()


def _mark(**changes: object) -> bytes:
    whole = json.loads(file("json", made("赵𫖯")))
    whole["annotations"][0] |= changes
    return json.dumps(whole).encode()


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
PROJECT = '<Project xmlns="urn:QDA-XML:project:1.0" name="x">'
DEEP = [{"id": f"{n}", "name": "x", "parent": f"{n + 1}"} for n in range(5000)]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "import.foreign"),
        (b"\x00\xff\xfe", "import.foreign"),
        (b"[" * 100_000, "import.broken"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "import.broken"),
        (_json()[:-40], "import.broken"),
        (b"[1, 2]", "import.foreign"),
        (TEXT.encode(), "import.foreign"),
        (_json(version=2), "import.newer"),
        (_json(version="1"), "import.foreign"),
        (_json(tags=DEEP), "file.too_big"),
        (b'{"annotations": [1]}', "import.foreign"),
        (file("w3c", made("赵𫖯")), "import.into"),
        (file("hypothesis", made("赵𫖯")), "import.into"),
        (b"PK\x03\x04 project.qde", "file.damaged"),
        (packed({"project.qde": "<Project"}), "file.damaged"),
        (packed({"project.qde": "<x/>"}), "file.damaged"),
        (packed({"project.qde": f"{BOMB}{PROJECT}&b;</Project>"}), "file.damaged"),
        (packed({"project.qde": f"{PROJECT}{'<Sources/>' * 30_000_0}</Project>"}), "import.foreign"),
        (packed({"project.qde": f"{PROJECT}{' ' * (100 << 20)}</Project>"}), "file.too_big"),
        (f"{BOMB}<CodeBook xmlns='urn:QDA-XML:codebook:1.0'>&b;</CodeBook>".encode(), "file.damaged"),
        (b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', "import.foreign"),
        (file("refi-qda", made("赵𫖯"))[:-200], "file.damaged"),
        (word(paragraph("修渠。")), "import.no_comments"),
        (b'{"format": "piyue-tags", "version": 1, "tags": 3}', "tagset.foreign"),
    ],
)
def test_a_bad_file_is_said_in_one_sentence_and_nothing_is_written(
    library: Library, take: Take, data: bytes, key: str
) -> None:
    before = list(library.tags())
    with pytest.raises(Problem) as problem:
        take(data)
    assert problem.value.key == key
    assert (library.documents(), list(library.tags()), library.steps(), listed(library.path)) == ([], before, [], [])


@pytest.mark.parametrize(
    "changes",
    [
        {"start": -1},
        {"start": True},
        {"start": "15"},
        {"start": 1e300},
        {"stop": 10**30},
        {"start": 20, "stop": 10},
        {"tags": [1, None, {}, "gone"]},
        {"tags": "x"},
        {"note": 7, "stars": 99, "colour": "red", "state": "?", "creator": [], "created": "gestern", "modified": 5},
        {"note": "\ud800\0x"},
    ],
)
def test_a_mark_that_is_not_as_it_should_be_is_taken_as_far_as_it_goes(
    library: Library, take: Take, changes: dict[str, object]
) -> None:
    take(_mark(**changes))
    found = only(library)
    assert found.quote == "赵𫖯"
    assert found.span is None or TEXT[found.span.start : found.span.stop] == "赵𫖯"
    assert found.tags == ()
    assert not take(_mark(**changes)).change


STRANGE = (None, True, [], {}, "x", "\ud800", -1, 10**30, 1e300, ["x", None], {"type": "Annotation"})


def twisted(value: object, chance: Random) -> object:
    """A value of JSON with here and there something else in its place, or nothing."""
    if chance.random() < 0.03:
        return chance.choice(STRANGE)
    if isinstance(value, dict):
        return {key: twisted(each, chance) for key, each in value.items() if chance.random() > 0.01}
    return [twisted(each, chance) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", ["notebook.json", "notebook.jsonld", "notebook.hypothesis.json", "notebook.qdc"])
def test_a_bent_file_is_read_or_refused(library: Library, name: str) -> None:
    whole = (REFERENCE / name).read_bytes()
    library.add(DOCUMENT)
    refused = 0
    for seed in range(60):
        chance = Random(seed)
        twist = "json" in name and seed % 2
        data = json.dumps(twisted(json.loads(whole), chance)).encode() if twist else bent(whole, seed, 1 + seed % 6)
        try:
            library.apply(prepared(library, arriving(data, Path("x")), "x", DOCUMENT, "zh").change)
        except Problem:
            refused += 1
    assert 0 < refused < 60, "some are read, some refused"
