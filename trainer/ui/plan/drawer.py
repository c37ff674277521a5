"""Where the papers lie while the window is open: locked, or open until somebody locks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from trainer.errors import KeepingError
from trainer.progress.papers.papers import Papers

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.progress.stretching import Stretching
    from trainer.ui.context import Context


class _Stretch(QThread):
    """Makes a key of a passphrase, which takes a moment that the window need not wait."""

    def __init__(self, stretching: Stretching, passphrase: str, parent: QObject) -> None:
        super().__init__(parent)
        self._stretching = stretching
        self._passphrase = passphrase
        self.key: bytes | None = None

    def run(self) -> None:
        """Work, in a thread of its own."""
        try:
            self.key = self._stretching.key(self._passphrase)
        except MemoryError:
            self.key = None
        self._passphrase = ""


class Drawer(QObject):
    """The papers, for every page that shows some; one for a window.

    Leaving quickly locks them, and so does the end of the program.

    Attributes:
        papers: of the store in use.

    Signals:
        turned(): they were locked, opened, or are others now; what a page shows of them is
            to be taken away, or shown.
        changed(): one was kept, or deleted.

    """

    turned = Signal()
    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._work: _Stretch | None = None
        self._take: Callable[[bytes | None], object] | None = None
        self.papers = Papers(context.store)
        context.left_quickly.connect(self.lock)
        context.store_changed.connect(self._use_store)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._end)

    def is_locked(self) -> bool:
        """Tell whether they have to be opened first; what cannot be told is told as an error."""
        try:
            return self.papers.is_locked
        except KeepingError as error:
            self._context.tell(error)
            return False

    def lock(self) -> None:
        """Lock them, if they have a lock; what is being worked out meanwhile is dropped."""
        self.drop()
        try:
            locks = self.papers.has_lock
        except KeepingError:
            locks = True
        if locks:
            self.papers.lock()
            self.turned.emit()

    def stretch(
        self, stretching: Stretching, passphrase: str, take: Callable[[bytes | None], object]
    ) -> None:
        """Make a key, and hand it over; None where the memory does not suffice.

        ``take`` is a bound method. It is not called if they are locked before the key is there.
        """
        self._take = take
        self._work = _Stretch(stretching, passphrase, self)
        self._work.finished.connect(self._made)
        self._work.start()

    def drop(self) -> None:
        """Hand over no key that is still being made."""
        self._take = None

    def _made(self) -> None:
        work = self.sender()
        if not isinstance(work, _Stretch):
            return
        key, work.key = work.key, None
        work.deleteLater()
        if work is not self._work:
            return
        take, self._take, self._work = self._take, None, None
        if take is not None:
            take(key)

    def _use_store(self) -> None:
        self.drop()
        self.papers = Papers(self._context.store)
        self.turned.emit()

    def _end(self) -> None:
        if self._work is not None:
            self._work.wait()
        self.papers.lock()
