"""A quiet card that offers the five questions; answering and skipping weigh the same."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress.confidence import confidence
from trainer.progress.confidence.confidence import Occasion
from trainer.ui import theme
from trainer.ui.confidence.pair import Pair
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context

_SIDE_BY_SIDE = 600
"""Width (at 100 %) from which the answers stand beside the words."""


def _words(occasion: Occasion) -> tuple[str, str]:
    """Give a heading and a sentence."""
    if occasion is Occasion.BEFORE:
        return _("Before your first scenario, if you like"), _(
            "Five short questions about how sure you feel. Some weeks from now you can see "
            "whether that has changed."
        )
    if occasion is Occasion.THIRD:
        return _("How sure do you feel now?"), _(
            "You have played three scenarios. If you like, answer five short questions about "
            "how sure you feel."
        )
    return _("Four weeks later"), _(
        "You wished to be asked again how sure you feel: five short questions, if you like."
    )


class Offer(Fits, Card):
    """Shows itself on the occasions that it is for, until it is answered or skipped.

    Where nothing is kept it never shows: there would be nothing to compare with.
    """

    def __init__(
        self, context: Context, *occasions: Occasion, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, fill="wash", margins=(18, 14, 18, 14), spacing=0)
        self._context, self._occasions = context, occasions
        self._now: Occasion | None = None
        self._heading = Heading(role=Role.SUBHEADING)
        self._sentence = Words(role=Role.NOTE)
        self.answer = QuietButton(_("Answer"), self)
        self.answer.setAccessibleName(_("Answer the five questions"))
        self.skip = QuietButton(_("Skip"), self)
        self.skip.setAccessibleName(_("Skip the five questions"))
        self.answer.clicked.connect(self._answer)
        self.skip.clicked.connect(self._skip)
        self._line = theme.lay(QBoxLayout(QBoxLayout.Direction.LeftToRight), spacing=16)
        words = theme.lay(QVBoxLayout(), spacing=2)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        self._line.addLayout(words, 1)
        self._line.addWidget(Pair(self.answer, self.skip, self, least=96))
        self.body.addLayout(self._line)
        self.hide()

    def fit(self) -> None:
        """Set the answers below the words where there is no room beside them."""
        beside = self.width() >= theme.px(_SIDE_BY_SIDE)
        theme.turn(self._line, beside=beside)
        self._line.setSpacing(theme.px(16 if beside else 10))

    def look(self) -> str:
        """Show itself if it is wanted now; give what it says then, else nothing."""
        self._now = None
        if self._context.keeps:
            # What cannot be read is no reason to trouble anybody here.
            with suppress(KeepingError):
                store = self._context.store
                self._now = confidence.occasion(store.now(), confidence.facts(store))
        if self._now not in self._occasions:
            self.hide()
            return ""
        heading, sentence = _words(self._now)
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self.show()
        return f"{heading}\n{sentence}"

    def _answer(self) -> None:
        self._context.open_page("confidence", occasion=self._now)

    def _skip(self) -> None:
        with suppress(KeepingError):
            confidence.skip(self._context.store)
        self.hide()
