"""What a lens works with; it knows no other part of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.model import Span
    from gui.message_bar import MessageBar
    from gui.session import Session
    from gui.settings import Settings
    from gui.tasks import Tasks
    from gui.theme import Theme
    from gui.word_process import WordProcess


@dataclass(frozen=True)
class Tools:
    """The session and all that is used beside it.

    ``find`` shows all places of some words in the text and goes to the next; ``look`` is the theme shown;
    ``folder`` is where a file is likely to be wanted; ``back`` leads to the text; ``suggest`` shows passages there,
    in order and none over another, that are no marks; ``visit`` shows a passage of any speech, by digest and title.
    """

    session: Session
    settings: Settings
    tasks: Tasks
    words: WordProcess
    messages: MessageBar
    find: Callable[[str], None]
    look: Callable[[], Theme]
    folder: Callable[[], str]
    back: Callable[[], None]
    suggest: Callable[[Sequence[Span]], None]
    visit: Callable[[str, str, Span], None]
