"""The workshop that is being led: it goes on, with its room, whatever page is in view.

There is one at a time. Whoever makes it takes it up here, and pages ask for it::

    leading.take_up(context, workshop)
    led = leading.now(context)          # or None
    led.open_room("192.168.4.20")       # for phones, on one address
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from trainer.errors import UpstanderError
from trainer.ui.workshop.bridge import Bridge

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.window.shell import Shell
    from trainer.ui.workshop.awake import Awake
    from trainer.ui.workshop.closing import AskFirst
    from trainer.ui.workshop.projector.projection import Projection
    from trainer.workshop.room.room import Room
    from trainer.workshop.workshop import Workshop


LOOK_EVERY: Final = 5_000
"""Milliseconds between two looks whether the room's address is still this computer's."""


class _Keeping:
    """What has to be closed when the window goes. No part of Qt: it is there after the rest."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.room: Room | None = None

    def end(self) -> None:
        """Close the room, and let go of the journal; what was done is on disk."""
        for close in (self._close_room, self.workshop.close):
            try:
                close()
            except UpstanderError:
                logging.getLogger(__name__).warning("a workshop could not be closed", exc_info=True)

    def _close_room(self) -> None:
        room, self.room = self.room, None
        if room is not None:
            room.close()


class Leading(QObject):
    """A workshop with its bridge into the window, its room for phones, and the room's screen.

    Signals:
        room_changed(): the room was opened or closed.
        trouble(object): in the room something went wrong; an UpstanderError, or None once what
            could not be kept can be kept again.
    """

    room_changed = Signal()
    trouble = Signal(object)
    _from_room = Signal(object)

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workshop = workshop
        self.bridge = Bridge(workshop, self)
        self._keeping = _Keeping(workshop)
        self.projection: Projection | None = None
        self._asks: AskFirst | None = None
        self._awake: Awake | None = None
        self._is_gone = False
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.look_at_address)
        self._from_room.connect(self.trouble, Qt.ConnectionType.QueuedConnection)
        # Whatever becomes of the window, no port and no journal stays open behind it.
        if parent is not None:
            parent.destroyed.connect(self._keeping.end)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._keeping.end)

    @property
    def room(self) -> Room | None:
        """The room, while it is open."""
        return self._keeping.room

    @property
    def is_room_open(self) -> bool:
        """Whether phones can join."""
        return self.room is not None and self.room.is_open

    def open_room(self, host: str, port: int | None = None) -> None:
        """Open the room on one address of this computer; a person has asked for it.

        Raises:
            UpstanderError: it cannot be opened there, or that cannot be kept.

        """
        # Here, and not above: nothing of a server is read in before somebody opens one.
        from trainer.workshop.room.room import Room

        self.close_room()
        room = Room(self.workshop, host, port, self._from_room.emit)
        room.open()
        self._keeping.room = room
        self._is_gone = False
        self._looking.start()
        self.room_changed.emit()

    def look_at_address(self) -> None:
        """Say once that the room's address is gone: a Wi-Fi was left, or gave another one."""
        from trainer.workshop.room import listening

        if self.room is None or not self.room.is_open:
            self._looking.stop()
            return
        was, self._is_gone = self._is_gone, not listening.is_here(self.room.host)
        if self._is_gone and not was:
            self.trouble.emit(listening.gone(self.room.host))

    def close_room(self) -> None:
        """Close the room and its port; what was voted is kept.

        Raises:
            UpstanderError: it is closed, but that could not be kept.

        """
        room, self._keeping.room = self._keeping.room, None
        if room is not None:
            try:
                room.close()
            finally:
                self.room_changed.emit()

    def project(self, context: Context, console: QWidget) -> Projection:
        """Give what shows the room its view; nothing shows before that is started."""
        if self.projection is None:
            from trainer.ui.workshop.projector.projection import Projection

            self.projection = Projection(context, self.bridge, console)
        return self.projection

    def ask_before_closing(self, window: Shell) -> None:
        """Have the window ask before it closes in the middle of this workshop."""
        if self._asks is None:
            from trainer.ui.workshop.closing import AskFirst

            self._asks = AskFirst(self, window)

    def turn_calm(self) -> None:
        """Cover what the room sees: somebody left quickly, from whatever page."""
        if self.workshop.state.ended is None and not self.bridge.do("blank", on=True):
            # What is shown must go at once, whether that can be kept or not.
            self.workshop.go_on_unkept()
            self.bridge.do("blank", on=True)

    def stay_awake(self) -> bool:
        """Keep the computer awake until this is closed; False where the system does not."""
        from trainer.ui.workshop.awake import Awake

        self._awake = self._awake or Awake()
        return self._awake.hold()

    def close(self) -> None:
        """Close room and projector, and let go of the journal; all that was done is on disk."""
        if self.projection is not None:
            self.projection.close()
            self.projection.deleteLater()
            self.projection = None
        if self._awake is not None:
            self._awake.release()
        self.bridge.close()
        self._keeping.end()


_led: WeakKeyDictionary[Context, Leading] = WeakKeyDictionary()


def now(context: Context) -> Leading | None:
    """Give what is being led, or None."""
    return _led.get(context)


def take_up(context: Context, workshop: Workshop) -> Leading:
    """Lead a workshop from now on; one that was led before is let go of."""
    before = _led.get(context)
    if before is not None and before.workshop is workshop:
        return before
    if before is not None:
        before.close()
        before.deleteLater()
    _led[context] = Leading(workshop, context)
    context.left_quickly.connect(_led[context].turn_calm)
    return _led[context]


def let_go(context: Context) -> None:
    """Lead nothing any more: the workshop has ended and was looked back on."""
    before = _led.pop(context, None)
    if before is not None:
        before.close()
        before.deleteLater()
