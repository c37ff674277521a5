"""One page about the method: its contents at the left, the text beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.pages import telling
from trainer.scenario.texts.markup import plain
from trainer.ui import reviewed, theme
from trainer.ui.learn.article import Article, measure
from trainer.ui.learn.contents import Contents
from trainer.ui.learn.index_page import WELCOME
from trainer.ui.page import KeyHelp, Page
from trainer.ui.paper import printing, saving_as
from trainer.ui.widgets.bars.back_button import BackButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.taking_out import empty
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.pages.model import Page as Content
    from trainer.scenario.files.gathering import Placed
    from trainer.ui.context import Context

_CONTENTS = 250
"""Width of the contents, unscaled."""


class MethodPage(Fits, Page):
    """Opened with ``page``, an id, and perhaps ``section``, an id in it.

    ``ask`` chooses the file of a PDF: (parent, title, name, filter).
    """

    name: ClassVar[str] = "method"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ask: saving_as.Ask = saving_as.ask_where
        self._placed: Placed[Content] | None = None
        self._article: Article | None = None
        self._wanted = ""
        self._fresh = False
        self._back = BackButton(context)
        row = theme.lay(QHBoxLayout(self), margins=(theme.PAGE_MARGIN, 0, 0, 0), spacing=20)
        row.addWidget(self._make_side())
        self.scroller = self._reader = Scroller(self)
        self._line = theme.lay(QHBoxLayout(self._reader.content), margins=(0, 22, 24, 24))
        row.addWidget(self._reader, 1)
        self._reader.bar.valueChanged.connect(self._mark)
        context.library_changed.connect(self._library_changed)

    def _make_side(self) -> QWidget:
        self._side = Scroller(self)
        column = theme.lay(QVBoxLayout(self._side.content), margins=(0, 22, 0, 22), spacing=16)
        self.contents = Contents(self._side.content)
        self.contents.chosen.connect(self.go_to)
        column.addWidget(self.contents)
        column.addStretch()
        theme.fix(self._side, width=_CONTENTS)
        return self._side

    # Page

    def title(self) -> str:
        """Title of the page that shows."""
        return plain(self._placed.content.title) if self._placed else _("Learn")

    def way_back(self) -> QWidget:
        """Back to where one came from."""
        return self._back

    def open(self, **what: Any) -> None:
        """Show a page, from a section on if one is named."""
        self._back.show_way()
        self._wanted = str(what.get("section") or "")
        self._fresh = True
        self._show(str(what.get("page", "")))
        if self._article is not None:
            # Before it shows: else the focus, and a screen reader, passes by the contents first.
            self._article.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> None:
        """Begin where it was asked for; whoever comes back stands where they were."""
        if not self._fresh:
            return
        self._fresh = False
        self._reader.bar.setValue(0)
        self.fit()
        first = self._article.head if self._article is not None else self._back
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._wanted:
            # What was just put in has its place only after this turn of the loop.
            QTimer.singleShot(0, self, self._go_to_wanted)

    def order_tabs(self) -> None:
        """Contents, then the page."""
        chain(self._side, self._reader)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("1 to 9"), _("Go to the section with this number")),
            (_("Backspace"), _("Back to where you came from")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Backspace."""
        key = event.key()
        if key == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            self.context.go_back()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.go_to(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Leave the contents out where they would take the room of the text."""
        there = self.width() >= measure() + theme.px(_CONTENTS + 3 * theme.PAGE_MARGIN)
        self._side.setVisible(there and self._article is not None)

    # Showing

    def _library_changed(self) -> None:
        if self.isVisible() and self._placed is not None:
            self._wanted, self._fresh = "", True
            self._show(self._placed.content.id)
            self.title_changed.emit()
            self.shown()

    def _show(self, page_id: str) -> None:
        pages = [one for one in self.context.method.pages() if one.content.id != WELCOME]
        at = next((at for at, one in enumerate(pages) if one.content.id == page_id), -1)
        self._take_out()
        self._placed = pages[at] if at >= 0 else self.context.method.page(page_id)
        if self._placed is None:
            self._put_in(_gone())
        else:
            before = pages[at - 1].content if at > 0 else None
            after = pages[at + 1].content if 0 <= at < len(pages) - 1 else None
            self._article = article = Article(self._placed, before, after)
            article.turned.connect(self._turn)
            article.save_wanted.connect(self.save_pdf)
            article.copy_wanted.connect(self.copy)
            self.contents.show_headings([view.accessibleName() for view in article.sections])
            self._put_in(article)
        self.fit()

    def _put_in(self, widget: QWidget) -> None:
        self._line.addStretch(1)
        self._line.addWidget(widget, 1000)
        self._line.addStretch(2)
        widget.show()

    def _take_out(self) -> None:
        self._article = None
        empty(self._line)

    # Acting

    def go_to(self, index: int) -> None:
        """Go to a section, by its place; nothing happens if there is none."""
        if self._article is None or not 0 <= index < len(self._article.sections):
            return
        view = self._article.sections[index]
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reader.show_top_of(view)
        self.contents.mark(index)

    def _go_to_wanted(self) -> None:
        if self._placed is None:
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        sections = [section.id for section in self._placed.content.sections]
        if self._wanted in sections:
            self.go_to(sections.index(self._wanted))

    def _mark(self) -> None:
        """Mark the section that stands in the upper part of the view."""
        if self._article is None:
            return
        bar = self._reader.bar
        line = bar.value() + self._reader.viewport().height() // 3
        if bar.value() == bar.maximum() > 0:
            # At the end it is the last one, however short it is.
            line = self._article.height()
        passed = [view.y() + self._article.y() <= line for view in self._article.sections]
        self.contents.mark(passed.count(True) - 1)

    def _turn(self, page_id: str) -> None:
        self.context.open_page("method", page=page_id)

    def copy(self) -> None:
        """Put the whole page onto the clipboard, as Markdown."""
        if self._placed is not None:
            QGuiApplication.clipboard().setText(_markdown(self._placed))
            self.context.notice(_("The page is copied, with its sources."))

    def save_pdf(self) -> None:
        """Ask where, then save as PDF."""
        if self._placed is None:
            return
        page = self._placed.content
        chosen = self.ask(self.window(), _("Save as PDF"), f"{page.id}.pdf", _("PDF (*.pdf)"))
        if chosen:
            printing.save_pdf(self.context, chosen, self._pdf)

    def _pdf(self) -> bytes:
        from trainer.ui.paper import printed_text

        if self._placed is None:
            raise AssertionError("no page shows")
        document = printed_text.document(_markdown(self._placed))
        return printing.pdf(plain(self._placed.content.title), document.print_)


def _markdown(placed: Placed[Content]) -> str:
    return telling.markdown(placed, reviewed.told(placed.content, placed.path))


def _gone() -> QWidget:
    """Card that stands where the page would, no taller than its words."""
    card = Card()
    card.setMaximumWidth(theme.px(theme.READING_WIDTH))
    card.body.addWidget(Heading(_("This page is not there any more")))
    card.body.addWidget(
        Words(_("It may have been taken out of its folder. Everything else works."))
    )
    place = QWidget()
    column = theme.lay(QVBoxLayout(place))
    column.addWidget(card)
    column.addStretch()
    return place
