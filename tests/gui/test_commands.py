"""The one undoable command: a step that could not be written can be taken later, and steps outlive a restart."""

from __future__ import annotations

from core.model import Step
from gui.commands import UndoStack


class Record:
    """Stands for the library: which changes hold, and whether it can be written."""

    def __init__(self) -> None:
        self.held: list[int] = []
        self.locked = False

    def turn(self, number: int, back: bool) -> bool:
        if self.locked:
            return False
        self.held.remove(number) if back else self.held.append(number)
        return True


def recorded(*numbers: int) -> tuple[Record, UndoStack]:
    record = Record()
    stack = UndoStack(record.turn)
    for number in numbers:
        record.held.append(number)
        stack.add(number, f"Step {number}")
    return record, stack


def test_a_change_that_was_written_is_undone_and_redone() -> None:
    record, stack = recorded(1, 2)
    steps = []
    for step in (stack.undo, stack.undo, stack.redo, stack.redo):
        step()
        steps.append(list(record.held))
    assert steps == [[1], [], [1], [1, 2]]
    assert (stack.undoText(), stack.last) == ("Step 2", 2)


def test_a_step_that_could_not_be_written_can_be_taken_later() -> None:
    record, stack = recorded(1, 2, 3)
    states = []
    for step in (stack.undo, stack.redo):
        step()
        for locked in (True, True, False):
            record.locked = locked
            step()
            states.append((list(record.held), stack.index()))
    undone = [([1, 2], 2), ([1, 2], 2), ([1], 1)]
    redone = [([1, 2], 2), ([1, 2], 2), ([1, 2, 3], 3)]
    assert states == undone + redone


def test_with_nothing_left_to_undo_or_redo_nothing_happens() -> None:
    record, stack = recorded()
    stack.undo()
    stack.redo()
    assert (record.held, stack.index(), stack.last) == ([], 0, 0)


def test_steps_from_before_are_undone_and_redone_too() -> None:
    record, stack = recorded()
    record.held = [4, 5]
    stack.restore([Step(4, "Mark", False), Step(5, "Note", False), Step(7, "Tag", True)])
    assert record.held == [4, 5]
    assert (stack.undoText(), stack.redoText()) == ("Note", "Tag")
    stack.redo()
    stack.undo()
    stack.undo()
    assert record.held == [4]


def test_what_was_done_before_they_came_stays_on_top() -> None:
    record, stack = recorded(9)
    stack.restore([Step(4, "Mark", False), Step(9, "Step 9", False), Step(7, "Tag", True)])
    assert (stack.count(), stack.undoText(), stack.canRedo()) == (2, "Step 9", False)
    record.held = [4, 9]
    stack.undo()
    stack.undo()
    assert record.held == []
