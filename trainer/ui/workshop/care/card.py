"""The card that is handed to the care person: what it is for, and the code of their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from trainer.language import _
from trainer.ui.widgets.pictures.qr_code import paint_code
from trainer.ui.workshop.after.printed import Printed
from trainer.workshop.network.codes import QUIET, code

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_MODULE = 8
"""Dots of a picture that a module of the code has; paper shows them small."""
_SIDE = 170
"""Points that the code is wide on paper."""


def about() -> tuple[str, ...]:
    """Say what the page of the care person is, one sentence or two a paragraph."""
    return (
        _("Scanned with their own phone, it shows when somebody needs a pause, whether they wish "
          "for company, and where they sit, if they wrote that. Nothing else, and no names."),
        _("It works while the room is open for phones. Whoever has this code can see it: hand it "
          "to them alone."),
    )  # fmt: skip


def care_card(name: str, url: str) -> QTextDocument:
    """Give the card to print."""
    printed = Printed(_("For %(name)s") % {"name": name})
    printed.words(
        _("Thank you for being there for whoever needs a pause. Your page tells you when somebody "
          "does. Press “I am going” before you stand up, so that nobody waits in doubt.")
    )  # fmt: skip
    for said in about():
        printed.words(said)
    printed.picture(_picture(url), _SIDE)
    printed.words(url)
    printed.words(_("Keep this card to yourself, and tear it up afterwards."))
    return printed.made


def _picture(url: str) -> QImage:
    made = code(url)
    side = (made.side + 2 * QUIET) * _MODULE
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint_code(painter, QRectF(0, 0, side, side), made)
    painter.end()
    return picture
