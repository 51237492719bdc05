"""A PDF that is damaged, closed or hostile gets one sentence, or is read as far as it goes."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.problem import Problem
from core.readers import pdf as module
from core.readers import reading
from core.readers.pdf import pages, read
from tests.core.readers.printed import Words, pages_of, pdf
from tests.core.readers.test_pdf import HERE, PARAGRAPHS, text_of


def picture(canvas: Any, _: int) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (40, 900), 200)), 50, 50, 400, 700)


PASSWORD = "secret"
WHOLE = pdf(pages_of(PARAGRAPHS[:3]))
BAD = [
    (pdf([[]], draw=picture), "file.scanned"),
    (pdf([[]]), "file.empty"),
    (pdf(pages_of(PARAGRAPHS), password=PASSWORD), "file.encrypted"),
    (WHOLE[:300], "file.damaged"),
    (b"%PDF-1.7\n" + bytes(range(256)), "file.damaged"),
    (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj"
     b"\ntrailer<</Root 1 0 R>>", "file.damaged"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "key"), BAD, ids=[f"{n} {key}" for n, (_, key) in enumerate(BAD)])
def test_what_cannot_be_read_gets_one_sentence(data: bytes, key: str, tmp_path: Path) -> None:
    file = tmp_path / "讲话.txt"
    file.write_bytes(data)
    with pytest.raises(Problem) as problem:
        reading(file)
    assert problem.value.key == key
    assert all(str(file) in problem.value.say(language) for language in ("zh", "en"))


def test_a_damaged_table_of_objects_is_no_obstacle() -> None:
    at = WHOLE.rindex(b"startxref")
    assert text_of(WHOLE[:at] + b"startxref\n99999999\n%%EOF") == PARAGRAPHS[:3]


def test_a_header_after_other_bytes_is_found(tmp_path: Path) -> None:
    file = tmp_path / "讲话.doc"
    file.write_bytes(b"X-Mailer: none\n" + WHOLE)
    assert reading(file).text.splitlines() == PARAGRAPHS[:3]


def test_huge_places_and_sizes_do_no_harm() -> None:
    far = [Words(1e7, 110, "远方"), Words(-1e6, 400, "近处", 1e-3), Words(80, 200, "巨大", 1e6)]
    found = text_of(pdf([[*pages_of(PARAGRAPHS[:3])[0], *far]]))
    assert PARAGRAPHS[1] in found


def test_a_read_that_is_given_up_ends_its_process() -> None:
    data = pdf([[Words(80, 100, "一页")]] * 300)
    begun = time.monotonic()
    found = pages(data, HERE)
    assert next(found).lines[0].text == "一页"
    found.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 20


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_changed_byte_raises_nothing_but_a_problem(data: st.DataObject) -> None:
    changed = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 30))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Problem):
        read(bytes(changed[: data.draw(st.integers(len(changed) // 2, len(changed)))]), HERE)


@pytest.mark.parametrize(
    "end", ["os.abort()", "import time; time.sleep(600)", "x = [bytearray(1 << 28) for _ in range(9)]"]
)
def test_a_process_that_dies_hangs_or_eats_memory_gets_one_sentence(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hostile.py").write_text(
        "import os\nimport core.readers.pdf_server as server\n"
        "def serve(source, sink):\n"
        "    server.PATIENCE = 1\n    server.limit(len(source.read()))\n"
        f"    server.say(sink, {{'count': 3}})\n    server.watch()\n    {end}\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(module, "SERVER", "hostile")
    with pytest.raises(Problem) as problem:
        read(WHOLE, HERE)
    assert problem.value.key == "file.damaged"
