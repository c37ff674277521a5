"""Ending in order when a terminal or the system asks for it: Ctrl+C, logging out, shutting down.

Python looks at signals only between its own steps, and while Qt waits there are none: a
Ctrl+C would do nothing until the mouse moves, and a request of the system would end the
process before the page has kept what was just written.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_ASKS: Final = ("SIGINT", "SIGTERM", "SIGHUP")


class EndsInOrder(QObject):
    """Closes the windows when the process is asked to end, as the person would.

    On Windows, where programs are asked through their windows, it does nothing.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app

    def listen(self) -> None:
        """Take over from here on; what the process was told to ignore stays ignored."""
        if os.name == "nt":
            return
        import signal  # late: the first page does without

        self._read, write = os.pipe()
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for name in _ASKS:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    def _asked(self) -> None:
        number = os.read(self._read, 1)[0]
        self._app.closeAllWindows()
        # As a shell reports it. Ends every loop, that of an open file dialog included.
        self._app.exit(128 + number)


def _noted(_number: int, _frame: object) -> None:
    """Do nothing here: the number is on its way to the loop."""
