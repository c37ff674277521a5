"""How a plan or a record shall be printed, and where the PDF goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.ui import theme
from trainer.ui.paper import printing
from trainer.ui.paper.pdf_sheet import PdfSheet
from trainer.ui.settings.row import SettingRow
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from trainer.progress.papers.paper_content import Content
    from trainer.ui.context import Context

PAGE, CARD = "page", "card"
_LIST_WIDTH = 240


class PrintPaperSheet(PdfSheet):
    """Asks for the paper, says what a PDF is, and saves it."""

    def __init__(self, context: Context, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(context, heading, parent)
        self.add_choices()
        self.add_row(_("Paper"), self.make_paper())
        said = _(
            "A PDF is an ordinary file: whoever finds it can read it, also while your papers are"
            " locked. Delete it once it is printed."
        )
        self.body.addWidget(SoftLabel(said, self))
        self.add_buttons()

    def add_choices(self) -> None:
        """Add what can be chosen beside the paper."""

    def add_row(self, name: str, control: Dropdown) -> None:
        """Add a choice."""
        self.body.addWidget(SettingRow(name, control, parent=self))
        theme.fix(control, width=_LIST_WIDTH, at_least=True)

    def make(self) -> bytes:
        """Make the file."""
        raise NotImplementedError

    def save(self) -> None:
        """Ask where, then write the file. Its name, in the system's lists, tells nothing."""
        where = self.ask_where(_("notes.pdf"))
        if not where:
            return
        made = self.make()
        self.accept()
        printing.save_pdf(self._context, where, lambda: made)


class PrintPlanSheet(PrintPaperSheet):
    """The plan: on one page, or as a card for the wallet."""

    def __init__(self, context: Context, content: Content, parent: QWidget | None = None) -> None:
        self._content = content
        super().__init__(context, _("Print the safety plan"), parent)

    def add_choices(self) -> None:
        """Choose between a page and a card."""
        self.form = Dropdown(_("How"), self)
        self.form.add(_("On one page"), PAGE)
        self.form.add(_("As a card for the wallet"), CARD)
        self.add_row(_("How"), self.form)

    def make(self) -> bytes:
        """Make the page, or the card."""
        # Only whoever prints needs what draws it.
        from trainer.ui.plan import on_paper, wallet_card

        put = wallet_card.put_card if self.form.value() == CARD else on_paper.put_plan
        return printing.pdf(_("Notes"), partial(put, self._content), paper=self.chosen_paper())


class PrintRecordSheet(PrintPaperSheet):
    """A record, with lines to write on where nothing was filled in."""

    def __init__(
        self, context: Context, content: Content, made: datetime, parent: QWidget | None = None
    ) -> None:
        self._content, self._made = content, made
        super().__init__(context, _("Print what happened"), parent)

    def make(self) -> bytes:
        """Make the sheet."""
        from trainer.ui.plan import on_paper

        put = partial(on_paper.put_record, self._content, self._made)
        return printing.pdf(_("Notes"), put, paper=self.chosen_paper())
