"""A plain page: as many cards as the home page, the same fonts, pictures by QtSvg, no more.

``python -m tests.bench.plain_page CARDS``: the yardstick for what our own home page adds.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

ASSETS = Path(__file__).parents[2] / "assets"


class Page(QWidget):
    """A window that ends the program once it has painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing of its own, once."""
        QTimer.singleShot(0, QApplication.quit)


def picture(path: Path) -> QPixmap:
    """One backdrop, at the size of a card."""
    pixmap = QPixmap(367, 128)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(path.read_bytes())).render(painter)
    painter.end()
    return pixmap


def card(number: int, backdrop: Path) -> QFrame:
    """A card: picture, title, two lines."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    layout = QVBoxLayout(frame)
    image = QLabel()
    image.setPixmap(picture(backdrop))
    layout.addWidget(image)
    for text in (f"Scenario {number}", "Transit · 8 min · verbal", "Practises: noticing early"):
        layout.addWidget(QLabel(text))
    return frame


def main(cards: int) -> None:
    """Show the page once."""
    app = QApplication(sys.argv)
    families = [
        family
        for font in sorted((ASSETS / "fonts").rglob("*.ttf"))
        for family in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(font))
        )
    ]
    app.setFont(QFont([*families, "sans-serif"], 12))
    window = Page()
    window.resize(1280, 800)
    row = QHBoxLayout(window)
    rail = QVBoxLayout()
    for word in ("Practice", "Past runs", "Settings"):
        rail.addWidget(QPushButton(word))
    rail.addStretch()
    row.addLayout(rail)
    area, inside = QScrollArea(), QWidget()
    grid = QGridLayout(inside)
    backdrops = sorted((ASSETS / "backdrops").glob("*.svg"))
    for number in range(cards):
        grid.addWidget(card(number, backdrops[number % len(backdrops)]), number // 3, number % 3)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    row.addWidget(area)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(int(sys.argv[1]))
