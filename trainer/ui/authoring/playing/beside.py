"""The process beside the window in which a text is tried out, and two threads that talk to it.

The window never waits for it: what is asked is written by one thread, what comes back is read by
the other. It is started with the first question, and ends with this program, however that ends.
"""

from __future__ import annotations

import pickle
import threading
from contextlib import suppress
from io import BufferedReader
from queue import SimpleQueue
from typing import TYPE_CHECKING

from trainer.authoring import own_process
from trainer.scenario.files.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.trying.messages import Answered, Asked, Far


class Beside:
    """A process that answers questions.

    Args:
        told: called in another thread with this and each thing that comes back; with None when
            the process has ended by itself.

    """

    def __init__(self, told: Callable[[Beside, Far | Answered | None], object]) -> None:
        self._told = told
        self._wanted = True
        self._waiting: SimpleQueue[Asked | None] = SimpleQueue()
        self._process = own_process.begin(own_process.command("trainer.authoring.trying.aside"))
        self._threads = [
            threading.Thread(target=work, name="trying", daemon=True)
            for work in (self._write, self._read)
        ]
        for thread in self._threads:
            thread.start()

    def ask(self, asked: Asked) -> None:
        """Have something answered."""
        self._waiting.put(asked)

    def stop(self) -> None:
        """End it at once, whatever it is doing."""
        self._wanted = False
        self._waiting.put(None)
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()  # Both wait for the process alone, or for what was just put.

    def _write(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        try:
            while (asked := self._waiting.get()) is not None:
                with collector_paused():
                    pickle.dump(asked, pipe)
                pipe.flush()
        except OSError:
            pass  # It has ended; who reads will notice.
        finally:
            with suppress(OSError):
                pipe.close()

    def _read(self) -> None:
        pipe = self._process.stdout
        assert isinstance(pipe, BufferedReader)
        try:
            while True:
                pipe.peek(1)  # Waiting leaves the collector on.
                with collector_paused():
                    found: Far | Answered = pickle.load(pipe)
                    if self._wanted:
                        self._told(self, found)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            pipe.close()
        if self._wanted:
            self._told(self, None)
