"""The settings: one column of cards. Everything takes effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.along.card import AlongCard
from trainer.ui.organisation.card import OrganisationCard
from trainer.ui.page import KeyHelp, Page
from trainer.ui.people.card import PeopleCard
from trainer.ui.settings.about import AboutCard
from trainer.ui.settings.folders import FoldersCard
from trainer.ui.settings.keeping import KeepingCard
from trainer.ui.settings.look import LeavingCard, LookCard, PracticeCard
from trainer.ui.widgets.focus_order import chain, focusable

if TYPE_CHECKING:
    from trainer.settings import Settings
    from trainer.ui.context import Context
    from trainer.ui.widgets.card import Card

_WIDEST = 820


class SettingsPage(Page):
    """Every setting. ``open(section="keeping")`` brings a part into view."""

    name = "settings"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        outer = self.scrolled()
        line = QHBoxLayout()
        self._middle = QWidget(self)
        self._middle.setMaximumWidth(theme.px(_WIDEST))
        column = theme.lay(QVBoxLayout(self._middle), spacing=theme.GAP)
        line.addWidget(self._middle, 1000)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch()
        self._look = LookCard(context)
        self._practice = PracticeCard(context)
        self._keeping = KeepingCard(context)
        self._people = PeopleCard(context)
        self._organisation = OrganisationCard(context)
        self._folders = FoldersCard(context)
        self._leaving = LeavingCard(context)
        self._cards: dict[str, Card] = {
            "look": self._look,
            "practice": self._practice,
            "keeping": self._keeping,
            "along": AlongCard(context),
            "people": self._people,
            "organisation": self._organisation,
            "folders": self._folders,
            "leaving": self._leaving,
            "about": AboutCard(context),
        }
        for card in self._cards.values():
            column.addWidget(card)
        self._section = ""
        context.settings_changed.connect(self._show_settings)
        context.runs_changed.connect(self._show_kept)
        context.people_changed.connect(self._show_kept)
        context.organisation_changed.connect(self._show_kept)

    def title(self) -> str:
        """Title of the page."""
        return _("Settings")

    def open(self, *, section: str = "", **what: Any) -> None:
        """Show how things are, and bring a part into view."""
        self._section = section
        self._show_settings(self.context.settings)
        self._show_kept()

    def shown(self) -> None:
        """Bring the part into view that was asked for, once it has its place."""
        if self._section in self._cards:
            QTimer.singleShot(0, self, self._go_to_section)

    def order_tabs(self) -> None:
        """Card by card."""
        chain(*self._cards.values())

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [(_("Space"), _("switch, or open a list")), (_("Arrows"), _("walk in a list"))]

    def restyled(self) -> None:
        """Keep the column as wide as is pleasant."""
        self._middle.setMaximumWidth(theme.px(_WIDEST))

    def _go_to_section(self) -> None:
        card = self._cards[self._section]
        # What was just put in has no place yet; it gets it here.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        inside = focusable(card)
        if inside:
            inside[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if self.scroller is not None:
            self.scroller.show_top_of(card)

    def _show_settings(self, settings: Settings) -> None:
        for card in (self._look, self._practice, self._leaving, self._folders):
            card.show_settings(settings)
        if self.isVisible():
            self.order_tabs()

    def _show_kept(self) -> None:
        self._keeping.show_kept()
        self._people.show_people()
        self._organisation.show_state()
        if self.isVisible():
            self.order_tabs()
