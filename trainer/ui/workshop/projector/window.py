"""The projector's window: what the room sees, and nothing that is private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trainer import language
from trainer.language import _
from trainer.ui import fonts
from trainer.ui.announcing import announce
from trainer.ui.workshop import keys
from trainer.ui.workshop.keys import Wish
from trainer.ui.workshop.projector import hands_said, paper, views
from trainer.ui.workshop.projector.hands_strip import HandsStrip
from trainer.ui.workshop.projector.page_view import USUAL, PageView
from trainer.ui.workshop.projector.teller import Teller
from trainer.workshop.telling.room_view import What, room_view

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from trainer.ui.workshop.bridge import Bridge
    from trainer.workshop.telling.room_view import RoomView


def ink_for(plan_language: str, second: str, *, dark: bool) -> paper.Ink:
    """Give the ink for a plan; words of the program may be of another language than its own."""
    made = paper.ink(plan_language, second, dark=dark, mirrored=_mirrored(plan_language))
    spare = fonts.families(language.code())
    first = tuple(dict.fromkeys((*made.first, *spare)))
    return paper.Ink(made.colours, first, made.second, made.mirrored)


def _mirrored(plan_language: str) -> bool:
    return QLocale(plan_language).textDirection() == Qt.LayoutDirection.RightToLeft


HELD: Final = 700
"""Milliseconds in which a digit may still become hands, before it plays an answer."""
TYPED: Final = 1_000
"""Milliseconds after which a key is no more part of hands that cannot be counted."""

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OF_HANDS: Final = (Qt.Key.Key_Space, Qt.Key.Key_Comma, *_ENTER)


class ProjectorWindow(QWidget):
    """What the room sees, on a screen of its own or in a window that can be shared.

    It observes the workshop. A key is told on, and does here what it does on the console. With
    ``takes_hands`` hands can be typed in here, because the console is out of sight.

    Signals:
        pressed(object): a key of :mod:`trainer.ui.workshop.keys` was pressed; a ``Pressed``.
        closed(): the window was closed.
    """

    pressed = Signal(object)
    closed = Signal()

    def __init__(self, bridge: Bridge, *, dark: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window)
        # Neutral: who shares a window in a call shows its title to everybody.
        self.setWindowTitle(_("Workshop"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.teller = Teller(bridge, self)
        self._bridge = bridge
        self._second = self.teller.second
        self.dark = dark
        self._takes_hands = False
        self.page = PageView(self.teller.telling, self._ink(), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.hands = HandsStrip(self)
        self.hands.counted.connect(self._count)
        self.hands.kept.connect(self.page.keep)
        self._held: keys.Pressed | None = None
        self._holding = QTimer(self, singleShot=True, interval=HELD)
        self._holding.timeout.connect(self._let_go)
        self._typing = QTimer(self, singleShot=True, interval=TYPED)
        self.resize(USUAL)
        self.teller.changed.connect(self._show)
        bridge.changed.connect(self._follow)
        self.teller.rang.connect(QApplication.beep)
        self._title = ""
        self._name()

    @property
    def takes_hands(self) -> bool:
        """Whether hands are counted here, because the console is out of sight."""
        return self._takes_hands

    @takes_hands.setter
    def takes_hands(self, takes: bool) -> None:
        self._takes_hands = takes
        self._follow()

    def _follow(self) -> None:
        """Say below the page what can be counted now, and what goes on without."""
        if not self._takes_hands:
            if not self.hands.isHidden():
                self.hands.shut()
            return
        state, seen = self._bridge.state, self._seen()
        said = hands_said.waiting(self._bridge.workshop.making, state, seen)
        self.hands.follow(seen, self._ink(), hands_said.counted(state, seen), said)
        if self.page.is_full and self.hands.question is not None and not self.hands.has_keyboard:
            # Over answers that somebody is reading it stands only while hands are typed.
            self.hands.shut()

    def _ink(self) -> paper.Ink:
        return ink_for(self.teller.language, self.teller.second, dark=self.dark)

    def set_dark(self, dark: bool) -> None:
        """Set it dark for a dark room, or light again."""
        self.dark = dark
        self.page.use(self._ink())

    def _show(self) -> None:
        if self.teller.second != self._second:
            self._second = self.teller.second
            self.page.use(self._ink())
        self.page.show_telling(self.teller.telling)
        self._follow()
        self._name()

    def _name(self) -> None:
        """Name the page after its title, and have a screen reader say a new one."""
        title = views.of(self.teller.telling).title() or self.teller.telling.seen.title
        if title == self._title:
            return
        self._title = title
        self.page.setAccessibleName(title)
        if self.isActiveWindow():
            announce(self, title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell a key on; every other one, Esc too, does nothing and goes nowhere."""
        found = keys.pressed(event)
        if self.takes_hands and (self._begins_hands(event, found) or self._too_late(event, found)):
            event.accept()
            return
        self._let_go()
        end = self._end_words(found)
        if end:
            self.hands.say_now(self._ink(), end)
        elif found is not None:
            self.pressed.emit(found)
        event.accept()

    def _end_words(self, found: keys.Pressed | None) -> str:
        """Say how to end where nothing comes any more: the console that asks is out of sight."""
        if not self.takes_hands or found is None or found.wish is not Wish.NEXT:
            return ""
        return hands_said.at_the_end(self._bridge.workshop.making, self._bridge.state)

    def _begins_hands(self, event: QKeyEvent, found: keys.Pressed | None) -> bool:
        """Begin to count hands: with H or Tab, or with the number of an answer."""
        number = found.answer if found is not None and found.wish is Wish.ANSWER else 0
        if not number and event.key() not in (Qt.Key.Key_H, Qt.Key.Key_Tab):
            return False
        self._follow()
        return self.hands.begin(number)

    def _seen(self) -> RoomView:
        """Give what is to be seen now: what shows may be a moment behind."""
        return room_view(self._bridge.workshop.making, self._bridge.state, self.teller.language)

    def _too_late(self, event: QKeyEvent, found: keys.Pressed | None) -> bool:
        """Take the keys of hands that are typed while the vote is closed, and say that it is.

        A digit alone plays an answer then; so it waits for a moment whether more is typed.
        """
        is_digit = found is not None and found.wish is Wish.ANSWER
        digits = is_digit or event.key() == Qt.Key.Key_0
        if digits or event.key() in _OF_HANDS:
            if self._typing.isActive():
                self._typing.start()
                return True
            if self._holding.isActive() and event.key() not in _ENTER:
                self._say_closed()
                return True
        if self._seen().what is not What.ASK:
            return False
        making, state = self._bridge.workshop.making, self._bridge.state
        if is_digit and found is not None and keys.act(making, state, found) is not None:
            self._held = found
            self._holding.start()
            return True
        if is_digit or event.key() == Qt.Key.Key_H:
            self._say_closed()
            return True
        return False

    def _say_closed(self) -> None:
        self._holding.stop()
        self._held = None
        self._typing.start()
        self.hands.say_closed(self._ink())

    def _let_go(self) -> None:
        """Do what the digit that waited asked for."""
        held, self._held = self._held, None
        self._holding.stop()
        if held is not None:
            self.pressed.emit(held)

    def _count(self, counted: tuple[str, str, int]) -> None:
        question, answer, count = counted
        self._bridge.do("hands", question=question, answer=answer, count=count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is counted at the foot."""
        super().resizeEvent(event)
        self.hands.place(paper.unit(self.size()), self._ink())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what moves; the workshop goes on."""
        self.teller.close()
        self.closed.emit()
        super().closeEvent(event)
