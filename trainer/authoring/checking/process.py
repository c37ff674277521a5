"""The process that checks: started once, asked again and again, and handed on while it is idle."""

from __future__ import annotations

import atexit
import json
from typing import TYPE_CHECKING, Final

from trainer.authoring import own_process

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.authoring.checking.telling import Question

COMMAND: Final = own_process.command("trainer.authoring.checking.worker")

_idle: list[Process] = []


class Process:
    """Another process, which is asked by its input and answers by its output."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._process = own_process.begin(command, quiet=False)

    @classmethod
    def begin(cls) -> Process:
        """Give one that is idle, or a new one.

        Raises:
            OSError: none can be started.

        """
        while _idle:
            found = _idle.pop()
            if found.is_alive:
                return found
            found.end()
        return cls()

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    @property
    def number(self) -> int:
        """The number that the system gave it."""
        return self._process.pid

    def ask(self, question: Question) -> None:
        """Send a text to be checked.

        Raises:
            OSError: it has ended.

        """
        data = question.text.encode("utf-8", "surrogatepass")
        asked = {"path": str(question.path), "size": len(data), "today": str(question.today)}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def lines(self) -> Iterator[str]:
        """Give what it says, line by line, until it ends."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            yield line.decode()

    def spare(self) -> None:
        """Keep it for whoever begins next; one is enough."""
        if _idle:
            self.end()
        else:
            _idle.append(self)

    def end(self) -> None:
        """End it, whatever it is doing."""
        own_process.end(self._process)


@atexit.register
def _end_idle() -> None:
    while _idle:
        _idle.pop().end()
