"""One section of a page: its heading, its D, its text, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.method import ds
from trainer.pages import telling
from trainer.scenario.files.gathering import origin_words
from trainer.scenario.texts.markup import plain
from trainer.ui import reviewed, theme
from trainer.ui.learn.sources import Sources
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.chips import DChip, FactChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.pictures.page_picture import PagePicture
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import Heading, LineLabel

if TYPE_CHECKING:
    from trainer.pages.model import Page, Section
    from trainer.scenario.files.gathering import Placed


class HeadingChip(DChip):
    """The chip of a D in the size of a heading: where the heading is no more than its name."""

    role = Role.HEADING
    corner = 10
    pad_x, pad_y, icon_size, gap = 12, 5, 20, 8


class HeadingLine(LineLabel):
    """A heading that leaves room for a chip beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, role=Role.TITLE)


class SectionView(Region):
    """Takes the focus as a whole, so that it can be read by itself."""

    def __init__(self, page: Page, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = plain(section.heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(telling.spoken(page, section))
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0), spacing=8)
        column.addWidget(self._head(section, heading))
        if section.picture:
            picture = PagePicture(self)
            picture.show_picture(section.picture, page.folder, heading)
            column.addWidget(picture)
        text = StoryText(self)
        text.setAccessibleName(heading)
        text.set_markdown(section.text)
        column.addWidget(text)
        column.addWidget(Sources(page, section, self))

    def _head(self, section: Section, heading: str) -> QWidget:
        head = QWidget(self)
        flow = FlowLayout(head, spacing=12)
        if section.d is not None and heading.casefold() == ds.name(section.d).casefold():
            flow.addWidget(HeadingChip(section.d, head))
        else:
            flow.addWidget(HeadingLine(heading, head))
            if section.d is not None:
                flow.addWidget(DChip(section.d, head))
        if section.disagreement:
            words = telling.disagreement_words(section)
            flow.addWidget(FactChip(words, head, icon="columns-2"))
        return head


class HeadView(Region):
    """What stands above the sections: the drawing, the summary, and how far to trust it.

    Signals:
        save_wanted(): the page shall be saved as PDF.
        copy_wanted(): the page shall be copied.
    """

    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, placed: Placed[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = placed.content
        summary = plain(page.summary)
        notes = [origin_words(placed), reviewed.told(page, placed.path)]
        notes = [note for note in notes if note]
        self.setAccessibleName(plain(page.title))
        self.setAccessibleDescription("\n".join([summary, *notes]))
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0), spacing=14)
        if page.picture:
            picture = PagePicture(self)
            picture.show_picture(page.picture, page.folder, summary)
            column.addWidget(picture)
        self.summary = Heading(summary, self, role=Role.HEADING)
        column.addWidget(self.summary)
        row = QWidget(self)
        flow = FlowLayout(row, spacing=20)
        for note in notes:
            flow.addWidget(LineLabel(note, row, role=Role.NOTE, tone="soft"))
        save = LinkButton(_("Save as PDF …"), row, icon="printer")
        save.clicked.connect(self.save_wanted)
        copy = LinkButton(_("Copy"), row, icon="copy")
        copy.clicked.connect(self.copy_wanted)
        flow.addWidget(save)
        flow.addWidget(copy)
        column.addWidget(row)
