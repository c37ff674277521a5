"""A short question with Yes and No; it may stay without an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Words
from trainer.workshop.network.verdict import Answer

if TYPE_CHECKING:
    from typing import Final

_BOTH: Final = (Answer.YES, Answer.NO)


class YesNo(QWidget):
    """Asks; pressing an answer again takes it back.

    Signals:
        answered(): there is an answer now, another one, or none any more.
    """

    answered = Signal()

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=6)
        column.addWidget(Words(question, self))
        line = FlowLayout(spacing=8)
        self.chips: dict[Answer, FilterChip] = {}
        for answer, words in zip(_BOTH, (_("Yes"), _("No")), strict=True):
            chip = self.chips[answer] = FilterChip(words, self)
            known = {"question": question, "answer": words}
            chip.setAccessibleName(_("%(question)s %(answer)s") % known)
            chip.clicked.connect(self._pressed)
            line.addWidget(chip)
        column.addLayout(line)

    def answer(self) -> Answer:
        """Give the answer, if there is one."""
        return next((one for one in _BOTH if self.chips[one].isChecked()), Answer.NOT_YET)

    def _pressed(self) -> None:
        pressed = self.sender()
        for chip in self.chips.values():
            if chip is not pressed:
                chip.setChecked(False)
        self.answered.emit()
