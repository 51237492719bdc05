"""A picture of the window from the command line, on a machine without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from core.library import Library
from core.marks import mark
from core.model import Change, Span
from core.readers import read
from gui.theme import theme
from tests.conftest import ROOT
from tests.gui.desk import speech_file
from tests.gui.pixels import colours

LOOK = theme("light")


def picture(*words: object) -> subprocess.CompletedProcess[str]:
    """``python -m gui`` with some words, in an environment that knows of no screen."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "gui", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8")


def column(image: QImage) -> QRect:
    """Where the text stands in a picture of the usual size, the head of the window left out."""
    return QRect(290, 60, 660, image.height() - 110)


def test_a_picture_shows_text_tree_and_marks_in_the_size_that_was_asked_for(tmp_path: Path, seed_path: Path) -> None:
    target, library = tmp_path / "图.png", tmp_path / "new folder" / "library.sqlite"
    speech = read(seed_path)
    with closing(Library(library)) as held:
        held.add(speech)
        one, two = list(held.tags().values())[:2]
        begins = next(each.heading.start for each in speech.walk() if each.kind == "preamble")
        for id_, start, tag in (("a", begins, one), ("b", begins + 30, two)):
            made = mark(speech, Span(start, start + 20), [tag.id], id=id_, now="2026-01-05T08:30:00Z")
            held.apply(Change({id_: made}))
    done = picture("--screenshot", target, "--library", library, "--theme", "light", seed_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1280, 800)
    text, tree = colours(image, column(image)), colours(image, QRect(0, 70, 250, 700))
    assert {LOOK.page.lower(), LOOK.tag(one.colour), LOOK.tag(two.colour)} <= text
    assert len(text) > 50
    assert {LOOK.panel.lower(), LOOK.selection.lower()} <= tree
    assert len(tree) > 50
    cards = colours(image, QRect(1000, 200, 270, 250))
    assert {LOOK.tag(one.colour), LOOK.tag(two.colour), LOOK.field.lower()} <= cards


def test_a_picture_can_show_any_place_theme_size_and_language(tmp_path: Path, seed_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    top, middle = tmp_path / "top.png", tmp_path / "middle.png"
    shared = ("--library", library, "--theme", "dark", "--language", "zh", "--size", "1000x700", seed_path)
    for target, words in ((top, ()), (middle, ("--at", 6321))):
        done = picture("--screenshot", target, *words, *shared)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    images = [QImage(str(target)) for target in (top, middle)]
    assert {(image.width(), image.height()) for image in images} == {(1000, 700)}
    assert images[0] != images[1]
    for image in images:
        assert theme("dark").page.lower() in colours(image)
        assert len(colours(image, QRect(280, 60, 400, 580))) > 50
    with closing(Library(library)) as held:
        assert [row.digest for row in held.documents()] == [read(seed_path).digest]


@pytest.mark.parametrize(
    ("speech", "target", "words"),
    [
        ("没有.txt", "picture.png", "There is no file “{speech}”. Check its name and place."),
        (
            "speech.txt",
            "gone/picture.png",
            "The picture “{target}” could not be written. Check that its folder exists and is writable, "
            "and that its name ends in .png.",
        ),
    ],
)
def test_a_picture_that_cannot_be_made_gets_one_sentence(tmp_path: Path, speech: str, target: str, words: str) -> None:
    speech_file(tmp_path)
    place, out = tmp_path / speech, tmp_path / target
    done = picture("--screenshot", out, "--library", tmp_path / "library.sqlite", "--language", "en", place)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == words.format(speech=place, target=out) + "\n"
    assert not out.exists()


def test_without_a_speech_the_welcome_page_is_shown(tmp_path: Path) -> None:
    done = picture(
        "--screenshot", tmp_path / "welcome.png", "--library", tmp_path / "library.sqlite", "--theme", "light"
    )
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(tmp_path / "welcome.png"))
    assert (image.width(), image.height()) == (1280, 800)
    assert {LOOK.page.lower(), LOOK.accent.lower()} <= colours(image)
