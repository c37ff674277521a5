"""What is due, on the first page and nowhere else: a line for each, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.method import ds
from trainer.method.ds import D
from trainer.ui import theme
from trainer.ui.boosters import words
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, LineLabel, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.progress.boosters.due import DueCard
    from trainer.ui.context import Context


_SIDE_BY_SIDE = 760
"""Width (at 100 %) from which the words, the lines and the button stand side by side."""


class DueForABooster(Fits, Card):
    """Says what is due; one press opens it. It counts nothing and asks for nothing."""

    def __init__(
        self, context: Context, cards: Sequence[DueCard], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        theme.lay(self._line, spacing=12)
        self.body.addLayout(self._line, 1)
        said = theme.lay(QVBoxLayout(), spacing=8)
        said.addWidget(Heading(_("Due for a booster")))
        said.addWidget(SoftLabel(_("Skills fade. Two minutes now help to keep them.")))
        said.addStretch()
        rows = theme.lay(QVBoxLayout(), spacing=8)
        for card in cards:
            rows.addWidget(_line(card, self))
        self.begin = QuietButton(_("Begin"), self, icon="play")
        self.begin.setAccessibleDescription("\n".join(words_of(card) for card in cards))
        self.begin.clicked.connect(self._open)
        self._line.addLayout(said, 1)
        self._line.addLayout(rows, 1)
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._line.addWidget(self.begin, 0, start)

    def fit(self) -> None:
        """Stand side by side where there is room."""
        wide = self.width() >= theme.px(_SIDE_BY_SIDE)
        theme.turn(self._line, beside=wide)
        self._line.setSpacing(theme.px(24 if wide else 12))

    def _open(self) -> None:
        self._context.open_page("booster")


def words_of(card: DueCard) -> str:
    """Say a line of the card in one sentence, for a screen reader."""
    known = {
        "d": ds.name(D(card.skill)),
        "plainly": words.plainly(card.skill),
        "where": words.where(card.family),
    }
    if not known["where"]:
        return _("%(d)s: %(plainly)s") % known
    return _("%(d)s: %(plainly)s. %(where)s") % known


def _line(card: DueCard, parent: QWidget) -> QWidget:
    row = QWidget(parent)
    flow = FlowLayout(row, spacing=10, line_spacing=4)
    flow.addWidget(DChip(D(card.skill), row))
    flow.addWidget(LineLabel(words.plainly(card.skill), row, role=Role.NOTE))
    place = words.where(card.family)
    if place:
        label = LineLabel(place, row, role=Role.SMALL)
        label.set_tone("soft")
        flow.add_stretch()
        flow.addWidget(label)
    return row
