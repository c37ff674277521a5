"""Looks for this computer's addresses while the window goes on: some systems take a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.workshop.network.addresses import Address

    Ask = Callable[[], tuple[Address, ...]]


def ask_system() -> tuple[Address, ...]:
    """Ask the system for this computer's addresses."""
    from trainer.workshop.network import asking

    return asking.addresses()


def look(ask: Ask, told: Callable[[tuple[Address, ...]], None]) -> None:
    """Ask in a thread, then tell a method of a widget, unless that one is gone by then."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("no application")
    thread = _Looking(ask, app)
    thread.found.connect(told)
    thread.finished.connect(thread.deleteLater)
    # Whoever asked may go away, and so may the program; a thread must have ended before.
    app.aboutToQuit.connect(thread.end)
    thread.start()


class _Looking(QThread):
    """Looks, and tells of it in the window's thread.

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

    def end(self) -> None:
        """Wait until it has looked."""
        self.wait()

    def _tell(self) -> None:
        self.found.emit(self._got)
