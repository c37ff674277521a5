"""Backdrops and people as pixmaps: our own drawings, or pictures beside a scenario.

Drawings are rendered from ``assets/``, and only from there. All pixmaps are kept in Qt's
cache, which forgets what was not used for longest; they are kept per size and ratio of
the screen. Sizes are in logical pixels, ``ratio`` is the screen's device pixel ratio.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPixmapCache

from trainer import paths
from trainer.ui import theme
from trainer.ui.widgets.pictures import figure, own_picture
from trainer.ui.widgets.pictures.picture_layout import BOX_HEIGHT, BOX_WIDTH, HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage


BACKDROPS, FRONTS, PEOPLE, PAGES = "backdrops", "backdrops/front", "people", "pages/pictures"
"""Families of our own drawings: folders of ``assets/``."""


@lru_cache(maxsize=4)
def names(family: str) -> frozenset[str]:
    """Names of the built-in drawings of a family."""
    return frozenset(place.stem for place in (paths.assets() / family).glob("*.svg"))


def _kept(key: str, make: Callable[[], QPixmap | None]) -> QPixmap | None:
    """Give a pixmap from the cache, or make and keep it; None is not kept."""
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = make()
    if made is not None:
        QPixmapCache.insert(key, made)
    return made


def _blank(size: QSize, ratio: float) -> QPixmap:
    """Give a transparent pixmap, its pixels still counted one by one."""
    pixmap = QPixmap(QSize(round(size.width() * ratio), round(size.height() * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _render(family: str, name: str, painter: QPainter, box: QRectF) -> bool:
    # Imported late: a window without a picture does not need it.
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(paths.assets() / family / f"{name}.svg"))
    if not renderer.isValid():
        return False
    renderer.render(painter, box)
    return True


def _covering(size: QSize) -> QRectF:
    """Box of a backdrop that covers ``size`` and keeps its proportion and its middle."""
    scale = max(size.width() / WIDTH, size.height() / HEIGHT)
    box = QRectF(0, 0, WIDTH * scale, HEIGHT * scale)
    box.moveCenter(QPointF(size.width() / 2, size.height() / 2))
    return box


def _veil(painter: QPainter, pixmap: QPixmap) -> None:
    """Calm what is drawn in dark and high-contrast palettes, so that people stand out."""
    colours = theme.colours()
    if not (colours.dark or colours.contrast):
        return
    # Pale behind people in both contrast palettes: clothes are darker more often than light.
    veil = QColor(Qt.GlobalColor.white if colours.contrast else colours.paper)
    veil.setAlphaF(0.5 if colours.contrast else 0.24)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.fillRect(pixmap.rect(), veil)


def _draw_backdrop(family: str, name: str, size: QSize, ratio: float) -> QPixmap | None:
    pixmap = _blank(size, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawn = _render(family, name, painter, _covering(pixmap.size()))
    # A page's picture has its people in it, who must not grow pale.
    if family != PAGES or not theme.colours().contrast:
        _veil(painter, pixmap)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap if drawn else None


def _put(image: QImage, pixmap: QPixmap, x: float, y: float) -> None:
    painter = QPainter(pixmap)
    painter.drawImage(QPointF(x, y), image)
    painter.end()


def _own_backdrop(place: Path, size: QSize, ratio: float) -> QPixmap | None:
    pixmap = _blank(size, ratio)
    image = own_picture.covering(place, pixmap.size())
    if image is None:
        return None
    _put(image, pixmap, 0, 0)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def calm_backdrop(size: QSize, ratio: float) -> QPixmap:
    """Hills in the colours of the palette: where no picture is, or none can be shown."""
    colours = theme.colours()
    pixmap = _blank(size, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(pixmap.rect(), QColor(colours.wash))
    box = _covering(pixmap.size())
    painter.translate(box.topLeft())
    painter.scale(box.width() / WIDTH, box.height() / HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, start, bend in ((colours.well, 168, -46), (colours.line, 206, -22)):
        hill = QPainterPath(QPointF(0, start))
        hill.cubicTo(180, start + bend * 2, 300, start - bend, 460, start)
        hill.cubicTo(560, start + bend / 2, 640, start + bend / 2, WIDTH, start - bend / 3)
        hill.lineTo(WIDTH, HEIGHT)
        hill.lineTo(0, HEIGHT)
        painter.setBrush(QColor(colour))
        painter.drawPath(hill)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def backdrop(name: str, folder: Path | None, size: QSize, ratio: float) -> QPixmap | None:
    """Give a backdrop that fills ``size``; None if there is none that can be shown.

    ``name`` is a built-in name, or with a dot a file in ``folder``.
    """
    return _filling(BACKDROPS, name, folder, size, ratio)


def page_picture(name: str, folder: Path | None, size: QSize, ratio: float) -> QPixmap | None:
    """Give the picture of a page about the method, as :func:`backdrop` gives a scene's."""
    return _filling(PAGES, name, folder, size, ratio)


def _filling(
    family: str, name: str, folder: Path | None, size: QSize, ratio: float
) -> QPixmap | None:
    if own_picture.is_file_name(name):
        place = own_picture.find(folder, name)
        if place is None:
            return None
        key = f"own-backdrop|{own_picture.stamp(place)}|{_shape(size, ratio)}"
        return _kept(key, lambda: _own_backdrop(place, size, ratio))
    return _layer(family, name, size, ratio)


def front(name: str | None, size: QSize, ratio: float) -> QPixmap | None:
    """Give the part of a built-in backdrop that hides who stands behind it, if it has one."""
    return _layer(FRONTS, name or "", size, ratio)


def _shape(size: QSize, ratio: float) -> str:
    return f"{size.width()}x{size.height()}@{ratio:g}"


def _layer(family: str, name: str, size: QSize, ratio: float) -> QPixmap | None:
    if name not in names(family):
        return None
    key = f"{family}|{name}|{_shape(size, ratio)}|{theme.colours().name}"
    return _kept(key, lambda: _draw_backdrop(family, name, size, ratio))


def person_size(scale: float) -> QSize:
    """Size in logical pixels of a person's box, ``scale`` pixels to a unit."""
    return QSize(max(1, round(BOX_WIDTH * scale)), max(1, round(BOX_HEIGHT * scale)))


def person(name: str, scale: float, ratio: float, *, mirrored: bool) -> QPixmap | None:
    """Give a built-in person, looking left or mirrored to the right."""
    size = person_size(scale)

    def make() -> QPixmap | None:
        pixmap = _blank(size, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mirrored:
            painter.translate(pixmap.width(), 0)
            painter.scale(-1, 1)
        drawn = _render(PEOPLE, name, painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap if drawn else None

    return _kept(f"person|{name}|{size.width()}@{ratio:g}|{mirrored}", make)


def own_person(name: str, folder: Path | None, scale: float, ratio: float) -> QPixmap | None:
    """Give a person's own picture, standing on the floor; None if it cannot be shown."""
    place = own_picture.find(folder, name)
    if place is None:
        return None
    size = person_size(scale)

    def make() -> QPixmap | None:
        pixmap = _blank(size, ratio)
        image = own_picture.fitting(place, pixmap.size())
        if image is None:
            return None
        left, top = (pixmap.width() - image.width()) / 2, pixmap.height() - image.height()
        _put(image, pixmap, left, top)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    return _kept(f"own-person|{own_picture.stamp(place)}|{size.width()}@{ratio:g}", make)


def plain_figure(letters: str, scale: float, ratio: float) -> QPixmap:
    """Give the figure of somebody of whom there is no picture."""
    size = person_size(scale)

    def make() -> QPixmap:
        pixmap = _blank(size, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figure.paint(painter, QRectF(pixmap.rect()), letters)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    look = theme.look()
    key = f"figure|{letters}|{size.width()}@{ratio:g}|{look.colours.name}|{look.families}"
    return _kept(key, make) or make()
