"""Has texts checked in another process, so that whoever asks never waits.

The latest text is what counts: one that is asked for while another is being checked waits, and
takes the place of what waited. A check that takes too long for what is outdated, or does not
end, is given up with its process, and so is nothing else: the next text is checked by a new one.
"""

from __future__ import annotations

from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from trainer.authoring.checking.process import Process
from trainer.authoring.checking.telling import Answer, Question, answer_of
from trainer.scenario.files.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable

OUTDATED: Final = 4.0
"""Seconds after which a check is given up while another text waits."""

HANGS: Final = 90.0
"""Seconds after which a check is given up."""

_TRIES: Final = 2
"""Processes that one text may bring down before it is told that it cannot be checked."""


class Elsewhere:
    """Checks one text after another.

    Args:
        told: is given each :class:`Answer`, in a thread of its own.
        start: starts the other process.
        outdated: seconds, see :data:`OUTDATED`.
        hangs: seconds, see :data:`HANGS`.

    """

    def __init__(
        self,
        told: Callable[[Answer], None],
        *,
        start: Callable[[], Process] = Process.begin,
        outdated: float = OUTDATED,
        hangs: float = HANGS,
    ) -> None:
        self._told = told
        self._start = start
        self._outdated, self._hangs = outdated, hangs
        self._news = Condition()
        self._waiting: Question | None = None
        self._since: float | None = None
        self._closed = False
        self._process: Process | None = None
        self._threads: list[Thread] = []

    def ask(self, question: Question) -> None:
        """Have a text checked, as soon as what is being checked is done."""
        with self._news:
            if self._closed:
                return
            self._waiting = question
            self._news.notify_all()
        if not self._threads:
            acts = {"checking": self._serve, "checking-watch": self._watch}
            self._threads = [Thread(target=acts[name], name=name, daemon=True) for name in acts]
            for thread in self._threads:
                thread.start()

    def close(self) -> None:
        """Stop; nothing more is told. Waits until nothing is running any more."""
        with self._news:
            self._closed = True
            self._waiting = None
            busy = self._since is not None
            self._news.notify_all()
        if busy and self._process is not None:
            self._process.end()
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        if self._process is not None:
            self._process.spare()

    # In the thread that asks

    def _serve(self) -> None:
        while (question := self._next()) is not None:
            answer = self._answer(question)
            if answer is not None and not self._closed:
                with collector_paused():
                    self._told(answer)

    def _next(self) -> Question | None:
        with self._news:
            while self._waiting is None and not self._closed:
                self._news.wait()
            question, self._waiting = self._waiting, None
            return question

    def _answer(self, question: Question) -> Answer | None:
        """Check a text; None if it cannot be done, and nobody waits for it any more."""
        for _try in range(_TRIES):
            answer = self._try(question)
            if answer is not None:
                return answer
            if self._waiting is not None or self._closed:
                return None
        return Answer(question, failed=True)

    def _try(self, question: Question) -> Answer | None:
        """Ask the process, or a new one; None if it ends before it has answered."""
        try:
            process = self._process = self._process or self._start()
        except OSError:
            return None
        since = monotonic()
        self._is_busy(since)
        try:
            process.ask(question)
            answer = answer_of(question, process.lines(), since)
        except (OSError, ValueError):
            answer = None  # It has ended, or what it said was cut off.
        self._is_busy(None)
        if answer is None:
            process.end()
            self._process = None
        return answer

    def _is_busy(self, since: float | None) -> None:
        with self._news:
            self._since = since
            self._news.notify_all()

    # In the thread that looks at the clock

    def _watch(self) -> None:
        with self._news:
            while not self._closed:
                if self._since is None:
                    self._news.wait()
                    continue
                patience = self._hangs if self._waiting is None else self._outdated
                left = self._since + patience - monotonic()
                if left > 0:
                    self._news.wait(left)
                elif self._process is not None:
                    self._process.end()
                    self._since = None
