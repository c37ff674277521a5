"""The room that phones join, as the window holds it: opened on an address, closed, in trouble.

It outlives the page that opened it: getting ready opens the room while people arrive, the console
leads on, and either may close it. It closes by itself when the program ends.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from trainer.errors import UpstanderError
from trainer.ui.workshop.bridge import Bridge

if TYPE_CHECKING:
    from trainer.workshop.room.room import Room
    from trainer.workshop.workshop import Workshop


class _Keeping:
    """What has to be closed when the window goes. No part of Qt: it is there after the rest."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.room: Room | None = None

    def end(self) -> None:
        """Close the room, and let go of the journal; what was done is kept."""
        try:
            if self.room is not None:
                self.room.close()
            self.workshop.close()
        except UpstanderError:
            logging.getLogger(__name__).warning("a workshop could not be closed", exc_info=True)


class Hosting(QObject):
    """One workshop's room.

    Args:
        workshop: what phones join.
        parent: something that stays as long as the workshop may run: the context.

    Signals:
        changed(): it was opened or closed, or another phone has joined.
        trouble(object): an ``UpstanderError`` that a person has to know; the workshop goes on.

    """

    changed = Signal()
    trouble = Signal(object)
    _troubled = Signal(object)

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self.workshop = workshop
        self.room: Room | None = None
        self._bridge = Bridge(workshop, self)
        self._bridge.changed.connect(self.changed)
        # From the room's thread into the window's.
        self._troubled.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._keeping = _Keeping(workshop)
        # Whatever becomes of the window, no port and no journal stays open behind it.
        parent.destroyed.connect(self._keeping.end)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._keeping.end)

    @property
    def is_open(self) -> bool:
        """Whether phones can join."""
        return self.room is not None and self.room.is_open

    @property
    def url(self) -> str:
        """The address that people type; empty while the room is closed."""
        return self.room.url if self.room is not None else ""

    @property
    def code(self) -> str:
        """The code that people type; empty while the room is closed."""
        return self.room.door.code if self.room is not None else ""

    @property
    def link(self) -> str:
        """What the QR code holds: address and code."""
        return f"{self.url}#{self.code}" if self.room is not None else ""

    @property
    def joined(self) -> int:
        """How many phones have joined."""
        return len(self.workshop.state.voters)

    def open(self, address: str) -> None:
        """Let phones in at an address of this computer.

        Raises:
            UpstanderError: it cannot be opened there, or that could not be kept.

        """
        from trainer.workshop.room.room import Room

        self.close()
        room = Room(self.workshop, address, None, self._troubled.emit)
        room.open()
        self.room = self._keeping.room = room
        self.changed.emit()

    def close(self) -> None:
        """Close the room and its port. It can be opened again with the same code.

        Raises:
            UpstanderError: it is closed, but that could not be kept.

        """
        room, self.room = self.room, None
        if room is not None:
            try:
                room.close()
            finally:
                self.changed.emit()

    def let_go(self) -> None:
        """Close it for good; nothing of the workshop is looked at any more."""
        self.close()
        self._bridge.close()
        self.deleteLater()

    def _tell(self, error: UpstanderError | None) -> None:
        if self.room is not None and not self.room.is_open:
            self.room = None
        if error is not None:
            self.trouble.emit(error)
        self.changed.emit()
