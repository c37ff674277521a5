"""The foot: back, on, and the discussion timer with its bell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel, SoftLabel
from trainer.ui.workshop.console.pieces import Digits
from trainer.ui.workshop.people_field import PeopleField
from trainer.workshop.telling.coming import Does

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.workshop.telling.console_view import Clocks, ConsoleView

MORE = 30
"""Seconds that one press adds to the discussion timer."""


class Foot(QWidget):
    """What is pressed most.

    Signals:
        wanted(object): (act, what) to be done.
        next_wanted(): go on.
        report_wanted(): look back on what has ended.
    """

    wanted = Signal(object)
    next_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = self._flow = FlowLayout(self, margins=(20, 10, 20, 10), spacing=12)
        self.back = QuietButton(_("Back"), self, keys=_("PgUp"))
        self.next = PrimaryButton(_("Next"), self, keys=_("PgDn"))
        self.another = QuietButton(_("To the answers again"), self, icon="undo-2")
        self.skip = QuietButton(_("Leave out the hard part"), self, icon="skip-forward")
        self.rejoin = QuietButton(
            _("Back to what the room sees"), self, icon="undo-2", keys=_("Shift F")
        )
        self.report = PrimaryButton(_("To the report"), self)
        self.report.clicked.connect(self.report_wanted)
        for button in (self.back, self.next, self.report):
            flow.addWidget(button)
        self.extras = QWidget()
        more = FlowLayout(self.extras, spacing=12)
        for button in (self.another, self.skip, self.rejoin):
            more.addWidget(button)
        self.form = QuietButton(_("Groups by phone"), self, icon="users")
        self.form.setAccessibleDescription(
            _("Phones say a group’s number, and who does what in each turn.")
        )
        self.unform = QuietButton(_("No groups by phone"), self, icon="users")
        self.unform.setAccessibleDescription(_("People find each other where they sit."))
        for button, on in ((self.form, True), (self.unform, False)):
            button.setProperty("on", on)
            button.clicked.connect(self._form)
            more.addWidget(button)
        more.addWidget(self._make_people())
        flow.add_stretch()
        self.next.clicked.connect(self.next_wanted)
        for button, act in (
            (self.back, "back"), (self.another, "another"), (self.skip, "skip"),
            (self.rejoin, "rejoin"),
        ):  # fmt: skip
            button.setProperty("act", act)
            button.clicked.connect(self._act)

    def _make_people(self) -> QWidget:
        """Ask for a number where groups are to be counted, and nobody has said it yet."""
        self.asks_people = QWidget(self.extras)
        row = theme.lay(QHBoxLayout(self.asks_people), spacing=8)
        row.addWidget(SoftLabel(_("How many people are here?"), self.asks_people, wrap=False))
        self.people = PeopleField(self.asks_people, width=90)
        self.people.counted.connect(self._count)
        row.addWidget(self.people)
        return self.asks_people

    def _count(self, people: int) -> None:
        self.wanted.emit(("people", {"count": people}))

    def show_view(self, view: ConsoleView) -> None:
        """Offer what can be done here."""
        words = {
            Does.BEGIN: _("Begin"),
            Does.CLOSE: _("Close the vote"),
            Does.RESULT: _("Show the result"),
            Does.PLAY: _("Play it"),
            Does.UNCOVER: _("Show again"),
            Does.LAST: _("End the workshop …"),
        }
        self.next.set_words(words.get(view.next.does, _("Next")))
        self.back.setEnabled("back" in view.can or view.next.does is Does.UNCOVER)
        self.report.setVisible(view.has_ended)
        self.next.setVisible(not view.has_ended)
        self.another.setVisible("another" in view.can)
        self.skip.setVisible("skip" in view.can)
        self.rejoin.setVisible(view.ahead is not None)
        self.form.setVisible("form" in view.can)
        self.unform.setVisible("unform" in view.can)
        phones = ngettext(
            "Groups of the %(count)d phone", "Groups of the %(count)d phones", view.joined
        )
        self.form.set_words(phones % {"count": view.joined})
        self.people.show_people(view.people)
        self.asks_people.setVisible("count" in view.can)
        here = (self.another, self.skip, self.rejoin, self.form, self.unform, self.asks_people)
        # Empty, it would still take the room between two others.
        self.extras.setVisible(any(not button.isHidden() for button in here))

    def _act(self) -> None:
        self.wanted.emit((str(self.sender().property("act")), {}))

    def _form(self) -> None:
        self.wanted.emit(("form", {"on": bool(self.sender().property("on"))}))

    def hold(self, timer: QWidget) -> None:
        """Take what is possible only here beside "Next", and the timer to the far end."""
        self._flow.insert_widget(self._flow.stretch_at(), self.extras)
        self._flow.addWidget(timer)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the line above it."""
        palette, painter = theme.colours(), QPainter(self)
        fill(painter, self.rect(), palette.card)
        fill(painter, QRectF(0, 0, self.width(), 1), palette.line)


class TimerRow(QWidget):
    """The discussion timer and the bell.

    Signals:
        wanted(object): (act, what) to be done.
        timer_wanted(): start it, or stop it.
    """

    wanted = Signal(object)
    timer_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, spacing=12)
        self.bell = QuietButton(_("Bell"), self, icon="bell")
        self._running = QWidget(self)
        digits = theme.lay(QHBoxLayout(self._running), spacing=10)
        self._label = SoftLabel(_("Discussion timer"), self._running, wrap=False)
        self.left = Digits(_("Time left to talk"), self._running)
        self._over = LineLabel(_("Time is over"), self._running, role=Role.STRONG)
        for part in (self._label, self.left, self._over):
            digits.addWidget(part)
        self.more = QuietButton(_("+30 s"), self)
        self.more.setAccessibleName(_("Thirty seconds more"))
        self.timer = QuietButton(_("Timer"), self, icon="clock", keys=_("T"))
        for widget in (self.bell, self._running, self.more, self.timer):
            row.addWidget(widget)
        self.bell.clicked.connect(self._ring)
        self.more.clicked.connect(self._more)
        self.timer.clicked.connect(self.timer_wanted)

    def show_clocks(self, clocks: Clocks) -> None:
        """Show the timer; without one, what starts it."""
        left = clocks.left
        # Up to the last second there is time: a clock that says 00:00 has rung.
        self.left.show_ms(None if left is None else left + 999 if left else 0)
        runs = left is not None
        self._running.setVisible(runs)
        self.more.setVisible(runs)
        self._label.setVisible(left != 0)
        self._over.setVisible(left == 0)
        said = (_("Stop"), "x") if runs else (_("Timer"), "clock")
        if said[0] != self.timer.words():
            self.timer.set_words(*said)

    def _ring(self) -> None:
        self.wanted.emit(("ring", {}))

    def _more(self) -> None:
        self.wanted.emit(("more", {"seconds": MORE}))
