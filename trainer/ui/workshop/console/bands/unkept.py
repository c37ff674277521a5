"""What could not be kept, and what went wrong in the room: said, done again, or gone on without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from trainer.errors import KeepingError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.errors import UpstanderError
    from trainer.ui.context import Context
    from trainer.ui.workshop.bridge import Bridge
    from trainer.ui.workshop.console.bands.bands import KeepingBand
    from trainer.ui.workshop.leading import Leading


class Unkept(QObject):
    """Looks after the band that says that nothing can be kept."""

    def __init__(self, context: Context, band: KeepingBand, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._band = context, band
        self._bridge: Bridge | None = None
        self._asked: tuple[str, dict[str, Any]] | None = None
        self._failed: tuple[str, dict[str, Any]] | None = None
        band.again.connect(self.again)
        band.unkept.connect(self.go_on)

    def lead(self, led: Leading) -> None:
        """Look after another workshop."""
        self._bridge, self._failed = led.bridge, None
        led.trouble.connect(self.trouble)
        led.bridge.failed.connect(self._not_kept)
        led.bridge.kept_again.connect(self._band.hide)

    def do(self, bridge: Bridge, act: str, /, **what: Any) -> bool:
        """Do an act, so that it can be done again if it cannot be kept."""
        self._asked = (act, what)
        done = bridge.do(act, **what)
        self._asked = None
        return done

    def again(self) -> None:
        """Do again what could not be kept; what a phone did, that phone does again."""
        again, self._failed = self._failed, None
        if self._bridge is None:
            return
        if again is not None:
            self.do(self._bridge, again[0], **again[1])
        elif self._bridge.keep_waiting():
            self._band.hide()

    def go_on(self) -> None:
        """Go on, although nothing can be written."""
        if self._bridge is not None:
            self._bridge.workshop.go_on_unkept()
            self.again()
            self._context.announce(self._band.show_waiting())

    def trouble(self, error: UpstanderError | None) -> None:
        """Say what went wrong in the room: hands go on."""
        if isinstance(error, KeepingError):
            self._tell(error)
        elif error is not None:
            # Nothing of it is done again here, and nothing that is kept takes it away.
            self._context.notice(f"{error.what} {error.next_step}", stays=True)
        elif self._bridge is not None and not self._bridge.workshop.waiting:
            self._band.hide()

    def show(self) -> None:
        """Say that the workshop goes on unkept, as long as it does."""
        if self._bridge is not None and self._bridge.workshop.waiting:
            self._band.show_waiting()

    def _not_kept(self, error: UpstanderError) -> None:
        self._failed = self._asked
        self._tell(error)

    def _tell(self, error: UpstanderError) -> None:
        self._context.announce(self._band.show_error(error))
