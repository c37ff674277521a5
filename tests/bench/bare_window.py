"""A bare window: what any program with Qt Widgets costs until it has painted once."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """A window that ends the program once it has painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing, once."""
        QTimer.singleShot(0, QApplication.quit)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = Bare()
    window.resize(1280, 800)
    window.show()
    app.exec()
