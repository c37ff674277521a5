"""Decisions as rows of a table, or one below the other where the card is narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.practice.wording import scene_name
from trainer.scenario.model import Kind
from trainer.scenario.texts.markup import plain
from trainer.shortening import shortened
from trainer.ui import dates, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Divider
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.progress.looking_back.look_again import Made
    from trainer.scenario.model import Scenario

_WIDE = 96
"""Width, in digits of the body's type, from which the rows are those of a table."""

_SHARES = (0, 3, 5, 0, 5, 0)


@dataclass(frozen=True, slots=True)
class Told:
    """What was done and what followed, in words; ``short`` is the beginning of what was done."""

    did: str
    followed: str
    short: str


def told(made: Made, scenario: Scenario | None) -> Told:
    """Say what was done; without its scenario as well as can be."""
    decided = made.decided
    if decided.choice is None:
        return Told(_("The time ran out."), "", _("The time ran out."))
    scene = scenario.scenes.get(decided.scene) if scenario is not None else None
    choices = scene.choices if scene is not None else ()
    choice = next((one for one in choices if one.id == decided.choice), None)
    followed = plain(choice.feedback.headline) if choice and choice.feedback else ""
    if decided.words:
        return Told(_said(decided.words), followed, _said(shortened(decided.words)))
    if choice is None:
        name = scene_name(decided.choice)
        return Told(name, followed, name)
    words = plain(choice.words)
    if choice.kind is Kind.SAY:
        return Told(_said(words), followed, _said(shortened(words)))
    return Told(words, followed, shortened(words))


def _said(words: str) -> str:
    return _("“%(words)s”") % {"words": words}


class _Row:
    """The widgets of one decision."""

    def __init__(self, made: Made, parent: QWidget) -> None:
        title = made.title or scene_name(made.scenario)
        self.made = made
        self.when = SoftLabel(dates.day(made.at), parent, wrap=False)
        self.title = Words(title, parent, role=Role.NOTE)
        again = {"day": dates.day(made.again)} if made.again is not None else {}
        self.again = SoftLabel(_("Played again %(day)s") % again, parent) if again else None
        self.did = Words("", parent, role=Role.NOTE)
        self.chip = DChip(made.d, parent) if made.d is not None else None
        self.followed = Words("", parent, role=Role.NOTE)
        self.replay = LinkButton(_("Replay"), parent)
        known = {"title": title, "day": dates.day(made.at)}
        self.replay.setAccessibleName(_("Replay: %(title)s, %(day)s") % known)

    def say(self, words: Told) -> None:
        self.did.setText(words.did)
        self.followed.setText(words.followed)
        self.replay.setAccessibleDescription(words.did)

    def widgets(self) -> list[QWidget]:
        every = (
            self.when, self.title, self.again, self.did, self.chip, self.followed, self.replay,
        )  # fmt: skip
        return [one for one in every if one is not None]


class DecisionRows(Fits, QWidget):
    """The rows.

    Signals:
        replay_wanted(object): number of the decision to look at again.
    """

    replay_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = theme.lay(QVBoxLayout(self))
        self._inside: QWidget | None = None
        self._rows: list[_Row] = []
        self._made: tuple[Made, ...] = ()
        self._words: dict[int, Told] = {}
        self._is_wide: bool | None = None

    def show_made(self, made: Sequence[Made]) -> None:
        """Show these decisions; what they were is told by :meth:`say`."""
        self._made = tuple(made)
        numbers = {one.number for one in made}
        self._words = {key: words for key, words in self._words.items() if key in numbers}
        self._build(wide=bool(self._is_wide))

    def untold(self) -> list[Made]:
        """Decisions of which nothing was said yet."""
        return [one for one in self._made if one.number not in self._words]

    def words_of(self, number: int) -> Told:
        """Give what was said of a decision."""
        return self._words[number]

    def say(self, number: int, words: Told) -> None:
        """Say what a decision was."""
        self._words[number] = words
        for row in self._rows:
            if row.made.number == number:
                row.say(words)

    def fit(self) -> None:
        """Choose between a table and rows below each other."""
        digit = QFontMetrics(theme.font()).horizontalAdvance("0")
        wide = self.width() >= _WIDE * digit
        if wide != self._is_wide:
            self._build(wide=wide)

    def _build(self, *, wide: bool) -> None:
        self._is_wide = wide
        held = next((row.made.number for row in self._rows if row.replay.hasFocus()), None)
        take_out(self._column, self._inside)
        inside = self._inside = QWidget(self)
        self._rows = [_Row(made, inside) for made in self._made]
        (self._as_table if wide else self._as_column)(inside)
        for row in self._rows:
            if row.made.number in self._words:
                row.say(self._words[row.made.number])
            row.replay.setProperty("upNumber", row.made.number)
            row.replay.clicked.connect(self._pressed)
        self._column.addWidget(inside)
        inside.show()
        chain(inside)
        for row in self._rows:
            if row.made.number == held:
                row.replay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _as_table(self, inside: QWidget) -> None:
        grid = theme.lay(QGridLayout(inside), spacing=10)
        grid.setHorizontalSpacing(theme.px(20))
        for column, share in enumerate(_SHARES):
            grid.setColumnStretch(column, share)
        names = (_("When"), _("Scenario"), _("What you did"), _("D"), _("What followed"))
        for column, name in enumerate(names):
            grid.addWidget(SoftLabel(name, inside, role=Role.NOTE_STRONG), 0, column)
        for number, row in enumerate(self._rows):
            at = 2 * number + 1
            grid.addWidget(Divider(inside), at, 0, 1, len(_SHARES))
            cells = (row.when, row.title, row.did, row.chip, row.followed, row.replay)
            for column, cell in enumerate(cells):
                if cell is not None and not (cell is row.title and row.again):
                    grid.addWidget(cell, at + 1, column)
            if row.again is not None:
                both = theme.lay(QVBoxLayout(), spacing=2)
                both.addWidget(row.title)
                both.addWidget(row.again)
                grid.addLayout(both, at + 1, 1, Qt.AlignmentFlag.AlignVCenter)

    def _as_column(self, inside: QWidget) -> None:
        column = theme.lay(QVBoxLayout(inside), spacing=6)
        for number, row in enumerate(self._rows):
            if number:
                column.addSpacing(theme.px(6))
                column.addWidget(Divider(inside))
            head = QWidget(inside)
            flow = FlowLayout(head, spacing=12)
            flow.addWidget(row.when)
            if row.chip is not None:
                flow.addWidget(row.chip)
            column.addWidget(head)
            column.addWidget(row.title)
            if row.again is not None:
                column.addWidget(row.again)
            row.did.setProperty("upRole", Role.STRONG.name)
            theme.set_role(row.did, Role.STRONG)
            column.addWidget(row.did)
            column.addWidget(row.followed)
            column.addWidget(row.replay, 0, Qt.AlignmentFlag.AlignLeft)

    def _pressed(self) -> None:
        self.replay_wanted.emit(self.sender().property("upNumber"))
