"""W3C Web Annotation (Recommendation of 2017): a collection with one page, offsets in code points.

A tag's body is its path (``父/子``), stars are an assessing body; an orphan has its quotation only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache

from core import __version__
from core.exporters.format import Exporter
from core.guids import borne, by_path, guid
from core.marks import selector
from core.model import Annotation, Notebook
from core.records import Record

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
LANGUAGE = "zh-Hans"


def render(notebook: Notebook) -> str:
    """One speech's marks."""
    return _written(notebook.document.title, notebook.document.digest, list(_items(notebook)))


def render_all(notebooks: Iterable[Notebook]) -> str:
    """The marks of many speeches."""
    return _written("", "all", [item for notebook in notebooks for item in _items(notebook)])


def _written(label: str, name: str, items: list[Record]) -> str:
    about = {"id": _urn(name, "collection"), "type": "AnnotationCollection", "label": label or "批阅"}
    about |= {"total": len(items)}
    page = {"@context": CONTEXT, "id": _urn(name, "page"), "type": "AnnotationPage", "partOf": about}
    first = {**page, "startIndex": 0, "items": items}
    whole = {"@context": CONTEXT, **about, "first": first, "last": page["id"]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


@cache
def _urn(name: str, kind: str = "") -> str:
    return f"urn:uuid:{guid(name, kind)}"


def _items(notebook: Notebook) -> Iterator[Record]:
    paths = by_path(notebook.tags)
    for mark in notebook.annotations:
        yield _item(mark, notebook, paths)


def _item(mark: Annotation, notebook: Notebook, paths: dict[str, str]) -> Record:
    tags = borne(mark.tags, notebook.tags)
    colour = tags[0].colour if tags else mark.colour
    bodies = [_body("tagging", paths[tag.id]) for tag in tags]
    bodies += [_body("commenting", mark.note)] if mark.note else []
    bodies += [_body("assessing", str(mark.stars))] if mark.stars else []
    item: Record = {"id": f"urn:uuid:{guid(mark.id)}", "type": "Annotation"}
    item["motivation"] = list(dict.fromkeys(["highlighting", *(body["purpose"] for body in bodies)]))
    item |= {name: time for name, time in (("created", mark.created), ("modified", mark.modified)) if time}
    if mark.creator:
        item["creator"] = {"id": _urn(mark.creator, "user"), "type": "Person", "name": mark.creator}
    item["generator"] = {"id": _urn("piyue", "software"), "type": "Software", "name": f"piyue {__version__}"}
    item |= {"body": bodies} if bodies else {}
    item["target"] = _target(mark, notebook, colour)
    if colour:
        sheet = f".{_class(colour)}{{background-color:{colour}}}"
        item["stylesheet"] = {"type": "CssStylesheet", "value": sheet}
    return item


def _body(purpose: str, value: str) -> Record:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": LANGUAGE}


def _class(colour: str) -> str:
    return f"hl-{colour.lstrip('#').lower()}"


def _target(mark: Annotation, notebook: Notebook, colour: str) -> Record:
    document, span = notebook.document, mark.span
    words = selector(document.text, span) if span else (mark.quote, mark.prefix, mark.suffix)
    quote = dict(zip(("exact", "prefix", "suffix"), words, strict=True))
    selectors: list[Record] = [{"type": "TextQuoteSelector", **quote}]
    if span:
        selectors.append({"type": "TextPositionSelector", "start": span.start, "end": span.stop})
    source = {"id": f"urn:sha256:{document.digest}", "type": "Text", "format": "text/plain", "language": LANGUAGE}
    style = {"styleClass": _class(colour)} if colour else {}
    return {"source": source, **style, "selector": selectors}


W3C = Exporter("w3c", ".jsonld", render, render_all)
