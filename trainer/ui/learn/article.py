"""A page about the method, set for reading: one column, no wider than is pleasant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.pages import telling
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.learn.section_view import HeadView, SectionView
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Divider
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.pages.model import Page
    from trainer.scenario.files.gathering import Placed

_LINE = "x" * 59
"""As wide as some 66 letters of running text: a line that is pleasant to read."""


def measure() -> int:
    """Width of a line as long as is pleasant, and of the edge before it."""
    return QFontMetrics(theme.font(Role.SCENE)).horizontalAdvance(_LINE) + theme.px(EDGE)


class Article(QWidget):
    """The whole page, top to bottom; made anew for each page.

    Signals:
        turned(object): another page was chosen at the foot, by its id.
        save_wanted(): the page shall be saved as PDF.
        copy_wanted(): the page shall be copied.
    """

    turned = Signal(object)
    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(
        self,
        placed: Placed[Page],
        before: Page | None,
        after: Page | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        page = placed.content
        column = theme.lay(QVBoxLayout(self), spacing=28)
        self.head = HeadView(placed, self)
        self.head.save_wanted.connect(self.save_wanted)
        self.head.copy_wanted.connect(self.copy_wanted)
        column.addWidget(self.head)
        self.sections = [SectionView(page, section, self) for section in page.sections]
        for view in self.sections:
            column.addWidget(view)
        column.addWidget(self._foot(page, before, after))
        column.addStretch()
        self.restyled()

    def _foot(self, page: Page, before: Page | None, after: Page | None) -> QWidget:
        foot = QWidget(self)
        column = theme.lay(QVBoxLayout(foot), margins=(EDGE, 0, 0, 0), spacing=14)
        column.addWidget(Divider(foot))
        column.addWidget(SoftLabel(telling.colophon(page), foot, role=Role.SMALL))
        row = FlowLayout(spacing=10)
        if before is not None:
            row.addWidget(self._turn(_("Previous: %(page)s"), before, foot))
        if after is not None:
            row.addWidget(self._turn(_("Next: %(page)s"), after, foot))
        column.addLayout(row)
        return foot

    def _turn(self, words: str, page: Page, parent: QWidget) -> QuietButton:
        button = QuietButton(words % {"page": plain(page.title)}, parent)
        button.setProperty("upPage", page.id)
        button.clicked.connect(self._turned)
        return button

    def _turned(self) -> None:
        self.turned.emit(self.sender().property("upPage"))

    def restyled(self) -> None:
        """Keep the lines as long as is pleasant, in any size of type."""
        self.setMaximumWidth(measure())
