"""Reads a long document as a whole in a thread, whenever its text is due for that.

What can be read at once never comes here. While one goes on typing, nothing is begun.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer, Signal

from trainer.authoring import ahead
from trainer.authoring.document import Document
from trainer.authoring.source.parts import Part, UnreadableError, read
from trainer.scenario.files.collector import collector_paused

if TYPE_CHECKING:
    from trainer.authoring.ahead import First
    from trainer.scenario.problems import Problem

_REST: Final = 250
"""Milliseconds without a change before a text is read again."""

_SWITCH: Final = 0.0005
"""Seconds after which the window gets its turn; usually ten times as many."""


class Reading(QObject):
    """Has documents read, one at a time.

    Signals:
        done(object): the document that is read now; it may have been found to be broken.

    """

    done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None
        self._document: Document | None = None
        self._first: tuple[Document, First | None] | None = None
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._begin)

    def want(self, document: Document, *, at_once: bool = False) -> None:
        """Have a document read, if it is to be read as a whole."""
        if document.waits:
            self._document = document
            self._clock.start(0 if at_once else _REST)

    def first(self, document: Document) -> First | None:
        """Give what a document shows at first, if it was just read for the first time."""
        found = self._first
        return found[1] if found is not None and found[0] is document else None

    def _begin(self) -> None:
        document = self._document
        if document is None or self._thread is not None or not document.waits:
            return
        self._thread = _Thread(document)
        self._thread.found.connect(self._found)
        self._thread.start()

    def _found(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None or thread.answer is None:
            return
        document, answer = thread.document, thread.answer
        if document.adopt(thread.version, answer):
            self._first = document, thread.first
            self.done.emit(document)
        if self._document is not None:
            self.want(self._document)


def _apart(document: Document, text: str, found: list[Part]) -> Document:
    """Give a document of its own of what was found, which nobody else looks at."""
    made = Document(document.path, text)
    made.adopt(made.version, found)
    return made


class _Thread(QThread):
    """Reads one text. It belongs to the program: a page may go before it has ended.

    Signals:
        found(): ``answer`` is there.
    """

    found = Signal()

    def __init__(self, document: Document) -> None:
        app = QCoreApplication.instance()
        super().__init__(app)
        self.document = document
        self.version = document.version
        self.answer: list[Part] | Problem | None = None
        self.first: First | None = None
        self._text = document.text
        self._is_first = not document.parts
        self.finished.connect(self._tell)
        if app is not None:
            app.aboutToQuit.connect(self._end)

    def run(self) -> None:
        """Read, in the thread."""
        before = sys.getswitchinterval()
        sys.setswitchinterval(min(_SWITCH, before))
        try:
            with collector_paused():
                self.answer = found = read(self._text)
                ahead.work_out(self._text, found)
                if self._is_first:
                    self.first = ahead.first(_apart(self.document, self._text, found))
        except UnreadableError as wrong:
            self.answer = wrong.problem
        finally:
            sys.setswitchinterval(before)

    def _tell(self) -> None:
        self.found.emit()
        self.deleteLater()

    def _end(self) -> None:
        self.wait()
