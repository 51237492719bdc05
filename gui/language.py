"""The language of the window: which one, and Qt's translators for it."""

from __future__ import annotations

import os

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gui.theme import RESOURCES

LANGUAGES = ("zh", "en")

QTS_OWN = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileSystemModel", "Size"),
)
"""Words of Qt's own file dialog that its Chinese translation lacks, or has wrong; ours has them."""


def resolve(chosen: str) -> str:
    """``zh`` or ``en``: what was chosen, else the environment's PIYUE_LANGUAGE, else what the system speaks."""
    for choice in (chosen, os.environ.get("PIYUE_LANGUAGE", "")):
        if choice in LANGUAGES:
            return choice
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


class Translation:
    """The translators installed at the moment; one call changes the language for all that is made later."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Speak ``zh`` or ``en`` from now on."""
        self.drop()
        if language == "zh":
            QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install(f"{folder}/qtbase_zh_CN.qm")
        else:
            QLocale.setDefault(QLocale(QLocale.Language.English))
        self._install(str(RESOURCES / "translations" / f"piyue_{language}.qm"))  # last: it is asked first

    def drop(self) -> None:
        """Speak the language of the source again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []

    def _install(self, path: str) -> None:
        translator = QTranslator()
        if translator.load(path):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
