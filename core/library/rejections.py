"""Suggestions that a reader turned down: they are not offered again, nor in later versions of the speech."""

from __future__ import annotations

from collections.abc import Iterable

from core.library.connection import EACH, Connection, array

_REJECTED = """
    WITH RECURSIVE versions (digest) AS (
        SELECT ?1 UNION SELECT former FROM documents JOIN versions USING (digest) WHERE former IS NOT NULL)
    SELECT suggestion FROM rejections WHERE document IN (SELECT digest FROM versions)"""
_REJECT = "INSERT OR IGNORE INTO rejections (document, suggestion, time) SELECT ?1, value, ?2 FROM json_each(?3)"


class Rejections(Connection):
    """Keeps the keys of suggestions (see ``core.lens.suggestions``) that were turned down."""

    def rejected(self, digest: str) -> frozenset[str]:
        """What was turned down in a speech and in its former versions."""
        return frozenset(key for (key,) in self._read(_REJECTED, digest))

    def reject(self, digest: str, keys: Iterable[str]) -> None:
        """Keep that suggestions are turned down. Raises Problem where that cannot be written."""
        with self._writing():
            self._execute(_REJECT, digest, self.now(), array(keys))

    def offer_again(self, digest: str, keys: Iterable[str]) -> None:
        """Forget that suggestions were turned down. Raises Problem where that cannot be written."""
        with self._writing():
            self._execute(f"DELETE FROM rejections WHERE document = ? AND suggestion IN {EACH}", digest, array(keys))
