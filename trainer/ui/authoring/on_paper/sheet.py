"""How a story is printed: in which letters, with what, on which paper; then a PDF of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from trainer.authoring.called import title_of
from trainer.authoring.on_paper.mark import mark_of
from trainer.authoring.reviews import reviewing
from trainer.authoring.templates.making import id_of
from trainer.language import _
from trainer.ui import dates, theme
from trainer.ui.along.going import Going
from trainer.ui.along.waiting import Waiting
from trainer.ui.authoring.on_paper.pages import How, printed
from trainer.ui.authoring.tables.review import state_words
from trainer.ui.paper import printing
from trainer.ui.paper.pdf_sheet import PdfSheet
from trainer.ui.settings.row import SettingRow
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import CheckBox, Dropdown
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.document import Document
    from trainer.ui.context import Context

_LIST_WIDTH: Final = 290


class StoryPrintSheet(PdfSheet):
    """Choices, then a PDF; of a long story it shows how far it is."""

    def __init__(self, context: Context, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Print the story"), parent, width=620)
        self._document = document
        self._going: Going | None = None
        self._where = ""
        said = _(
            "For somebody who reads it on paper: every scene with its choices, where each of them"
            " leads, and room to write."
        )
        self.body.addWidget(Words(said, self))
        self.letters = Dropdown(_("Letters"), self)
        self.letters.add(_("Usual"), False)
        self.letters.add(_("Large print"), True)
        for words, control in ((_("Letters"), self.letters), (_("Paper"), self.make_paper())):
            theme.fix(control, width=_LIST_WIDTH, at_least=True)
            self.body.addWidget(SettingRow(words, control, parent=self))
        self.review = CheckBox(_("With questions to answer, and who has read it"), self)
        self.review.setChecked(True)
        self.body.addWidget(self.review)
        note = _("Strong language stands in it as it is written. Give it to whoever asked for it.")
        self.body.addWidget(Words(note, self, role=Role.NOTE))
        pdf = _("This makes a PDF file, which is not paper yet: open it, and print it from there.")
        self.body.addWidget(SoftLabel(pdf, self))
        self.waiting = Waiting(_("Making the pages"), self)
        self.body.addWidget(self.waiting)
        self.add_buttons()
        self.letters.setFocus(Qt.FocusReason.OtherFocusReason)

    def how(self) -> How:
        """Give how it shall be printed."""
        today = date.today()
        told = reviewing.told(self._document, today)
        return How(
            self.chosen_paper(),
            large=bool(self.letters.value()),
            review=self.review.isChecked(),
            state=state_words(told),
            day=dates.full(today.isoformat()),
            mark=mark_of(self._document),
        )

    def save(self) -> None:
        """Ask where, then make the pages, and write them."""
        if self._going is not None:
            return
        self._where = self.ask_where(f"{id_of(title_of(self._document), ())}.pdf")
        if not self._where:
            return
        self._going = going = Going(printed(self._document, self.how()), self)
        going.moved.connect(self.waiting.move_to)
        going.ended.connect(self._made)
        self.go.setEnabled(False)
        self.waiting.wait(True)
        going.start()

    def _made(self, data: bytes) -> None:
        self._going = None
        self.accept()
        if printing.save_pdf(self._context, self._where, lambda: data):
            place = Path(self._where)
            place = place if place.suffix else place.with_suffix(".pdf")
            said = _("Saved as %(path)s. It is not paper yet: open it, and print it from there.")
            self._context.notice(said % {"path": place}, stays=True)

    def done(self, result: int) -> None:
        """Stop making pages that nobody waits for."""
        if self._going is not None:
            self._going.stop()
            self._going = None
        super().done(result)
