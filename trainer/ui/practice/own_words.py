"""Saying it in one's own words: write, then tick which points it held. Nobody judges it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.scenario.markup import plain
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import CheckBox, TextBox
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.scenario.model import Choice


class OwnWords(Card):
    """First a place to write, then the points to tick.

    Signals:
        said(object): (choice, words, positions of ticked points).
        given_up(): the choices shall come back.
    """

    said = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._choice: Choice | None = None
        self._heading = Heading(role=Role.SUBHEADING)
        self.body.addWidget(self._heading)
        self._box = TextBox(_("Your own words"), hint=_("What would you say or do?"), lines=4)
        self._box.edited.connect(self._edited)
        self.body.addWidget(self._box)
        self._ask = Words(_("Which of these did it hold? Tick for yourself."), role=Role.STRONG)
        self.body.addWidget(self._ask)
        self._points_column = theme.lay(QVBoxLayout(), spacing=2)
        self.body.addLayout(self._points_column)
        self._points: list[CheckBox] = []
        self.body.addWidget(SoftLabel(_("Nobody judges this. It stays on this computer.")))
        foot = QWidget(self)
        row = FlowLayout(foot, spacing=10)
        back = QuietButton(_("Back to the choices"), foot, icon="arrow-left")
        back.clicked.connect(self.given_up)
        self._go = PrimaryButton(_("Done writing"), foot, keys=_("Ctrl Enter"))
        self._go.clicked.connect(self.go_on)
        row.addWidget(back)
        row.addWidget(self._go)
        self.body.addWidget(foot)
        self._ticking = False

    def start(self, choice: Choice) -> None:
        """Ask for the words of this choice; what was written for it before is still there."""
        if choice is not self._choice:
            self._box.set_text("")
        self._choice = choice
        self._heading.setText(plain(choice.words))
        for box in self._points:
            self._points_column.removeWidget(box)
            box.deleteLater()
        self._points = [CheckBox(plain(point), self) for point in choice.points]
        for box in self._points:
            self._points_column.addWidget(box)
        self._tick(False)
        self._edited()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """From writing to ticking, from ticking to what follows."""
        if self._choice is None or not self._go.isEnabled():
            return
        if not self._ticking and self._points:
            self._tick(True)
            self._points[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        ticked = tuple(index for index, box in enumerate(self._points) if box.isChecked())
        self.said.emit((self._choice, self._box.text().strip(), ticked))

    def clear(self) -> None:
        """Forget what was written."""
        self._choice = None
        self._box.set_text("")

    def _tick(self, wanted: bool) -> None:
        self._ticking = wanted
        self._ask.setVisible(wanted)
        for box in self._points:
            box.setVisible(wanted)
        self._go.set_words(_("Keep it and go on") if wanted else _("Done writing"))

    def _edited(self) -> None:
        self._go.setEnabled(bool(self._box.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Ctrl Enter, from wherever the focus is."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_enter and (with_ctrl or isinstance(self.focusWidget(), CheckBox)):
            self.go_on()
        else:
            super().keyPressEvent(event)
