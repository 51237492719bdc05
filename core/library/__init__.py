"""The library: speeches, tags and annotations in one SQLite file, on one connection of one thread.

Opening an up-to-date library and all that is done at the reading desk runs on ``sqlite3`` alone;
``Library.db`` is the same connection as a ``sqlite_utils.Database``, made when first asked for.
Each file of this package holds what the library does about one thing, with its SQL beside it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from core.library.kin import Kin
from core.library.past import Past
from core.library.rejections import Rejections
from core.library.steps import Steps

if TYPE_CHECKING:
    from core.library.intake import Intake
    from core.library.material import Material
    from core.library.shelf import Shelf


class Library(Kin, Steps, Past, Rejections):
    """One SQLite file; made, with its folder and the default tags, where there is none.

    ``now()`` and ``new_id()`` are the clock and the ids it was given, for whoever makes annotations.
    Every method raises Problem where the file cannot do what is asked. A file that may be read and
    not written is ``read_only``: everything can be read, ``add`` and ``apply`` raise Problem.
    ``patience`` is how many seconds another process that holds the file is waited for.
    """

    @cached_property
    def shelf(self) -> Shelf:
        """Lists of the speeches, for who looks through a large library; loaded when first asked for."""
        from core.library.shelf import Shelf

        return Shelf(self._connection, self._read)

    @cached_property
    def material(self) -> Material:
        """The marks of all speeches as one base; loaded when first asked for."""
        from core.library.material import Material

        return Material(self._read, self.annotations_named)

    @cached_property
    def intake(self) -> Intake:
        """The files that are to be taken in; loaded when first asked for."""
        from core.library.intake import Intake

        return Intake(self)

    @property
    def awaits_intake(self) -> bool:
        """Whether there is a list of files that are to be taken in, or of what became of them."""
        return bool(self._read("SELECT 1 FROM intake LIMIT 1"))
