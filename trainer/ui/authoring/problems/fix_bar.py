"""What can be done about the chosen problem, as buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.language import _
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from trainer.authoring.fixes.fix import Fix
    from trainer.ui.authoring.problems.rows import Row

_MOST = 2


class FixBar(QWidget):
    """Links to go there, and to mend it.

    Signals:
        went(): go there.
        picked(object): the :class:`Fix` to do.
    """

    went = Signal()
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, margins=(16, 2, 16, 4), spacing=16, line_spacing=0)
        self.go = LinkButton(_("Go there (Enter)"), self)
        self.go.clicked.connect(self.went)
        row.addWidget(self.go)
        self.fixes = [LinkButton("", self) for _number in range(_MOST)]
        for button in self.fixes:
            button.clicked.connect(self._pressed)
            row.addWidget(button)
        self._offered: tuple[Fix, ...] = ()
        self.hide()

    def show_row(self, row: Row | None) -> None:
        """Offer what can be done about a row."""
        self._offered = () if row is None else row.fixes[:_MOST]
        for place, button in enumerate(self.fixes):
            offered = place < len(self._offered)
            if offered:
                words = self._offered[place].words
                button.set_words(_("%(what)s (F)") % {"what": words} if not place else words)
            button.setVisible(offered)
        self.setVisible(row is not None)

    def _pressed(self) -> None:
        place = self.fixes.index(self.sender())  # type: ignore[arg-type]
        if place < len(self._offered):
            self.picked.emit(self._offered[place])
