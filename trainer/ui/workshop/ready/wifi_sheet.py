"""The sheet that makes a code for the venue's Wi-Fi. Nothing that is typed here is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.language import _
from trainer.ui.dialogs import Sheet
from trainer.ui.paper import printing, saving_as
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fields import CheckBox, TextField
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.pictures.qr_code import QrCode
from trainer.ui.widgets.words import SoftLabel, Words
from trainer.workshop.network import wifi
from trainer.workshop.network.codes import code
from trainer.workshop.network.wifi import Wifi, Wrong

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.workshop.ready.preparing import Preparation


class WifiSheet(Sheet):
    """Asks for name and password as they hang on the wall, and shows the code."""

    def __init__(self, context: Context, preparation: Preparation, parent: QWidget) -> None:
        super().__init__(context, _("A code for the Wi-Fi"), parent, width=560)
        self._context = context
        self._preparation = preparation
        self.ask: saving_as.Ask = saving_as.ask_where
        self.body.addWidget(
            Words(
                _(
                    "A phone that scans the code is in the Wi-Fi, without typing. Type both as they"
                    " hang on the wall. It must be the Wi-Fi that this computer is in, too."
                ),
                self,
            )
        )
        self.name = self._field(_("Name of the Wi-Fi"))
        self.password = self._field(_("Password of the Wi-Fi"))
        self.is_open = CheckBox(_("No password"), self)
        self.hidden = CheckBox(_("The Wi-Fi hides its name"), self)
        for box in (self.is_open, self.hidden):
            box.toggled.connect(self._typed)
            self.body.addWidget(box)
        self.said = Words("", self, role=Role.NOTE_STRONG)
        self.said.setMinimumHeight(self.said.fontMetrics().lineSpacing())
        self.body.addWidget(self.said)
        self.qr = QrCode(_("Code for the Wi-Fi"), self, side=240)
        self.qr.hide()
        self.body.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(
            SoftLabel(
                _(
                    "Whoever sees the code can read the password. It stays in memory until the"
                    " workshop is closed, and is not written to the disk unless you save a sign."
                ),
                self,
            )
        )
        cancel = QuietButton(_("Close"), self)
        cancel.clicked.connect(self.reject)
        self.go = PrimaryButton(_("Make the code"), self, icon="qr-code")
        self.go.clicked.connect(self.make)
        self.sign = QuietButton(_("Save a sign for the door …"), self, icon="printer")
        self.sign.clicked.connect(self.save_sign)
        self.sign.hide()
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.sign)
        self.buttons.addWidget(self.go)
        chain(self)
        self.name.setFocus()
        if preparation.code:
            self._show_code(preparation.code, _("The code that you made before."))

    def _field(self, name: str) -> TextField:
        field = add_labelled(self.body, TextField(name, self))
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.textEdited.connect(self._typed)
        field.returnPressed.connect(self.make)
        return field

    def _typed(self) -> None:
        """What is typed anew is another code."""
        self.password.setEnabled(not self.is_open.isChecked())
        self.said.setText("")
        if not self.qr.isHidden():
            self.qr.hide()
            self.sign.hide()
            self._preparation.settle(code="")
            self.fit()

    def make(self) -> None:
        """Make the code, or say what is missing."""
        typed = Wifi(
            self.name.text(),
            self.password.text(),
            is_open=self.is_open.isChecked(),
            hidden=self.hidden.isChecked(),
        )
        wrong = typed.wrong()
        if wrong is not None:
            self._refuse(wrong)
            return
        text = typed.text()
        self._preparation.settle(code=text, wifi=typed.name)
        means = _("It takes phones into %(name)s.") % {"name": typed.name}
        self._show_code(text, means)
        self._context.announce(means)
        self.fit()
        self.scroller.ensureWidgetVisible(self.qr)

    def _show_code(self, text: str, means: str) -> None:
        self.qr.show_code(code(text), means)
        self.qr.show()
        self.sign.show()
        self.said.setText(means)
        chain(self)

    def save_sign(self) -> None:
        """Save a sign as PDF, where somebody says; with the room's address if it is open."""
        # Only whoever prints needs what draws it.
        from trainer.ui.workshop.ready.sign import Sign, put_sign

        where = self.ask(self, _("Save as PDF"), _("sign.pdf"), _("PDF (*.pdf)"))
        if not where:
            return
        made = self._preparation
        room = made.led.room if made.led is not None and made.is_open else None
        url, key = (room.url, room.door.code) if room is not None else ("", "")
        put = partial(put_sign, Sign(made.wifi, made.code, url, key))
        title = _("Join in with your phone")
        printing.save_pdf(self._context, where, lambda: printing.pdf(title, put))

    def _refuse(self, wrong: Wrong) -> None:
        words = wifi.told(wrong)
        self.said.setText(words)
        self._context.announce(words)
        self.fit()
        at = self.name if wrong in (Wrong.NO_NAME, Wrong.LONG_NAME) else self.password
        at.selectAll()
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Forget what was typed; the code stays until the workshop is closed."""
        self.name.clear()
        self.password.clear()
        super().done(result)
