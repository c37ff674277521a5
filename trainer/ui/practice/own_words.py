"""Saying it in one's own words: write, then tick which points it held. Nobody judges it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.practice import wording
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import CheckBox, TextBox
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.scenario.model import Choice


_PAUSE = 500
"""Milliseconds after the last letter until a draft is handed over."""


class OwnWords(Card):
    """First a place to write, then the points to tick.

    Signals:
        said(object): (choice, words, positions of ticked points).
        given_up(): the choices shall come back.
        drafted(object): (choice, words) as they stand, a moment after the last letter.
    """

    said = Signal(object)
    given_up = Signal()
    drafted = Signal(object)

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
        self._promise = SoftLabel()
        self.body.addWidget(self._promise)
        foot = QWidget(self)
        row = FlowLayout(foot, spacing=10)
        self._back = QuietButton(_("Back to the choices"), foot, icon="arrow-left")
        self._back.clicked.connect(self.given_up)
        self._go = PrimaryButton(_("Done writing"), foot, keys=_("Ctrl Enter"))
        self._go.clicked.connect(self.go_on)
        row.addWidget(self._back)
        row.addWidget(self._go)
        self.body.addWidget(foot)
        self._ticking = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.keep)

    def promise(self, *, keeps: bool) -> None:
        """Say what becomes of what is written."""
        self._promise.setText(wording.promise(keeps=keeps))

    def start(self, choice: Choice, words: str = "") -> None:
        """Ask for the words of this choice; ``words`` were written for it before."""
        if choice is not self._choice or words:
            self._box.set_text(words)
        self._choice = choice
        self._heading.setText(plain(choice.words))
        take_out(self._points_column, *self._points)
        self._points = [CheckBox(plain(point), self) for point in choice.points]
        for box in self._points:
            self._points_column.addWidget(box)
        chain(self._box, *self._points, self._back, self._go)
        self._tick(False)
        self._edited()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.edit.moveCursor(QTextCursor.MoveOperation.End)

    def go_on(self) -> None:
        """From writing to ticking, from ticking to what follows."""
        if self._choice is None or not self._go.isEnabled():
            return
        if not self._ticking and self._points:
            self._tick(True)
            # Once they are laid out, so that what scrolls can follow.
            QTimer.singleShot(0, self._points[0], self._points[0].setFocus)
            return
        self._soon.stop()
        ticked = tuple(index for index, box in enumerate(self._points) if box.isChecked())
        self.said.emit((self._choice, self._box.text().strip(), ticked))

    def keep(self) -> None:
        """Hand over what stands there, if it has changed since."""
        waits = self._soon.isActive() or self.sender() is self._soon
        self._soon.stop()
        if waits and self._choice is not None:
            self.drafted.emit((self._choice, self._box.text().strip()))

    def _tick(self, wanted: bool) -> None:
        self._ticking = wanted
        self._ask.setVisible(wanted)
        for box in self._points:
            box.setVisible(wanted)
        self._go.set_words(_("Keep it and go on") if wanted else _("Done writing"))

    def _edited(self) -> None:
        self._go.setEnabled(bool(self._box.text().strip()))
        if not self.isHidden():
            self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Ctrl Enter, from wherever the focus is."""
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter.is_enter(event) and (with_ctrl or isinstance(self.focusWidget(), CheckBox)):
            self.go_on()
        else:
            super().keyPressEvent(event)
