"""Questions that came by phone: nobody else has seen them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.workshop.state import Handled

if TYPE_CHECKING:
    from trainer.ui.widgets.buttons import Button
    from trainer.workshop.state import Asked


class _Question(Card):
    """One question and what can be done with it; showing it asks once."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="well", margins=(12, 10, 12, 12), spacing=8)
        self._asked: Asked | None = None
        self._words = Words("", self)
        self._state = SoftLabel("", self, role=Role.SMALL_STRONG)
        self.body.addWidget(self._words)
        self.body.addWidget(self._state)
        self._buttons = QWidget(self)
        row = FlowLayout(self._buttons, spacing=6, line_spacing=6)
        self._keep = QuietButton(_("Keep"), self._buttons)
        self._away = QuietButton(_("Put away"), self._buttons)
        self._show = QuietButton(_("Show to the room …"), self._buttons)
        for button in (self._keep, self._away, self._show):
            row.addWidget(button)
        self.body.addWidget(self._buttons)
        self._sure = QWidget(self)
        column = theme.lay(QVBoxLayout(self._sure), spacing=6)
        column.addWidget(SoftLabel(_("Read it once more: everybody will see it."), self._sure))
        answers = QWidget(self._sure)
        row = FlowLayout(answers, spacing=6, line_spacing=6)
        self._yes = PrimaryButton(_("Show it now"), answers)
        self._no = QuietButton(_("Not now"), answers)
        row.addWidget(self._yes)
        row.addWidget(self._no)
        column.addWidget(answers)
        self.body.addWidget(self._sure)
        self._sure.hide()
        self._keep.clicked.connect(self._do_keep)
        self._away.clicked.connect(self._do_away)
        self._show.clicked.connect(self._ask)
        self._yes.clicked.connect(self._do_show)
        self._no.clicked.connect(self._do_not)

    def show_question(self, asked: Asked) -> None:
        """Show a question as it stands."""
        if asked == self._asked:
            return
        if self._asked is None or self._asked.id != asked.id:
            self._fold()
        self._asked = asked
        self._words.setText(asked.text)
        shown = asked.handled is Handled.SHOWN
        states = {Handled.KEPT: _("Kept"), Handled.SHOWN: _("The room sees it now")}
        self._state.setText(states.get(asked.handled, ""))
        self._state.setVisible(asked.handled in states)
        self._keep.setVisible(asked.handled is not Handled.KEPT)
        self._keep.set_words(_("Take it down, and keep it") if shown else _("Keep"))
        self._show.setVisible(not shown)
        for button in self.buttons():
            button.setAccessibleDescription(asked.text)

    def buttons(self) -> list[Button]:
        """Every button of it."""
        return [self._keep, self._away, self._show, self._yes, self._no]

    def _ask(self) -> None:
        self._buttons.hide()
        self._sure.show()
        # The safer answer has the keyboard.
        self._no.setFocus()

    def _fold(self) -> None:
        self._sure.hide()
        self._buttons.show()

    def _do_not(self) -> None:
        self._fold()
        self._show.setFocus()

    def _handle(self, how: Handled) -> None:
        self._fold()
        if self._asked is not None:
            self.wanted.emit(("handle", {"question": self._asked.id, "how": str(how)}))

    def _do_keep(self) -> None:
        self._handle(Handled.KEPT)

    def _do_away(self) -> None:
        self._handle(Handled.AWAY)

    def _do_show(self) -> None:
        self._handle(Handled.SHOWN)


class AskedPanel(QWidget):
    """Lists the questions, new ones first.

    Signals:
        wanted(object): (act, what) to be done.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=8)
        column.addWidget(Heading(_("Questions from phones"), self))
        self._empty = SoftLabel(
            _("What people ask by phone comes here first. The room sees none of it by itself."),
            self,
        )
        column.addWidget(self._empty)
        self._column = theme.lay(QVBoxLayout(), spacing=8)
        column.addLayout(self._column)
        self._cards: list[_Question] = []

    def show_asked(self, asked: tuple[Asked, ...]) -> None:
        """Show these questions: what shows, then what is new, then what was kept."""
        ordered = sorted(asked, key=lambda one: (_ORDER.index(one.handled), one.id))
        while len(self._cards) < len(ordered):
            card = _Question(self)
            card.wanted.connect(self.wanted)
            self._column.addWidget(card)
            self._cards.append(card)
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(ordered))
            if number < len(ordered):
                card.show_question(ordered[number])
        self._empty.setVisible(not asked)


_ORDER = (Handled.SHOWN, Handled.NEW, Handled.KEPT, Handled.AWAY)
