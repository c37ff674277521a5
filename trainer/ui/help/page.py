"""Get help: services by place, language and need; what to do right now; the person decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.help import looking, telling
from trainer.help.looking import Wish
from trainer.language import _
from trainer.ui import pages, theme
from trainer.ui.help.below import BrokenHelp, Head, Nothing, UnknownPolice, counted
from trainer.ui.help.filters import Filters
from trainer.ui.help.results import Results
from trainer.ui.help.right_now import RightNow
from trainer.ui.help.save_list import SaveList
from trainer.ui.page import KeyHelp, Page
from trainer.ui.widgets.bars.back_button import BackButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.two_columns import TwoColumns

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.help.directory import Directory, Listed
    from trainer.help.looking import Found
    from trainer.ui.context import Context


class HelpPage(Page):
    """Opened as it was left; with ``entry``, the key of a service, at that one."""

    name: ClassVar[str] = "help"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._directory: Directory | None = None
        self._looked: Wish | None = None
        self._wanted = ""
        self._fresh = False
        self._back = BackButton(context)
        self.save = SaveList(context)
        whole = theme.lay(QVBoxLayout(self))
        self.now = RightNow()
        self.now.wanted.connect(self._show_listed)
        self.filters = Filters(context)
        self.filters.changed.connect(self._look)
        self._columns = TwoColumns(
            self.filters, self._make_right(), head=self.now, shares=(330, 800), edge=0
        )
        whole.addWidget(self._columns)
        context.library_changed.connect(self._library_changed)

    def _make_right(self) -> QWidget:
        right = QWidget()
        column = theme.lay(QVBoxLayout(right), spacing=12)
        self._head = Head()
        self._head.all_wanted.connect(self._all)
        self._nothing = Nothing()
        self._nothing.wanted.connect(self._look)
        self.results = Results(self.context)
        self.results.order_changed.connect(self._order_if_shown)
        self.results.unfolded.connect(self._unfolded)
        self._unknown = UnknownPolice()
        self._unknown.wanted.connect(self._even_unknown)
        self._broken = BrokenHelp()
        for part in (self._head, self._nothing, self.results, self._unknown, self._broken):
            column.addWidget(part)
        column.addStretch(1)
        return right

    # Page

    def title(self) -> str:
        """Name of the page."""
        return _("Get help")

    def bar_widgets(self) -> list[QWidget]:
        """Saving stands in the bar."""
        return [self.save]

    def way_back(self) -> QWidget:
        """The way back stands before the title, where there is one that the rail has not."""
        return self._back

    def open(self, *, entry: str = "", **what: Any) -> None:
        """Show what is looked for, or a service."""
        self._wanted, self._fresh = entry, True
        self._read()

    def shown(self) -> None:
        """Offer the way back, and stand where one would go on."""
        self._back.show_way()
        self._back.setVisible(self._leads_back())
        if not self._fresh:
            return
        self._fresh = False
        if self._wanted:
            self._show_key(self._wanted)
        else:
            self._columns.to_top()
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        """Give what one would go on with: numbers, where they would scroll away, place, list."""
        if self._columns.is_one:
            return self.now.first() or self.filters.place
        if self._wish().place and not self._nothing.isVisibleTo(self):
            return self.results.cards()[0].head
        return self.filters.place

    def order_tabs(self) -> None:
        """Numbers, filters, list."""
        right = (self._head, self._nothing, self.results, self._unknown, self._broken)
        chain(self.now, self.filters, *right)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        keys = [
            (_("Up, Down"), _("walk from service to service")),
            (_("Enter"), _("show the rest of a service, or fold it up")),
            (_("letters"), _("in a list: go to the place or language that begins so")),
        ]
        if self._leads_back():
            keys.append((_("Backspace"), _("go back to where you were")))
        return keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back, or scroll."""
        if event.key() == Qt.Key.Key_Backspace and self._leads_back():
            self.context.go_back()
        elif not self._columns.scroll_by_key(event):
            super().keyPressEvent(event)

    def _leads_back(self) -> bool:
        """Tell whether one came from a page to which the rail does not lead."""
        latest = self.context.trail.latest
        return bool(latest) and latest not in {name for name, _words, _icon in pages.RAIL}

    # Looking

    def _wish(self) -> Wish:
        """What is looked for: as left in this window, else where it was looked last time."""
        wish = self.context.wish
        if wish is None:
            wish = Wish(place=self.context.settings.help_place if self.context.keeps else "")
        directory = self.context.help
        return wish if directory.place(wish.place) else replace(wish, place="")

    def _read(self) -> None:
        directory = self.context.help
        if directory is not self._directory:
            self._directory = directory
            self.results.use(directory)
            self.filters.offer(directory)
            self._broken.tell(directory.broken)
            self._looked = None
        if self._looked != self._wish():
            self._show(self._wish())

    def _library_changed(self) -> None:
        if self.isVisible():
            self._read()

    def _look(self, wish: Wish) -> None:
        """Look for something else, and remember it as long as that is wanted."""
        self.context.wish = wish
        if self.context.keeps:
            self.context.remember(help_place=wish.place)
        self.filters.show_wish(wish)
        found = self._show(wish)
        place = self.context.help.place(wish.place)
        self.context.announce(counted(len(found), place))

    def _even_unknown(self) -> None:
        self._look(replace(self._wish(), even_unknown=True))

    def _show(self, wish: Wish, pinned: Listed | None = None) -> Found:
        directory, self._looked = self.context.help, wish
        self.filters.show_wish(wish)
        self.now.tell(directory, looking.urgent(directory, wish.place))
        found = looking.look(directory, wish)
        place = directory.place(wish.place)
        self._head.tell(len(found), place, wish)
        self._nothing.setVisible(not len(found))
        groups = [(telling.heading(group), group.found) for group in found.groups]
        if not groups:
            groups = self._instead(wish)
        self.save.set_list(directory, wish, found)
        self._unknown.tell(found.police_unknown)
        self.results.show_groups(groups, language=wish.language, pinned=pinned)
        return found

    def _instead(self, wish: Wish) -> list[tuple[str, tuple[Listed, ...]]]:
        """Say what could be left out, and give what fits farther away."""
        directory = self.context.help
        farther, others = looking.farther(directory, wish)
        ways = looking.ways_out(directory, wish)
        if farther is not None:
            ways = [way for way in ways if way.without != "place"]
        self._nothing.tell(directory.place(wish.place), ways)
        if farther is None:
            return []
        heading = _("Farther away: %(place)s") % {"place": farther.name}
        return [(heading, tuple(others.entries()))]

    def _all(self) -> None:
        self._look(Wish(place=self._wish().place))
        self.filters.place.setFocus(Qt.FocusReason.OtherFocusReason)

    # One service

    def _show_key(self, key: str) -> None:
        listed = self.context.help.entry(key)
        if listed is None:
            self.context.notice(_("This service is not in your directory any more."))
        else:
            self._show_listed(listed)

    def _show_listed(self, listed: Listed) -> None:
        """Unfold a service; one that the filters leave out stands above the others."""
        card = self.results.card(listed.entry.key)
        if card is None:
            self._show(self._wish(), pinned=listed)
            card = self.results.card(listed.entry.key)
        if card is not None:
            card.show_rest(opened=True)
            card.head.setFocus(Qt.FocusReason.OtherFocusReason)
            self._unfolded(card)

    def _unfolded(self, card: object) -> None:
        """Bring what was unfolded into view, once it has its place."""
        self._order_if_shown()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if isinstance(card, QWidget):
            self._columns.show_widget(card)

    def _order_if_shown(self) -> None:
        if self.isVisible():
            self.order_tabs()
