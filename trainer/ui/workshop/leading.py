"""The workshop that is being led: it goes on, with its room, whatever page is in view.

There is one at a time. Whoever makes it takes it up here, and pages ask for it::

    leading.take_up(context, workshop)
    led = leading.now(context)          # or None
    led.open_room("192.168.4.20")       # for phones, on one address
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject

from trainer.errors import UpstanderError
from trainer.ui.workshop.bridge import Bridge
from trainer.ui.workshop.hosting import Hosting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.workshop.awake import Awake
    from trainer.ui.workshop.projector.projection import Projection
    from trainer.ui.workshop.ready.preparing import Preparation
    from trainer.workshop.room.room import Room
    from trainer.workshop.workshop import Workshop


class Leading(QObject):
    """A workshop with its bridge into the window, its room for phones, and the room's screen.

    ``hosting`` is the room where it was opened before; ``network`` what is known of the network.
    """

    def __init__(
        self,
        workshop: Workshop,
        parent: QObject | None = None,
        hosting: Hosting | None = None,
        network: Preparation | None = None,
    ) -> None:
        super().__init__(parent)
        self.workshop = workshop
        self.bridge = Bridge(workshop, self)
        self._is_own = hosting is None
        self.hosting = hosting or Hosting(workshop, parent or self)
        self.network = network
        self.projection: Projection | None = None
        self._awake: Awake | None = None

    @property
    def room(self) -> Room | None:
        """The room, while it is open."""
        return self.hosting.room

    @property
    def is_room_open(self) -> bool:
        """Whether phones can join."""
        return self.hosting.is_open

    def open_room(self, host: str) -> None:
        """Open the room on one address of this computer; a person has asked for it.

        Raises:
            UpstanderError: it cannot be opened there, or that cannot be kept.

        """
        self.hosting.open(host)

    def close_room(self) -> None:
        """Close the room and its port; what was voted is kept.

        Raises:
            UpstanderError: it is closed, but that could not be kept.

        """
        self.hosting.close()

    def project(self, context: Context, console: QWidget) -> Projection:
        """Give what shows the room its view; nothing shows before that is started."""
        if self.projection is None:
            from trainer.ui.workshop.projector.projection import Projection

            self.projection = Projection(context, self.bridge, console)
        return self.projection

    def stay_awake(self) -> bool:
        """Keep the computer awake until this is closed; False where the system does not."""
        from trainer.ui.workshop.awake import Awake

        self._awake = self._awake or Awake()
        return self._awake.hold()

    def close(self) -> None:
        """Close room and projector, and let go of the journal; all that was done is on disk."""
        try:
            # What getting ready has opened, it lets go of by itself.
            (self.hosting.let_go if self._is_own else self.hosting.close)()
        except UpstanderError:
            logging.getLogger(__name__).warning("a room could not be closed", exc_info=True)
        if self.projection is not None:
            self.projection.close()
            self.projection.deleteLater()
            self.projection = None
        if self._awake is not None:
            self._awake.release()
        self.bridge.close()
        self.workshop.close()


_led: WeakKeyDictionary[Context, Leading] = WeakKeyDictionary()


def now(context: Context) -> Leading | None:
    """Give what is being led, or None."""
    return _led.get(context)


def take_up(
    context: Context,
    workshop: Workshop,
    hosting: Hosting | None = None,
    network: Preparation | None = None,
) -> Leading:
    """Lead a workshop from now on; one that was led before is let go of."""
    before = _led.get(context)
    if before is not None and before.workshop is workshop:
        return before
    if before is not None:
        before.close()
        before.deleteLater()
    _led[context] = Leading(workshop, context, hosting, network)
    return _led[context]


def let_go(context: Context) -> None:
    """Lead nothing any more: the workshop has ended and was looked back on."""
    before = _led.pop(context, None)
    if before is not None:
        before.close()
        before.deleteLater()
