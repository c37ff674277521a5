"""Beginning a workshop from the page that gets it ready, and letting phones in before.

What stands against it (another one that goes on, a full disk) is asked about, and then the same
is done again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer.errors import KeepingError, UpstanderError
from trainer.language import _
from trainer.ui.dialogs import AskSheet
from trainer.ui.workshop import leading
from trainer.ui.workshop.care.handing import hand_over

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.ui.workshop.leading import Leading
    from trainer.ui.workshop.ready.page import ReadyPage

CONSOLE = "workshop"
"""Page that a workshop is led on."""


class Beginning(QObject):
    """Does it for the page, with what has been settled there."""

    def __init__(self, page: ReadyPage) -> None:
        super().__init__(page)
        self._page = page
        self._context = page.context
        self._then: Callable[[], None] = self.begin

    def begin(self) -> None:
        """Begin with what holds."""
        self._begin(hands=False)

    def begin_with_hands(self) -> None:
        """Begin without phones."""
        self._begin(hands=True)

    def _begin(self, *, hands: bool) -> None:
        """Go to the console with the workshop."""
        led = self._make(self.begin_with_hands if hands else self.begin)
        if led is None:
            return
        if hands:
            self.let_no_phones_in()
        self._context.open_page(CONSOLE, workshop=led.workshop, network=self._page.preparation)

    def let_phones_in(self) -> None:
        """Open the room on the chosen address."""
        led = self._make(self.let_phones_in)
        preparation = self._page.preparation
        if led is None or preparation is None or preparation.chosen is None:
            return
        try:
            led.open_room(preparation.chosen.ip)
        except UpstanderError as error:
            self._context.tell(error)
            return
        self._context.announce(self._page.network.said.text())

    def let_no_phones_in(self) -> None:
        """Close the room."""
        preparation = self._page.preparation
        if preparation is not None and preparation.led is not None:
            try:
                preparation.led.close_room()
            except UpstanderError as error:
                self._context.tell(error)

    def hand_page(self) -> None:
        """Hand the care person the way to their page; it is there while the room is open."""
        preparation = self._page.preparation
        if preparation is None or preparation.care is None:
            return
        if preparation.led is not None and preparation.is_open:
            hand_over(self._context, preparation.led, self._page.window())
            return
        said = _(
            "Their page works while the room is open for phones. You can close the room again at"
            " any time; their way there stays the same."
        )
        heading = _("A page for %(name)s") % {"name": preparation.care[0]}
        act = _("Let phones in")
        sheet = AskSheet(self._context, heading, [said], act, self._page.window(), icon="lock-open")
        sheet.agreed.connect(self._let_in_and_hand)
        sheet.open()

    def _let_in_and_hand(self) -> None:
        self.let_phones_in()
        preparation = self._page.preparation
        if preparation is not None and preparation.led is not None and preparation.is_open:
            hand_over(self._context, preparation.led, self._page.window())

    def _make(self, then: Callable[[], None]) -> Leading | None:
        """Make the workshop and lead it; what stands against that is asked, and then done."""
        preparation = self._page.preparation
        if preparation is None:
            return None
        self._then = then
        led = leading.now(self._context)
        if led is not None and led is not preparation.led and _goes_on(led):
            self._ask_to_stop(led)
            return None
        try:
            return preparation.make(self._context)
        except KeepingError as error:
            self._ask_without_keeping(error)
        except UpstanderError as error:
            self._context.tell(error)
        return None

    def _ask_to_stop(self, led: Leading) -> None:
        """Ask before another workshop stops: there is one at a time."""
        heading = _("“%(title)s” goes on.") % {"title": led.workshop.material.plan.title}
        said = _(
            "One workshop runs at a time. That one stops where it is, its room is closed, and you"
            " can go on with it from the page Workshop."
        )
        act = _("Stop it, and go on here")
        sheet = AskSheet(self._context, heading, [said], act, self._page.window(), icon="pause")
        sheet.agreed.connect(self._stop_other)
        sheet.open()

    def _stop_other(self) -> None:
        leading.let_go(self._context)
        self._then()

    def _ask_without_keeping(self, error: KeepingError) -> None:
        """Ask whether to hold it all the same: a full disk keeps no room waiting."""
        said = _(
            "It can be held all the same. Then nothing of it is kept: if this computer stops, it"
            " begins anew, and there is no report afterwards."
        )
        sentences = [one for one in (error.safe, error.next_step, said) if one]
        act = _("Go on, and keep nothing")
        sheet = AskSheet(
            self._context, error.what, sentences, act, self._page.window(), icon="play"
        )
        sheet.agreed.connect(self._begin_without_keeping)
        sheet.open()

    def _begin_without_keeping(self) -> None:
        if self._page.preparation is not None:
            self._page.preparation.settle(keeps=False)
        self._then()


def _goes_on(led: Leading) -> bool:
    state = led.workshop.state
    return state.began is not None and state.ended is None
