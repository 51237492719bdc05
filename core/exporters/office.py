"""Office files: parts of XML in a zip. The same parts make the same bytes whenever they are packed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

OFFICE = "http://schemas.openxmlformats.org"
RELATED = f"{OFFICE}/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every member of a zip: the first that it can have."""


class Part(NamedTuple):
    """A part of an office file: its name, what it is to the main part (a relation), its type, what is in it."""

    name: str
    relation: str
    type: str
    xml: str


def plain(text: str) -> str:
    """The text without the characters that XML cannot hold; line ends are LF."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """The text as XML has it, in an element or in an attribute."""
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def packed(main: Part, others: Sequence[Part], title: str) -> bytes:
    """The file: its main part, the parts that this is related to, and its title."""
    folder = main.name.rpartition("/")[0]
    about = Part("docProps/core.xml", "", "application/vnd.openxmlformats-package.core-properties+xml", _about(title))
    types = "".join(f'<Override PartName="/{part.name}" ContentType="{part.type}"/>' for part in (main, *others, about))
    return zipped(
        {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{OFFICE}/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": _relations(
                (f"{RELATED}/officeDocument", main.name),
                (f"{OFFICE}/package/2006/relationships/metadata/core-properties", about.name),
            ),
            f"{folder}/_rels/{main.name.rpartition('/')[2]}.rels": _relations(
                *((part.relation, part.name.removeprefix(f"{folder}/")) for part in others)
            ),
            **{part.name: HEAD + part.xml for part in (main, *others, about)},
        }
    )


def zipped(members: Mapping[str, str]) -> bytes:
    """A zip of these texts, in this order."""
    import io
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members.items():
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.compress_type, member.create_system, member.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(member, text.encode("utf-8"))
    return file.getvalue()


def _relations(*targets: tuple[str, str]) -> str:
    rows = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{OFFICE}/package/2006/relationships">{"".join(rows)}</Relationships>'


def _about(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{OFFICE}/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(' '.join(title.split()))}</dc:title><dc:creator>批阅</dc:creator></cp:coreProperties>"
    )
