"""Several short texts in one field, with commas between them; a comma inside one stays in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.source.splices import common

if TYPE_CHECKING:
    from collections.abc import Sequence


class NamesText:
    """What is in such a field, and which of its commas stand inside a text.

    A comma that somebody types is one between two; what comes from a file tells which are not.
    """

    def __init__(self) -> None:
        self.text = ""
        self._inside: frozenset[int] = frozenset()

    def show(self, names: Sequence[str]) -> str:
        """Let these be the texts; give what the field shows."""
        inside, at = [], 0
        for name in names:
            inside += [at + place for place, letter in enumerate(name) if letter == ","]
            at += len(name) + len(", ")
        self.text, self._inside = ", ".join(names), frozenset(inside)
        return self.text

    def typed(self, text: str) -> list[str]:
        """Give the texts, now that the field shows something else.

        What stands before the change and behind it is read as it was.
        """
        old, self.text = self.text, text
        before = common(old, text)
        most = min(len(old), len(text)) - before
        behind = common(old[::-1][:most], text[::-1][:most])
        grown = len(text) - len(old)
        self._inside = frozenset(
            at if at < before else at + grown
            for at in self._inside
            if at < before or at >= len(old) - behind
        )
        return self.names()

    def names(self) -> list[str]:
        """Give the texts."""
        ends = [
            at
            for at, letter in enumerate(self.text)
            if letter == "\n" or (letter == "," and at not in self._inside)
        ]
        starts = [0, *(at + 1 for at in ends)]
        pieces = (self.text[start:end] for start, end in zip(starts, [*ends, None], strict=True))
        return [one for piece in pieces if (one := piece.strip())]
