"""Looks for a regular expression in a process of its own, which can be ended.

Some expressions never come to an end on some texts, not even on an empty one, or give more than
any memory holds, and nothing stops them inside of a process. So none is even tried in the window:
``python -m trainer.authoring.finding.matching`` reads questions and writes answers, a line each.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from dataclasses import asdict
from threading import Timer
from typing import TYPE_CHECKING, Any, Final

from trainer.authoring import own_process
from trainer.authoring.finding.asking import (
    LONGEST,
    Asked,
    AskedWronglyError,
    Finder,
    too_long,
)
from trainer.language import _

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator, Sequence
    from types import TracebackType

Matches = list[tuple[int, int, str]]

_COMMAND: Final = own_process.command("trainer.authoring.finding.matching")

MOST: Final = 5000
"""Places after which nothing more is looked for."""

PATIENCE: Final = 5.0
"""Seconds that an expression gets for all texts of one file."""

_LETTERS: Final = 16 * 1024 * 1024
"""Letters that may stand instead of what was found in one file, in all."""

_MEMORY: Final = 1024 * 1024 * 1024
"""Bytes that the process may take, where the system can be told."""


class Matcher:
    """Finds one thing in the texts of as many files as one likes.

    Raises:
        AskedWronglyError: it cannot be looked for.

    """

    def __init__(self, asked: Asked, patience: float = PATIENCE) -> None:
        self._asked, self._patience = asked, patience
        self._process: subprocess.Popen[bytes] | None = None
        self._is_late = False
        if asked.pattern and max(len(asked.sought), len(asked.instead)) > LONGEST:
            raise too_long()
        self._finder = None if asked.pattern else Finder(asked)

    def __enter__(self) -> Matcher:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            own_process.end(process)

    def find(self, texts: Sequence[str]) -> list[Matches]:
        """Find it in each of some texts, up to :data:`MOST` places and one more.

        Raises:
            AskedWronglyError: it cannot be looked for, or that takes too long.

        """
        if self._finder is not None:
            return list(_up_to_most(self._finder, texts))
        answer = self._answer(json.dumps({"asked": asdict(self._asked), "texts": list(texts)}))
        if isinstance(answer, str):
            what = _("This pattern cannot be used: %(reason)s.")
            raise AskedWronglyError(what % {"reason": answer})
        return [[(start, end, new) for start, end, new in matches] for matches in answer]

    def _answer(self, question: str) -> Any:
        """Have one question answered, or end the process when it takes too long."""
        late = Timer(self._patience, self._end)
        line = b""
        late.start()
        try:
            process = self._process = self._process or own_process.begin(_COMMAND)
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(question.encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
            return json.loads(line)
        except (OSError, ValueError) as error:
            self.close()
            if self._is_late:
                raise AskedWronglyError(
                    _("Looking for this pattern takes too long."),
                    next_step=_("Try a simpler one, or the words themselves."),
                ) from error
            raise AskedWronglyError(
                _("This pattern cannot be looked for here."), details=str(error)
            ) from error
        finally:
            late.cancel()

    def _end(self) -> None:
        self._is_late = True
        process = self._process
        if process is not None:
            process.kill()


def find(asked: Asked, texts: Sequence[str], patience: float = PATIENCE) -> list[Matches]:
    """Find what is asked for in each of some texts.

    Raises:
        AskedWronglyError: it cannot be looked for, or that takes too long.

    """
    with Matcher(asked, patience) as matcher:
        return matcher.find(texts)


def _up_to_most(finder: Finder, texts: Sequence[str]) -> Iterator[Matches]:
    left, room = MOST + 1, _LETTERS
    for text in texts:
        matches: Matches = []
        for match in finder.each(text):
            if not left:
                break
            left, room = left - 1, room - len(match[2])
            if room < 0:
                raise too_long()
            matches.append(match)
        yield matches


def _told(question: dict[str, Any]) -> list[Matches] | str:
    try:
        finder = Finder(Asked(**question["asked"]))
        return list(_up_to_most(finder, question["texts"]))
    except AskedWronglyError as error:
        return error.details or error.what
    except MemoryError:
        return _("It finds more than there is room for")


def main() -> None:
    """Answer questions until nobody asks any more."""
    with suppress(ImportError, ValueError, OSError):  # Windows cannot be told so.
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for line in sys.stdin.buffer:
        sys.stdout.write(json.dumps(_told(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
