"""The comments of a Word file: what a colleague wrote beside the speech. Highlights alone are no comments."""

from __future__ import annotations

from pathlib import Path

from core.importers.format import Arrival, Importer, Speech
from core.marks import remarked
from core.model import Document
from core.problem import Problem
from core.readers.docx import DOCX
from core.text import digest


def _read(data: bytes, path: Path) -> Arrival:
    said = DOCX.read(data, path)
    said_of_it = [each for each in said.remarks if each.note]
    if not said_of_it:
        raise Problem("import.no_comments", path=path)
    document = Document(digest(said.text), "", "", "", "", said.text, ())
    marks = remarked(document, said_of_it, "").annotations.values()
    return Arrival((Speech(tuple(mark for mark in marks if mark), document.digest, said.text),), comments=True)


WORD = Importer("docx", DOCX.recognises, _read, DOCX.suffixes)
