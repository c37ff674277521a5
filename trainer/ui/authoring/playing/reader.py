"""Reads what is being written so that it can be played: at once, or aside where it is long."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from trainer.authoring.trying.readable import Playable, playable

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.document import Document

_AT_ONCE: Final = 400_000
"""Characters up to which it is read at once: some 100 ms after a key that asks for it."""


class Reader(QObject):
    """Reads one text at a time; of the latest one that was asked for the answer comes.

    Signals:
        reading(bool): whether it takes longer than a moment.
    """

    reading = Signal(bool)
    _came = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._then: Callable[[Playable], object] | None = None
        self._came.connect(self._take)

    def read(self, document: Document, then: Callable[[Playable], object]) -> None:
        """Read the text of a document as it is now."""
        self.drop()
        if len(document.text) <= _AT_ONCE:
            then(playable(document.text, document.path))
            return
        self._then = then
        self.reading.emit(True)
        text, path, number = document.text, document.path, self._number

        def work() -> None:
            found = playable(text, path)
            with suppress(RuntimeError):  # This may be gone by then.
                self._came.emit(number, found)

        threading.Thread(target=work, name="reading", daemon=True).start()

    def drop(self) -> None:
        """Want no answer any more."""
        self._number += 1
        if self._then is not None:
            self._then = None
            self.reading.emit(False)

    def _take(self, number: int, found: Playable) -> None:
        then = self._then
        if number == self._number and then is not None:
            self._then = None
            self.reading.emit(False)
            then(found)
