"""Get ready: what to settle before doors open. All of it may be left as it is.

Opened with ``plan``, a :class:`~trainer.plans.model.Plan`. "Begin" opens the console with the
preparation; without a console there, the page says so. Looking at the page opens nothing to the
network: only a test, or letting phones in, does, by a press.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import pages, theme
from trainer.ui.page import KeyHelp, Page
from trainer.ui.widgets.back_button import BackButton
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card, Divider
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.two_columns import TwoColumns
from trainer.ui.widgets.words import Heading, SoftLabel
from trainer.ui.workshop.ready import rows
from trainer.ui.workshop.ready.ladder_card import LadderCard
from trainer.ui.workshop.ready.preparing import Preparation
from trainer.workshop.network.ladder import Rung

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.plans.model import Plan
    from trainer.ui.context import Context
    from trainer.workshop.network.addresses import Address

CONSOLE = "workshop-console"


class _Row(Protocol):
    def show_state(self, preparation: Preparation) -> None: ...


class ReadyPage(Page):
    """A calm list, the ladder beside it, and two ways to begin."""

    name: ClassVar[str] = "workshop-ready"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.preparation: Preparation | None = None
        self._back = BackButton(context)
        self.plan, self.care, self.projector = rows.PlanRow(), rows.CareRow(), rows.ProjectorRow()
        self.network, self.cards = rows.NetworkRow(), rows.CardsRow()
        self.soften, self.kept, self.awake = rows.SoftenRow(), rows.KeptRow(), rows.AwakeRow()
        self._rows: tuple[_Row, ...] = (
            self.plan,
            self.care,
            self.projector,
            self.network,
            self.cards,
            self.soften,
            self.kept,
            self.awake,
        )
        self.ladder = LadderCard()
        whole = theme.lay(QVBoxLayout(self))
        self.columns = TwoColumns(
            self._make_list(),
            self._make_side(),
            foot=self._make_foot(),
            shares=(700, 500),
            edge=0,
            parent=self,
        )
        whole.addWidget(self.columns)
        self._connect()

    def _make_list(self) -> QWidget:
        side = QWidget()
        column = theme.lay(QVBoxLayout(side), spacing=14)
        self._head = Heading(_("Before doors open"), side, role=theme.Role.TITLE)
        column.addWidget(self._head)
        column.addWidget(
            SoftLabel(_("Look through it in your own time. All of it can stay as it is."), side)
        )
        card = Card(side, margins=(20, 18, 20, 18), spacing=14)
        for at, row in enumerate(self._rows):
            if at:
                card.body.addWidget(Divider(card))
            if isinstance(row, QWidget):
                card.body.addWidget(row)
        column.addWidget(card)
        return side

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = theme.lay(QVBoxLayout(side))
        column.addWidget(self.ladder)
        column.addStretch(1)
        return side

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        column = theme.lay(QVBoxLayout(foot), margins=(0, 4, 0, 16), spacing=8)
        self.begin_button = PrimaryButton(_("Begin the workshop"), foot, icon="play")
        self.begin_button.clicked.connect(self.begin)
        self.hands_button = QuietButton(_("Begin with hands only"), foot, icon="hand")
        self.hands_button.clicked.connect(self.begin_with_hands)
        column.addWidget(self.begin_button)
        column.addWidget(self.hands_button)
        return foot

    def _connect(self) -> None:
        self.care.wanted.connect(self._name_somebody)
        self.network.test_wanted.connect(self.test)
        self.network.look_wanted.connect(self._look)
        self.network.chosen.connect(self._choose)
        self.cards.printed.connect(self._printed)
        self.soften.softened.connect(self._softened)
        self.ladder.wanted.connect(self._rung_wanted)

    # Page

    def title(self) -> str:
        """Name of the page."""
        return _("Get ready")

    def way_back(self) -> QWidget | None:
        """Back to where the plan was chosen."""
        return self._back

    def open(self, *, plan: Plan | None = None, **what: Any) -> None:
        """Get a plan ready; the one before stays as it was settled if it is the same."""
        self._back.show_way()
        if plan is None or (self.preparation is not None and self.preparation.plan == plan):
            self._show()
            return
        if self.preparation is not None:
            self.preparation.changed.disconnect(self._show)
            self.preparation.forget()
            self.preparation.deleteLater()
        self.use(Preparation(plan, self))

    def use(self, preparation: Preparation) -> None:
        """Get ready with this, and look for the network."""
        self.preparation = preparation
        preparation.changed.connect(self._show)
        preparation.look()

    def order_tabs(self) -> None:
        """The list, the ladder, and then beginning."""
        chain(self)

    def left(self) -> None:
        """Keep what was settled; nothing is open here."""

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Tab"), _("Go to the next thing to settle")),
            (_("Ctrl Enter"), _("Begin the workshop")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin with Ctrl Enter, from wherever the focus is."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.begin()
        elif event.key() == Qt.Key.Key_Backspace:
            self._back.click()
        elif not self.columns.scroll_by_key(event):
            super().keyPressEvent(event)

    # What shows

    def _show(self) -> None:
        preparation = self.preparation
        for button in (self.begin_button, self.hands_button):
            button.setEnabled(preparation is not None)
        if preparation is None:
            return
        for row in self._rows:
            row.show_state(preparation)
        self.ladder.show_steps(preparation.steps(), preparation.present())
        if self.isVisible():
            self.order_tabs()

    # What is done

    def test(self) -> None:
        """Let one phone try."""
        from trainer.ui.workshop.ready import self_test_sheet

        if self.preparation is not None:
            self_test_sheet.open_sheet(self.context, self.preparation, self.window())

    def _look(self) -> None:
        if self.preparation is not None:
            self.preparation.look()

    def _choose(self, address: Address) -> None:
        if self.preparation is not None:
            self.preparation.settle(chosen=address)

    def _printed(self, on: bool) -> None:
        if self.preparation is not None:
            self.preparation.settle(printed=on)

    def _softened(self, on: bool) -> None:
        if self.preparation is not None:
            self.preparation.settle(soften=on)

    def _name_somebody(self) -> None:
        from trainer.ui.workshop.ready.care_sheet import CareSheet

        if self.preparation is not None:
            CareSheet(self.context, self.preparation, self.window()).open()

    def _rung_wanted(self, rung: Rung) -> None:
        if self.preparation is None:
            return
        if rung is Rung.PHONES:
            self.test()
        elif rung is Rung.VENUE:
            from trainer.ui.workshop.ready.wifi_sheet import WifiSheet

            WifiSheet(self.context, self.preparation, self.window()).open()
        elif rung is Rung.HOTSPOT:
            from trainer.ui.workshop.ready.hotspot_sheet import HotspotSheet

            HotspotSheet(self.context, self.window()).open()

    def begin(self) -> None:
        """Begin with what holds."""
        self._begin(hands=False)

    def begin_with_hands(self) -> None:
        """Begin without phones."""
        self._begin(hands=True)

    def _begin(self, *, hands: bool) -> None:
        if self.preparation is None or CONSOLE not in pages.PLACES:
            return
        self.context.open_page(CONSOLE, preparation=self.preparation, hands=hands)
