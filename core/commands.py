"""What the subcommands do. Each is given the call's words and returns what goes to standard output."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from core.files import place_of
from core.model import Annotation, Change, Document, Notebook, Section, Span, Tag
from core.problem import Problem, say
from core.readers import build, read_text, reading
from core.text import digest

if TYPE_CHECKING:
    from core.backups import Backup
    from core.library import Library
    from core.readers.format import Reading

AROUND = 12
"""Code points shown on either side of a place where a quote was found."""

WIDEST = 40
"""Code points of a block that the outline shows."""


def show_outline(options: Namespace) -> str:
    document = _corrected(options)
    if options.json:
        from core.records import document_record, node_records

        return _json({"document": document_record(document), "nodes": node_records(document.sections)})
    if options.to:
        from core.outline_forms import FORMS

        return FORMS[options.to](document.title, document.sections)
    width = len(f"{len(document.text):,}")
    rows = [
        f"{len(section.scope):>{width},}  {'  ' * depth}{_shown(section, options.language)}\n"
        for section, depth in _tree(document.sections, 0)
    ]
    return "".join([f"{len(document.text):>{width},}  {document.title}\n", *rows])


def print_text(options: Namespace) -> str:
    return read_text(options.file)


def annotate(options: Namespace) -> str:
    from core.marks import mark

    said = reading(options.file)
    span = _place(said.text, options.quote, options.span, options.nth)
    with _library(options) as library:
        document = _brought_up(library, said, options.file, options.language)
        ids, made = _tags(library, dict.fromkeys(options.tags))
        annotation = mark(document, span, ids, options.note, id=library.new_id(), now=library.now())
        library.add(document)
        library.apply(Change({annotation.id: annotation}, made), say("step.mark", options.language))
    return f"{annotation.id}\n"


def list_annotations(options: Namespace) -> str:
    with _library(options) as library:
        found = [
            _record(notebook, annotation) if options.json else _line(notebook, annotation)
            for notebook in _notebooks(library, options.file, options.language)
            for annotation in notebook.annotations
        ]
    return _json(found) if options.json else "".join(map(str, found))


def export(options: Namespace) -> str:
    from core.files import keep_off, write_whole

    with _library(options) as library:
        if options.output is not None:
            keep_off(options.output, _kept(library, options))
        written = _exported(library, options)
    if options.output is None:
        if isinstance(written, bytes):
            raise Problem("export.binary", format=options.to)
        return written
    write_whole(options.output, written)
    return ""


def _kept(library: Library, options: Namespace) -> Iterator[tuple[Path, str]]:
    """What an export is never written over: the library with the files beside it, and the speeches themselves."""
    from core.opening import files_of

    yield from ((file, "write.library") for file in files_of(library.path))
    yield from ((row.source, "write.source") for row in library.documents() if row.source)
    if options.file:
        yield Path(options.file), "write.source"


def back_up(options: Namespace) -> str:
    from core import backups
    from core.clock import now
    from core.opening import LEAST

    path = _place_of(options)
    if not path.is_file() or path.stat().st_size < LEAST:
        raise Problem("file.missing", path=path)
    return str(backups.back_up(path, now(), "hand")) + "\n"


def restore(options: Namespace) -> str:
    from core import backups
    from core.clock import now
    from core.library import Library

    path = _place_of(options)
    copies = backups.listed(path)
    if options.name is None:
        if not copies:
            raise Problem("backup.none", folder=backups.backup_folder(path))
        return "".join(_copy_line(copy, path, options.language) for copy in copies)
    chosen = next((copy.path for copy in copies if options.name in (copy.path.name, str(copy.path))), None)
    if chosen is None:
        raise Problem("backup.unknown", name=options.name)
    try:
        with Library(path) as library:
            kept = backups.put_back(library, chosen)
    except Problem as problem:
        if problem.key not in backups.BEYOND:
            raise
        kept = backups.put_in_place(path, chosen, now())
    if kept is None:
        return say("restore.fresh", options.language, name=chosen.name) + "\n"
    return say("restore.done", options.language, name=chosen.name, kept=kept) + "\n"


def _copy_line(copy: Backup, path: Path, language: str) -> str:
    from core import backups

    time, size = f"{copy.time:%Y-%m-%d %H:%M} UTC", f"{copy.size / 1e6:.1f} MB"
    try:
        what = backups.contents(copy.path, path)
    except Problem:
        return f"{copy.path.name}\t{time}\t{size}\t{say('restore.unreadable', language)}\n"
    row = say(
        "restore.row", language, name=copy.path.name, time=time, size=size, speeches=what.speeches, marks=what.marks
    )
    return row + "\n"


def repair(options: Namespace) -> str:
    from core.repair import repair

    return repair(_place_of(options)).say(options.language) + "\n"


def add_files(options: Namespace) -> str:
    from core.adding import add

    told: list[str] = []
    failed = 0
    with _library(options) as library:
        for each in add(library, options.files):
            if each.document is not None:
                told.append(f"{each.document.digest[:12]}  {each.document.title}\n")
            elif each.problem is not None:
                failed += 1
                sys.stderr.write(f"{each.problem.say(options.language)}\n")
        _index(library, options.language)
    if failed:
        sys.stdout.write("".join(told))
        raise Problem("add.failed", failed=failed, added=len(told))
    return "".join(told)


def _index(library: Library, language: str) -> None:
    """Take what is new into the index of the search. That this fails is told, and is no failure of what was done."""
    from core.search.command import index

    try:
        index(library)
    except Problem as problem:
        sys.stderr.write(f"{problem.say(language)}\n")


def search(options: Namespace) -> str:
    from core.search.command import ask

    with _library(options) as library:
        ask(library, options)
    return ""


def _exported(library: Library, options: Namespace) -> str | bytes:
    if options.to == "tags":
        from core.tagsets import written

        return written(library.tags())
    from core.exporters import EXPORTERS
    from core.exporters.format import options_from

    notebooks = _notebooks(library, options.file, options.language)
    if options.to not in EXPORTERS:
        for word in options.settings:
            raise Problem("export.no_options", option=word, format=options.to)
        return _by_template(options.to, notebooks, options.all)
    exporter = EXPORTERS[options.to]
    return exporter.written(notebooks if options.all else next(notebooks), options_from(exporter, options.settings))


def _by_template(name: str, notebooks: Iterator[Notebook], many: bool) -> str:
    """What a template makes of a speech, or of all that have marks."""
    from core.clock import today
    from core.templates import found, render

    template = next(each for each in found() if each.name == name)
    chosen = [notebook for notebook in notebooks if notebook.annotations or not many]
    return render(template, chosen, today=today())


def import_(options: Namespace) -> str:
    from core.importing import arrived, carry_out, prepared

    arrival = arrived(options.file)
    with _library(options) as library:
        into = _brought_up(library, reading(options.into), options.into, options.language) if options.into else None
        made = prepared(library, arrival, options.file, into, options.language)
        carry_out(library, made)
    return made.say(options.language) + "\n"


def show_agreement(options: Namespace) -> str:
    from core.agreement_forms import compared, record, table

    with _library(options) as library:
        notebook = next(_notebooks(library, options.file, options.language))
    found = compared(notebook, tuple(options.readers) if options.readers else None)
    return _json(record(found)) if options.json else table(found, options.language)


RUN: dict[str, Callable[[Namespace], str]] = {
    "outline": show_outline,
    "text": print_text,
    "annotate": annotate,
    "annotations": list_annotations,
    "export": export,
    "backup": back_up,
    "restore": restore,
    "repair": repair,
    "add": add_files,
    "search": search,
    "import": import_,
    "agreement": show_agreement,
}


def _library(options: Namespace) -> Library:
    from core.library import Library

    return Library(_place_of(options))


def _place_of(options: Namespace) -> Path:
    from core.places import library_path

    return Path(options.library).absolute() if options.library else library_path().absolute()


def _notebooks(library: Library, file: str | None, language: str) -> Iterator[Notebook]:
    """That of one file, with no annotations where the library does not have it; else all."""
    if file is None:
        yield from library.notebooks()
    else:
        document = _brought_up(library, reading(file), file, language)
        yield Notebook(document, tuple(library.annotations(document.digest).values()), library.tags())


def _corrected(options: Namespace) -> Document:
    """The speech in a file, its outline as a reader put it right, where there is a library that knows of that."""
    from core.places import library_path

    said, source = reading(options.file), place_of(options.file)
    place = Path(options.library) if options.library else library_path()
    if not place.is_file():
        return build(said, source)
    with suppress(Problem), _library(options) as library:
        return build(said, source, library.corrections(digest(said.text)).values())
    return build(said, source)


def _brought_up(library: Library, said: Reading, file: str, language: str) -> Document:
    """The speech in a file. Where another version of it lay there, its marks come along to this one."""
    text, source = said.text, place_of(file)
    name = digest(text)
    former = library.version_at(source, name)
    old = library.document(former) if former else None
    if old is not None and not library.read_only:
        from core.likeness import SAME_PLACE, likeness, sketch
        from core.versions import replaced

        if likeness(sketch(old.text), sketch(text)) >= SAME_PLACE:
            marks, right = library.annotations(old.digest).values(), library.corrections(old.digest).values()
            library.add(build(said, source), old.digest)
            library.apply(replaced(old, text, name, marks, right).change, say("step.replaced", language))
    return build(said, source, library.corrections(name).values())


def _tree(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[Section, int]]:
    """What an outline shows: all but ordinary paragraphs that hold nothing."""
    for section in sections:
        if section.kind != "paragraph" or section.children:
            yield section, depth
            yield from _tree(section.children, depth + 1)


def _shown(section: Section, language: str) -> str:
    line = " ".join((section.label + section.title).split())
    if section.is_heading:
        return line
    line = line if len(line) <= WIDEST else f"{line[:WIDEST]}…"
    return f"〔{say(f'kind.{section.kind}', language)}〕{line}"


def _place(text: str, quote: str | None, span: Span | None, nth: int | None) -> Span:
    """The one passage that a quote, a span, or both, mean. Raises Problem where there is none or more."""
    if span and span.stop > len(text):
        raise Problem("place.outside", start=span.start, stop=span.stop, chars=len(text))
    if quote is None:
        assert span
        return span
    places = list(_find(text, quote))
    if span:
        if span not in places:
            found = text[span.start : span.stop]
            raise Problem("place.other", quote=quote, start=span.start, stop=span.stop, found=found)
        return span
    if not places:
        raise Problem("place.none", quote=quote)
    if nth and nth > len(places):
        raise Problem("place.fewer", quote=quote, nth=nth, count=len(places))
    if len(places) > 1 and not nth:
        listed = "\n".join(_listed(text, number, place) for number, place in enumerate(places, 1))
        raise Problem("place.many", quote=quote, count=len(places), places=listed)
    return places[(nth or 1) - 1]


def _find(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote)
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _listed(text: str, number: int, place: Span) -> str:
    left, right = text[max(0, place.start - AROUND) : place.start], text[place.stop : place.stop + AROUND]
    around = f"{left}【{text[place.start : place.stop]}】{right}"
    return f"  {number}  {place.start}:{place.stop}  {' '.join(around.split())}"


def _tags(library: Library, names: dict[str, None]) -> tuple[list[str], dict[str, Tag]]:
    """The ids of the tags so named, and those among them that have to be made."""
    from core.tag_tree import make

    known, made, ids = library.tags(), dict[str, Tag](), dict[str, None]()
    for name in names:
        id, new = make(name, {**known, **made}, library.new_id)
        made |= new
        ids |= {id: None}
    return list(ids), made


def _record(notebook: Notebook, annotation: Annotation) -> dict[str, object]:
    from core.records import annotation_record

    record = annotation_record(annotation)
    record |= {"tags": _names(notebook, annotation), "section": _section(notebook.document, annotation)}
    keys = ("id", "document", "start", "stop", "quote", "tags", "note", "section")
    return {key: record[key] for key in (*keys, "creator", "created", "modified", "state")}


def _line(notebook: Notebook, annotation: Annotation) -> str:
    span = annotation.span
    cells = (
        f"{span.start}:{span.stop}" if span else "-",
        "、".join(_names(notebook, annotation)),
        annotation.quote,
        annotation.note,
    )
    return "\t".join(" ".join(cell.split()) for cell in cells).rstrip() + "\n"


def _names(notebook: Notebook, annotation: Annotation) -> list[str]:
    return [notebook.tags[id].name for id in annotation.tags if id in notebook.tags]


def _section(document: Document, annotation: Annotation) -> list[str]:
    from core.heading_paths import headings_above, wording

    return [wording(section) for section in headings_above(document, annotation.span)]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
