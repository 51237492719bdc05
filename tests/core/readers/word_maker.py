"""Word 97 files made by hand, with pieces as one likes them: what no program at hand would write."""

from __future__ import annotations

import struct
from collections.abc import Sequence

SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with ``streams``, each of at least 4096 bytes."""
    assert all(len(data) >= 4096 for data in streams.values())
    fat: list[int] = [TABLE, END]
    body, entries = b"", b""
    for index, (name, data) in enumerate(streams.items()):
        start, count = len(fat), -(-len(data) // SECTOR)
        fat += [*range(start + 1, start + count), END]
        body += data.ljust(count * SECTOR, b"\0")
        entries += _entry(name, 2, index + 2 if index + 1 < len(streams) else FREE, FREE, start, len(data))
    assert len(fat) <= SECTOR // 4
    folder = (_entry("Root Entry", 5, FREE, 1, END, 0) + entries).ljust(SECTOR, b"\0")
    table = b"".join(struct.pack("<I", sector) for sector in fat).ljust(SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<10xII4xIIIII", 1, 1, 4096, END, 0, END, 0)
    return head + struct.pack("<I", 0).ljust(436, b"\xff") + table + folder + body


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le") + b"\0\0"
    return (
        said.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(said), kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def word(
    pieces: Sequence[str | bytes],
    order: Sequence[int] | None = None,
    stories: Sequence[int] = (),
    flags: int = 0x0200,
    version: int = 0xC1,
    before: bytes = b"",
) -> bytes:
    """A Word file whose text is ``pieces`` (bytes lie there as one byte a character), stored in ``order``."""
    main, places = bytearray(1024), [0] * len(pieces)
    for index in order or range(len(pieces)):
        piece = pieces[index]
        packed = isinstance(piece, bytes)
        places[index] = 2 * len(main) | 0x40000000 if packed else len(main)
        main += piece if packed else piece.encode("utf-16-le", "surrogatepass")
    lengths = [len(p) if isinstance(p, bytes) else len(p.encode("utf-16-le", "surrogatepass")) // 2 for p in pieces]
    starts = [sum(lengths[:index]) for index in range(len(pieces) + 1)]
    plc = struct.pack(f"<{len(starts)}I", *starts) + b"".join(struct.pack("<HIH", 0, at, 0) for at in places)
    clx = before + b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<HH6xH", main, 0, 0xA5EC, version, flags)
    counts = [*(stories or [starts[-1]]), *[0] * 8][:8]
    struct.pack_into("<8I", main, 0x4C, *counts)
    struct.pack_into("<II", main, 0x9A + 8 * 33, 0, len(clx))
    return compound({"WordDocument": bytes(main).ljust(4096, b"\0"), "1Table": clx.ljust(4096, b"\0")})
