"""After the first question: what this is, in a few short pages that can be skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.pages import telling
from trainer.scenario.libraries.beginning import first_scenario
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.learn.article import measure
from trainer.ui.learn.index_page import WELCOME
from trainer.ui.learn.sources import Sources
from trainer.ui.page import KeyHelp, Page
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.bars.top_bar import TopBar
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.pictures.page_picture import PagePicture
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.pages.model import Page as Content
    from trainer.pages.model import Section
    from trainer.ui.context import Context


class OnePage(Region):
    """One of the pages: its drawing, its heading, its text, and where that comes from."""

    def __init__(self, page: Content, section: Section, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        heading = plain(section.heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription("\n".join([telling.spoken(page, section), place]))
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0), spacing=12)
        picture = PagePicture(self)
        picture.show_picture(section.picture, page.folder, heading)
        column.addWidget(picture)
        column.addWidget(SoftLabel(place, self))
        column.addWidget(Heading(heading, self, role=Role.DISPLAY))
        self._text = StoryText(self)
        self._text.setAccessibleName(heading)
        self._text.set_markdown(section.text)
        column.addWidget(self._text)
        if section.sources:
            column.addWidget(Sources(page, section, self))
        self.restyled()

    def restyled(self) -> None:
        """Keep the lines as long as is pleasant, in any size of type."""
        self._text.setMaximumWidth(measure())


class WelcomePage(Page):
    """Shown once; from the index it is reached again with ``again``, and leads back there."""

    name: ClassVar[str] = "welcome"
    immersive: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._content: Content | None = None
        self._at = 0
        self._again = False
        self._shown: OnePage | None = None
        self._bar = TopBar(context, self, show_keys=True)
        column = self.scrolled(margins=(24, 24, 24, 24), top=self._bar)
        row = theme.lay(QHBoxLayout())
        row.addStretch()
        self._middle = QWidget(self)
        self._column = theme.lay(QVBoxLayout(self._middle), spacing=22)
        self._column.addWidget(self._buttons())
        row.addWidget(self._middle, 1000)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()
        self.restyled()

    def _buttons(self) -> QWidget:
        self._foot = QWidget(self._middle)
        around = theme.lay(QVBoxLayout(self._foot), margins=(EDGE, 0, 0, 0))
        flow = FlowLayout(spacing=10)
        around.addLayout(flow)
        self._next = PrimaryButton(_("Next"), self._foot, keys=_("Enter"))
        self._next.clicked.connect(self.go_on)
        self._begin = PrimaryButton(
            _("Begin a first scenario"), self._foot, icon="play", keys=_("Enter")
        )
        self._begin.clicked.connect(self.begin)
        self._back = QuietButton(_("Back"), self._foot)
        self._back.clicked.connect(self.step_back)
        self._skip = QuietButton(_("Skip"), self._foot)
        self._skip.clicked.connect(self.end)
        for button in (self._next, self._begin, self._back, self._skip):
            flow.addWidget(button)
        return self._foot

    # Page

    def title(self) -> str:
        """Title of the pages."""
        return plain(self._content.title) if self._content else _("Welcome")

    def open(self, **what: Any) -> None:
        """Begin with the first of the pages."""
        placed = self.context.method.page(WELCOME)
        self._content = placed.content if placed is not None else None
        self._again = bool(what.get("again"))
        self._show(0)

    def shown(self) -> None:
        """Put the keyboard on the page that shows; without one go on at once."""
        if self._content is None:
            QTimer.singleShot(0, self, self.end)
        elif self._shown is not None:
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def order_tabs(self) -> None:
        """The page, then the ways on."""
        chain(self._bar, self._middle)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Enter"), _("Go on")),
            (_("Backspace"), _("Back to the page before")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Backspace goes back."""
        if enter.is_enter(event):
            if not event.isAutoRepeat():
                self.go_on()
        elif event.key() == Qt.Key.Key_Backspace:
            if not event.isAutoRepeat():
                self.step_back()
        else:
            super().keyPressEvent(event)

    def restyled(self) -> None:
        """Keep the column as wide as that of the question before it."""
        self._middle.setMaximumWidth(theme.px(theme.READING_WIDTH))

    # Acting

    def go_on(self) -> None:
        """Turn to the next page; from the last one begin a scenario."""
        if not self._is_last:
            self._turn(self._at + 1)
        elif self._can_begin:
            self.begin()
        else:
            self.end()

    def step_back(self) -> None:
        """Turn to the page before; from the first one back to where one came from."""
        if self._at > 0:
            self._turn(self._at - 1)
        elif self._again:
            self.context.go_back()

    def begin(self) -> None:
        """Open the scenario to begin with."""
        card = first_scenario(self.context.library.cards())
        self.context.change(welcome=False)
        if card is not None:
            self.context.open_page("practice", scenario=card.id)

    def end(self) -> None:
        """Leave these pages for the library, or for the index if one came from there."""
        self.context.change(welcome=False)
        if self._again:
            self.context.go_back()
        else:
            self.context.open_page("home")

    # Showing

    @property
    def _is_last(self) -> bool:
        return self._content is None or self._at == len(self._content.sections) - 1

    @property
    def _can_begin(self) -> bool:
        return bool(self.context.library.cards())

    def _turn(self, index: int) -> None:
        self._show(index)
        self.order_tabs()
        self.shown()

    def _show(self, index: int) -> None:
        before, self._shown = self._shown, None
        self._at = index
        self._bar.set_title(self.title())
        if self._content is not None:
            self._show_section(self._content, index)
        # Only now: what is hidden while it has the focus hands it to the next control.
        take_out(self._column, before)

    def _show_section(self, content: Content, index: int) -> None:
        sections = content.sections
        place = _("%(n)d of %(all)d") % {"n": index + 1, "all": len(sections)}
        self._shown = OnePage(content, sections[index], place, self._middle)
        self._column.insertWidget(0, self._shown)
        self._shown.show()
        self._shown.setFocus(Qt.FocusReason.OtherFocusReason)
        begins = self._is_last and self._can_begin
        self._next.setVisible(not self._is_last)
        self._begin.setVisible(begins)
        self._back.setVisible(index > 0)
        self._skip.set_words(self._leaving_words())
        if self.scroller is not None:
            self.scroller.bar.setValue(0)

    def _leaving_words(self) -> str:
        if self._again:
            return _("Back to Learn")
        return _("Look around first") if self._is_last else _("Skip")
