"""The window speaks Chinese and English, plural forms included."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from gui import actions
from gui.language import LANGUAGES, Translation, resolve

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def translation() -> Iterator[Translation]:
    made, locale = Translation(), QLocale()
    yield made
    for translator in made._installed:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(locale)


def say(context: str, words: str, count: int = -1) -> str:
    return QCoreApplication.translate(context, words, None, count)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("chosen", "system", "language"),
    [
        ("zh", "en_GB", "zh"),
        ("en", "zh_CN", "en"),
        ("system", "zh_CN", "zh"),
        ("system", "zh_TW", "zh"),
        ("system", "en_US", "en"),
        ("system", "fr_FR", "en"),
        ("", "zh_CN", "zh"),
        ("klingon", "de_DE", "en"),
    ],
)
def test_the_language_is_the_one_chosen_else_the_system_s(
    monkeypatch: pytest.MonkeyPatch, chosen: str, system: str, language: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert resolve(chosen) == language


def test_a_language_takes_the_place_of_the_other(translation: Translation) -> None:
    shown = []
    for language in ("zh", "en", "zh"):
        translation.use(language)
        shown.append((say("MarkPanel", "Marks"), actions.menus()["file"], QLocale().language()))
    chinese, english = ("批注", "文件", QLocale.Language.Chinese), ("Marks", "File", QLocale.Language.English)
    assert shown == [chinese, english, chinese]


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("en", 0, "0 marks"),
        ("en", 1, "1 mark"),
        ("en", 2, "2 marks"),
        ("zh", 1, "1 条批注"),
        ("zh", 12, "12 条批注"),
    ],
)
def test_numbers_take_their_form(translation: Translation, language: str, count: int, words: str) -> None:
    translation.use(language)
    assert say("StatusBar", "%n mark(s)", count) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_words_of_its_own(translation: Translation, language: str) -> None:
    translation.use(language)
    words = [row.words for row in actions.rows()]
    assert len(set(words)) == len(words)
    assert all(word.isascii() == (language == "en") for word in (each.rstrip("…") for each in words))


def test_qt_s_own_words_are_chinese_too(translation: Translation) -> None:
    translation.use("zh")
    assert say("QPlatformTheme", "Cancel") == "取消"
