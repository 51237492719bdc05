"""What a lens has found becomes marks of the current speech, in one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.clock import new_id
from core.lens.marking import Wanted, marked

if TYPE_CHECKING:
    from gui.lens.tools import Tools


def mark(tools: Tools, wanted: Sequence[Wanted], words: str) -> bool:
    """Mark passages with tags by their names; ``words`` name the step. False: nothing was to be done, or written."""
    session = tools.session
    if session.current is None:
        return False
    document, standing = session.current.document, session.current.marks.values()
    change = marked(document, wanted, session.tags, standing, ids=new_id, now=session.now(), creator=session.creator)
    return session.do(change, words)
