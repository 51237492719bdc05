"""Which speech a text is a version of."""

from __future__ import annotations

from pathlib import Path

from core.library.speeches import Speeches, sketch
from core.model import DocumentRow
from core.text import legible

_IN_USE = """digest != ?1 AND NOT out AND (digest IN (SELECT document FROM annotations)
    OR digest IN (SELECT document FROM corrections))"""


class Kin(Speeches):
    """Finds the speech that a text is a version of."""

    def marked(self, digest: str) -> bool:
        """Whether a speech bears marks or corrections."""
        query = "SELECT 1 FROM annotations WHERE document = ?1 UNION SELECT 1 FROM corrections WHERE document = ?1"
        return bool(self._read(query, digest))

    def version_at(self, source: Path, digest: str) -> str | None:
        """The digest of another text that was read from this place last, and bears marks or corrections."""
        query = f"SELECT digest FROM documents WHERE {_IN_USE} AND source = ?2 ORDER BY opened DESC, rowid DESC LIMIT 1"
        rows = self._read(query, digest, legible(source))
        return rows[0][0] if rows else None

    def version_after(self, digest: str) -> str | None:
        """The digest of the text that took the place of this one."""
        query = (
            "SELECT digest FROM documents WHERE former = ?1 AND digest != ?1 ORDER BY opened DESC, rowid DESC LIMIT 1"
        )
        rows = self._read(query, digest)
        return rows[0][0] if rows else None

    def versions_like(self, text: str, digest: str) -> list[DocumentRow]:
        """The speeches that bear marks or corrections and are so like a text that they may be versions of it,
        the likest first. No text is read."""
        from core.likeness import ALIKE, likeness

        signs = sketch(text)
        rows = self._read(f"SELECT digest, sketch FROM documents WHERE {_IN_USE} AND sketch != ''", digest)
        shares = {digest: likeness(signs, other) for digest, other in rows}
        alike = [row for row in self.documents() if shares.get(row.digest, 0.0) >= ALIKE] if shares else []
        return sorted(alike, key=lambda row: -shares[row.digest])
