"""Before a link of a scenario opens: its whole address, and the choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, Words

_SCHEMES = ("https", "mailto", "tel")


class LinkSheet(QDialog):
    """Shows an address; opens it only when that is pressed. Other schemes never open."""

    def __init__(self, url: QUrl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = url
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Open a link"))
        column = theme.lay(QVBoxLayout(self), margins=(24, 20, 24, 20), spacing=14)
        column.addWidget(Heading(_("This leads out of Upstander"), role=Role.SUBHEADING))
        column.addWidget(Words(_("Another program opens it. Who you ask can see that you did.")))
        # Without breaks an address would be as wide as it is long.
        address = Words("\u200b".join(url.toString()), role=Role.STRONG)
        address.setAccessibleName(url.toString())
        column.addWidget(address)
        row = QWidget(self)
        flow = FlowLayout(row, spacing=10)
        stay = PrimaryButton(_("Stay here"), row)
        stay.clicked.connect(self.reject)
        copy = QuietButton(_("Copy the address"), row, icon="copy")
        copy.clicked.connect(self._copy)
        flow.addWidget(stay)
        flow.addWidget(copy)
        if url.scheme() in _SCHEMES:
            leave = QuietButton(_("Open it"), row, icon="external-link")
            leave.clicked.connect(self._open)
            flow.addWidget(leave)
        column.addWidget(row)
        theme.fix(self, width=460)
        stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url.toString())
        self.accept()

    def _open(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.accept()
