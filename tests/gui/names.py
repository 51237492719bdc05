"""What a widget is called: by scripts and by screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)


def within(parent: QObject, kind: type[QWidget]) -> Iterator[QWidget]:
    if isinstance(parent, kind):
        yield parent
    yield from parent.findChildren(kind)


def own(widget: QWidget) -> bool:
    """Whether a widget was made by this program: a part that Qt makes for its own widgets is named by Qt."""
    above, made_of_parts = widget.parentWidget(), (QComboBox, QAbstractSpinBox, QTabBar, QLineEdit)
    while above is not None:
        if isinstance(above, made_of_parts):
            return False
        above = above.parentWidget()
    return not widget.objectName().startswith("qt_")


def used(parent: QObject) -> list[QWidget]:
    """The widgets a person can give the focus to or press."""
    return [
        widget
        for widget in within(parent, QWidget)
        if own(widget) and (widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton))
    ]


def spoken(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def nameless(parent: QObject) -> list[str]:
    return [f"{type(w).__name__} {w.objectName()!r}" for w in used(parent) if not w.objectName() or not spoken(w)]
