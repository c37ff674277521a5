"""Bands above everything: pauses, what could not be done or kept, what to shorten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel, SoftLabel, Words
from trainer.workshop.telling.console_view import said_of_pause
from trainer.workshop.telling.room_view import What

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.errors import UpstanderError
    from trainer.workshop.telling.console_view import Clocks, ConsoleView, Waiting
    from trainer.workshop.timing import Shorter


class Band(QWidget):
    """A surface across the console.

    Signals:
        turned(): it has come, or gone.
    """

    fill, edge = "card", "line"
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Tell that it was shown or hidden, also where nothing around it shows yet."""
        done = super().event(event)
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.turned.emit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        palette = theme.colours()
        box = QRectF(self.rect())
        edge = getattr(palette, self.edge)
        paint_surface(QPainter(self), box, fill=getattr(palette, self.fill), border=edge)


class _PauseLine(QWidget):
    """One person who waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waiting: Waiting | None = None
        row = FlowLayout(self, spacing=12)
        self.words = LineLabel("", self, role=Role.STRONG)
        self.since = SoftLabel("", self, wrap=False)
        self.button = PrimaryButton("", self, icon="check")
        row.addWidget(self.words)
        row.addWidget(self.since)
        row.add_stretch()
        row.addWidget(self.button)


class PausesBand(Band):
    """Who needs a pause, until somebody has seen to it. Nothing flashes, nothing sounds.

    Signals:
        seen_to(object): what is next was done for this ``Waiting``: somebody goes, or was there.
    """

    fill, edge = "wash", "teal"
    seen_to = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pauses"))
        self._column = theme.lay(QVBoxLayout(self), margins=(16, 10, 12, 10), spacing=8)
        self._where = SoftLabel("", self)
        self._lines: list[_PauseLine] = []
        self._column.addWidget(self._where)

    def show_pauses(self, view: ConsoleView, t: int) -> None:
        """Show who waits, who has waited longest first."""
        while len(self._lines) < len(view.pauses):
            line = _PauseLine(self)
            line.button.clicked.connect(self._pressed)
            self._column.insertWidget(len(self._lines), line)
            self._lines.append(line)
        had_focus = any(line.button.hasFocus() for line in self._lines)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(view.pauses))
            if number < len(view.pauses):
                self._show_line(line, view, view.pauses[number], t)
        self._where.setText(_who_cares(view))
        self.setVisible(bool(view.pauses))
        if had_focus and view.pauses:
            self._lines[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _show_line(line: _PauseLine, view: ConsoleView, waiting: Waiting, t: int) -> None:
        said = said_of_pause(view, waiting)
        if line.waiting is None or said != line.words.text():
            line.words.setText(said)
            line.button.set_words(_("Somebody is going") if _is_first(waiting) else _("Seen to"))
        line.waiting = waiting
        line.button.setAccessibleDescription(said)
        ago = max(0, t - waiting.since) // 60_000
        since = ngettext("%(count)d minute ago", "%(count)d minutes ago", ago) % {"count": ago}
        since = since if ago else _("just now")
        if since != line.since.text():
            line.since.setText(since)

    def _pressed(self) -> None:
        for line in self._lines:
            if line.button is self.sender() and line.waiting is not None:
                self.seen_to.emit(line.waiting)
                return


def _is_first(waiting: Waiting) -> bool:
    """Tell whether somebody has yet to go there; who only wants it known is seen to at once."""
    return waiting.comes and not waiting.going


def _who_cares(view: ConsoleView) -> str:
    if view.care is None:
        return _("Nobody is named to care for that: it is yours.")
    known = {"name": view.care[0], "where": view.care[1]}
    if view.care[1]:
        return _("%(name)s is there for that: %(where)s") % known
    return _("%(name)s is there for that.") % known


class SaidBand(Band):
    """One quiet sentence: what could not be done, and what to do instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = theme.lay(QHBoxLayout(self), margins=(16, 8, 12, 8), spacing=12)
        self._words = Words("", self)
        row.addWidget(self._words, 1)
        self._close = LinkButton(_("Close"), self)
        self._close.clicked.connect(self.hide)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str) -> None:
        """Show a sentence; an empty one takes the band away."""
        self._words.setText(text)
        self.setVisible(bool(text))

    def words(self) -> str:
        """Give what it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()


class AsideBand(Band):
    """The room sees this screen, because it is the only one, until its view is back on it.

    Signals:
        back(): the room's view shall come back.
    """

    edge = "distract"
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, margins=(16, 10, 12, 10), spacing=12)
        said = LineLabel(_("The room sees this, with your notes."), self, role=Role.STRONG)
        self.button = QuietButton(
            _("Back to the room’s view"), self, icon="presentation", keys=_("Ctrl Shift C")
        )
        self.button.clicked.connect(self.back)
        row.addWidget(said)
        row.add_stretch()
        row.addWidget(self.button)


class KeepingBand(Band):
    """Nothing can be kept now. It stays until something was kept again.

    Signals:
        again(): do the last act once more.
        unkept(): go on, although nothing can be written.
    """

    edge = "distract"
    again = Signal()
    unkept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, margins=(16, 10, 12, 10), spacing=12)
        self._words = LineLabel("", self, role=Role.STRONG)
        button = QuietButton(_("Try again"), self)
        button.clicked.connect(self.again)
        self.go_on = QuietButton(_("Go on without keeping"), self)
        self.go_on.setAccessibleDescription(_("Steps wait, and are kept once there is room."))
        self.go_on.clicked.connect(self.unkept)
        row.addWidget(self._words)
        row.add_stretch()
        row.addWidget(button)
        row.addWidget(self.go_on)

    def show_error(self, error: UpstanderError) -> str:
        """Say it, and that the room sees what it saw; give the words."""
        known = {"what": error.what, "next": error.next_step}
        said = _("%(what)s The room still sees what it saw. %(next)s") % known
        self._words.setText(said.strip())
        self.go_on.show()
        self.show()
        return said

    def show_waiting(self) -> str:
        """Say that the workshop goes on, and that nothing of it is kept now; give the words."""
        said = _("It goes on, but nothing is kept now. What you do waits until there is room.")
        self._words.setText(said)
        self.go_on.hide()
        self.show()
        return said


class LateBand(Band):
    """What could be shortened while the workshop is behind: never a break, never the close.

    Signals:
        shorten(object): a ``Shorter`` was chosen.
        leave(): the story that is on shall end here.
    """

    shorten = Signal(object)
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What could be shorter"))
        self._row = FlowLayout(self, margins=(16, 8, 12, 8), spacing=10)
        self._words = LineLabel("", self, role=Role.STRONG)
        self._row.addWidget(self._words)
        self._buttons = [
            QuietButton("", self, icon="clock", keys=_("Alt %(number)d") % {"number": number})
            for number in (1, 2, 3)
        ]
        for button in self._buttons:
            button.clicked.connect(self._pressed)
            self._row.addWidget(button)
        self.end_story = QuietButton(
            _("End the story here"), self, icon="skip-forward", keys=_("Alt E")
        )
        self.end_story.clicked.connect(self.leave)
        self._row.addWidget(self.end_story)
        self._row.add_stretch()
        self._later = LinkButton(_("Not now"), self)
        self._later.clicked.connect(self._put_off)
        self._row.addWidget(self._later)
        self._offers: tuple[Shorter, ...] = ()
        self._until = 0
        self._in_story = False

    def show_view(self, view: ConsoleView) -> None:
        """Offer to end a story early only while there is more of it to come."""
        seen = view.ahead or view.room
        self._in_story = "leave" in view.can and seen.what is not What.ENDING
        self.end_story.setVisible(self._in_story)

    def show_clocks(self, clocks: Clocks) -> None:
        """Offer what there is; put off, it comes back three minutes later than that."""
        late = clocks.minutes_late
        if not late:
            self._until = 0
        offers = bool(clocks.shorter) or self._in_story
        wanted = offers and 0 < late >= self._until
        if wanted:
            self._late = late
            said = _said_late(late, shorter=bool(clocks.shorter))
            if said != self._words.text():
                self._words.setText(said)
            # Beside that, one is enough: the band takes its room from the notes.
            self._offer(clocks.shorter[:1] if self._in_story else clocks.shorter)
        if wanted == self.isHidden():
            self.setVisible(wanted)

    def _offer(self, offers: tuple[Shorter, ...]) -> None:
        if offers == self._offers:
            return
        self._offers = offers
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(offers))
            if number < len(offers):
                one = offers[number]
                known = {"title": one.title, "least": one.least, "minutes": one.minutes}
                button.set_words(_("%(title)s: %(least)d instead of %(minutes)d minutes") % known)

    def press(self, number: int) -> None:
        """Take the offer of this number, from 1, while it stands there."""
        if not self.isHidden() and 1 <= number <= len(self._offers):
            self.shorten.emit(self._offers[number - 1])

    def press_leave(self) -> None:
        """Take the offer to end the story, while it stands there."""
        if not self.isHidden() and self._in_story:
            self.leave.emit()

    def _pressed(self) -> None:
        for number, button in enumerate(self._buttons, 1):
            if button is self.sender():
                self.press(number)
                return

    def _put_off(self) -> None:
        self._until = self._late + 3
        self.hide()


def _said_late(late: int, *, shorter: bool) -> str:
    if shorter:
        said = ngettext(
            "It is %(count)d minute behind. Shorter could be:",
            "It is %(count)d minutes behind. Shorter could be:",
            late,
        )
    else:
        said = ngettext("It is %(count)d minute behind.", "It is %(count)d minutes behind.", late)
    return said % {"count": late}
