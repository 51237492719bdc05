"""A whole text as a page: blocks laid out when they are looked at, estimated until then.

So a text of any length opens at once, and a jump to its end lays out what is there and no more.
All y are pixels from the top of the page, all x from the left edge of the column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict

from PySide6.QtCore import QRectF

from core.model import Span
from gui.faces import Setting
from gui.heights import Heights
from gui.laid import Laid, estimate, estimates
from gui.styles import Style, run_format, styles
from gui.typesetting import Block

CLAUSE = re.compile(r"[。！？；，、：,;!?]+[”’」』）)]*|\n[ \u3000\t\u00a0]*")
LOOK_BACK = 2000
"""Code points searched backwards for the beginning of a clause."""

KEPT = 300
"""Laid-out blocks kept at most: some twenty screens."""


class Page:
    """One text in one setting, in a column ``width`` pixels wide."""

    def __init__(self, text: str, blocks: list[Block], setting: Setting, width: int) -> None:
        self.text = text
        self.folds: dict[int, int] = {}
        self.folded: set[int] = set()
        self.bare = False
        self._opened: set[int] = set()
        self._take(blocks)
        self.reset(setting, width)

    def _take(self, blocks: list[Block]) -> None:
        """Take blocks in; adverts are folded, but those that were unfolded before."""
        unfolded = set(self.folds) - self.folded
        self._whole = blocks
        self.blocks = self._skeleton(blocks) if self.bare else blocks
        self.starts = [block.start for block in self.blocks]
        self.folds = _folds(self.blocks)
        self.folded = set(self.folds) - unfolded
        self._hidden_by = {i: head for head, last in self.folds.items() for i in range(head, last + 1)}

    def _skeleton(self, blocks: list[Block]) -> list[Block]:
        from gui.skeleton import skeleton

        return skeleton(self.text, blocks, self._opened)

    def set_blocks(self, blocks: list[Block]) -> None:
        """Set the same text by other blocks."""
        self._take(blocks)
        self.reset(self.setting, self.width)

    def set_bare(self, bare: bool) -> None:
        """Show the skeleton alone, or the whole text again."""
        self.bare = bare
        self._opened.clear()
        self.set_blocks(self._whole)

    def toggle_line(self, point: int) -> bool:
        """In the skeleton, open the paragraph over a position in place, or shut it; whether there was one to."""
        line = self.text.rfind("\n", 0, point) + 1
        fold = any(block.fold for block in self.blocks[self.block_of(line) : self.block_of(point) + 1])
        if self.bare and fold:
            self._opened ^= {line}
            self.set_blocks(self._whole)
        return self.bare and fold

    def reset(self, setting: Setting, width: int) -> None:
        """Set the text anew, in another setting or column."""
        self.setting, self.width = setting, width
        self.styles: dict[str, Style] = styles(setting)
        self._formats = {face: run_format(face, setting) for face in ("lead", "runin")}
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self._heights: Heights | None = None

    @property
    def heights(self) -> Heights:
        """Where each block stands; made when it is first asked for: a page may be given another width before."""
        if self._heights is None:
            heights = estimates(self.blocks, self.styles, self.width)
            for index in self._hidden_by:
                heights[index] = self._estimate(index)
            self._heights = Heights(heights)
        return self._heights

    @property
    def height(self) -> int:
        return self.heights.total

    @property
    def fold_height(self) -> int:
        """The height of the line that stands for folded adverts."""
        return self.setting.pitch

    def _estimate(self, index: int) -> int:
        head = self._hidden_by.get(index)
        line = self.fold_height if head == index else 0
        if head in self.folded:
            return line
        block = self.blocks[index]
        return line + estimate(block, self.styles[block.role], self.width)

    def hidden(self, index: int) -> bool:
        """Whether a block's text is folded away."""
        return self._hidden_by.get(index) in self.folded

    def text_top(self, index: int) -> int:
        """The y of a block's own text, below the fold line where it carries one."""
        return self.heights.top(index) + (self.fold_height if index in self.folds else 0)

    def laid(self, index: int) -> Laid:
        """A block, laid out; its true height takes the place of the estimate."""
        found = self._laid.get(index)
        if found is None:
            block = self.blocks[index]
            found = Laid(self.text, block, self.styles[block.role], self.width, self._formats)
            self._laid[index] = found
            if len(self._laid) > KEPT:
                self._laid.popitem(last=False)
            if not self.hidden(index):
                self.heights.set(index, found.height + (self.fold_height if index in self.folds else 0))
        else:
            self._laid.move_to_end(index)
        return found

    def settle(self, top: int, bottom: int) -> int:
        """Lay out all that lies between two heights; returns by how much what is above ``top`` grew."""
        index = self.block_at(max(0, top))
        begins, before = self.heights.top(index), self.heights[index]
        self.laid(index)
        grown = self.heights[index] - before if begins < top else 0
        bottom += max(0, grown)
        y = self.heights.top(index)
        while index < len(self.blocks) and y <= bottom:
            if not self.hidden(index):
                self.laid(index)
            y += self.heights[index]
            index += 1
        return grown

    def settle_above(self, point: int, room: int) -> None:
        """Lay out a position's block and what fills ``room`` pixels above it."""
        index = self.block_of(point)
        self.laid(index)
        while index > 0 and room > 0:
            index -= 1
            if not self.hidden(index):
                self.laid(index)
            room -= self.heights[index]

    def toggle_fold(self, head: int) -> None:
        """Fold the adverts that begin at block ``head`` away, or show them."""
        self.folded ^= {head}
        for index in range(head, self.folds[head] + 1):
            self.heights.set(index, self._estimate(index))
            self._laid.pop(index, None)

    def reveal(self, point: int) -> bool:
        """Unfold or open what hides a position; says whether anything did."""
        head = self._hidden_by.get(self.block_of(point))
        if head in self.folded:
            self.toggle_fold(head)
            return True
        block = self.blocks[self.block_of(point)]
        return point > block.stop and block.fold == "shut" and self.toggle_line(point)

    def shown(self, point: int) -> int:
        """The position itself, or where what is folded away ends."""
        head = self._hidden_by.get(self.block_of(point))
        if head not in self.folded:
            return point
        after = self.folds[head] + 1
        return self.blocks[after].first if after < len(self.blocks) else len(self.text)

    def block_of(self, point: int) -> int:
        """The block a position stands in."""
        return max(0, bisect_right(self.starts, point) - 1)

    def block_at(self, y: int) -> int:
        """The block that covers a height; a block without height is never one."""
        return self.heights.find(y)

    def caret(self, point: int) -> QRectF:
        """Where the caret stands at a position."""
        index = self.block_of(point)
        laid = self.laid(index)
        return laid.caret(point).translated(0, self.text_top(index))

    def point_at(self, x: float, y: float) -> int:
        """The position nearest to a place on the page."""
        index = self.block_at(int(y))
        if self.hidden(index):
            return self.blocks[index].first
        laid = self.laid(index)
        return laid.point_at(x, y - self.text_top(index))

    def character_at(self, x: float, y: float) -> int | None:
        """The character under a place, None beside the text."""
        index = self.block_at(int(y))
        if self.hidden(index):
            return None
        laid = self.laid(index)
        return laid.character_at(x, y - self.text_top(index))

    def fold_at(self, y: float) -> int | None:
        """The head of the folded adverts whose line covers a height."""
        index = self.block_at(int(y))
        return index if index in self.folds and 0 <= y - self.heights.top(index) < self.fold_height else None

    def sign_at(self, x: float, y: float) -> int | None:
        """A position in the paragraph whose sign (it goes on, or it was opened) covers a place."""
        index = self.block_at(int(y))
        block = self.blocks[index]
        if not block.fold or self.hidden(index):
            return None
        box = self.laid(index).sign_box().translated(0, self.text_top(index))
        return block.first if box.contains(x, y) else None

    def step(self, point: int, way: int) -> int:
        """The next position a caret may stand at, one character on (1) or back (-1)."""
        index = self.block_of(point)
        block, laid = self.blocks[index], self.laid(index)
        if way > 0:
            if point < block.stop and not self.hidden(index):
                return laid.next(max(point, block.first))
            return self._neighbour(index, 1)
        if point > block.first and not self.hidden(index):
            return laid.previous(point)
        return self._neighbour(index, -1)

    def _neighbour(self, index: int, way: int) -> int:
        """The near end of the next shown block; where there is none, the near end of the text."""
        index += way
        while 0 <= index < len(self.blocks) and self.hidden(index):
            index += way
        if index < 0 or index >= len(self.blocks):
            return 0 if way < 0 else len(self.text)
        return self.blocks[index].first if way > 0 else self.blocks[index].stop

    def clause(self, point: int, way: int) -> int:
        """The next beginning of a clause, on (1) or back (-1): after a stop, a comma, a line end."""
        if way > 0:
            found = CLAUSE.search(self.text, point)
            return found.end() if found else len(self.text)
        last = 0
        for found in CLAUSE.finditer(self.text, max(0, point - LOOK_BACK), point):
            last = found.end() if found.end() < point else last
        return last

    def line_beside(self, point: int, x: float, way: int) -> int:
        """The position at ``x`` in the line below (1) or above (-1) the one a position stands in."""
        index = self.block_of(point)
        laid = self.laid(index)
        number = laid.line_of(point) + way
        if 0 <= number < laid.lines:
            return laid.point_at(x, laid.top(number) + 1)
        index += way
        while 0 <= index < len(self.blocks) and self.hidden(index):
            index += way
        if not 0 <= index < len(self.blocks):
            return point
        laid = self.laid(index)
        return laid.point_at(x, laid.top(0 if way > 0 else laid.lines - 1) + 1)

    def line_ends(self, point: int) -> Span:
        """The line a position is shown in: its first and last position."""
        laid = self.laid(self.block_of(point))
        return Span(*laid.line_ends(laid.line_of(point)))


def _folds(made: list[Block]) -> dict[int, int]:
    """Runs of adverts, with the blanks between and after them: first block to last block."""
    found: dict[int, int] = {}
    head: int | None = None
    for index, block in enumerate(made):
        if block.role == "advert":
            head = index if head is None else head
            found[head] = index
        elif block.role != "blank":
            head = None
        elif head is not None:
            found[head] = index
    return found
