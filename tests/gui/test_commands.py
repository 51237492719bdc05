"""The one undoable command: what could not be written leaves no trace on the stack."""

from __future__ import annotations

from core.model import Annotation, Change, Span
from gui.commands import Apply, UndoStack


class Notes:
    """Stands for the library: annotations by id, and whether it can be written."""

    def __init__(self) -> None:
        self.held: dict[str, Annotation] = {}
        self.locked = False

    def write(self, change: Change) -> Change | None:
        if self.locked:
            return None
        inverse = {id_: self.held.get(id_) for id_ in change.annotations}
        for id_, mark in change.annotations.items():
            if mark is None:
                self.held.pop(id_, None)
            else:
                self.held[id_] = mark
        return Change(inverse)

    @property
    def texts(self) -> dict[str, str]:
        return {id_: mark.note for id_, mark in self.held.items()}


def note(id_: str, words: str) -> Change:
    return Change({id_: Annotation(id_, "d", Span(0, 2), "河清", note=words)})


def test_a_change_is_written_undone_and_redone() -> None:
    notes, stack = Notes(), UndoStack()
    stack.push(Apply(note("a", "一"), "Mark", notes.write))
    stack.push(Apply(note("a", "二"), "Note", notes.write))
    steps = []
    for step in (stack.undo, stack.undo, stack.redo, stack.redo):
        step()
        steps.append(notes.texts)
    assert steps == [{"a": "一"}, {}, {"a": "一"}, {"a": "二"}]
    assert stack.undoText() == "Note"


def test_a_write_that_fails_leaves_no_command_on_the_stack() -> None:
    notes, stack = Notes(), UndoStack()
    stack.push(Apply(note("a", "一"), "Mark", notes.write))
    notes.locked = True
    stack.push(Apply(note("b", "二"), "Mark", notes.write))
    assert (stack.count(), stack.index(), notes.texts) == (1, 1, {"a": "一"})
    notes.locked = False
    stack.undo()
    assert (notes.texts, stack.canUndo()) == ({}, False)


def test_a_note_typed_in_one_go_is_undone_in_one_go() -> None:
    notes, stack = Notes(), UndoStack()
    stack.push(Apply(note("a", ""), "Mark", notes.write))
    for words in ("河", "河清", "河清了"):
        stack.push(Apply(note("a", words), "Note", notes.write, "a"))
    assert stack.count() == 2
    stack.undo()
    assert notes.texts == {"a": ""}
    stack.redo()
    assert notes.texts == {"a": "河清了"}


def test_notes_of_two_marks_are_undone_apart() -> None:
    notes, stack = Notes(), UndoStack()
    stack.push(Apply(note("a", "一"), "Note", notes.write, "a"))
    stack.push(Apply(note("b", "二"), "Note", notes.write, "b"))
    stack.push(Apply(note("b", "三"), "Mark", notes.write))
    stack.push(Apply(note("b", "四"), "Note", notes.write, "b"))
    assert stack.count() == 4


def test_a_note_that_could_not_be_written_changes_nothing_of_the_one_before() -> None:
    notes, stack = Notes(), UndoStack()
    stack.push(Apply(note("a", ""), "Mark", notes.write))
    stack.push(Apply(note("a", "一"), "Note", notes.write, "a"))
    notes.locked = True
    stack.push(Apply(note("a", "二"), "Note", notes.write, "a"))
    notes.locked = False
    stack.undo()
    assert notes.texts == {"a": ""}
    stack.redo()
    assert notes.texts == {"a": "一"}


def test_a_step_that_could_not_be_written_can_be_taken_later() -> None:
    notes, stack = Notes(), UndoStack()
    for id_ in ("a", "b", "c"):
        stack.push(Apply(note(id_, "记"), "Mark", notes.write))
    states = []
    for step in (stack.undo, stack.redo):
        step()
        for locked in (True, True, False):
            notes.locked = locked
            step()
            states.append((sorted(notes.texts), stack.index()))
    undone = [(["a", "b"], 2), (["a", "b"], 2), (["a"], 1)]
    redone = [(["a", "b"], 2), (["a", "b"], 2), (["a", "b", "c"], 3)]
    assert states == undone + redone


def test_with_nothing_left_to_undo_or_redo_nothing_happens() -> None:
    notes, stack = Notes(), UndoStack()
    stack.undo()
    stack.redo()
    stack.push(Apply(note("a", "记"), "Mark", notes.write))
    stack.redo()
    assert (notes.texts, stack.index()) == ({"a": "记"}, 1)
