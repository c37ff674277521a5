"""The first page of writing: one's own files."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.language import _
from trainer.ui.page import Page
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class AuthorHomePage(Page):
    """What there is to write."""

    name: ClassVar[str] = "author-home"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._column = self.scrolled()
        self._column.addWidget(Heading(_("Write what happened")))
        self._column.addStretch(1)

    def title(self) -> str:
        """Title of the page."""
        return _("Author")
