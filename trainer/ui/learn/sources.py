"""Where a section comes from, in small type: each source opens its address on request."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.pages import telling
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Dress, LinkButton
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.pages.model import Page, Section, Source


class SourceLink(LinkButton):
    """A source with an address; pressed, it shows the whole address before anything opens."""

    role = Role.SMALL
    pad_y = 2

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(_named(source), parent, align_left=True)
        self._url = QUrl(source.url or "")
        self.setAccessibleDescription(_("Shows the address first"))
        self.clicked.connect(self._show_address)

    def dress(self) -> Dress:
        """Softer than a link in running text: it is there for whoever looks for it."""
        dress, palette = super().dress(), theme.colours()
        return replace(dress, text=palette.teal if self.underMouse() else palette.soft)

    def _show_address(self) -> None:
        from trainer.ui.widgets.link_sheet import LinkSheet

        LinkSheet(self._url, self.window()).open()


class Sources(QWidget):
    """Everything that stands under a section; hidden if that is nothing."""

    def __init__(self, page: Page, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=2)
        sources = telling.sources_of(page, section)
        for source in sources:
            if source.url:
                column.addWidget(SourceLink(source, self))
            else:
                column.addWidget(SoftLabel(_named(source), self, role=Role.SMALL))
        ours = telling.ours_words(section)
        if ours:
            column.addWidget(SoftLabel(ours, self, role=Role.SMALL))
        self.setVisible(bool(sources or ours))


def _named(source: Source) -> str:
    return _("Source: %(title)s") % {"title": plain(source.title)}
