"""Has texts checked in another process, so that whoever asks never waits.

The latest text is what counts: one that is asked for while another is being checked waits, and
takes the place of what waited. A check that takes too long for what is outdated, or does not
end, is given up with its process, and so is nothing else: the next text is checked by a new one.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Condition, Thread, Timer
from time import monotonic
from typing import TYPE_CHECKING, Final

import trainer
from trainer.authoring.checking.telling import Answer, Question, answer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

OUTDATED: Final = 4.0
"""Seconds after which a check is given up while another text waits."""

HANGS: Final = 90.0
"""Seconds after which a check is given up."""

_TRIES: Final = 2
"""Processes that one text may bring down before it is told that it cannot be checked."""

COMMAND: Final = (sys.executable, "-m", "trainer.authoring.checking.worker")
"""What starts the other process."""


class Elsewhere:
    """Checks one text after another.

    Args:
        told: is given each :class:`Answer`, in a thread of its own.
        command: what to start; for tests.
        outdated: seconds, see :data:`OUTDATED`.
        hangs: seconds, see :data:`HANGS`.

    """

    def __init__(
        self,
        told: Callable[[Answer], None],
        *,
        command: Sequence[str] = COMMAND,
        outdated: float = OUTDATED,
        hangs: float = HANGS,
    ) -> None:
        self._told = told
        self._command = command
        self._outdated, self._hangs = outdated, hangs
        self._news = Condition()
        self._waiting: Question | None = None
        self._since: float | None = None
        self._closed = False
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: Thread | None = None

    def ask(self, question: Question) -> None:
        """Have a text checked, as soon as what is being checked is done."""
        with self._news:
            if self._closed:
                return
            self._waiting = question
            if self._thread is None:
                self._thread = Thread(target=self._serve, name="checking", daemon=True)
                self._thread.start()
            elif self._since is not None:
                self._be_patient(self._since + self._outdated - monotonic(), self._process)
            self._news.notify()

    def close(self) -> None:
        """Stop; nothing more is told. Waits until nothing is running any more."""
        with self._news:
            self._closed = True
            self._waiting = None
            self._news.notify()
        self._end(self._process)
        if self._thread is not None:
            self._thread.join()

    def _be_patient(self, seconds: float, process: subprocess.Popen[bytes] | None) -> None:
        since = self._since

        def give_up() -> None:
            if self._since == since and self._waiting is not None:
                self._end(process)

        _timer(max(0.0, seconds), give_up).start()

    # In the thread

    def _serve(self) -> None:
        while (question := self._next()) is not None:
            answer = self._answer(question)
            if answer is not None and not self._closed:
                self._told(answer)
        self._end(self._process)

    def _next(self) -> Question | None:
        with self._news:
            while self._waiting is None and not self._closed:
                self._news.wait()
            question, self._waiting = self._waiting, None
            return question

    def _answer(self, question: Question) -> Answer | None:
        """Check a text; None if another one waits by the time that it cannot be done."""
        for _try in range(_TRIES):
            answer = self._try(question)
            if answer is not None:
                return answer
            self._end(self._process)
            self._process = None
            if self._waiting is not None or self._closed:
                return None
        return Answer(question, failed=True)

    def _try(self, question: Question) -> Answer | None:
        """Ask the process, or a new one; None if it ends before it has answered."""
        try:
            process = self._process = self._process or self._start()
        except OSError:
            return None
        self._since = monotonic()
        watchdog = _timer(self._hangs, process.kill)
        watchdog.start()
        try:
            _ask(process, question)
            return answer_of(question, _lines(process), monotonic() - self._since)
        except (OSError, ValueError):
            return None  # It has ended, or what it said was cut off.
        finally:
            self._since = None
            watchdog.cancel()

    def _start(self) -> subprocess.Popen[bytes]:
        root = str(Path(trainer.__file__).parents[1])
        known = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(known)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _end(self, process: subprocess.Popen[bytes] | None) -> None:
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.kill()
        process.wait()


def _timer(seconds: float, act: Callable[[], object]) -> Timer:
    timer = Timer(seconds, act)
    timer.daemon = True
    return timer


def _ask(process: subprocess.Popen[bytes], question: Question) -> None:
    data = question.text.encode()
    asked = {"path": str(question.path), "size": len(data), "today": question.today.isoformat()}
    assert process.stdin is not None
    process.stdin.write(json.dumps(asked).encode() + b"\n")
    process.stdin.write(data)
    process.stdin.flush()


def _lines(process: subprocess.Popen[bytes]) -> Iterator[str]:
    assert process.stdout is not None
    for line in process.stdout:
        yield line.decode()
