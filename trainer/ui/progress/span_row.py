"""How far back to look, and beside it the way to past runs and onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.language import _
from trainer.ui.progress.figures import SPANS
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from trainer.progress.looking_back.statistics import Span


class SpanRow(QWidget):
    """Chips, one of them on; and two buttons.

    Signals:
        chosen(object): a ``Span``.
        past_runs_wanted(): the page with all runs.
        save_wanted(): the page as PDF.
    """

    chosen = Signal(object)
    past_runs_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=8)
        # No QButtonGroup: with one Tab stops only at the button that is checked.
        self._chips: dict[Span, FilterChip] = {}
        for span, words in SPANS.items():
            chip = FilterChip(_(words), self)
            chip.setAccessibleDescription(_("How far back to look"))
            chip.clicked.connect(self._pressed)
            self._chips[span] = chip
            flow.addWidget(chip)
        flow.add_stretch()
        past = QuietButton(_("Past runs"), self, icon="history")
        past.clicked.connect(self.past_runs_wanted)
        save = QuietButton(_("Save as PDF …"), self, icon="printer")
        save.clicked.connect(self.save_wanted)
        flow.addWidget(past)
        flow.addWidget(save)

    def choose(self, wanted: Span) -> None:
        """Mark the span that is shown."""
        for span, chip in self._chips.items():
            chip.setChecked(span is wanted)

    def focus_chosen(self) -> None:
        """Stand on the span that is shown."""
        for chip in self._chips.values():
            if chip.isChecked():
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self) -> None:
        for span, chip in self._chips.items():
            if chip is self.sender():
                self.chosen.emit(span)
