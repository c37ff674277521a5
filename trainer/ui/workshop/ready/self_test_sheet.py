"""The sheet that tests with one phone whether phones reach this computer, and what is in the way.

The door of the test is open only as long as the sheet is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui import theme
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.ui.workshop.ready.mark import Mark
from trainer.ui.workshop.ready.way import Way
from trainer.ui.workshop.ready.yes_no import YesNo
from trainer.workshop.network import verdict_words
from trainer.workshop.network.addresses import Address, Kind, offered
from trainer.workshop.network.systems import this_system
from trainer.workshop.network.verdict import ENDS, Firewall, Signs, Verdict, judge

if TYPE_CHECKING:
    from trainer.ui.context import Context
    from trainer.ui.workshop.ready.preparing import Preparation
    from trainer.workshop.network.trial import Seen, Trial

_LOOK = 250
"""Milliseconds between two looks at what has arrived."""

_WIDTH: Final = 760

_ARRIVED: Final = frozenset(
    {Verdict.WORKS, Verdict.OTHER_ADDRESS, Verdict.WENT_SECURE, Verdict.HALF_WAY}
)
"""Verdicts that need no answers: something came."""


class SelfTestSheet(Sheet):
    """One phone tries; what it comes to is noted in the preparation."""

    def __init__(
        self, context: Context, preparation: Preparation, address: Address, parent: QWidget
    ) -> None:
        super().__init__(context, _("Test with one phone"), parent, width=_WIDTH)
        self._context = context
        self._preparation = preparation
        self.address = address
        self.trial: Trial | None = None
        self.verdict = Verdict.WAITING
        self._said: tuple[str, ...] = ()
        self._make_way()
        self._make_result()
        self._make_questions()
        self.body.addWidget(
            SoftLabel(
                _(
                    "For this test alone a small page is open on this computer. It holds nothing of"
                    " the workshop, and closes with this sheet."
                )
            )
        )
        self.again = QuietButton(_("Try again"), self, icon="refresh-cw")
        self.again.clicked.connect(self.restart)
        self.go = PrimaryButton(_("Done"), self)
        self.go.clicked.connect(self.accept)
        self.buttons.addWidget(self.again)
        self.buttons.addWidget(self.go)
        chain(self)
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self.look)

    def _make_way(self) -> None:
        """Show the code, and beside it what to do with it."""
        self.way = Way(self)
        self.body.addWidget(self.way)

    def _make_result(self) -> None:
        card = Card(self, fill="wash", margins=(16, 14, 16, 14), spacing=6)
        head = theme.lay(QHBoxLayout(), spacing=10)
        self._mark = Mark(card, "smartphone")
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self.head = Heading("", card, role=Role.SUBHEADING)
        head.addWidget(self.head, 1)
        card.body.addLayout(head)
        self._next = theme.lay(QVBoxLayout(), spacing=6)
        self.sentences = [Words("", card) for _one in range(2)]
        for label in self.sentences:
            self._next.addWidget(label)
        card.body.addLayout(self._next)
        self._make_details(card)
        self.take = QuietButton("", card, icon="check")
        self.take.clicked.connect(self._take_other)
        card.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.lets_in = CheckBox(_("This computer lets phones in now"), card)
        self.lets_in.toggled.connect(self._answered)
        card.body.addWidget(self.lets_in)
        self.body.addWidget(card)

    def _make_details(self, card: Card) -> None:
        """Keep what names settings and commands for whoever asks for it."""
        self.more = LinkButton(_("Details"), card)
        self.more.clicked.connect(self._fold)
        card.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.details = SoftLabel("", card)
        self.details.hide()
        card.body.addWidget(self.details)

    def _fold(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self.more.set_words(_("Details") if self.details.isHidden() else _("Hide details"))
        self.fit()

    def fit(self) -> None:
        """Take the size that the content wants, code and steps side by side if they fit."""
        parent = self.parentWidget()
        room = self._wide_in(parent.width() if parent is not None else self.width())
        self.way.stand(room)
        super().fit()

    @staticmethod
    def _wide_in(room: int) -> int:
        return min(theme.px(_WIDTH), room) - theme.px(48)

    def _make_questions(self) -> None:
        self.asks = QWidget(self)
        column = theme.lay(QVBoxLayout(self.asks), spacing=10)
        column.addWidget(
            Heading(_("If nothing arrives within half a minute"), self.asks, role=Role.SUBHEADING)
        )
        self.same = YesNo(
            _("Does the phone show the name of this computer’s Wi-Fi, as connected?"), self.asks
        )
        self.internet = YesNo(_("Does any page of the internet open on the phone?"), self.asks)
        for question in (self.same, self.internet):
            question.answered.connect(self._answered)
            column.addWidget(question)
        self.body.addWidget(self.asks)

    # The test

    def start(self) -> bool:
        """Open the door of the test; False where that cannot be, which has been said then."""
        from trainer.workshop.network.trial import Trial

        others = [one.ip for one in offered(self._preparation.addresses)]
        trial = Trial(self.address.ip, others)
        try:
            trial.open()
        except UpstanderError as error:
            self._context.tell(error)
            return False
        self.trial = trial
        url = self.address.url(trial.port)
        self.way.show_url(url)
        self.look()
        self._clock.start()
        return True

    def restart(self) -> None:
        """Look anew, with what was answered."""
        self._close_door()
        if not self.start():
            self.reject()

    def _close_door(self) -> None:
        self._clock.stop()
        if self.trial is not None:
            self.trial.close()
            self.trial = None

    def done(self, result: int) -> None:
        """Close the door of the test, however the sheet goes."""
        self._close_door()
        super().done(result)

    def look(self) -> None:
        """Read off what has arrived until now."""
        if self.trial is not None:
            self.show_seen(self.trial.seen(), self.trial.port)

    def _answered(self) -> None:
        self.look()

    def show_seen(self, seen: Seen, port: int) -> None:
        """Say what it comes to, if that is something else than before."""
        signs = Signs(
            seen.arrived,
            itself=seen.itself is not False,
            same_wifi=self.same.answer(),
            internet=self.internet.answer(),
            firewall=Firewall.LETS_IN if self.lets_in.isChecked() else seen.firewall,
            heard=seen.heard,
            own=self.address.kind is Kind.HOTSPOT,
        )
        verdict = judge(signs)
        here = verdict_words.Here(this_system(), port, seen.tool, seen.elsewhere)
        said = (
            verdict_words.head(verdict),
            *verdict_words.what_next(verdict, here, itself=seen.looked),
        )
        if said != self._said:
            before, self._said = self._said, said
            self._show_details(verdict_words.details(verdict, here))
            self._show(verdict, said, here.address)
            if before:
                self._context.announce(" ".join(said))

    def _show_details(self, said: tuple[str, ...]) -> None:
        self.details.setText("\n\n".join(said))
        self.more.setVisible(bool(said))
        if not said:
            self.details.hide()
            self.more.set_words(_("Details"))

    def _show(self, verdict: Verdict, said: tuple[str, ...], elsewhere: str) -> None:
        self.verdict = verdict
        works = verdict is Verdict.WORKS
        self._mark.show_mark("circle-check" if works else "smartphone", "teal" if works else "soft")
        self.head.setText(said[0])
        rest = said[1:]
        for at, label in enumerate(self.sentences):
            label.setText(rest[at] if at < len(rest) else "")
            label.setVisible(at < len(rest))
        self.take.setVisible(verdict is Verdict.OTHER_ADDRESS)
        self.take.set_words(_("Choose %(address)s") % {"address": elsewhere})
        in_doubt = (Verdict.FIREWALL_OR_ISOLATED, Verdict.ISOLATED)
        self.lets_in.setVisible(verdict in in_doubt and (self.lets_in.isChecked()
                                or verdict is Verdict.FIREWALL_OR_ISOLATED))  # fmt: skip
        self.asks.setVisible(verdict not in _ARRIVED)
        if verdict in ENDS:
            self._preparation.came_to(self.address, verdict)
        chain(self)
        if self.isVisible():
            self.fit()
        if works:
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_other(self) -> None:
        """Give the code the address by which the phone came."""
        other = next(
            (
                one
                for one in self._preparation.addresses
                if self.trial is not None and one.ip == self.trial.seen().elsewhere
            ),
            None,
        )
        if other is not None:
            self._preparation.settle(chosen=other)
            self.address = other
            self.restart()


def open_sheet(context: Context, preparation: Preparation, window: QWidget) -> SelfTestSheet | None:
    """Open the sheet for the chosen address; None where there is none, or it cannot be."""
    if preparation.chosen is None:
        return None
    sheet = SelfTestSheet(context, preparation, preparation.chosen, window)
    if not sheet.start():
        sheet.reject()
        sheet.deleteLater()
        return None
    sheet.open()
    return sheet
