"""The forms in which marks can be written, with their names and those of their options in the user's language."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from core.exporters import EXPORTERS
from core.exporters.format import Option
from core.templates import Template, found
from gui.form_names import form_names

translate = QCoreApplication.translate


class Form(NamedTuple):
    """A format, or a ``template``."""

    name: str
    words: str
    suffix: str
    is_text: bool
    options: tuple[Option, ...] = ()
    template: Template | None = None


def forms(language: str) -> list[Form]:
    """All there are, in the order in which they are offered: formats, then templates by their titles."""
    order = list(form_names())
    known = sorted(EXPORTERS.values(), key=lambda each: order.index(each.name) if each.name in order else len(order))
    made = [Form(each.name, form_name(each.name), each.suffix, each.is_text, each.options) for each in known]
    written = (each for each in found() if each.name not in EXPORTERS)
    return [*made, *(Form(each.name, each.titles[language], each.suffix, True, (), each) for each in written)]


def form_name(exporter: str) -> str:
    """What an exporter is called; one that is not listed goes by its own name."""
    return form_names().get(exporter, exporter)


def option_words(option: Option) -> str:
    """What an option is called."""
    names = {
        "by": translate("exporting", "Grouped by"),
        "title": translate("exporting", "Title"),
        "theme": translate("exporting", "Theme"),
        "text": translate("exporting", "With the whole text"),
        "front": translate("exporting", "With what stands above the title"),
        "bom": translate("exporting", "With a byte order mark, for Excel and WPS"),
    }
    return names.get(option.name, option.name)


def value_words(value: str) -> str:
    """What one of an option's values is called."""
    names = {
        "tag": translate("exporting", "Tag"),
        "heading": translate("exporting", "Heading"),
        "system": translate("exporting", "As the system has it"),
        "light": translate("exporting", "Light"),
        "dark": translate("exporting", "Dark"),
    }
    return names.get(value, value)
