"""What looking back needs of a scenario that is played: its title, its setting, its version."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from trainer.errors import KeepingError

if TYPE_CHECKING:
    from trainer.scenario.model import Scenario
    from trainer.ui.context import Context

_SOON = 300
"""Milliseconds after a decision: first its feedback shows."""


class Remembering(QObject):
    """Remembers the scenario that is played.

    Where that fails there is no reason to trouble anybody: a list shows an id then, and a
    decision is looked at in today's version.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._scenario: Scenario | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self.keep)

    def play(self, scenario: Scenario) -> None:
        """Note what is played from now on, and remember what it is called."""
        self._scenario = scenario
        with suppress(KeepingError):
            self._context.store.name_scenario(scenario.id, scenario.title, scenario.setting)

    def decided(self) -> None:
        """Keep the version that this was decided in, in a moment."""
        self._timer.start()

    def keep(self) -> None:
        """Keep the version now, if a decision was made in it and it is not kept."""
        from trainer.progress.looking_back import versions

        self._timer.stop()
        scenario = self._scenario
        card = self._context.library.card(scenario.id) if scenario is not None else None
        if scenario is not None and card is not None:
            with suppress(KeepingError):
                versions.keep(self._context.store, scenario, card.path)
