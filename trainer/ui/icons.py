"""Icons: Lucide's line drawings, painted in any size and colour.

``icons.paint(painter, "play", rect, theme.colours().on_teal)`` draws one. An icon never stands
alone: a word is with it, or the accessible name says it.

The files are read here, rather than by QtSvg, because they are few and simple (paths,
circles, lines, rectangles): that loads no further library at start, and the same path
takes every colour of every palette.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from trainer import paths
from trainer.method.ds import D
from trainer.ui.svg_path import add_path

UNIT: Final = 24
"""Lucide draws on a square of 24 units, with lines 2 units wide."""

OF_D: Final = {
    D.DISTRACT: "message-circle",
    D.DELEGATE: "users",
    D.DOCUMENT: "camera",
    D.DELAY: "clock",
    D.DIRECT: "hand",
    D.WAIT: "circle-pause",
    D.HARM: "circle-minus",
}
"""Each D's own icon, so that none is told by colour alone."""

_ELEMENT = re.compile(r"<(path|circle|ellipse|line|rect|polyline|polygon)\s([^>]*)/>")
_ATTRIBUTE = re.compile(r'([a-z0-9-]+)="([^"]*)"')


def _add(path: QPainterPath, kind: str, of: dict[str, str]) -> None:
    """Add one SVG element to a path."""

    def number(name: str, default: float = 0.0) -> float:
        return float(of.get(name, default))

    if kind == "path":
        add_path(path, of["d"])
    elif kind == "circle":
        path.addEllipse(QPointF(number("cx"), number("cy")), number("r"), number("r"))
    elif kind == "ellipse":
        path.addEllipse(QPointF(number("cx"), number("cy")), number("rx"), number("ry"))
    elif kind == "line":
        path.moveTo(number("x1"), number("y1"))
        path.lineTo(number("x2"), number("y2"))
    elif kind == "rect":
        corner = number("rx", number("ry"))
        box = QRectF(number("x"), number("y"), number("width"), number("height"))
        path.addRoundedRect(box, corner, corner)
    else:
        add_path(path, "M" + of["points"] + ("Z" if kind == "polygon" else ""))


@lru_cache(maxsize=128)
def shape(name: str) -> QPainterPath:
    """Path of an icon on its square of 24 units; a missing file gives an empty path."""
    path = QPainterPath()
    try:
        source = (paths.assets() / "icons" / f"{name}.svg").read_text("utf-8")
    except OSError:
        return path
    for kind, attributes in _ELEMENT.findall(source):
        _add(path, kind, dict(_ATTRIBUTE.findall(attributes)))
    return path


def paint(painter: QPainter, name: str, box: QRectF, colour: str, *, filled: bool = False) -> None:
    """Draw an icon into ``box`` (square); ``filled`` also fills closed parts."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / UNIT, box.height() / UNIT)
    pen = QPen(QColor(colour), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(colour) if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(shape(name))
    painter.restore()
