"""What has been settled for a workshop before it begins. Nothing of it is kept by itself.

The page, the sheets over it and the line on the console look at one of these. What is known of
the network is put together here (:meth:`Preparation.known`); what it means is worked out in
:mod:`trainer.workshop.network.ladder`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from trainer.errors import UpstanderError
from trainer.ui.workshop import leading, looking
from trainer.ui.workshop.looking import ask_system
from trainer.workshop.material import Lacks
from trainer.workshop.network.addresses import best
from trainer.workshop.network.ladder import Known, Step, ladder, present

if TYPE_CHECKING:
    from collections.abc import Container

    from trainer.plans.model import Plan
    from trainer.scenario.files.gathering import Placed
    from trainer.ui.context import Context
    from trainer.ui.workshop.leading import Leading
    from trainer.ui.workshop.looking import Ask
    from trainer.workshop.network.addresses import Address
    from trainer.workshop.network.verdict import Verdict
    from trainer.workshop.state import State

_STATED: Final = ("care", "soften", "second", "strip", "people")
"""What is settled here, and then stands in the workshop's state."""


class Preparation(QObject):
    """One workshop before it begins.

    Attributes:
        placed: the plan, with the file that it stands in; None for a workshop that goes on.
        care: name and whereabouts of who is there for somebody who needs a pause, or None.
        people: how many are expected in the room, or None.
        keeps: whether anything of it is kept.
        soften: whether strong language is softened for projector and phones.
        second: language that the projector shows beside the plan's own, or empty.
        strip: whether a strip of the projector is kept free for captions or an interpreter.
        written: languages in which there is any of it, the plan's own among them.
        lacks: what is missing of its stories.
        printed: whether the facilitator says that cards are on paper.
        saved: whether cards were saved as a PDF, to be printed.
        addresses: of this computer, the likeliest first.
        chosen: the address that phones are given, or None.
        tested: what a test with a phone came to, by address.
        code: text of the code for the venue's Wi-Fi, or empty; only in memory.
        wifi: name of that Wi-Fi.
        looking: whether addresses are being looked for.
        led: the workshop that was made of it, once phones were let in or it was begun; else
            None. It goes on, with its room, whatever becomes of this.

    Signals:
        changed(): something was settled otherwise.
        trouble(object): an ``UpstanderError``: what was settled could not be kept.

    """

    changed = Signal()
    trouble = Signal(object)

    def __init__(
        self, placed: Placed[Plan] | None, parent: QObject | None = None, ask: Ask = ask_system
    ) -> None:
        super().__init__(parent)
        self.placed = placed
        named = placed.content.care if placed is not None else None
        self.care = (named.name, named.where) if named is not None else None
        self.people: int | None = None
        self.keeps = True
        self.soften = True
        self.second = ""
        self.strip = False
        self.written: tuple[str, ...] = ()
        self.lacks = Lacks()
        if placed is not None:
            plan = placed.content
            self.second = next((one for one in plan.languages if one != plan.language), "")
            self.strip = plan.interpreted
        self.printed = False
        self.saved = False
        self.addresses: tuple[Address, ...] = ()
        self.chosen: Address | None = None
        self.tested: dict[str, Verdict] = {}
        self.code = ""
        self.wifi = ""
        self.looking = False
        self.led: Leading | None = None
        self._ask = ask

    @classmethod
    def of(cls, led: Leading, parent: QObject | None = None, ask: Ask = ask_system) -> Preparation:
        """Get a workshop ready again that goes on: after a crash, or on a second laptop."""
        made = cls(None, parent, ask)
        made._lead(led)
        made._follow()
        return made

    @property
    def plan(self) -> Plan:
        """What it goes through."""
        if self.placed is not None:
            return self.placed.content
        if self.led is None:
            raise ValueError("neither a plan nor a workshop")
        return self.led.workshop.material.plan

    @property
    def state(self) -> State | None:
        """The workshop's state, if it has been made."""
        return self.led.workshop.state if self.led is not None else None

    @property
    def goes_on(self) -> bool:
        """Whether it has begun, and has not ended."""
        state = self.state
        return state is not None and state.began is not None and state.ended is None

    @property
    def is_open(self) -> bool:
        """Whether phones can join."""
        return self.led is not None and self.led.is_room_open

    @property
    def joined(self) -> int:
        """How many phones have joined."""
        state = self.state
        return len(state.voters) if state is not None else 0

    def settle(self, **what: object) -> None:
        """Settle something otherwise, by the names above."""
        for name, value in what.items():
            setattr(self, name, value)
        try:
            self._apply(what)
        except UpstanderError as error:
            self.trouble.emit(error)
        self.changed.emit()

    def cards_saved(self) -> None:
        """Take note that cards were saved, to be printed."""
        self.settle(saved=True)

    def make(self, context: Context) -> Leading:
        """Make the workshop, as it is settled now, and lead it; the one there is, if it goes on.

        Raises:
            UpstanderError: something that the plan needs is not there, or it cannot be kept.

        """
        if self.led is None or (self.placed is not None and self._has_ended()):
            from trainer.workshop import holding

            if self.placed is None:
                raise ValueError("a workshop that goes on is there already")
            made = holding.from_plan(
                self.placed, context.library, context.method, context.help, keeps=self.keeps
            )
            self._lead(leading.take_up(context, made))
            self._apply(_STATED)
        if self.led is None:
            raise ValueError("nothing is led")
        return self.led

    def _lead(self, led: Leading) -> None:
        self.led = led
        self.written = led.workshop.material.languages()
        led.room_changed.connect(self.changed)
        led.bridge.changed.connect(self._changed_there)
        led.trouble.connect(self._room_trouble)

    def _room_trouble(self, error: UpstanderError | None) -> None:
        # While it is led, the console says so, and no sheet comes over it.
        if error is not None and not self.goes_on:
            self.trouble.emit(error)

    def _has_ended(self) -> bool:
        state = self.state
        return state is not None and state.ended is not None

    def _changed_there(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Take note of what was settled otherwise on the console."""
        if self.led is None or self._has_ended():
            return
        workshop = self.led.workshop
        state = workshop.state
        self.care = workshop.making.care(state)
        self.soften, self.second = state.soften, state.second
        self.strip = state.strip is not None
        self.people = state.people

    def _apply(self, settled: Container[str]) -> None:
        """Have the workshop, if there is one that goes on, stand as that is settled."""
        if self.led is None or self._has_ended():
            return
        made = self.led.workshop
        if "care" in settled and made.making.care(made.state) != self.care:
            name, where = self.care or ("", "")
            made.do("care", name=name, where=where)
        if "soften" in settled and made.state.soften != self.soften:
            made.do("soften", on=self.soften)
        if "second" in settled and made.state.second != self.second:
            made.do("second", language=self.second)
        if "strip" in settled and (made.state.strip is not None) != self.strip:
            made.do("strip", **({"text": ""} if self.strip else {}))
        if "people" in settled and made.state.people != self.people:
            made.do("people", count=self.people or 0)

    def look(self) -> None:
        """Look for the network, again if need be."""
        if self.looking:
            return
        self.settle(looking=True)
        looking.look(self._ask, self.found)

    def found(self, addresses: tuple[Address, ...]) -> None:
        """Take note of the addresses; what was chosen stays so if it is still there."""
        kept = next((one for one in addresses if one == self.chosen), None)
        here = {one.ip for one in addresses}
        tested = {ip: verdict for ip, verdict in self.tested.items() if ip in here}
        chosen = kept or best(addresses)
        self.settle(addresses=addresses, chosen=chosen, tested=tested, looking=False)

    def came_to(self, address: Address, verdict: Verdict) -> None:
        """Take note of what a test came to."""
        self.settle(tested={**self.tested, address.ip: verdict})

    def known(self) -> Known:
        """Give what is known of the network now."""
        return Known(
            self.addresses,
            self.chosen,
            self.tested,
            self.joined if self.is_open else 0,
            code=bool(self.code),
            printed=self.printed,
        )

    def steps(self) -> tuple[Step, ...]:
        """Give the ladder as it stands."""
        return ladder(self.known())

    def present(self) -> Step:
        """Give the rung that holds now."""
        return present(self.known())

    def let_go(self, context: Context) -> None:
        """Let go of it all: another plan is got ready.

        A workshop that has begun goes on. One that never began is not led any more, its room is
        closed, and what was typed of somebody's Wi-Fi is forgotten.
        """
        if self.goes_on and self.led is not None:
            # The console looks at it, as long as that one is led.
            self.setParent(self.led)
            return
        self.code = self.wifi = ""
        state = self.state
        if state is not None and state.began is None and leading.now(context) is self.led:
            leading.let_go(context)
        self.led = None
        self.deleteLater()
