"""Reading and writing line by line, as a screen reader likes it.

No boxes, no colours, nothing drawn over: what is new is always at the end.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TextIO

_WIDTH: Final = 88
"""Letters on a line at most, however wide the terminal is."""

_UNSHOWABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters: a story must not steer the terminal."""


class Lines:
    """A terminal, a pipe or a file, as lines in and lines out.

    Args:
        source: where answers are read from, line by line.
        target: where everything is written to; a terminal is wrapped for.

    """

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self._source = source
        self._target = target
        self._wraps = target.isatty()
        self._echoes = not source.isatty()

    def say(self, text: str) -> None:
        """Write a text, its line ends kept."""
        for line in text.split("\n"):
            shown = _UNSHOWABLE.sub("\ufffd", line)
            print(_wrapped(shown) if self._wraps else shown, file=self._target)

    def ask(self, question: str) -> str:
        """Ask, and give the line that was written, without space around it.

        Raises:
            EOFError: there is no further line.

        """
        print(question, end="", file=self._target, flush=True)
        line = self._source.readline()
        if self._echoes or not line:
            # Nobody pressed Enter on this screen.
            print(file=self._target)
        if not line:
            raise EOFError
        return line.strip()


def _wrapped(line: str) -> str:
    width = min(_WIDTH, shutil.get_terminal_size().columns)
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
