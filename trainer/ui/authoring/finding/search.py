"""Looks through files in a thread, the latest thing that is asked for."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from trainer.authoring.finding import looking
from trainer.authoring.finding.asking import AskedWronglyError
from trainer.authoring.plainly import labels
from trainer.scenario.files.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from trainer.authoring.finding.asking import Asked
    from trainer.authoring.finding.looking import Found, Unread

SHOWN: Final = 2000
"""Places that are listed."""


class Answer:
    """What was found, what could not be read, and what was wrong with the question.

    ``where`` says in words where each of the first places is, ``short`` in how many short names it
    stands, too, that were not looked through.
    """

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.where: list[str] = []
        self.unread: list[Unread] = []
        self.error: AskedWronglyError | None = None
        self.is_all = True
        self.short = 0


class Search(QObject):
    """Searches, one question at a time.

    Signals:
        answered(object): an :class:`Answer` to what was asked last.
    """

    answered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None
        self._next: tuple[Asked, Callable[[], Iterable[Path]], Mapping[Path, str]] | None = None

    def ask(
        self, asked: Asked, places: Callable[[], Iterable[Path]], texts: Mapping[Path, str]
    ) -> None:
        """Look for something; what is being looked for is given up."""
        self._next = (asked, places, texts)
        if self._thread is not None:
            self._thread.give_up()
        else:
            self._begin()

    def stop(self) -> None:
        """Want no answer any more."""
        self._next = None
        if self._thread is not None:
            self._thread.give_up()
            self._thread.ended.disconnect(self._ended)
            self._thread = None

    def _begin(self) -> None:
        if self._next is not None:
            self._thread = _Thread(*self._next)
            self._next = None
            self._thread.ended.connect(self._ended)
            self._thread.start()

    def _ended(self) -> None:
        thread, self._thread = self._thread, None
        if self._next is not None:
            self._begin()
        elif thread is not None:
            self.answered.emit(thread.answer)


class _Thread(QObject):
    """Looks for one thing. It belongs to the program: a sheet may close before it has ended.

    The thread is Python's own: in one of Qt's, whatever begins a thread itself would leave one
    behind that Python takes to go on for ever.
    """

    ended = Signal()
    _done = Signal()

    def __init__(
        self, asked: Asked, places: Callable[[], Iterable[Path]], texts: Mapping[Path, str]
    ) -> None:
        app = QCoreApplication.instance()
        super().__init__(app)
        self.answer = Answer()
        self._asked, self._places, self._texts = asked, places, texts
        self._given_up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="author-search")
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        if app is not None:
            app.aboutToQuit.connect(self._end)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def give_up(self) -> None:
        """Want no answer."""
        self._given_up.set()

    def _run(self) -> None:
        """Look, in the thread."""
        try:
            # A collection that begins here would destroy Qt's objects in a thread not theirs.
            with collector_paused():
                self._look()
                for one in self.answer.found[:SHOWN]:
                    if self._given_up.is_set():
                        break
                    self.answer.where.append(labels.place(one.document, one.path))
        finally:
            with suppress(RuntimeError):  # The program has ended meanwhile.
                self._done.emit()

    def _look(self) -> None:
        answer = self.answer
        try:
            for one in looking.in_files(self._asked, self._places(), self._texts):
                if self._given_up.is_set():
                    return
                if isinstance(one, looking.Unread):
                    answer.unread.append(one)
                elif isinstance(one, looking.Short):
                    answer.short += one.count
                else:
                    answer.found += one
                if len(answer.found) > looking.MOST:
                    del answer.found[looking.MOST :]
                    answer.is_all = False
                    return
        except AskedWronglyError as error:
            answer.error = error

    def _tell(self) -> None:
        self._thread.join()
        self.ended.emit()
        self.deleteLater()

    def _end(self) -> None:
        self.give_up()
        self._thread.join()
