"""Writes files in a thread of its own, one after another, so that no disk stops the window."""

from __future__ import annotations

import threading
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from trainer.scenario.files.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class _Job(NamedTuple):
    act: Callable[[], Any]
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]


class Writer(QObject):
    """Does what it is given, in turn; what came of it arrives in the window's own thread."""

    _ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[_Job] = deque()
        self._results: deque[Callable[[], object]] = deque()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._last: list[threading.Thread] = []
        self.destroyed.connect(_Waiting(self._last))
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def do(
        self,
        act: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Have something done; then ``done`` is called with what it gave, or ``failed``."""
        with self._guard:
            self._jobs.append(_Job(act, done, failed))
            if self._thread is not None:
                return
            self._thread = threading.Thread(target=self._run, name="author-writer")
            self._last[:] = [self._thread]
            self._thread.start()

    def flush(self) -> None:
        """Wait until everything is done, and hand on what came of it."""
        while True:
            thread = self._thread
            if thread is not None:
                thread.join()
            if not self._results and self._thread is None:
                return
            self._deliver()

    def wait(self, seconds: float) -> None:
        """Wait for it, no longer than that, and hand on what has come of it until then."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            thread = self._thread
            if thread is not None:
                thread.join(left)
            elif not self._results:
                return
            self._deliver()

    def _run(self) -> None:
        while True:
            with self._guard:
                if not self._jobs:
                    self._thread = None
                    return
                job = self._jobs.popleft()
            self._results.append(_outcome(job))
            with suppress(RuntimeError):  # The window has closed meanwhile; nobody wants to know.
                self._ready.emit()

    def _deliver(self) -> None:
        while self._results:
            self._results.popleft()()


class _Waiting:
    """Waits for what is still being done when the writer goes, and holds nothing of the writer."""

    def __init__(self, last: list[threading.Thread]) -> None:
        self._last = last

    def __call__(self) -> None:
        for thread in self._last:
            thread.join()


def _outcome(job: _Job) -> Callable[[], object]:
    try:
        # A collection that begins here would destroy Qt's objects in a thread that is not theirs.
        with collector_paused():
            result = job.act()
    except Exception as error:  # it is told to whoever has asked, not to the thread
        wrong = error
        return lambda: job.failed(wrong)
    return lambda: job.done(result)


def nothing_to_do(_result: object) -> None:
    """Leave it at that: nobody waits for what came of it."""
