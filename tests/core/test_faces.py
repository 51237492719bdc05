"""Which faces are found, with fontconfig and without, and what is said where there is none."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

from core import faces
from core.faces import Face
from core.font_names import postscript_names
from core.problem import Problem


def sfnt(name: str, at: int = 0) -> bytes:
    """A font file of a table of names alone, which stands at an offset in its file."""
    said = name.encode("utf-16-be")
    table = struct.pack(">3H", 0, 1, 18) + struct.pack(">6H", 3, 1, 0x409, 6, len(said), 0) + said
    return struct.pack(">I4H", 0x00010000, 1, 0, 0, 0) + struct.pack(">4s3I", b"name", 0, at + 28, len(table)) + table


def collection(*names: str) -> bytes:
    head, start, held = b"ttcf" + struct.pack(">II", 0x00010000, len(names)), 12 + 4 * len(names), b""
    places = b""
    for name in names:
        places += struct.pack(">I", start + len(held))
        held += sfnt(name, start + len(held))
    return head + places + held


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (sfnt("SimHei"), ["SimHei"]),
        (collection("SimSun", "NSimSun"), ["SimSun", "NSimSun"]),
        (b"", []),
        (b"ttcf", []),
        (b"ttcf\0\1\0\0\xff\xff\xff\xff", []),
        (sfnt("SimHei")[:30], []),
        (b"\0\1\0\0\0\0" + bytes(20), [""]),
    ],
)
def test_names_are_read_from_a_font_and_none_from_what_is_none(tmp_path: Path, data: bytes, names: list[str]) -> None:
    (tmp_path / "a.ttf").write_bytes(data)
    assert postscript_names(tmp_path / "a.ttf") == names
    assert postscript_names(tmp_path / "gone.ttf") == []


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A system without fontconfig that keeps its faces in a folder of the test's."""
    monkeypatch.setattr(faces.shutil, "which", lambda name: None)
    monkeypatch.setattr(faces, "folders", lambda: (tmp_path,))
    return tmp_path


def test_without_fontconfig_faces_are_found_by_their_files(bare: Path) -> None:
    (bare / "simsun.ttc").write_bytes(collection("SimSun", "NSimSun"))
    (bare / "simhei.ttf").write_bytes(sfnt("SimHei"))
    (bare / "simsunb.ttf").write_bytes(sfnt("SimSun-ExtB"))
    (bare / "other.ttf").write_bytes(sfnt("Other"))
    hei = Face(bare / "simhei.ttf")
    song = Face(bare / "simsun.ttc")
    assert faces.chinese() == faces.Faces(song, hei, hei, song)
    assert list(faces.spare(0x20BB7)) == [song, Face(bare / "simsun.ttc", 1), hei, Face(bare / "simsunb.ttf")]


def test_the_faces_of_a_mac_are_told_by_their_numbers(bare: Path) -> None:
    (bare / "Supplemental").mkdir()
    songti = bare / "Supplemental" / "Songti.ttc"
    songti.write_bytes(collection("STSongti-SC-Black", "STSongti-SC-Bold", "STSongti-SC-Regular"))
    assert faces.chinese()[:2] == (Face(songti, 2), Face(songti, 1))


def test_where_there_is_none_one_sentence_says_what_to_install(bare: Path) -> None:
    (bare / "DejaVuSans.ttf").write_bytes(sfnt("DejaVuSans"))
    with pytest.raises(Problem) as raised:
        faces.chinese()
    assert raised.value.key == "faces.none"


ROWS = """NotoSerifCJKsc-Regular\t/f/serif-vf.ttc\t131074\tFalse\tFalse
NotoSerifCJKsc-Regular\t/f/serif-vf.ttc\t2\tFalse\tTrue
NotoColorEmoji\t/f/emoji.ttf\t0\tTrue\tFalse
C059-Roman\t/f/c059.pfb\t0\tFalse\tFalse
WenQuanYiZenHei\t/f/wqy.ttc\t0\tFalse\tFalse
UMingCN\t/f/uming.ttc\t3\tFalse\tFalse
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for fc-list")
def test_of_fontconfig_come_only_faces_that_a_pdf_can_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "fc-list"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{ROWS}END\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(faces.shutil, "which", lambda name: str(program))
    assert set(faces.installed()) == {"WenQuanYiZenHei", "UMingCN"}
    assert faces.chinese().song == Face(Path("/f/uming.ttc"), 3)
    assert faces.chinese().hei == Face(Path("/f/wqy.ttc"))


def test_this_machine_has_faces_that_are_there() -> None:
    assert all(face.path.is_file() for face in faces.chinese())
