"""What is around the workshop: the room's screen, the door for phones, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui.workshop import leading
from trainer.ui.workshop.awake import not_held
from trainer.ui.workshop.care.handing import hand_over
from trainer.ui.workshop.keys import Wish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.workshop.console.body import Body
    from trainer.ui.workshop.leading import Leading
    from trainer.ui.workshop.ready.preparing import Preparation


class Around(QObject):
    """Asks what has to be asked, and does it.

    Signals:
        pressed(object): a key on the projector's window; a ``Pressed``.
        let_go(): nothing is led any more.
    """

    pressed = Signal(object)
    let_go = Signal()

    def __init__(self, context: Context, body: Body, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._body, self._page = context, body, page
        self._led: Leading | None = None
        self._starts = False
        self._ending: QWidget | None = None
        body.head.projector.clicked.connect(self.choose_screen)
        body.aside.back.connect(self._to_the_room)
        body.foot.report_wanted.connect(self.to_report)
        body.join.open_wanted.connect(self.ask_to_open)
        body.join.close_wanted.connect(self.close_room)
        body.reopen.wanted.connect(self.open_again)
        body.room.end_wanted.connect(self.ask_to_end)
        body.room.card_wanted.connect(self.hand_card)

    def lead(self, led: Leading, *, network: Preparation | None, starts: bool) -> None:
        """Look after another workshop; with ``starts`` the room's screen is next."""
        self._led = led
        window = self._page.window()
        led.ask_before_closing(window)  # type: ignore[arg-type]
        projection = led.project(self._context, window)
        # The page may be another one, in another language; the room's screen stays as it is.
        self._starts = starts and projection.window is None
        self._body.join.take_network(network)
        projection.pressed.connect(self.pressed)
        projection.changed.connect(self._show_projector)
        self._show_projector()

    # The room's screen

    def start(self) -> None:
        """Show the room its view, once, and keep the computer awake."""
        if self._led is None or not self._starts:
            return
        self._starts = False
        self._led.project(self._context, self._page.window()).start()
        if not self._led.stay_awake():
            self._body.said.say(not_held())

    def press(self, wish: Wish) -> bool:
        """Do what is about the windows; False for what is about the workshop."""
        projection = self._led.projection if self._led is not None else None
        if wish is Wish.CALM:
            # This window turns neutral, and the room's screen calm with it.
            self._context.leave_quickly()
        elif wish is Wish.SWAP and projection is not None:
            projection.swap()
        elif wish is Wish.CONSOLE and projection is not None:
            projection.to_console()
        else:
            return False
        return True

    def _show_projector(self) -> None:
        projection = self._led.projection if self._led is not None else None
        is_aside = projection is not None and projection.is_aside
        where = projection.where if projection is not None else ""
        self._body.head.show_projector(_("this screen") if is_aside else where)
        self._body.aside.setVisible(is_aside)
        self._body.middle.notes.tell_who_sees(everybody=is_aside)

    def _to_the_room(self) -> None:
        self.press(Wish.CONSOLE)

    def choose_screen(self) -> None:
        """Ask which screen the room shall see."""
        if self._led is not None:
            self._led.project(self._context, self._page.window()).choose()

    # Phones

    def ask_to_open(self) -> None:
        """Ask on which address phones shall be let in."""
        from trainer.ui.workshop.console.door_sheet import DoorSheet

        sheet = DoorSheet(self._context, self._page.window())
        sheet.opened.connect(self._open_room)
        sheet.open()

    def _open_room(self, host: str) -> None:
        if self._led is None:
            return
        try:
            self._led.open_room(host)
        except UpstanderError as error:
            self._context.tell(error)

    def open_again(self) -> None:
        """Open the room where phones look for it; if this computer is elsewhere now, ask where."""
        state = None if self._led is None else self._led.workshop.state
        if self._led is None or state is None or state.door is None or not state.door.broke_off:
            return
        from trainer.workshop.room.listening import RoomError

        host = urlsplit(state.door.url).hostname
        try:
            self._led.open_room(host or "")
        except RoomError:
            self.ask_to_open()
        except UpstanderError as error:
            self._context.tell(error)

    def close_room(self) -> None:
        """Close the room; what was voted is kept."""
        if self._led is None:
            return
        try:
            self._led.close_room()
        except UpstanderError as error:
            self._context.tell(error)

    # The end

    def hand_card(self) -> None:
        """Hand the care person the way to their page; never on the room's screen."""
        if self._led is not None:
            hand_over(self._context, self._led, self._page.window())

    def ask_to_end(self) -> None:
        """Ask, once, whether the workshop shall end, and say what that means."""
        from trainer.ui.dialogs import AskSheet

        if self._ending is not None:
            return
        sheet = AskSheet(
            self._context,
            _("End the workshop?"),
            [
                _("The room sees a thank-you and where there is help. Open votes close."),
                _("Your report, hand-outs and the deletion date come next."),
            ],
            _("End it"),
            self._page.window(),
            icon="check",
        )
        sheet.agreed.connect(self._end)
        sheet.finished.connect(self._asked)
        self._ending = sheet
        sheet.open()

    def _asked(self) -> None:
        self._ending = None

    def _end(self) -> None:
        if self._led is not None and self._led.bridge.do("end"):
            self.to_report()

    def to_report(self) -> None:
        """Look back on it; the room sees the thank-you until somebody closes that."""
        if self._led is None:
            return
        self._context.open_page("workshop-after", workshop=self._led.workshop)
        projection = self._led.projection
        if projection is not None and projection.is_aside:
            self._context.notice(
                _("The room sees this page now. It can see the thank-you and where there is help."),
                _("Show the room the thank-you"),
                self._thank,
                leave=_("Not now"),
            )
        elif projection is not None and projection.where:
            self._offer_to_close(_("The room still sees the thank-you and where there is help."))
        elif self._led.is_room_open:
            self._offer_to_close(_("Phones still see the thank-you and where there is help."))
        else:
            self._offer_to_close(_("No screen shows the room anything now."))

    def _offer_to_close(self, said: str) -> None:
        self._context.notice(said, _("Close the room"), self._close, leave=_("Leave it open"))

    def _thank(self) -> None:
        """Show the room its view again; what is said here is read once this page is back."""
        if self._led is not None and self._led.projection is not None:
            self._led.projection.to_console()
            self._offer_to_close(_("The room’s view can be left open until you close it."))

    def _close(self) -> None:
        self._led = None
        self.let_go.emit()
        leading.let_go(self._context)
