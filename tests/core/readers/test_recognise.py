"""A scan is recognised where tesseract is, and says so where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.problem import Problem
from core.readers import recognise as module
from core.readers.recognise import available, recognise
from tests.core.readers.printed import pages_of, pdf
from tests.core.readers.test_pdf import PARAGRAPHS

needs_tesseract = pytest.mark.skipif(
    not available(), reason="tesseract and its data for simplified Chinese are not installed"
)


def scan(tmp_path: Path, count: int = 1) -> Path:
    """Pages of text, drawn as pictures."""
    import pypdfium2 as pdfium
    from reportlab.lib.utils import ImageReader

    document = pdfium.PdfDocument(pdf(pages_of(PARAGRAPHS[:4])))
    picture = document[0].render(scale=200 / 72).to_pil().convert("L")  # type: ignore[call-arg]
    document.close()

    def draw(canvas: Any, _: int) -> None:
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)

    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf([[]] * count, draw=draw))
    return file


@needs_tesseract
def test_a_scan_is_recognised_page_by_page(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    found = recognise(scan(tmp_path), lambda done, count: told.append((done, count)))
    assert told == [(1, 1)]
    assert found.notices == ("notice.recognised",)
    assert found.pages == (0,)
    assert " " not in found.text.replace("XX ", "")


@needs_tesseract
def test_a_recognition_that_is_given_up_stops_at_once(tmp_path: Path) -> None:
    told: list[int] = []
    with pytest.raises(Problem) as problem:
        recognise(scan(tmp_path, 50), lambda done, _: told.append(done), lambda: True)
    assert problem.value.key == "file.not_recognised"
    assert told == [1]


def test_without_the_program_one_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.shutil, "which", lambda _: None)
    with pytest.raises(Problem) as problem:
        recognise(tmp_path / "scan.pdf")
    assert problem.value.key == "file.no_recognition"


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("同志们:", "同志们："),
        ("修好,再修路", "修好，再修路"),
        ("一1一", "— 1 —"),
        ("10:30", "10:30"),
        ("A, B", "A, B"),
    ],
)
def test_stops_become_chinese(seen: str, meant: str) -> None:
    assert module._chinese_stops(seen) == meant


def test_words_of_a_table_are_read() -> None:
    head = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n"
    table = head + "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t90.5\t修渠\n4\t1\t1\t1\t1\t0\t1\t2\t3\t4\t-1\t\n"
    [word] = module._words(table)
    assert (word.text, word.left, word.right, word.foot, word.sure) == ("修渠", 10, 40, 32, 90.5)
