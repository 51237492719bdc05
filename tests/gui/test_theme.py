"""Light and dark: both complete, and everything written in them can be read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from core.colour import READABLE, contrast
from core.places import RESOURCES
from core.tags import default_tags
from gui.painter import UNTAGGED
from gui.theme import Theme, apply, icon, system, theme

NAMES = ("light", "dark")
COLOURS = tuple(name for name in Theme._fields if name != "name")
INK_ON = ("window", "panel", "page", "field", "selection", "hover", "hit", "line")
SOFT_ON = ("window", "panel", "page", "field", "hover")
ACCENT_ON = ("panel", "page", "window")

PAIRS = [
    *(("ink", ground) for ground in INK_ON),
    *(("soft", ground) for ground in SOFT_ON),
    *(("accent", ground) for ground in ACCENT_ON),
    ("on_accent", "accent"),
    ("warning", "panel"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_has_every_colour_and_no_other(name: str) -> None:
    raw = json.loads((RESOURCES / "themes" / f"{name}.json").read_text(encoding="utf-8"))
    assert set(raw) == set(COLOURS)
    assert all(re.fullmatch("#[0-9A-Fa-f]{6}", colour) for colour in raw.values())
    assert theme(name).dark == (name == "dark")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_what_is_written_can_be_read(name: str, ink: str, ground: str) -> None:
    assert contrast(getattr(theme(name), ink), getattr(theme(name), ground)) >= READABLE


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("colour", [*(tag.colour for tag in default_tags()), UNTAGGED])
def test_text_on_a_band_can_be_read_and_a_rule_can_be_seen(name: str, colour: str) -> None:
    shown = theme(name)
    assert contrast(shown.ink, shown.tag(colour)) >= READABLE
    assert contrast(shown.rule(colour), shown.page) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_the_application_is_dressed_in_every_colour_it_asks_for(qapp: QApplication, name: str) -> None:
    apply(qapp, theme(name))
    sheet = qapp.styleSheet()
    assert "$" not in sheet
    assert theme(name).panel in sheet
    for picture in re.findall(r'url\("([^"]+)"\)', sheet):
        assert (RESOURCES / "icons" / picture.rpartition("/")[2]).is_file()
    assert qapp.palette().base().color() == QColor(theme(name).page)
    assert qapp.palette().text().color() == QColor(theme(name).ink)


def test_the_system_prefers_one_of_the_two(qapp: QApplication) -> None:
    assert system() in NAMES


@pytest.mark.parametrize("path", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_takes_its_colour_and_is_sharp_on_every_screen(
    qapp: QApplication, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [SimpleNamespace(devicePixelRatio=lambda: 2.5)])
    made = icon(path.stem, "#ff0000")
    assert made.pixmap(QSize(20, 20), 1.0).toImage().width() == 20
    picture = made.pixmap(QSize(20, 20), 3.0).toImage()
    assert picture.width() == 60
    seen = {picture.pixelColor(x, y).name() for x in range(60) for y in range(60) if picture.pixelColor(x, y).alpha()}
    assert seen
    if path.stem != "piyue":
        assert "#ff0000" in seen
