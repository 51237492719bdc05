"""The options of a form as fields; what was chosen is remembered for each form, what was written is not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from core.exporters.format import Option, Value
from gui.export_forms import Form, option_words, value_words
from gui.settings import Settings


class OptionFields(QWidget):
    """A box for a choice, a tick for a yes or no, a line for words."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("exportOptions")
        self._settings, self._form = settings, ""
        self._values: dict[str, Value] = {}
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(8)

    @property
    def values(self) -> dict[str, Value]:
        """What is chosen, by the options' names."""
        return dict(self._values)

    def show_form(self, form: Form) -> None:
        """Show the options of another form, as they were the last time."""
        while self._rows.rowCount():
            self._rows.removeRow(0)
        self._form, self._values = form.name, {}
        for option in form.options:
            self._values[option.name] = self._kept(option)
            self._add(option)
        self.setVisible(bool(form.options))

    def _kept(self, option: Option) -> Value:
        key = self._key(option)
        if isinstance(option.default, bool):
            return self._settings.flag(key, option.default)
        kept = self._settings.name(key, option.default) if option.values else option.default
        return kept if option.allows(kept) else option.default

    def _key(self, option: Option) -> str:
        return f"export/{self._form}/{option.name}"

    def _add(self, option: Option) -> None:
        words, value = option_words(option), self._values[option.name]
        if isinstance(value, bool):
            field: QWidget = self._tick(option, words, value)
            self._rows.addRow(field)
        else:
            field = self._choice(option, value) if option.values else self._line(option, value)
            self._rows.addRow(words, field)
        field.setObjectName(f"exportOption.{option.name}")
        field.setAccessibleName(words)

    def _tick(self, option: Option, words: str, value: bool) -> QCheckBox:
        tick = QCheckBox(words)
        tick.setChecked(value)
        tick.toggled.connect(lambda on: self._take(option, on))
        return tick

    def _choice(self, option: Option, value: str) -> QComboBox:
        box = QComboBox()
        for each in option.values:
            box.addItem(value_words(each), each)
        box.setCurrentIndex(option.values.index(value))
        box.currentIndexChanged.connect(lambda row: self._take(option, option.values[row]))
        return box

    def _line(self, option: Option, value: str) -> QLineEdit:
        line = QLineEdit(value)
        line.setPlaceholderText(self.tr("As the speech has it"))
        line.textChanged.connect(lambda words: self._take(option, words))
        return line

    def _take(self, option: Option, value: Value) -> None:
        self._values[option.name] = value
        if option.values or isinstance(value, bool):
            self._settings.keep(self._key(option), value)
        self.changed.emit()
