"""Before a link of a scenario opens: its whole address, and the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from trainer.language import _
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SCHEMES = ("https", "mailto", "tel")


class LinkSheet(Sheet):
    """Shows an address; opens it only when that is pressed. Other schemes never open."""

    def __init__(self, url: QUrl, parent: QWidget | None = None) -> None:
        super().__init__(None, _("This leads out of Upstander"), parent)
        self._url = url
        self.body.addWidget(Words(_("Another program opens it, and may be seen opening it.")))
        address = url.toString()
        # Without breaks an address would be as wide as it is long.
        shown = Words("\u200b".join(address), role=Role.STRONG)
        shown.setAccessibleName(address)
        self.body.addWidget(shown)
        copy = QuietButton(_("Copy the address"), self, icon="copy")
        copy.clicked.connect(self._copy)
        self.buttons.addWidget(copy)
        if url.scheme() in _SCHEMES:
            leave = QuietButton(_("Open it"), self, icon="external-link")
            leave.clicked.connect(self._open)
            self.buttons.addWidget(leave)
        else:
            self.body.addWidget(Words(_("It is not opened from here. You can copy it.")))
        stay = PrimaryButton(_("Stay here"), self)
        stay.clicked.connect(self.reject)
        self.buttons.addWidget(stay)
        stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url.toString())
        self.accept()

    def _open(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.accept()
