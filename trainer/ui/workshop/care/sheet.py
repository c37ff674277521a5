"""The sheet that hands the care person their page: as a card on paper, or as a code to scan.

Whoever has the code can see who waits for a pause. So it does not show by itself, and this sheet
is never on the room's screen; where a projector is mirrored, the card is the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.language import _
from trainer.ui.dialogs import Sheet
from trainer.ui.paper import saving_as
from trainer.ui.paper.printing import pdf, save_pdf
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.pictures.qr_code import QrCode
from trainer.ui.widgets.words import SoftLabel, Words
from trainer.ui.workshop.care.card import about, care_card
from trainer.workshop.network.codes import code

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class CareSheet(Sheet):
    """Opened with the care person's name and the secret address of their page.

    ``ask`` chooses the file of the card.
    """

    def __init__(self, context: Context, name: str, url: str, parent: QWidget) -> None:
        heading = _("A page for %(name)s") % {"name": name}
        super().__init__(context, heading, parent, width=560)
        self._context = context
        self._name, self._url = name, url
        self.ask: saving_as.Ask = saving_as.ask_where
        for said in about():
            self.body.addWidget(Words(said, self))
        self.body.addWidget(
            SoftLabel(
                _("If the room may see this screen, use the card on paper. The code does not show "
                  "before you press the button."),
                self,
            )
        )  # fmt: skip
        self.show_code = LinkButton(_("Show the code here"), self, icon="qr-code")
        self.show_code.clicked.connect(self._turn)
        self.body.addWidget(self.show_code, 0, Qt.AlignmentFlag.AlignLeft)
        self.qr = QrCode(_("Code for the page of the care person"), self, side=240)
        self.qr.hide()
        self.body.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignHCenter)
        self.end_with(_("Save the card …"), self.save_card, icon="printer", stay=_("Close"))
        chain(self)
        self.cancel.setFocus()

    def _turn(self) -> None:
        shows = self.qr.isHidden()
        if shows:
            self.qr.show_code(code(self._url), self._url)
        self.qr.setVisible(shows)
        self.show_code.set_words(_("Hide the code") if shows else _("Show the code here"))
        self.fit()

    def save_card(self) -> None:
        """Ask where, then write the card as PDF."""
        name = _("Card for the care person")
        chosen = self.ask(self, _("Save as"), f"{name}.pdf", _("PDF (*.pdf)"))
        if chosen:
            made = care_card(self._name, self._url)
            save_pdf(self._context, chosen, lambda: pdf(name, made.print_))
