"""Which code page the bytes of a rich text are in: its fonts say so, or the document, or else the bytes."""

from __future__ import annotations

_PAGES = {0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
          177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}  # fmt: skip
_CODECS = {936: "gb18030", 10000: "mac_roman", 65001: "utf-8", 54936: "gb18030", 1361: "johab", 10008: "gb18030"}
_CHINESE = (936, 950, 932, 949, 54936, 65001, 10008)


def page_of(charset: int) -> int:
    """The code page of a font's charset; 0 where the charset is the document's own."""
    return _PAGES.get(charset, 0)


def decoded(data: bytes, font: int, document: int) -> str:
    """The bytes as characters.

    Programs write Chinese in fonts that they call Western: a document's Chinese code page goes first there,
    and bytes that make sense as Chinese are Chinese where nothing is said.
    """
    if data.isascii():
        return data.decode("ascii")
    western = font not in _CHINESE
    pages = [document, font] if western and document in _CHINESE else [font or document]
    if western and document not in _CHINESE and font in (0, 1252):
        pages = [936, *pages] if _paired(data) else pages
    for page in pages:
        try:
            return data.decode(_CODECS.get(page, f"cp{page}"))
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode(_CODECS.get(pages[0], "cp1252") if pages[0] in _CHINESE else "cp1252", "replace")


def _paired(data: bytes) -> bool:
    """Whether all bytes above ASCII are pairs of GBK's two most frequent rows: Western text has single ones."""
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            at += 1
            continue
        pair = data[at : at + 2]
        if len(pair) < 2 or not (0xA1 <= pair[0] <= 0xF7 and pair[1] >= 0xA1):
            return False
        at += 2
    return True
