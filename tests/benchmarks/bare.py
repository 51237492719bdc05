"""The bare script our start is compared with: a file in a plain QTextEdit, and nothing else.

It says when the text has been painted, and stays until its input ends. Called with the file.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTextEdit


class Pane(QTextEdit):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            sys.stdout.write("painted\n")
            sys.stdout.flush()
            QTimer.singleShot(0, end)


def end() -> None:
    sys.stdout.write("whole\n")
    sys.stdout.flush()
    sys.stdin.read()
    sys.stdout.write(f'{{"chars": {pane.document().characterCount()}}}\n')
    QApplication.quit()


app = QApplication(sys.argv[:1])
pane = Pane()
pane.setPlainText(Path(sys.argv[1]).read_text(encoding="utf-8"))
pane.resize(1280, 800)
pane.show()
app.exec()
