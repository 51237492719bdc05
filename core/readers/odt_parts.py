"""An OpenDocument text by its parts: styles.xml has the named styles, content.xml its own and the text."""

from __future__ import annotations

from pathlib import Path

from core.problem import Problem
from core.readers.archive import Archive
from core.readers.format import Reading
from core.readers.odt_styles import Styles
from core.readers.odt_text import Story

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    **{f"{_OASIS}:{name}:1.0": name for name in ("office", "text", "style", "table")},
    f"{_OASIS}:drawing:1.0": "draw",
    f"{_OASIS}:xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}:svg-compatible:1.0": "svg",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_STYLES = ("office:font-face-decls", "office:styles", "office:automatic-styles")


def read(data: bytes, path: Path) -> Reading:
    """What an OpenDocument text says. Raises Problem for what is encrypted, damaged, too large or empty."""
    archive = Archive(data, path, "OpenDocument (.odt)", _PREFIXES)
    _open(archive, path)
    if "content.xml" not in archive:
        raise archive.damaged()
    styles = Styles()
    if "styles.xml" in archive:
        for style in archive.stream("styles.xml", _STYLES):
            styles.add(style)
    story, empty = Story(styles), True
    for element in archive.stream("content.xml", (*_STYLES, "office:text")):
        if not styles.add(element):
            empty = False
            story.block(element)
    if empty:
        raise archive.damaged()
    reading = story.finish()
    if not reading.text.strip():
        raise Problem("file.empty", path=path)
    return reading


def _open(archive: Archive, path: Path) -> None:
    """Raises Problem for a text behind a password."""
    if archive.holds("META-INF/manifest.xml", b"encryption-data") or "encrypted-package" in archive:
        raise Problem("file.encrypted", path=path)
