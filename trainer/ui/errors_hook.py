"""Where an unexpected error goes: a log on this computer, and a sheet. Never the network."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from trainer import __version__, paths
from trainer.errors import UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    from types import TracebackType

    from trainer.ui.context import Context

LOG: Final = "errors.log"
LARGEST: Final = 512 * 1024
"""Bytes after which the log begins anew, and the old one is kept once."""


class ErrorsHook:
    """Takes what nothing else has caught; the loop goes on.

    A :class:`~trainer.errors.UpstanderError` is told as it is. Anything else is a bug: it is
    logged, unless nothing is to be kept, and told with its details. While one sheet stands,
    further ones are only logged, so that an error in painting cannot bury the window.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._telling = False
        context.told_closed.connect(self._closed)

    def install(self) -> None:
        """Take over from here on."""
        sys.excepthook = self.take

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log an error, and show it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if not isinstance(error, UpstanderError):
            details = "".join(traceback.format_exception(kind, error, trace))
            sys.stderr.write(details)
            if self._context.keeps:
                log(details)
            error = unexpected(details)
        if self._telling:
            return
        self._telling = True
        self._context.tell(error)

    def _closed(self) -> None:
        self._telling = False


def unexpected(details: str) -> UpstanderError:
    """Put a bug into words."""
    return UpstanderError(
        _("Something went wrong inside Upstander."),
        _("What you did so far is safe."),
        _("You can go on. If it happens again, close the window and open it again."),
        details=f"Upstander {__version__}, Python {sys.version.split()[0]}\n{details}",
    )


def log(details: str) -> None:
    """Write an error into the log; where that fails there is nothing more to do."""
    place = paths.logs() / LOG
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists() and place.stat().st_size > LARGEST:
            place.replace(place.with_name(LOG + ".old"))
        with place.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {__version__}\n")
            file.write(details + "\n")
    except OSError as error:
        sys.stderr.write(f"{error}\n")
