"""Files in the scenario folders that cannot be played: a note that unfolds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.scenario.files.reading import Reading
    from trainer.scenario.libraries.library import Broken

_MOST = 8
"""Problems shown of one file; `check` on the command line lists them all."""


class BrokenNote(Card):
    """Says how many files cannot be used; unfolds to what is wrong with each, and where.

    ``sentence`` says it of files that are no scenarios.
    """

    def __init__(
        self, broken: Sequence[Broken], parent: QWidget | None = None, *, sentence: str = ""
    ) -> None:
        super().__init__(parent, spacing=6)
        self._broken = broken
        self.body.addWidget(Words(sentence or _cannot_be_played(len(broken))))
        self._button = LinkButton(_("Show what is wrong"), self, icon="chevron-down")
        self._button.clicked.connect(self._fold)
        self.body.addWidget(self._button)
        self._details: QWidget | None = None

    def _fold(self) -> None:
        if self._details is None:
            self._details = self._make()
            self.body.addWidget(self._details)
            self._details.show()
        else:
            self._details.setVisible(self._details.isHidden())
        hidden = self._details.isHidden()
        self._button.set_words(_("Show what is wrong") if hidden else _("Hide what is wrong"))

    def _make(self) -> QWidget:
        inside = QWidget(self)
        column = theme.lay(QVBoxLayout(inside), spacing=4)
        for file in self._broken:
            column.addWidget(Words(str(file.path), inside, role=Role.NOTE_STRONG))
            for line, _column, _severity, sentence in file.problems[:_MOST]:
                where = _("Line %(line)d: %(problem)s") % {"line": line, "problem": sentence}
                column.addWidget(SoftLabel(where, inside))
            more = len(file.problems) - _MOST
            if more > 0:
                said = ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more}
                column.addWidget(SoftLabel(said, inside))
        return inside


def note_of(
    read: Sequence[Reading[Any]], sentence: str, parent: QWidget | None = None
) -> BrokenNote:
    """Say it of files of any other format, as they were read; ``sentence`` says of how many."""
    from trainer.scenario.libraries.index import worded
    from trainer.scenario.libraries.library import Broken

    broken = [Broken(one.path, tuple(map(worded, one.problems))) for one in read]
    return BrokenNote(broken, parent, sentence=sentence)


def _cannot_be_played(count: int) -> str:
    return ngettext(
        "%(n)d file in your scenario folders cannot be played. "
        "It was not changed, and everything else works.",
        "%(n)d files in your scenario folders cannot be played. "
        "They were not changed, and everything else works.",
        count,
    ) % {"n": count}
