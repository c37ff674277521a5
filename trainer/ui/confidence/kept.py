"""What was just kept, beside what was answered the time before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.method import five_steps
from trainer.method.five_steps import Step
from trainer.progress.confidence import confidence_words
from trainer.ui import dates, theme
from trainer.ui.confidence.pair import Pair
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card, Divider
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.progress.confidence.confidence import Entry


def _told(entry: Entry, step: Step) -> str:
    found = entry.answers.get(step)
    return five_steps.told(found) if found else _("left out")


class KeptCard(Card):
    """Says what was kept, question by question, and whether anything stood there before.

    Signals:
        back_wanted(): back to where one came from.
        change_wanted(): the questions again.
    """

    back_wanted = Signal()
    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(24, 20, 24, 22), spacing=12)
        self._heading = Heading("", role=Role.TITLE)
        self._days = SoftLabel()
        self.body.addWidget(self._heading)
        self.body.addWidget(self._days)
        self._rows = theme.lay(QVBoxLayout(), spacing=10)
        self.body.addLayout(self._rows)
        self._inside: QWidget | None = None
        self.body.addWidget(SoftLabel(confidence_words.not_validated()))
        self._back = QuietButton(_("Back"), self)
        self._back.setAccessibleDescription(_("Back to where you came from"))
        self._change = QuietButton(_("Change my answers"), self)
        self._back.clicked.connect(self.back_wanted)
        self._change.clicked.connect(self.change_wanted)
        self.body.addWidget(Pair(self._back, self._change, self))

    def tell(self, said: str, now: Entry, before: Entry | None) -> None:
        """Show what was answered now; ``said`` is how long it stands."""
        self._heading.setText(said)
        known = {"now": dates.full(now.day)}
        if before is not None:
            known["before"] = dates.full(before.day)
        self._days.setText(
            _("%(before)s → %(now)s") % known if before is not None else known["now"]
        )
        take_out(self._rows, self._inside)
        self._inside = QWidget(self)
        column = theme.lay(QVBoxLayout(self._inside), spacing=10)
        for step in Step:
            column.addWidget(Divider(self._inside))
            column.addWidget(Words(five_steps.statement(step), role=Role.STRONG))
            answers = Words(_told(now, step))
            if before is not None:
                both = {"now": _told(now, step), "before": _told(before, step)}
                answers.setText(_("%(before)s → %(now)s") % both)
                spoken = known | {f"{name}_said": words for name, words in both.items()}
                # An arrow is not read aloud everywhere.
                answers.setAccessibleName(
                    _("%(before)s: %(before_said)s. %(now)s: %(now_said)s.") % spoken
                )
            column.addWidget(answers)
        column.addWidget(Divider(self._inside))
        self._rows.addWidget(self._inside)
        self._inside.show()

    def begin(self) -> None:
        """Put the keyboard on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
