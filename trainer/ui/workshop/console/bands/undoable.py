"""What is done on the console and can be undone: taken off the parking lot, shortened, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from trainer.language import _
from trainer.workshop.telling.console_view import running

if TYPE_CHECKING:
    from trainer.ui.context import Context
    from trainer.ui.workshop.console.page import ConsolePage
    from trainer.workshop.state import Parked
    from trainer.workshop.timing import Shorter


class Undoable(QObject):
    """Does it for the page, and offers to undo it."""

    def __init__(self, context: Context, page: ConsolePage) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._shorter: list[tuple[int, int]] = []
        page.body.later.wanted.connect(self._park)
        page.body.late.shorten.connect(self._shorten)
        page.body.late.leave.connect(self._leave_story)
        page.body.run.jump.connect(self._jump)

    def forget(self) -> None:
        """Let go of what was done in another workshop."""
        self._shorter = []

    def _park(self, wanted: tuple[str, Any]) -> None:
        name, what = wanted
        if name != "off":
            self._page.do(name, **what)
            return
        parked: Parked = what
        if self._page.do("parked", number=parked.id, text="", owner=parked.owner):
            self._off = parked
            self._context.notice(_("Taken off the parking lot."), _("Undo"), self._put_back)

    def _put_back(self) -> None:
        self._page.do("park", text=self._off.text, owner=self._off.owner)

    def _shorten(self, offer: Shorter) -> None:
        if self._page.do("minutes", segment=offer.segment, minutes=offer.least):
            self._shorter.append((offer.segment, offer.minutes))
            known = {"title": offer.title, "least": offer.least}
            said = _("“%(title)s” has %(least)d minutes now.") % known
            self._context.notice(said, _("Undo"), self._lengthen)

    def _lengthen(self) -> None:
        segment, minutes = self._shorter.pop()
        self._page.do("minutes", segment=segment, minutes=minutes)

    def _leave_story(self) -> None:
        if self._page.do("leave") and self._page.bridge is not None:
            self._left = self._page.bridge.state.at
            self._context.notice(_("The story ends here."), _("Undo"), self._return)

    def _jump(self, segment: int, beat: int) -> None:
        """Go elsewhere in the plan; a story that is in the middle keeps its place."""
        bridge = self._page.bridge
        if bridge is None:
            return
        story = running(bridge.workshop.making, bridge.state)
        if self._page.do("jump", segment=segment, beat=beat) and story:
            self._left = bridge.state.at
            said = _("“%(story)s” keeps its place: Page Up leads back to it.") % {"story": story}
            self._context.notice(said, _("Back to the story"), self._return)

    def _return(self) -> None:
        # Whoever has gone on since then would be taken back to somewhere else.
        if self._page.bridge is not None and self._page.bridge.state.at == self._left:
            self._page.do("back")
