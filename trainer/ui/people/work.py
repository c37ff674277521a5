"""Work with a passphrase, in a thread of its own: it takes a moment that the window need not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QThread, Signal

from trainer.errors import KeepingError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from trainer.progress.sealed.vault import Key


class Work(QThread):
    """Makes a key; whoever asked may be gone by the time it is there.

    Signals:
        made(object): the key.
        failed(object): the ``KeepingError`` that kept it from being made.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, act: Callable[[], Key], parent: QObject) -> None:
        super().__init__(parent)
        self._act: Callable[[], Key] | None = act
        self._key: Key | None = None
        self._error: KeepingError | None = None
        self._is_wanted = True
        self.finished.connect(self._tell)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._end)

    def run(self) -> None:
        """Work, in the thread."""
        act, self._act = self._act, None
        if act is None:
            return
        try:
            self._key = act()
        except KeepingError as error:
            self._error = error

    def drop(self) -> None:
        """Want no answer any more."""
        self._is_wanted = False

    def _tell(self) -> None:
        key, self._key = self._key, None
        self.deleteLater()
        if not self._is_wanted:
            return
        if key is not None:
            self.made.emit(key)
        elif self._error is not None:
            self.failed.emit(self._error)

    def _end(self) -> None:
        self.drop()
        self.wait()
