"""The sheet that names who is there for somebody who needs a pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.language import _
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.workshop.ready.preparing import Preparation

_LONGEST = 200


class CareSheet(Sheet):
    """Asks for a name and a place; both empty means nobody."""

    def __init__(self, context: Context, preparation: Preparation, parent: QWidget) -> None:
        super().__init__(context, _("Who is there for a pause?"), parent, width=560)
        self._preparation = preparation
        self.body.addWidget(
            Words(
                _(
                    "Somebody who takes no part and has time. People who need a pause"
                    " can ask for them from their phone, or simply go there."
                ),
                self,
            )
        )
        name, where = preparation.care or ("", "")
        self.name = self._field(_("Name, as people know them"), name)
        self.where = self._field(_("Where they are to be found"), where)
        self.body.addWidget(
            SoftLabel(
                _("Name and place show on phones and on the closing page, nowhere else."), self
            )
        )
        nobody = QuietButton(_("Nobody"), self)
        nobody.clicked.connect(self._nobody)
        self.go = PrimaryButton(_("Use this"), self, icon="check")
        self.go.clicked.connect(self.go_on)
        self.buttons.addWidget(nobody)
        self.buttons.addWidget(self.go)
        self.name.setFocus()

    def _field(self, name: str, text: str) -> TextField:
        field = add_labelled(self.body, TextField(name, self))
        field.setMaxLength(_LONGEST)
        field.setText(text)
        field.returnPressed.connect(self.go_on)
        return field

    def go_on(self) -> None:
        """Take both, or go to the one that is empty."""
        name, where = self.name.text().strip(), self.where.text().strip()
        empty = next((f for f in (self.name, self.where) if not f.text().strip()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
        self._preparation.settle(care=(name, where))

    def _nobody(self) -> None:
        self.accept()
        self._preparation.settle(care=None)
