"""What the fields of a form write with: each change is a step, and typing in one go is one.

Each form has a writer of its own, which knows what its fields have shown last: which file, and in
which state. All of a form's fields write through :meth:`Writer.step`, and that lets nothing pass
which was meant for another file, or for a place that may have moved since: a box that is hidden,
a name that is handed in when the focus goes, a clock that runs out late.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.authoring.desk import Place, Step
from trainer.authoring.document import CannotChangeError
from trainer.authoring.forms import writing
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.authoring.arrangement import Arrangement
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.authoring.source.splices import Splice
    from trainer.ui.authoring.workbench import Workbench

_PAUSE: Final = 2000
"""Milliseconds without a key after which what is typed is another step."""


class _Refused(Step):
    """A step in which nothing happens."""

    def splice(self, document: Document, splices: Sequence[Splice]) -> None:
        """Change nothing."""

    def arrange(self, document: Document, arrangement: Arrangement) -> None:
        """Change nothing."""


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
        self._seen: tuple[Document, int] | None = None
        self._idle = QTimer(self, singleShot=True, interval=_PAUSE)
        self._idle.timeout.connect(self.pause)

    def own(self, form: QObject) -> Writer:
        """Give a writer for one form."""
        made = Writer(self.bench, form)
        made.failed.connect(self.failed)
        made.grown.connect(self.grown)
        return made

    def saw(self) -> None:
        """Know that the fields show what stands there now."""
        document = self.bench.document
        self._seen = None if document is None else (document, document.version)

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
        """Do one act at a place; nothing, if the fields do not show what stands there."""
        if not self.shows_all():
            yield from self._refuse(words, path)
            return
        done = False
        typing = "/".join(map(str, path)) if typed else ""
        with self.bench.step(words, path, typing) as step:
            yield step
            done = True
        self.saw()  # What a form has done itself, it knows.
        if not done:
            self.failed.emit()
        elif typed:
            self._idle.start()

    def shows_all(self) -> bool:
        """Whether the fields show what stands there now."""
        return self._seen == (self.bench.document, self.document.version)

    def _refuse(self, words: str, path: Path) -> Iterator[Step]:
        document = self.document
        with suppress(CannotChangeError):
            yield _Refused(words, Place(document, path), self.bench.desk)
        if self._seen is not None and self._seen[0] is document:
            document.settle()
            said = _("The file has changed meanwhile. The form shows it now; please do that again.")
            self.bench.context.notice(said)
        self.failed.emit()

    def pause(self) -> None:
        """Let what is typed from now on be another step."""
        self._idle.stop()
        self.bench.desk.pause()
