"""REFI-QDA 1.5 project (.qdpx), which ATLAS.ti, MAXQDA, NVivo and QualCoder read: a zip of project.qde and sources.

Positions are code points into ``sources/GUID.txt``, which is the normalised text. A note is written as
the selection's description and as a note beside it: some programs read the one, some the other.
A mark whose passage was lost has no position, so it becomes a note of its speech.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from core.exporters.format import Exporter
from core.exporters.refi_codes import ORIGIN, codes, used_in
from core.exporters.xml_ import HEAD, element, group, words
from core.guids import borne, guid
from core.model import Annotation, Notebook, Span

NAME = 60
"""Code points of a passage in the name of its selection."""


def render(notebook: Notebook) -> bytes:
    """One speech as a project."""
    return _zipped(notebook.document.title, [notebook])


def render_all(notebooks: Iterable[Notebook]) -> bytes:
    """All speeches as one project."""
    return _zipped("批阅", list(notebooks))


def _zipped(title: str, notebooks: list[Notebook]) -> bytes:
    import zipfile

    made = io.BytesIO()
    parts = {"project.qde": _project(title, notebooks)}
    parts |= {f"sources/{_source(each)}.txt": each.document.text for each in notebooks}
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8"))  # the same time, and bytes, each time
    return made.getvalue()


def _source(notebook: Notebook) -> str:
    return guid(notebook.document.digest, "source")


def _project(title: str, notebooks: list[Notebook]) -> str:
    tags = {id: tag for each in notebooks for id, tag in each.tags.items()}
    marks = [mark for each in notebooks for mark in each.annotations]
    users = dict.fromkeys(mark.creator for mark in marks if mark.creator)
    facts = {"xmlns": "urn:QDA-XML:project:1.0", "name": title or "批阅", "origin": ORIGIN}
    facts |= {"creatingUserGUID": _user(next(iter(users), "")), "creationDateTime": max(_times(marks), default="")}
    return HEAD + element(
        "Project",
        facts,
        group("Users", (element("User", {"guid": _user(name), "name": name}) for name in users)),
        group("CodeBook", filter(None, [codes(tags, used_in(notebooks))])),
        group("Sources", map(_text_source, notebooks)),
        group("Notes", (_note(mark) for mark in marks if mark.note or not mark.span)),
    )


def _times(marks: Iterable[Annotation]) -> Iterator[str]:
    return (mark.created for mark in marks if mark.created)


def _user(name: str) -> str:
    return guid(name, "user") if name else ""


def _text_source(notebook: Notebook) -> str:
    document, name = notebook.document, _source(notebook)
    facts = {"guid": name, "name": " ".join(document.title.split()), "plainTextPath": f"internal://{name}.txt"}
    selections = (_selection(mark, mark.span, notebook) for mark in notebook.annotations if mark.span)
    lost = (_note_ref(mark) for mark in notebook.annotations if not mark.span)
    return element("TextSource", facts, "\n", *selections, *lost)


def _selection(mark: Annotation, span: Span, notebook: Notebook) -> str:
    facts = {"guid": guid(mark.id), "name": _short(notebook.document.text[span.start : span.stop])}
    facts |= {"startPosition": str(span.start), "endPosition": str(span.stop)}
    facts |= {"creatingUser": _user(mark.creator), "creationDateTime": mark.created}
    facts |= {"modifyingUser": _user(mark.creator), "modifiedDateTime": mark.modified}
    coding = [
        element(
            "Coding",
            {"guid": guid(f"{mark.id} {tag.id}", "coding")},
            element("CodeRef", {"targetGUID": guid(tag.id)}),
        )
        for tag in borne(mark.tags, notebook.tags)
    ]
    note = _note_ref(mark) if mark.note else ""
    return element("PlainTextSelection", facts, words("Description", mark.note), *coding, note)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= NAME else f"{line[:NAME]}…"


def _note_ref(mark: Annotation) -> str:
    return element("NoteRef", {"targetGUID": guid(mark.id, "note")})


def _note(mark: Annotation) -> str:
    facts = {"guid": guid(mark.id, "note"), "name": _short(mark.quote)}
    facts |= {"creatingUser": _user(mark.creator), "creationDateTime": mark.created}
    text = mark.note if mark.span else "\n".join(filter(None, [mark.quote, mark.note]))
    return element("Note", facts, words("PlainTextContent", text))


REFI_QDA = Exporter("refi-qda", ".qdpx", render, render_all, is_text=False)
