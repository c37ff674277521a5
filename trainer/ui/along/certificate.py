"""A certificate of completion, on one page: what was practised, and nothing else.

It says by itself whose it is, and that nobody has checked or graded anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer.language import _, ngettext
from trainer.scenario.texts.markup import plain
from trainer.ui import dates, fonts, icons, theme
from trainer.ui.palettes import LIGHT
from trainer.ui.paper.printed_pieces import (
    INK,
    SOFT,
    Beside,
    Gap,
    Piece,
    Press,
    Text,
    fitting,
    height,
    paint,
)
from trainer.ui.widgets.pictures import own_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage, QPdfWriter

    from trainer.checking.pack import Pack
    from trainer.progress.looking_back.completed import Completed

_FRAME, _INSIDE = 12.0, 30.0
"""Millimetres from the paper's edge to the frame, and to what stands in it."""

_LOGO_WIDE, _LOGO_TALL = 60.0, 24.0
_DOTS: Final = QSize(1400, 560)
"""A logo is printed with up to so many dots: 600 to an inch."""

_ALONE: Final = 7
"""So many titles stand below each other; more of them stand in two columns."""
_MOST: Final = 60
"""Titles that a page holds in letters that can be read."""
_LEAST = 0.45


@dataclass(frozen=True, slots=True)
class Certificate:
    """What stands on it. ``name`` may be empty: then there is a line to write it on by hand."""

    done: Completed
    today: str
    name: str = ""
    organisation: str = ""
    logo: QImage | None = None


def logo_of(pack: Pack) -> QImage | None:
    """Read a pack's logo; None if there is none that can be shown."""
    if not pack.logo.lower().endswith(".png"):
        return None
    place = own_picture.find(pack.folder, pack.logo)
    if place is None or place.suffix.lower() != ".png":
        return None
    return own_picture.fitting(place, _DOTS)


class Picture(Piece):
    """A picture in the middle, within a box in millimetres."""

    def __init__(self, press: Press, image: QImage) -> None:
        wide, tall = press.mm(_LOGO_WIDE), press.mm(_LOGO_TALL)
        scale = min(wide / image.width(), tall / image.height())
        self._wide, self._tall = image.width() * scale, image.height() * scale
        self._image = image

    def height(self, width: float) -> float:
        """Its own."""
        return self._tall

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Put the picture into the middle, at its own size."""
        left = place.x() + (width - self._wide) / 2
        box = QRectF(left, place.y(), self._wide, self._tall)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self._image)


class Mark(Piece):
    """Steps, where there is no organisation's logo."""

    def __init__(self, press: Press, points: float) -> None:
        self._side = press.pt(points)

    def height(self, width: float) -> float:
        """Its own."""
        return self._side

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint it in the middle."""
        left = place.x() + (width - self._side) / 2
        icons.paint(
            painter, "footprints", QRectF(left, place.y(), self._side, self._side), LIGHT.teal
        )


class Rule(Piece):
    """A short line in the middle: teal between parts, or grey to write on."""

    def __init__(self, press: Press, millimetres: float, colour: str, points: float) -> None:
        self._wide, self._colour = press.mm(millimetres), colour
        self._thick = press.pt(points)

    def height(self, width: float) -> float:
        """As thick as it is."""
        return self._thick

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Draw a short line in the middle."""
        painter.setPen(QPen(QColor(self._colour), self._thick))
        left = place.x() + (width - self._wide) / 2
        painter.drawLine(QPointF(left, place.y()), QPointF(left + self._wide, place.y()))


def put(certificate: Certificate, writer: QPdfWriter) -> None:
    """Put it on a page; the writer leaves no margin."""
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    press = Press(writer, fonts.on_paper(theme.look().families))
    page = QRectF(0, 0, writer.width(), writer.height())
    _paint_frame(painter, press, page)
    inset = press.mm(_INSIDE)
    room = page.adjusted(inset, inset * 0.9, -inset, -inset * 0.75)
    foot = list(_foot(press, certificate))
    tall = height(foot, room.width())
    paint(painter, foot, room.adjusted(0, room.height() - tall, 0, 0))
    above = room.adjusted(0, 0, 0, -tall - press.mm(8))
    body = fitting(lambda smaller: list(_body(smaller, certificate)), press, above, _LEAST)
    # A short one stands a little above the middle, as on any framed page.
    spare = max(0.0, above.height() - height(body, above.width()))
    paint(painter, body, above.adjusted(0, spare * 0.35, 0, 0))
    painter.end()


def _paint_frame(painter: QPainter, press: Press, page: QRectF) -> None:
    inset = press.mm(_FRAME)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for more, points, corner in ((0.0, 1.6, 6.0), (2.2, 0.5, 4.6)):
        edge = inset + press.mm(more)
        painter.setPen(QPen(QColor(LIGHT.teal), press.pt(points)))
        box = page.adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, press.mm(corner), press.mm(corner))


def _middle(press: Press, text: str, points: float, *, bold: bool = False, tone: str = INK) -> Text:
    return Text(press, text, points, bold=bold, tone=tone, literal=True, middle=True)


def _body(press: Press, certificate: Certificate) -> Iterator[Piece]:
    if certificate.logo is not None:
        yield Picture(press, certificate.logo)
    elif not certificate.organisation:
        yield Mark(press, 40)
    if certificate.organisation:
        yield Gap(press, 8)
        yield _middle(press, certificate.organisation, 13, bold=True, tone=SOFT)
    yield Gap(press, 26)
    yield _middle(press, _("Certificate of completion"), 30, bold=True)
    yield Gap(press, 14)
    yield Rule(press, 30, LIGHT.teal, 2)
    yield Gap(press, 26)
    yield from _name(press, certificate.name)
    yield Gap(press, 22)
    yield _middle(press, _("Practised stepping in when someone is harassed, in:"), 13)
    yield Gap(press, 16)
    yield from _titles(press, [plain(title) for title in certificate.done.titles])
    yield Gap(press, 18)
    yield _middle(press, when(certificate.done), 12, tone=SOFT)


def _name(press: Press, name: str) -> Iterator[Piece]:
    if name:
        yield _middle(press, name, 22, bold=True)
        return
    yield Gap(press, 22)
    yield Rule(press, 100, SOFT, 0.6)
    yield Gap(press, 4)
    yield _middle(press, _("Name"), 9, tone=SOFT)


def _titles(press: Press, titles: list[str]) -> Iterator[Piece]:
    more = len(titles) - _MOST
    titles = titles[:_MOST]
    if len(titles) <= _ALONE:
        for title in titles:
            yield _middle(press, title, 14, bold=True)
            yield Gap(press, 5)
    else:
        half = (len(titles) + 1) // 2
        for left, right in zip(titles[:half], [*titles[half:], ""], strict=False):
            beside = Text(press, right, 12, bold=True, literal=True)
            yield Beside(Text(press, left, 12, bold=True, literal=True), beside, 0.52)
            yield Gap(press, 4)
    if more > 0:
        said = ngettext("and %(n)d more", "and %(n)d more", more)
        yield _middle(press, said % {"n": more}, 12)


def when(done: Completed) -> str:
    """Say how many scenarios there are, and in which time."""
    if done.first is None or done.last is None:
        return ""
    count = len(done.titles)
    first, last = (one.astimezone().date().isoformat() for one in (done.first, done.last))
    if first == last:
        said = ngettext(
            "%(n)d scenario, played to the end on %(day)s",
            "%(n)d scenarios, played to the end on %(day)s",
            count,
        )
        return said % {"n": count, "day": dates.full(first)}
    said = ngettext(
        "%(n)d scenario, played to the end between %(first)s and %(last)s",
        "%(n)d scenarios, played to the end between %(first)s and %(last)s",
        count,
    )
    return said % {"n": count, "first": dates.full(first), "last": dates.full(last)}


def _foot(press: Press, certificate: Certificate) -> Iterator[Piece]:
    made = _("Made on %(day)s.") % {"day": dates.full(certificate.today)}
    yield _middle(press, made, 11)
    yield Gap(press, 8)
    yield _middle(
        press,
        _(
            "This is a learner’s own certificate. It was made on their own computer with Upstander,"
            " from what is kept there. Nobody has checked or graded anything, and nobody named here"
            " endorses it by that."
        ),
        8.5,
        tone=SOFT,
    )
