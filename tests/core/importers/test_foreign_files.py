"""Files as other programs write them."""

from __future__ import annotations

import io
import json
import zipfile

from core.guids import guid
from core.library import Library
from tests.core.importers.test_importing import DOCUMENT, TEXT, Take, only
from tests.core.importers.test_importing import library as library
from tests.core.importers.test_importing import take as take
from tests.core.readers.packed import paragraph, run, word


def test_a_project_with_marks_of_its_own_is_read(library: Library, take: Take) -> None:
    """As another program writes it: a byte order mark, CRLF, braces, a note beside, no times."""
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    start = text.index("赵𫖯")
    ids = {each: guid(each, "test") for each in "SPCKN"}
    qde = (
        '<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes>'
        f'<Code guid="{{{ids["C"].upper()}}}" name="人" isCodable="true" color="#F00"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="{ids["S"]}" name="修渠" plainTextPath="internal://{ids["S"]}.txt">'
        f'<PlainTextSelection guid="{ids["P"]}" startPosition="{start - 1}" endPosition="{start + 1}">'
        f'<Coding guid="{ids["K"]}"><CodeRef targetGUID="{ids["C"]}"/></Coding><NoteRef targetGUID="{ids["N"]}"/>'
        f"</PlainTextSelection></TextSource></Sources><Notes>"
        f'<Note guid="{ids["N"]}"><PlainTextContent>记</PlainTextContent></Note></Notes></Project>'
    )
    # Positions count without the mark.
    assert take(packed({"project.qde": qde, f"Sources/{ids['S']}.txt": text})).added == 1
    found = only(library)
    assert (found.quote, found.note, found.id) == ("赵𫖯", "记", ids["P"])
    tag = library.tags()[found.tags[0]]
    assert (tag.name, tag.colour) == ("人", "#ff0000")


def packed(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def commented() -> bytes:
    start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    lines = [run(line) for line in TEXT.split("\n") if line]
    lines[3] = start + lines[3] + end + '<w:r><w:commentReference w:id="1"/></w:r>'
    said = f'<w:comment w:id="1" w:author="乙" w:date="2026-01-05T16:30:00Z"><w:p>{run("核对")}</w:p></w:comment>'
    return word("".join(map(paragraph, lines)), comments=said)


def test_comments_of_a_word_file_come_onto_the_speech(library: Library, take: Take) -> None:
    assert take(commented(), DOCUMENT).added == 1
    found = only(library)
    assert (found.quote, found.note, found.creator) == ("老渠漏水，是各村反映最多的问题。", "核对", "乙")
    assert found.span
    assert TEXT[found.span.start : found.span.stop] == found.quote
    assert not take(commented(), DOCUMENT).change


def test_a_web_annotation_of_another_program_is_read(library: Library, take: Take) -> None:
    item = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "motivation": "tagging",
        "created": "2026-01-05T16:30:00+08:00",
        "body": ["水利/渠", {"type": "TextualBody", "value": "记", "purpose": "commenting"}],
        "target": {
            "source": "http://example.org/page",
            "selector": {
                "type": "RangeSelector",
                "refinedBy": {
                    "type": "TextQuoteSelector",
                    "exact": "老渠漏水",
                    "prefix": "回家。",
                    "suffix": "，是各村",
                },
            },
        },
    }
    assert take(json.dumps([item]).encode(), DOCUMENT).added == 1
    found = only(library)
    assert (found.quote, found.note, found.created) == ("老渠漏水", "记", "2026-01-05T08:30:00Z")
    tag = library.tags()[found.tags[0]]
    assert (tag.name, library.tags()[tag.parent or ""].name) == ("渠", "水利")
