"""What the fields of the form write with: each change is a step, and typing in one go is one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.authoring.forms import writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.workbench import Workbench

_PAUSE: Final = 2000
"""Milliseconds without a key after which what is typed is another step."""


class Writer(QObject):
    """Writes into the document that is shown.

    Signals:
        failed(): a change could not be made: the fields show what stands there.
        grown(): there are more fields than before.
    """

    failed = Signal()
    grown = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_PAUSE)
        self._idle.timeout.connect(self.pause)

    @property
    def document(self) -> Document:
        """What is shown; a form only shows when something is."""
        assert self.bench.document is not None
        return self.bench.document

    def data(self, path: Path) -> Data:
        """Give what stands at a place."""
        return self.document.data(path)

    def write(self, path: Path, data: Data, words: str, *, typed: bool = False) -> None:
        """Let data stand at a place; None takes it away. ``typed`` goes with what follows."""
        with self.step(words, path, typed=typed) as step:
            writing.write(step, self.document, path, data)

    @contextmanager
    def step(self, words: str, path: Path, *, typed: bool = False) -> Iterator[Step]:
        """Do one act at a place."""
        done = False
        typing = "/".join(map(str, path)) if typed else ""
        with self.bench.step(words, path, typing) as step:
            yield step
            done = True
        if not done:
            self.failed.emit()
        elif typed:
            self._idle.start()

    def pause(self) -> None:
        """Let what is typed from now on be another step."""
        self._idle.stop()
        self.bench.desk.pause()
