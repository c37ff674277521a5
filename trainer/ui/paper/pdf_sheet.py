"""A sheet that asks on which paper something is printed, and saves it as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.ui.dialogs import Sheet
from trainer.ui.paper import printing, saving_as
from trainer.ui.paper.printing import Paper
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.focus_order import chain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class PdfSheet(Sheet):
    """What such a sheet needs; its own choices stand between paper and buttons.

    ``ask`` chooses the file: (parent, title, name, filter).
    """

    def __init__(
        self, context: Context, heading: str, parent: QWidget | None = None, *, width: int = 520
    ) -> None:
        super().__init__(context, heading, parent, width=width)
        self._context = context
        self.ask: saving_as.Ask = saving_as.ask_where

    def make_paper(self) -> Dropdown:
        """Make the choice of the paper, the usual one chosen."""
        self.paper = Dropdown(_("Paper"), self)
        self.paper.add(_("A4"), Paper.A4)
        self.paper.add(_("Letter"), Paper.LETTER)
        self.paper.choose(printing.usual_paper())
        return self.paper

    def add_buttons(self) -> None:
        """Add what ends it."""
        self.end_with(_("Save as PDF …"), self.save, icon="printer")
        chain(self)

    def chosen_paper(self) -> Paper:
        """Give the paper that was chosen."""
        return Paper(str(self.paper.value()))

    def ask_where(self, name: str) -> str:
        """Ask where the file goes; empty if nowhere."""
        return self.ask(self, _("Save as PDF"), name, _("PDF (*.pdf)"))

    def save(self) -> None:
        """Ask where, then write the file."""
        raise NotImplementedError
