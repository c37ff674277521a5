"""Get ready: what to settle before doors open. All of it may be left as it is.

Opened with ``plan``, the id of one; without, for the workshop that is led. Looking at the page
opens nothing to the network, and keeps nothing: only a test, or letting phones in, does, by a
press.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.page import KeyHelp, Page
from trainer.ui.widgets import enter
from trainer.ui.widgets.bars.back_button import BackButton
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card, Divider
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.two_columns import EDGE, TwoColumns
from trainer.ui.widgets.words import Heading, SoftLabel
from trainer.ui.workshop import leading
from trainer.ui.workshop.looking import ask_system
from trainer.ui.workshop.ready import rows, tongue_row
from trainer.ui.workshop.ready.beginning import Beginning
from trainer.ui.workshop.ready.help_row import HelpRow
from trainer.ui.workshop.ready.ladder_card import LadderCard
from trainer.ui.workshop.ready.people_row import PeopleRow
from trainer.ui.workshop.ready.preparing import Preparation
from trainer.workshop import material
from trainer.workshop.network import ladder
from trainer.workshop.network.ladder import Rung

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.ui.context import Context
    from trainer.ui.workshop.leading import Leading
    from trainer.ui.workshop.looking import Ask
    from trainer.workshop.network.addresses import Address


class _Row(Protocol):
    def show_state(self, preparation: Preparation) -> None: ...


class ReadyPage(Page):
    """A calm list, the ladder beside it, and two ways to begin.

    Attributes:
        ask: gives this computer's addresses.
        preparation: what has been settled; None before a plan is opened.
        beginning: begins the workshop, and lets phones in.

    """

    name: ClassVar[str] = "workshop-ready"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ask: Ask = ask_system
        self.preparation: Preparation | None = None
        self._fresh = True
        self.beginning = Beginning(self)
        self._back = BackButton(context)
        self.plan, self.care, self.projector = rows.PlanRow(), rows.CareRow(), rows.ProjectorRow()
        self.network, self.cards = rows.NetworkRow(), rows.CardsRow()
        self.soften, self.kept, self.awake = rows.SoftenRow(), rows.KeptRow(), rows.AwakeRow()
        self.tongue, self.people = tongue_row.TongueRow(), PeopleRow()
        self.help = HelpRow()
        self._rows: tuple[_Row, ...] = (
            self.plan,
            self.people,
            self.care,
            self.projector,
            self.tongue,
            self.network,
            self.cards,
            self.help,
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
            edge=EDGE,
            parent=self,
        )
        whole.addWidget(self.columns)
        self._connect()

    def _make_list(self) -> QWidget:
        side = QWidget()
        column = theme.lay(QVBoxLayout(side), spacing=14)
        column.addWidget(self._make_head(side))
        line = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0))
        card = Card(side, margins=(20, 18, 20, 18), spacing=14)
        line.addWidget(card)
        for at, row in enumerate(self._rows):
            if at:
                card.body.addWidget(Divider(card))
            if isinstance(row, QWidget):
                card.body.addWidget(row)
        column.addLayout(line)
        return side

    def _make_head(self, side: QWidget) -> Region:
        """Make the part that is read first, and has the focus first: it stands at the top."""
        self.head = Region(side)
        column = theme.lay(QVBoxLayout(self.head), margins=(EDGE, 0, 0, 0), spacing=4)
        heading = _("Before doors open")
        self._about = _("Look through it in your own time. All of it can stay as it is.")
        column.addWidget(Heading(heading, self.head, role=theme.Role.TITLE))
        column.addWidget(SoftLabel(self._about, self.head))
        self.head.setAccessibleName(heading)
        return self.head

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = theme.lay(QVBoxLayout(side))
        column.addWidget(self.ladder)
        column.addStretch(1)
        return side

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        column = theme.lay(QVBoxLayout(foot), margins=(0, 4, 0, 16), spacing=8)
        line = FlowLayout(spacing=10)
        self.begin_button = PrimaryButton(_("Begin the workshop"), foot, icon="play")
        self.begin_button.clicked.connect(self.begin)
        self.hands_button = QuietButton(_("Begin with hands only"), foot, icon="hand")
        self.hands_button.clicked.connect(self.begin_with_hands)
        line.addWidget(self.begin_button)
        line.addWidget(self.hands_button)
        column.addLayout(line)
        said = _("The projector shows a welcome until you press Next; the clock starts then.")
        self._clock = SoftLabel(said, foot)
        column.addWidget(self._clock)
        return foot

    def _connect(self) -> None:
        self.people.counted.connect(self._counted)
        self.care.wanted.connect(self._name_somebody)
        self.care.page_wanted.connect(self.beginning.hand_page)
        self.network.test_wanted.connect(self.test)
        self.network.look_wanted.connect(self._look)
        self.network.open_wanted.connect(self.beginning.let_phones_in)
        self.network.close_wanted.connect(self.beginning.let_no_phones_in)
        self.network.chosen.connect(self._choose)
        self.cards.printed.connect(self._printed)
        self.projector.notes_wanted.connect(self._print_notes)
        self.cards.print_wanted.connect(self._print)
        self.help.change_wanted.connect(self._change)
        self.soften.softened.connect(self._softened)
        self.tongue.chosen.connect(self._second_chosen)
        self.tongue.strip_wanted.connect(self._strip_wanted)
        self.ladder.wanted.connect(self._rung_wanted)

    # Page

    def title(self) -> str:
        """Name of the page."""
        return _("Get ready")

    def way_back(self) -> QWidget | None:
        """Back to where the plan was chosen."""
        return self._back

    def open(self, *, plan: str = "", **what: Any) -> None:
        """Get a plan ready; the one before stays as it was settled if it is the same."""
        self._back.show_way()
        placed = self.context.plans.plan(plan)
        led = leading.now(self.context)
        if placed is not None and (self.preparation is None or self.preparation.placed != placed):
            self.use(Preparation(placed, self, self.ask))
        elif placed is None and led is not None and self._led() is not led:
            self.use(Preparation.of(led, self, self.ask))
        else:
            self._look_at_stories()
            self._show()

    def _led(self) -> Leading | None:
        return self.preparation.led if self.preparation is not None else None

    def use(self, preparation: Preparation) -> None:
        """Get ready with this, and look for the network."""
        if self.preparation is not None:
            self.preparation.changed.disconnect(self._show)
            self.preparation.let_go(self.context)
        self._fresh = True
        self.preparation = preparation
        preparation.changed.connect(self._show)
        preparation.trouble.connect(self.context.tell)
        preparation.keeps = self.context.keeps
        self._look_at_stories()
        preparation.look()

    def _look_at_stories(self) -> None:
        """Look what there is of the plan's stories: one may have been mended meanwhile."""
        preparation = self.preparation
        placed = preparation.placed if preparation is not None else None
        if preparation is not None and placed is not None:
            known = material.languages_of(placed.content, placed.path, self.context.library)
            preparation.written = known
            preparation.lacks = material.lacks(placed.content, self.context.library)

    def shown(self) -> None:
        """Begin to read at the top."""
        if self._fresh:
            self.columns.to_top()
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fresh = False

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
        if enter.is_for_page(event):
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
        self.projector.remember(self.context.settings.projector)
        self.help.know(self.context.help)
        for row in self._rows:
            row.show_state(preparation)
        now = preparation.present()
        self.ladder.show_steps(preparation.steps(), now)
        self.head.setAccessibleDescription(f"{self._about} {ladder.line(now)}")
        goes_on = preparation.goes_on
        self.begin_button.set_words(
            _("Back to the workshop") if goes_on else _("Begin the workshop")
        )
        self.hands_button.setVisible(not goes_on)
        self._clock.setVisible(not goes_on)
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

    def _print(self) -> None:
        """Print what the room needs without a network; with the address if the room is open."""
        from trainer.ui.workshop.printed import sheet

        if self.preparation is not None:
            sheet.print_ready(self.context, self.preparation, self.window())

    def _change(self) -> None:
        """Change the plan; of one that comes along, a copy."""
        from trainer.ui.authoring import changing

        placed = self.preparation.placed if self.preparation is not None else None
        if placed is not None:
            taken = [one.content.id for one in self.context.plans.plans()]
            changing.change(self.context, placed.path, placed.content.title, taken, self.window())

    def _print_notes(self) -> None:
        from trainer.ui.workshop.printed import sheet

        if self.preparation is not None:
            sheet.print_notes(self.context, self.preparation, self.window())

    def _counted(self, people: int) -> None:
        if self.preparation is not None:
            self.preparation.settle(people=people or None)

    def _softened(self, on: bool) -> None:
        if self.preparation is not None:
            self.preparation.settle(soften=on)

    def _second_chosen(self, code: str) -> None:
        preparation = self.preparation
        if preparation is None:
            return
        # Whoever says what is not written needs a place for their line.
        only_spoken = bool(code) and not tongue_row.is_written(preparation, code)
        preparation.settle(second=code, strip=preparation.strip or only_spoken)

    def _strip_wanted(self, on: bool) -> None:
        if self.preparation is not None:
            self.preparation.settle(strip=on)

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
        self.beginning.begin()

    def begin_with_hands(self) -> None:
        """Begin without phones."""
        self.beginning.begin_with_hands()
