"""Keeps versions of what is written, to return to."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from trainer.authoring.keeping import versions
from trainer.authoring.keeping.versions import Why
from trainer.language import _
from trainer.ui.authoring.keeping.writer import nothing_to_do

if TYPE_CHECKING:
    from trainer.authoring.arrangement import Arrangement
    from trainer.authoring.document import Document
    from trainer.authoring.keeping.kept import Kept
    from trainer.ui.authoring.keeping.keeper import Keeper

EVERY: Final = 600
"""Seconds of work after which a version is kept."""


class Versioning:
    """Keeps what a file was when it was opened, and how far it is every few minutes."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._latest: dict[Document, float] = {}
        self._told = False

    def keep_work(self, one: Kept) -> None:
        """Keep what it was before anything was written, and how far it is every few minutes."""
        document, now = one.document, monotonic()
        if document not in self._latest and not one.gone:
            self.keep(one, Why.OPENED, document.saved, document.saved_arrangement)
        elif now - self._latest.get(document, now) >= EVERY:
            self.keep(one, Why.WORK, document.text, document.arrangement)

    def keep(self, one: Kept, why: Why, text: str, lies: Arrangement) -> None:
        """Keep a version to return to, where anything is kept."""
        self._latest[one.document] = monotonic()
        if self._keeper.keeps:
            act = partial(versions.keep, one.place, text, lies, why)
            self._keeper.writer.do(act, nothing_to_do, self._failed)

    def _failed(self, _error: Exception) -> None:
        if not self._told:
            self._told = True
            self._keeper.context.notice(_("Earlier versions cannot be kept at the moment."))
