"""What has been settled for a workshop before it begins. Nothing of it is kept by itself.

The page, the sheets over it and the line on the console look at one of these. What is known of
the network is put together here (:meth:`Preparation.known`); what it means is worked out in
:mod:`trainer.workshop.network.ladder`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from trainer.errors import UpstanderError
from trainer.ui.workshop.hosting import Hosting
from trainer.workshop.network.addresses import best
from trainer.workshop.network.ladder import Known, Step, ladder, present

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.plans.model import Plan
    from trainer.scenario.gathering import Placed
    from trainer.ui.context import Context
    from trainer.workshop.network.addresses import Address
    from trainer.workshop.network.verdict import Verdict
    from trainer.workshop.workshop import Workshop

    Ask = Callable[[], tuple[Address, ...]]


def ask_system() -> tuple[Address, ...]:
    """Ask the system for this computer's addresses."""
    from trainer.workshop.network import asking

    return asking.addresses()


class _Looking(QThread):
    """Looks for addresses; some systems take a moment over it.

    Signals:
        found(object): the addresses.
    """

    found = Signal(object)

    def __init__(self, ask: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._got: tuple[Address, ...] = ()
        self.finished.connect(self._tell)

    def run(self) -> None:
        """Look, in the thread."""
        self._got = self._ask()

    def _tell(self) -> None:
        self.found.emit(self._got)
        self.deleteLater()


class Preparation(QObject):
    """One workshop before it begins.

    Attributes:
        placed: the plan, with the file that it stands in.
        care: name and whereabouts of who is there for somebody who needs a pause, or None.
        soften: whether strong language is softened for projector and phones.
        printed: whether the facilitator says that cards are on paper.
        addresses: of this computer, the likeliest first.
        chosen: the address that phones are given, or None.
        tested: what a test with a phone came to, by address.
        code: text of the code for the venue's Wi-Fi, or empty; only in memory.
        looking: whether addresses are being looked for.
        workshop: what was made of it, once phones were let in or it was begun; else None.
        hosting: the room that phones join, once there is a workshop.

    Signals:
        changed(): something was settled otherwise.
        trouble(object): an ``UpstanderError``: what was settled could not be kept.

    """

    changed = Signal()
    trouble = Signal(object)

    def __init__(
        self, placed: Placed[Plan], parent: QObject | None = None, ask: Ask = ask_system
    ) -> None:
        super().__init__(parent)
        self.placed = placed
        named = placed.content.care
        self.care = (named.name, named.where) if named is not None else None
        self.soften = True
        self.printed = False
        self.addresses: tuple[Address, ...] = ()
        self.chosen: Address | None = None
        self.tested: dict[str, Verdict] = {}
        self.code = ""
        self.looking = False
        self.workshop: Workshop | None = None
        self.hosting: Hosting | None = None
        self._ask = ask

    @property
    def plan(self) -> Plan:
        """What it goes through."""
        return self.placed.content

    @property
    def goes_on(self) -> bool:
        """Whether it has begun, and has not ended."""
        state = self.workshop.state if self.workshop is not None else None
        return state is not None and state.began is not None and state.ended is None

    def settle(self, **what: object) -> None:
        """Settle something otherwise, by the names above."""
        for name, value in what.items():
            setattr(self, name, value)
        try:
            self._apply()
        except UpstanderError as error:
            self.trouble.emit(error)
        self.changed.emit()

    def make(self, context: Context, *, keeps: bool) -> Workshop:
        """Make the workshop, as it is settled now; the one there is, if it was made already.

        Raises:
            UpstanderError: something that the plan needs is not there, or it cannot be kept.

        """
        if self.workshop is not None and self.workshop.state.ended is not None:
            self._let_go_of_room()
        if self.workshop is None:
            from trainer.workshop import holding

            self.workshop = holding.from_plan(
                self.placed, context.library, context.method, context.help, keeps=keeps
            )
            self.hosting = Hosting(self.workshop, context)
            self.hosting.changed.connect(self.changed)
            self.hosting.trouble.connect(self.trouble)
        self._apply()
        return self.workshop

    def _apply(self) -> None:
        """Have the workshop, if there is one that goes on, stand as things are settled."""
        made = self.workshop
        if made is None or made.state.ended is not None:
            return
        if made.making.care(made.state) != self.care:
            name, where = self.care or ("", "")
            made.do("care", name=name, where=where)
        if made.state.soften != self.soften:
            made.do("soften", on=self.soften)

    def _let_go_of_room(self) -> None:
        hosting, self.hosting, self.workshop = self.hosting, None, None
        if hosting is not None:
            hosting.let_go()

    def look(self) -> None:
        """Look for the network, again if need be."""
        if self.looking:
            return
        thread = _Looking(self._ask, self)
        thread.found.connect(self.found)
        self.settle(looking=True)
        thread.start()

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
            self.hosting.joined if self.hosting is not None and self.hosting.is_open else 0,
            code=bool(self.code),
            printed=self.printed,
        )

    def steps(self) -> tuple[Step, ...]:
        """Give the ladder as it stands."""
        return ladder(self.known())

    def present(self) -> Step:
        """Give the rung that holds now."""
        return present(self.known())

    def let_go(self) -> None:
        """Let go of it all: another plan is got ready, and this one was not begun.

        What was typed of somebody's Wi-Fi is forgotten; a workshop that has begun goes on.
        """
        self.code = ""
        workshop = self.workshop
        if workshop is not None and workshop.state.began is None:
            self._let_go_of_room()
            workshop.close()
        self.deleteLater()
