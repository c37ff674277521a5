"""Reads what is being written so that it can be played: at once, or aside where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from trainer.authoring.trying.answering import ToPlay
from trainer.authoring.trying.readable import Playable, playable

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.document import Document
    from trainer.authoring.trying.answering import Answer
    from trainer.ui.authoring.playing.asker import Asker, Failure

KEY: Final = "to-play"

_AT_ONCE: Final = 200_000
"""Characters up to which it is read at once: some 30 ms after a key that asks for it."""


class Reader(QObject):
    """Reads one text at a time; of the latest one that was asked for the answer comes."""

    def __init__(self, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asker = asker

    def read(
        self, document: Document, then: Callable[[Playable], object], waits: Callable[[], object]
    ) -> None:
        """Read the text of a document as it is now; ``waits`` is called if that takes long."""
        self._asker.drop(KEY)
        if len(document.text) <= _AT_ONCE:
            then(playable(document.text, document.path))
            return
        waits()

        def came(answer: Answer | Failure) -> None:
            then(answer if isinstance(answer, Playable) else Playable(None))

        self._asker.ask(KEY, document, ToPlay(), came)
