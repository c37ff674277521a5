"""Closing the window in the middle of a workshop: asked once, with what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from trainer.language import _
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.ui.window.shell import Shell
    from trainer.ui.workshop.leading import Leading


class AskFirst(QObject):
    """Keeps a window open until somebody has said that it shall close all the same.

    Behind the neutral page nothing asks: whoever left quickly has reasons to close.
    """

    def __init__(self, led: Leading, window: Shell) -> None:
        super().__init__(led)
        self._led, self._window = led, window
        self._agreed = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop a close that nobody has agreed to."""
        if event.type() is not QEvent.Type.Close or not self._must_ask():
            return super().eventFilter(watched, event)
        event.ignore()
        sheet = AskSheet(
            self._window.context,
            _("Close in the middle of the workshop?"),
            tuple(self._said()),
            _("Close all the same"),
            self._window,
            icon="x",
        )
        sheet.agreed.connect(self._close)
        sheet.open()
        return True

    def _must_ask(self) -> bool:
        state = self._led.workshop.state
        goes_on = state.began is not None and state.ended is None
        return goes_on and not self._agreed and not self._window.is_left()

    def _said(self) -> Iterator[str]:
        workshop = self._led.workshop
        yield _("The room’s screen goes dark, and phones cannot answer any more.")
        if workshop.folder is None:
            yield _("Nothing of it is kept: it cannot go on then, and there will be no report.")
        elif workshop.waiting:
            yield _("What could not be written is lost. What was kept before that can go on later.")
        else:
            yield _("All of it is kept: open Upstander again, and it goes on where it was.")

    def _close(self) -> None:
        self._agreed = True
        self._window.close()
