"""Shows what differs between two texts of a file, row by row, as the form would say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.comparing.words import How
from trainer.language import _, ngettext
from trainer.ui.authoring.keeping.rows import FramedRows
from trainer.ui.authoring.marked import As, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.comparing.comparing import Comparison
    from trainer.authoring.comparing.telling import Line
    from trainer.authoring.comparing.words import Piece

_LOOKS = {How.SAME: As.PLAIN, How.OUT: As.OUT, How.IN: As.IN}


class Changes(FramedRows):
    """The rows of a comparison."""

    def __init__(self, name: str, parent: QWidget | None = None, *, most: int = 280) -> None:
        super().__init__(name, parent, most=most)
        described = _("What is taken out is struck through, what is put in is underlined.")
        self.list.setAccessibleDescription(described)

    def show_comparison(self, found: Comparison, *, where: str = "") -> None:
        """Show what differs; what is ``where`` everybody knows is told without saying so again."""
        self.list.clear()
        for line in found.lines:
            known = line.where == where
            self.list.add_row(tuple(runs_of(line, known=known)), line.spoken)
        if found.is_nothing:
            said = _("nothing there, neither before nor now")
            self.list.add_row((Run(said, As.SOFT),), said)
        for said in last_rows(found):
            self.list.add_row((Run(said, As.SOFT),), said)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.fit()


def runs_of(line: Line, *, known: bool = False) -> Iterator[Run]:
    """Give how a line looks; ``known``: whether it need not say where that is."""
    if not known:
        yield Run(line.where, As.STRONG)
    before = ""
    for at, piece in enumerate(line.pieces):
        words = _with_marks(piece)
        if not at:
            yield Run("" if known else "\n")
            words = words.lstrip() or words
        elif piece.how is How.IN and not (before[-1:].isspace() or words[:1].isspace()):
            # What comes stands beside what goes, and not in one word with it.
            yield Run(" " if line.pieces[at - 1].how is How.OUT else "")
        yield Run(words, _LOOKS[piece.how])
        before = words


def _with_marks(piece: Piece) -> str:
    """Give words as they are shown; line breaks alone, which cannot be seen, have a mark."""
    if piece.how is not How.SAME and piece.text and not piece.text.strip("\n"):
        return piece.text.replace("\n", "¶\n")
    return piece.text


def last_rows(found: Comparison) -> Iterator[str]:
    """Say what is not told row by row."""
    if found.unread:
        yield found.unread
    if found.more:
        said = ngettext("And %(n)d more place", "And %(n)d more places", found.more)
        yield said % {"n": found.more}
    if found.writing:
        said = ngettext(
            "The file’s own writing differs in %(n)d place, and says the same there",
            "The file’s own writing differs in %(n)d places, and says the same there",
            found.writing,
        )
        yield said % {"n": found.writing}
