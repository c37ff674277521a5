"""A sign for the door, as one page: into the Wi-Fi, into the room, or by hand.

It is made only when somebody asks for it, since the Wi-Fi's password can be read out of its code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.pictures.qr_code import DARK, paint_code
from trainer.workshop.network.codes import code

if TYPE_CHECKING:
    from PySide6.QtGui import QPdfWriter

_SIDE = 56
"""Millimetres along a code, so that two, and a name on two lines, fit on Letter."""

_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands on it. Without an open room, ``url`` is empty."""

    wifi: str
    wifi_code: str
    url: str = ""
    room: str = ""


class _Page:
    """Sets blocks one below the other; measures in millimetres."""

    def __init__(self, painter: QPainter, writer: QPdfWriter) -> None:
        self._painter = painter
        self._unit = writer.resolution() / 25.4
        self._wide = writer.width()
        self._top = 0.0
        painter.setPen(QColor(DARK))

    def say(self, text: str, size: float, *, strong: bool = False, after: float = 4) -> None:
        """Set words in the middle, ``size`` millimetres high."""
        font = QFont()
        families = theme.look().families
        if families:
            font.setFamilies(list(families))
        font.setPixelSize(round(size * self._unit))
        font.setBold(strong)
        self._painter.setFont(font)
        room = QRectF(0, self._top, self._wide, 1e6)
        box = self._painter.boundingRect(room, _MIDDLE, text)
        self._painter.drawText(box, _MIDDLE, text)
        self._top += box.height() + after * self._unit

    def show(self, text: str, side: float) -> None:
        """Set a code in the middle, ``side`` millimetres wide."""
        across = side * self._unit
        box = QRectF((self._wide - across) / 2, self._top, across, across)
        paint_code(self._painter, box, code(text))
        self._top += across + 2 * self._unit


def put_sign(sign: Sign, writer: QPdfWriter) -> None:
    """Draw the sign on one page."""
    painter = QPainter(writer)
    page = _Page(painter, writer)
    page.say(_("Join in with your phone"), 12, strong=True, after=8)
    page.say(_("1. Scan this: your phone is in the Wi-Fi."), 6.5)
    page.show(sign.wifi_code, _SIDE if sign.url else 2 * _SIDE)
    page.say(sign.wifi, 6.5, strong=True, after=8)
    if sign.url:
        page.say(_("2. Scan this: your phone is in the room."), 6.5)
        page.show(f"{sign.url}#{sign.room}", _SIDE)
        page.say(sign.url, 6.5, after=2)
        page.say(sign.room, 12, strong=True, after=8)
    else:
        page.say(_("2. Scan the code on the screen: your phone is in the room."), 6.5, after=8)
    page.say(_("No name is asked. Or just show your hand."), 6.5)
    painter.end()
