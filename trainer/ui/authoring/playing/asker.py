"""Asks the process beside the window about the text that is being written."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from trainer.authoring.trying.answering import GoesStill
from trainer.authoring.trying.messages import Asked, Far
from trainer.ui.authoring.playing.beside import Beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.document import Document
    from trainer.authoring.trying.answering import Answer, Question
    from trainer.authoring.trying.messages import Answered


@dataclass(frozen=True, slots=True)
class Failure:
    """It ended by itself, or could not answer; ``details`` are for a log."""

    details: str = ""


@dataclass(frozen=True, slots=True)
class _Wish:
    key: str
    document: Document
    question: Question
    then: Callable[[Answer | Failure], object]


class _Holder:
    """Ends the process when what has asked is gone."""

    beside: Beside | None = None

    def stop(self) -> None:
        """End it."""
        if self.beside is not None:
            self.beside.stop()
            self.beside = None


class Asker(QObject):
    """Asks one question after another; of two of one kind that wait, the later one.

    Signals:
        far(str, int, int): the kind of what is being answered, how far that is, of how much.
    """

    far = Signal(str, object, object)
    _came = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._now: _Wish | None = None
        self._waiting: list[_Wish] = []
        self._sent: tuple[Document, int] | None = None
        self._holder = _Holder()
        self._came.connect(self._take)
        holder = self._holder
        self.destroyed.connect(lambda: holder.stop())
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop_all)

    def ask(
        self,
        key: str,
        document: Document,
        question: Question,
        then: Callable[[Answer | Failure], object],
    ) -> None:
        """Have a question answered about a text as it is when its turn comes.

        ``then`` is called with the answer, unless another of the same ``key`` was asked since.
        """
        self.drop(key)
        self._waiting.append(_Wish(key, document, question, then))
        self._go_on()

    def drop(self, key: str) -> None:
        """Want no answer of this kind any more."""
        self._waiting = [one for one in self._waiting if one.key != key]
        if self._now is not None and self._now.key == key:
            # What it has read and explored until now may serve for the next question.
            self._now = _Wish("", self._now.document, self._now.question, _nothing)

    def stop(self, key: str) -> None:
        """Leave off, at once, what is being done for a question; others are asked anew."""
        self._waiting = [one for one in self._waiting if one.key != key]
        if self._now is not None and self._now.key == key:
            self._now = None
            self._end()
            self._go_on()

    def stop_all(self) -> None:
        """Leave off everything."""
        self._waiting.clear()
        self._now = None
        self._end()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being waited for."""
        return self._now is not None or bool(self._waiting)

    def _end(self) -> None:
        self._holder.stop()
        self._sent = None

    def _go_on(self) -> None:
        if self._now is not None or not self._waiting:
            return
        wish = self._now = self._waiting.pop(0)
        self._number += 1
        document = wish.document
        known, text = (document, document.version), None
        if not isinstance(wish.question, GoesStill) and self._sent != known:
            self._sent, text = known, document.text
        try:
            beside = self._holder.beside or Beside(self._tell)
        except OSError as error:
            self._finish(Failure(str(error)))
            return
        self._holder.beside = beside
        beside.ask(Asked(self._number, str(document.path), text, wish.question))

    def _tell(self, beside: Beside, found: Far | Answered | None) -> None:
        """Hand on what comes in another thread; this may be gone by then."""
        with suppress(RuntimeError):
            self._came.emit(beside, found)

    def _take(self, beside: Beside, found: Far | Answered | None) -> None:
        if beside is not self._holder.beside or self._now is None:
            return  # Of a process that was ended meanwhile.
        if found is None:
            self._end()
            self._finish(Failure("ended"))
        elif found.number != self._number:
            return
        elif isinstance(found, Far):
            self.far.emit(self._now.key, found.done, found.of)
        else:
            self._finish(Failure(found.failed) if found.failed else found.answer)

    def _finish(self, answer: Answer | Failure) -> None:
        wish, self._now = self._now, None
        if wish is not None:
            wish.then(answer)
        self._go_on()


def _nothing(_answer: Answer | Failure) -> None:
    """Do nothing with it."""
