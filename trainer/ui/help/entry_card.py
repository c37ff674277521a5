"""A service: its short card, and below it the rest once it is unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout

from trainer.language import _
from trainer.ui import theme
from trainer.ui.help.entry_head import EntryHead
from trainer.ui.help.told import told
from trainer.ui.widgets.card import paint_surface

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from trainer.help.directory import Directory, Listed
    from trainer.ui.context import Context


class EntryCard(QFrame):
    """One service of the directory.

    Signals:
        unfolded(object): the card, when the rest has come in view.
    """

    unfolded = Signal(object)

    def __init__(
        self, context: Context, directory: Directory, listed: Listed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._directory, self.listed = context, directory, listed
        self._details: QWidget | None = None
        self._language = ""
        self._column = theme.lay(QVBoxLayout(self))
        self.head = EntryHead(told(directory, listed), self)
        self.head.clicked.connect(self.toggle)
        self._column.addWidget(self.head)

    def show_language(self, language: str) -> None:
        """Name a language first, if it is one of this service."""
        if language != self._language:
            self._language = language
            self.head.tell(told(self._directory, self.listed, language))

    def is_open(self) -> bool:
        """Tell whether the rest shows."""
        return self.head.is_open

    def toggle(self) -> None:
        """Unfold the rest, or fold it up, and say so: the focus stays where it is."""
        self.show_rest(opened=not self.is_open())
        said = _("The rest follows below.") if self.is_open() else _("Folded up.")
        self._context.announce(said)

    def show_rest(self, *, opened: bool) -> None:
        """Show the rest, or only the short card."""
        if opened and self._details is None:
            # Late: most cards stay short, and the rest is a dozen widgets.
            from trainer.ui.help.entry_details import EntryDetails

            self._details = EntryDetails(self._context, self._directory, self.listed, self)
            self._column.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(opened)
        self.head.show_open(opened=opened)
        if opened:
            self.unfolded.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface; its outline is that of something that can be pressed."""
        palette = theme.colours()
        hovered = self.head.underMouse()
        border = palette.teal if hovered else palette.outline
        paint_surface(QPainter(self), QRectF(self.rect()), fill=palette.card, border=border)
