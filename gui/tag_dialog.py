"""The dialog in which tags are managed: the tree at the left, the fields of the current tag at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Change
from core.tag_tree import children, rows
from gui.session import Session
from gui.tag_chooser import TagChooser
from gui.tag_finder import Initials, fitting
from gui.tag_form import TagForm
from gui.tag_managed_tree import ManagedTree
from gui.tag_managing import TagManaging
from gui.tag_rows import tag_of
from gui.theme import Theme


class TagDialog(QDialog):
    """Every change holds at once, in all speeches, and is undone with Ctrl+Z, here or in the window."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        initials: Initials,
        look: Theme,
        keys: Sequence[str],
        take_in: Callable[[], object],
        write: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tagDialog")
        self.setWindowTitle(self.tr("Manage tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(780, 560)
        self._session, self._initials, self._look = session, initials, look
        self.managing = TagManaging(session, self)
        self.tree, self.form, self.filter = ManagedTree(look), TagForm(keys, look), QLineEdit()
        self.filter.setObjectName("tagDialogFilter")
        self.filter.setAccessibleName(self.tr("Filter the tags"))
        self.filter.setPlaceholderText(self.tr("Filter, by pinyin initials too"))
        self.filter.setClearButtonEnabled(True)
        self._build(take_in, write)
        self._listen()
        self._fill()
        self.tree.choose(next((row.tag.id for row in rows(session.tags)), ""))
        self.tree.setFocus()

    # -- building ------------------------------------------------------------------------------

    def _build(self, take_in: Callable[[], object], write: Callable[[], object]) -> None:
        words = QLabel(self.tr("Drag a tag to its place, or move it with Alt and the arrows. Ctrl+Z undoes."))
        words.setWordWrap(True)
        words.setObjectName("tagDialogHint")
        self.merge_button = self._button("tagMerge", self.tr("Merge into…"), self.merge)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.filter)
        left.addWidget(self.tree, 1)
        right = QVBoxLayout()
        right.addWidget(self.form)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 4)
        columns.addLayout(right, 5)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (
            self._button("tagNew", self.tr("New"), self.add),
            self.merge_button,
            self._button("tagDelete", self.tr("Delete"), self.delete),
        ):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (
            self._button("tagImport", self.tr("Import…"), take_in),
            self._button("tagExport", self.tr("Export…"), write),
            self._button("tagClose", self.tr("Close"), self.accept),
        ):
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(12)
        box.addWidget(words)
        box.addLayout(columns, 1)
        box.addLayout(foot)

    def _button(self, name: str, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _listen(self) -> None:
        form, does, tree = self.form, self.managing, self.tree
        tree.currentItemChanged.connect(lambda *_: self._show())
        tree.shifted.connect(lambda way: does.shift(tree.current, way))
        tree.dropped.connect(lambda id_, parent, row: does.move(id_, parent or None, row))
        tree.deleted.connect(self.delete)
        tree.edited.connect(self._edit_name)
        form.renamed.connect(lambda name: does.rename(tree.current, name))
        form.recoloured.connect(lambda colour: does.recolour(tree.current, colour))
        form.keyed.connect(lambda key: does.give_key(tree.current, key))
        form.explained.connect(lambda hint: does.explain(tree.current, hint))
        does.refused.connect(form.say)
        self.filter.textChanged.connect(self._narrow)
        self._session.changed.connect(self._changed)
        for keys, step in (
            (QKeySequence.StandardKey.Undo, self._session.undo_stack.undo),
            (QKeySequence.StandardKey.Redo, self._session.undo_stack.redo),
        ):
            QShortcut(QKeySequence(keys), self, step)

    # -- what is shown -------------------------------------------------------------------------

    def _changed(self, change: Change) -> None:
        """What has just come, or come back, is the current one."""
        come = [id_ for id_, tag in change.tags.items() if tag is not None and id_ not in self.tree]
        self._fill()
        if len(come) == 1:
            self.tree.choose(come[0])

    def _fill(self) -> None:
        row = self.tree.currentIndex().row()
        current = self.tree.current
        self.tree.show_tags(rows(self._session.tags))
        self.tree.show_counts(self.managing.counts())
        self._narrow()
        if current not in self._session.tags:
            item = self.tree.topLevelItem(max(0, min(row, self.tree.topLevelItemCount() - 1)))
            self.tree.choose(tag_of(item).id if item is not None else "")
        self._show()

    def _show(self) -> None:
        tag = self._session.tags.get(self.tree.current)
        self.form.say("")
        self.form.show_tag(tag, self._session.tags, self.tree.count_of(tag.id) if tag else 0)
        self.merge_button.setEnabled(tag is not None and len(self._session.tags) > 1)

    def _narrow(self) -> None:
        query = self.filter.text()
        if query.strip():
            self._initials.ask(self._session.tags, self._narrow)
        fits = [tag.id for tag in fitting(query, self._session.tags, self._initials.of)] if query.strip() else None
        self.tree.narrow(fits)

    def _edit_name(self) -> None:
        self.form.name.setFocus()
        self.form.name.selectAll()

    # -- what is done --------------------------------------------------------------------------

    def add(self) -> None:
        """Make a tag beside the current one, and let its name be typed."""
        beside = self._session.tags.get(self.tree.current)
        below = children(self._session.tags)
        parent = beside.parent if beside is not None and beside not in below[None] else None
        self.filter.clear()
        if made := self.managing.add(self.tr("New tag"), parent):
            self.tree.choose(made)
            self._edit_name()

    def delete(self) -> None:
        """Delete the current tag; its marks stay, without it."""
        if self.tree.current:
            self.managing.delete(self.tree.current)
            self.tree.setFocus()

    def merge(self) -> None:
        """Ask which tag the marks of the current one are to have instead."""
        tag = self._session.tags.get(self.tree.current)
        if tag is None:
            return
        box = QDialog(self)
        box.setObjectName("tagMergeDialog")
        box.setWindowTitle(self.tr("Merge “%1” into").replace("%1", tag.name))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setFixedWidth(320)
        chooser = TagChooser(self._session.tags, self._initials, self._look, may_make=False, without=tag.id)
        chooser.left.connect(box.reject)
        chooser.taken.connect(lambda id_: (box.accept(), self.managing.merge(tag.id, id_), self.tree.choose(id_)))
        column = QVBoxLayout(box)
        column.setContentsMargins(14, 14, 14, 10)
        column.setSpacing(10)
        words = QLabel(self.tr("All marks of “%1”, in every speech, get the tag chosen here.").replace("%1", tag.name))
        words.setWordWrap(True)
        column.addWidget(words)
        column.addWidget(chooser)
        box.open()
        chooser.field.setFocus()
