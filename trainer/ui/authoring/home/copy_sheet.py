"""Which scenario to start from, of those that come along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QWidget

from trainer.language import _
from trainer.ui import scenario_words, theme
from trainer.ui.dialogs import Sheet
from trainer.ui.library.card_painter import practises
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.scenario.library import Card
    from trainer.ui.context import Context

_PAD: Final = 14
_WIDE: Final = 96
_TALL: Final = 54
_LEAST: Final = 480
"""One below the other: a title is read, not looked for."""


class _Choice(SurfaceButton):
    """One scenario: where it happens as a picture, and its words beside that."""

    def __init__(self, card: Card, parent: QWidget) -> None:
        said, about = scenario_words.facts(card), practises(card)
        edges = (_PAD + _WIDE + _PAD, 12, _PAD, 14)
        super().__init__(card.title, f"{said}\n{about}", parent, margins=edges, spacing=2)
        self.card = card
        self._picture: QPixmap | None = None
        self.add(Words(card.title, self, role=Role.HEADING))
        self.add(SoftLabel(said, self))
        if about:
            self.add(SoftLabel(about, self, role=Role.SMALL))
        self.add_stretch()

    def heightForWidth(self, width: int) -> int:
        """Never lower than its picture."""
        return max(super().heightForWidth(width), theme.px(_TALL + 2 * _PAD))

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture where reading begins; it is drawn when it is first seen."""
        from trainer.ui.widgets.picture import render_backdrop

        pad, size = theme.px(_PAD), QSize(theme.px(_WIDE), theme.px(_TALL))
        if self._picture is None:
            folder = self.card.path.parent
            ratio = self.devicePixelRatioF()
            self._picture = render_backdrop(self.card.backdrop, folder, size, ratio)
        left = self.width() - pad - size.width() if self.isRightToLeft() else pad
        place = QRectF(left, pad, size.width(), size.height())
        shape = QPainterPath()
        shape.addRoundedRect(place, theme.px(6), theme.px(6))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(shape)
        painter.drawPixmap(place.topLeft(), self._picture)
        painter.restore()


class CopySheet(Sheet):
    """A list to choose from.

    Signals:
        picked(object): the ``Card`` of a scenario.
    """

    picked = Signal(object)

    def __init__(
        self, context: Context, cards: Sequence[Card], parent: QWidget | None = None
    ) -> None:
        heading = _("Start from a ready-made story")
        super().__init__(context, heading, parent, width=760)
        said = _("You get a copy of your own. The original stays as it is.")
        self.body.addWidget(SoftLabel(said, self))
        place = QWidget(self)
        tiles = Tiles(place, least=_LEAST, spacing=10)
        self.choices = [_Choice(card, place) for card in cards]
        for choice in self.choices:
            choice.clicked.connect(self._picked)
            tiles.addWidget(choice)
        self.body.addWidget(place)
        cancel = QuietButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.buttons.addWidget(cancel)
        chain(self)
        first = self.choices[0] if self.choices else cancel
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self) -> None:
        choice = self.sender()
        if isinstance(choice, _Choice):
            self.accept()
            self.picked.emit(choice.card)
