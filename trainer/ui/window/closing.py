"""Closing the window while something waits to be kept: said, and asked once."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from trainer.errors import KeepingError
from trainer.language import _, ngettext
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from trainer.ui.context import Context
    from trainer.ui.window.shell import Shell

_AGREED = "upCloseAllTheSame"


class ClosingSheet(AskSheet):
    """Says how much is not kept yet; to agree is to close all the same."""

    def __init__(self, context: Context, parent: Shell) -> None:
        count = context.waiting
        sentences = (
            ngettext(
                "%(count)d step is not kept yet, because nothing could be written. It is lost"
                " when the window closes.",
                "%(count)d steps are not kept yet, because nothing could be written. They are"
                " lost when the window closes.",
                count,
            )
            % {"count": count},
            _("Everything before that is safe."),
            _("Make room on the disk, then close the window: what waits is kept first."),
        )
        heading = _("Close and lose what waits?")
        super().__init__(context, heading, sentences, _("Close all the same"), parent, icon="x")
        self._window = parent
        self.agreed.connect(self._close)

    def _close(self) -> None:
        self._window.setProperty(_AGREED, True)
        self._window.close()


def hold(window: Shell, event: QCloseEvent) -> bool:
    """Keep what waits, or ask; tell whether the window stays open for the answer."""
    if kept_at_last(window.context):
        return False
    # Behind the neutral page nothing asks: whoever left quickly has reasons to close.
    if window.property(_AGREED) or window.is_left():
        return False
    event.ignore()
    ClosingSheet(window.context, window).open()
    return True


def kept_at_last(context: Context) -> bool:
    """Keep what waits, and tell whether nothing does any more."""
    with suppress(KeepingError):
        context.drawer.papers.try_again()
    context.recorder.try_again()
    return not context.waiting
