"""The console: now, next, notes, clocks, votes, the room; from the first slide to the goodbye.

It shows what a :class:`~trainer.workshop.workshop.Workshop` is, and changes it through the
bridge only. Nothing of it is on the projector.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.page import KeyHelp, Page
from trainer.ui.workshop import keys, leading
from trainer.ui.workshop.console import dark, keyboard, own_keys
from trainer.ui.workshop.console.around import Around
from trainer.ui.workshop.console.bands.undoable import Undoable
from trainer.ui.workshop.console.bands.unkept import Unkept
from trainer.ui.workshop.console.body import Body
from trainer.ui.workshop.console.telling import Telling
from trainer.ui.workshop.counting import closed_words
from trainer.workshop.state import Phase
from trainer.workshop.telling.coming import Does
from trainer.workshop.telling.console_view import clocks, console_view
from trainer.workshop.telling.console_vote import voting

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.ui.context import Context
    from trainer.ui.workshop.bridge import Bridge
    from trainer.ui.workshop.keys import Pressed
    from trainer.ui.workshop.leading import Leading
    from trainer.workshop.refusals import Refused
    from trainer.workshop.telling.console_view import Clocks, ConsoleView, Waiting
    from trainer.workshop.workshop import Workshop

TICK = 250
"""Milliseconds between two looks at the clocks."""
OF_FIELDS = frozenset({"hands", "people", "care", "strip", "parked", "park"})
"""Acts that fields ask for, once what stands in them counts."""
DIGIT = 1_000
"""Milliseconds after a digit in which a blank is no forward key."""


class ConsolePage(Page):
    """Opened with ``workshop``. Opened again without one, it shows the one that goes on."""

    name: ClassVar[str] = "workshop"
    immersive: ClassVar[bool] = True
    escape_leaves: ClassVar[bool] = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.led: Leading | None = None
        self.bridge: Bridge | None = None
        self._view: ConsoleView | None = None
        self._telling = Telling(context, self)
        self.body = Body(context, self)
        theme.lay(QVBoxLayout(self)).addWidget(self.body)
        self.unkept = Unkept(self.context, self.body.keeping, self)
        self.around = Around(self.context, self.body, self)
        self.around.pressed.connect(self.press)
        self.around.let_go.connect(self._let_go)
        self._undoable = Undoable(context, self)
        self._connect()
        self._digit = QTimer(self, singleShot=True, interval=DIGIT)
        self._ticking = QTimer(self, interval=TICK)
        self._ticking.timeout.connect(self._tick)
        context.settings_changed.connect(self._stay_dark)
        own_keys.add(self)

    def _connect(self) -> None:
        for part in (
            self.body.vote,
            self.body.asked,
            self.body.room,
            self.body.foot,
            self.body.timer,
        ):
            part.wanted.connect(self._wanted)
        self.body.vote.said.connect(self.say)
        self.body.pauses.seen_to.connect(self._seen_to)
        self.body.foot.next_wanted.connect(self.go_on)
        self.body.timer.timer_wanted.connect(self._timer)
        self.body.head.blank.clicked.connect(self._blank)
        self.body.head.freeze.clicked.connect(self._freeze)

    # The page

    def title(self) -> str:
        """Title of the window: what is led."""
        return self._view.title if self._view is not None else _("Workshop")

    def open(self, **what: Any) -> None:
        """Lead this workshop from now on."""
        workshop: Workshop | None = what.get("workshop")
        led = leading.now(self.context)
        if workshop is not None:
            led = leading.take_up(self.context, workshop)
        if led is None or led is self.led:
            return
        self.led, self.bridge = led, led.bridge
        led.room_changed.connect(self._room_turned)
        self.bridge.changed.connect(self.refresh)
        self.bridge.refused.connect(self._refused)
        self.unkept.lead(led)
        self.body.forget()
        self._undoable.forget()
        self._telling.forget()
        self.body.middle.screen_.screen_.follow(led.bridge)
        self.around.lead(led, network=what.get("network"), starts=bool(what.get("projects", True)))
        self._view = None
        self.refresh()

    def shown(self) -> None:
        """Turn dark, and look at the clock."""
        dark.on()
        self._ticking.start()
        self._tick()
        keyboard.to_next(self.body)
        self.around.start()

    def left(self) -> None:
        """Turn back to the usual colours. The workshop goes on."""
        self.settle()
        self._ticking.stop()
        dark.off(self.context.settings)

    def _stay_dark(self) -> None:
        if self.isVisible():
            dark.on()

    def order_tabs(self) -> None:
        """From the top to the foot, column by column."""
        self.body.order_tabs()

    def key_help(self) -> KeyHelp:
        """List the keys of leading a workshop."""
        return [*keys.key_help(), *own_keys.key_help()]

    # Doing

    def do(self, act: str, /, **what: Any) -> bool:
        """Do an act; what it is refused for is said in a quiet line."""
        if self.bridge is None:
            return False
        if act not in OF_FIELDS:
            self.settle()
        done = self.unkept.do(self.bridge, act, **what)
        if done:
            self.body.said.say("")
        return done

    def settle(self) -> None:
        """Take what stands in the field that has the keyboard, as if it had been left."""
        focus = self.window().focusWidget()
        if isinstance(focus, QLineEdit) and self.isAncestorOf(focus):
            focus.editingFinished.emit()

    def press(self, pressed: Pressed) -> bool:
        """Do what a key or a clicker asks for; False where that is nothing."""
        if self.bridge is None:
            return False
        if self.around.press(pressed.wish):
            return True
        if pressed.wish is keys.Wish.ANSWER and self.body.vote.digit(pressed.answer):
            if self.body.columns.is_one:
                self.body.columns.turn_to("vote")
            return True
        if pressed.wish is keys.Wish.ANSWER and self.bridge.state.at.phase is Phase.ASK:
            self._digit.start()
        workshop = self.bridge.workshop
        asked = keys.act(workshop.making, workshop.state, pressed)
        if asked is None:
            hint = keys.hint(workshop.making, workshop.state, pressed)
            if hint:
                self.say(hint)
            return bool(hint)
        name, what = asked
        if name == "next" and self._is_at_the_end():
            self.around.ask_to_end()
            return True
        self.do(name, **what)
        return True

    def _is_at_the_end(self) -> bool:
        """Tell whether going on is ending: where the facilitator can see that asked."""
        if self.bridge is None or self._view is None:
            return False
        state, does = self.bridge.state, self._view.next.does
        return does is Does.LAST and state.ended is None and not state.covered

    def go_on(self) -> None:
        """Do what the forward key does; a blank right after a digit belongs to hands."""
        if self._digit.isActive():
            self._digit.start()
            self.say(closed_words())
            return
        self.press(keys.Pressed(keys.Wish.NEXT))

    def _wanted(self, wanted: tuple[str, dict[str, Any]]) -> None:
        name, what = wanted
        self.do(name, **what)
        self._show_again()

    def _show_again(self) -> None:
        """Put back what a control shows by itself, where the act was refused."""
        if self._view is not None:
            self.body.room.show_room(self._view)

    def _timer(self) -> None:
        self.press(keys.Pressed(keys.Wish.TIMER))

    def _blank(self) -> None:
        self.press(keys.Pressed(keys.Wish.BLANK))

    def _freeze(self) -> None:
        self.press(keys.Pressed(keys.Wish.FREEZE))

    def _seen_to(self, waiting: Waiting) -> None:
        self.do("been" if waiting.going else "seen", pause=waiting.id)
        focus = self.window().focusWidget()
        if focus is not None and self.body.pauses.isAncestorOf(focus):
            # Enter once more would say that somebody has been there.
            keyboard.to_next(self.body)

    def _let_go(self) -> None:
        self.led = self.bridge = self._view = None

    # What could not be done

    def say(self, text: str) -> None:
        """Say something in the quiet line, and to a screen reader."""
        self.body.said.say(text)
        self.context.announce(text)

    def _refused(self, refused: Refused) -> None:
        self.say(" ".join(one for one in (refused.what, refused.next_step) if one))

    # Showing

    def refresh(self) -> None:
        """Show the workshop as it is now; parts that are as they were are not touched."""
        if self.bridge is None:
            return
        workshop = self.bridge.workshop
        state, t = workshop.state, workshop.t()
        view = console_view(workshop.making, state, t)
        vote = voting(workshop.making, state)
        with keyboard.kept(self.body):
            self.body.vote.show_voting(vote)
            if view != self._view:
                self._show_view(view, t)
        self._show_clocks(clocks(workshop.making, state, t))
        self.unkept.show()
        self._telling.tell(view, vote)

    def _show_view(self, view: ConsoleView, t: int) -> None:
        before, self._view = self._view, view
        self.body.show_view(view, before, t)
        if before is None or before.title != view.title:
            self.title_changed.emit()

    def _room_turned(self) -> None:
        """Let no second press close a room that has just been opened."""
        self.refresh()
        if self.window().focusWidget() is self.body.join.door:
            keyboard.to_next(self.body)

    def _tick(self) -> None:
        if self.bridge is None or self._view is None:
            return
        workshop = self.bridge.workshop
        t = workshop.t()
        self._show_clocks(clocks(workshop.making, workshop.state, t))
        if self._view.pauses:
            self.body.pauses.show_pauses(self._view, t)

    def _show_clocks(self, now: Clocks) -> None:
        runs = self._view is not None and self._view.has_begun and not self._view.has_ended
        self.body.show_clocks(now, runs=runs)
        self._telling.tell_time(now, self.body.head.warning(), runs=runs)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of a workshop do; none of them scrolls.

        A field hands on the Enter with which it was left: that is not the room's.
        """
        pressed = None if isinstance(self.focusWidget(), QLineEdit) else keys.pressed(event)
        if pressed is None or not self.press(pressed):
            event.ignore()

    def shared_key(self) -> None:
        """Do what a key of every workshop asks for."""
        pressed = own_keys.pressed(self._shortcut())
        if pressed is not None:
            self.press(pressed)

    def tab_key(self) -> None:
        """Bring a tab to the front, and the keyboard with it."""
        name = own_keys.tab(self._shortcut())
        self.body.columns.turn_to(name)
        self.body.columns.focus_first(name)

    def offer_key(self) -> None:
        """Take an offer to shorten a part."""
        self.body.late.press(own_keys.number(self._shortcut()))

    def leave_key(self) -> None:
        """End a story early, where that is offered."""
        self.body.late.press_leave()

    def see_to_first(self) -> None:
        """Do what is next for the pause which has waited longest."""
        if self._view is not None and self._view.pauses:
            self._seen_to(self._view.pauses[0])

    def _shortcut(self) -> QShortcut:
        shortcut = self.sender()
        if not isinstance(shortcut, QShortcut):
            raise TypeError("not a key")
        return shortcut

    def hands(self) -> None:
        """Put the keyboard where hands are typed in."""
        self.body.columns.turn_to("vote")
        if self.body.vote.hands.isVisibleTo(self):
            self.body.vote.hands.begin()
        else:
            self.say(_("There is no open vote to count hands for."))

    def next_question(self) -> None:
        """Show the next of several questions that are asked together."""
        if self.body.vote.has_several:
            self.body.columns.turn_to("vote")
            self.body.vote.go_on()

    def tell_vote(self) -> None:
        """Have a screen reader say how the vote stands."""
        self.context.announce(self.body.vote.spoken())
