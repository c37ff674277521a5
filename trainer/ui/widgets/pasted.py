"""What is pasted or dropped, from any program: its words, and nothing that no text may hold.

Files that are copied or dropped are no words. Rich text comes as its plain words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QValidator

from trainer.scenario.files.source import BAD

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_QT_ENDS: Final = re.compile("[\ufdd0-\ufdef]")
"""No characters at all; Qt ends a line or a text at some of them."""


def words_in(source: QMimeData) -> str:
    """Give the words of what is pasted; empty if it is something else."""
    return cleaned(source.text()) if source.hasText() and not source.hasUrls() else ""


def cleaned(text: str) -> str:
    """Give a text with the usual line ends, and without characters that no text may hold."""
    return _QT_ENDS.sub("", BAD.sub("", _BREAKS.sub("\n", text)))


class OneLine(QValidator):
    """Keeps what is pasted into a field of one line on one line, and clean."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Take everything, cleaned."""
        if text.isprintable():
            return QValidator.State.Acceptable, text, at
        clean = re.sub("[\n\t]+", " ", cleaned(text))
        place = max(0, min(len(clean), at + len(clean) - len(text)))
        return QValidator.State.Acceptable, clean, place
