"""Icons: each that is named is there, and is drawn as its file says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

from trainer import paths
from trainer.method.ds import D
from trainer.ui import icons, pages
from trainer.ui.svg_path import add_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FILES = sorted(
    path for path in (paths.assets() / "icons").glob("*.svg") if "lucide" in path.read_text("utf-8")
)
SIZE = 96


def drawn_by_us(name: str) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32)
    image.fill("white")
    painter = QPainter(image)
    icons.paint(painter, name, QRectF(0, 0, SIZE, SIZE), "#000000")
    painter.end()
    return image


def drawn_by_qt(path: Path) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32)
    image.fill("white")
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    return image


def greys(image: QImage) -> bytes:
    """Every point of a picture, from black to white."""
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_is_drawn_as_qt_draws_its_file(qapp: QApplication, path: Path) -> None:
    ours, qts = greys(drawn_by_us(path.stem)), greys(drawn_by_qt(path))
    assert len(ours) == len(qts) == SIZE * SIZE
    differ = sum(abs(our - qt) > 96 for our, qt in zip(ours, qts, strict=True))
    assert differ < SIZE * SIZE * 0.004


def test_every_d_has_an_icon_of_its_own() -> None:
    names = [icons.OF_D[d] for d in D]
    assert len(set(names)) == len(names)
    assert all(not icons.shape(name).isEmpty() for name in names)


def test_the_pages_of_the_rail_have_icons() -> None:
    assert all(not icons.shape(icon).isEmpty() for _name, _words, icon in pages.RAIL)


def test_every_icon_that_the_window_names_is_there() -> None:
    """A name in the source after ``icon=`` or ``icons.paint(painter,``."""
    named = set()
    for path in (Path(icons.__file__).parent).rglob("*.py"):
        source = path.read_text("utf-8")
        named |= set(re.findall(r'icon="([a-z0-9-]+)"', source))
        named |= set(re.findall(r'icons\.(?:paint|icon)\(\s*\w+,\s*"([a-z0-9-]+)"', source))
    there = {path.stem for path in FILES}
    assert named
    assert named - there == set()


def test_a_missing_icon_draws_nothing() -> None:
    assert icons.shape("there-is-no-such-icon").isEmpty()


@pytest.mark.parametrize(
    ("data", "box"),
    [
        ("M1 2 3 4", (1, 2, 2, 2)),
        ("m1 1h4v3H0z", (0, 1, 5, 3)),
        ("M2 12a10 10 0 0 1 20 0", (2, 2, 20, 10)),
        ("M2 12a10 10 0 1020 0", (2, 12, 20, 10)),
        ("M0 0Q5 10 10 0T20 0", (0, -5, 20, 10)),
        ("M0 0C0 4 4 4 4 0S8-4 8 0", (0, -3, 8, 6)),
    ],
)
def test_the_language_of_paths(data: str, box: tuple[float, ...]) -> None:
    path = QPainterPath()
    add_path(path, data)
    bounds = path.boundingRect()
    found = (bounds.left(), bounds.top(), bounds.width(), bounds.height())
    assert found == pytest.approx(box, abs=0.01)
