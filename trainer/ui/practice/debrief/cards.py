"""The cards beside the path: the targeted person's view, the D's, what next, where help is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.practice.debrief import held_back, where
from trainer.practice.transcript import view_heading
from trainer.practice.wording import choice_words
from trainer.scenario import kind_words
from trainer.scenario.model import Outcome
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.practice.debrief.d_bars import DBars
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.practice.debrief import Debrief, PathPoint, Suggestion


class ViewCard(Card):
    """How it was for the targeted person; the first card there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._who = Heading()
        self._view = StoryText(role=Role.SCENE)
        self._outcome = SoftLabel()
        self._beside = Words(
            _("That is the story’s end, not yours: you can go back to any decision and try another"
              " way."),
            role=Role.NOTE,
        )  # fmt: skip
        for widget in (self._who, self._view, self._outcome, self._beside):
            self.body.addWidget(widget)

    def tell(self, found: Debrief) -> None:
        """Show the view of this ending."""
        who = view_heading(found.view_of).rstrip(":")
        self._who.setText(who if found.view else _without_view(found))
        self._view.setAccessibleName(who)
        self._view.set_markdown(found.view)
        self._view.setVisible(bool(found.view))
        self._beside.setVisible(found.outcome is Outcome.HARMED)
        self._outcome.setText(_how_it_ended(found))


def _without_view(found: Debrief) -> str:
    if found.unwritten:
        return _("Not written any further")
    return _("Not at an end yet") if found.outcome is None else _("The end")


def _how_it_ended(found: Debrief) -> str:
    if found.outcome is not None:
        return kind_words.ended(found.outcome)
    if found.unwritten:
        return _("This way leads to a part that its author has planned, and not written yet.")
    return _("This run stopped before an ending. You can go on with it at any time.")


class DsCard(Card):
    """The D's of this run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=12)
        self.body.addWidget(Heading(_("The five D’s you used")))
        self._bars = DBars(self)
        self.body.addWidget(self._bars)
        self._beside = Words(role=Role.NOTE)
        self.body.addWidget(self._beside)
        self.body.addWidget(SoftLabel(_("None is owed. What fits depends on place and people.")))

    def tell(self, found: Debrief) -> None:
        """Show how often each was used, and how it fitted."""
        self._bars.show_uses(found.ds)
        self._beside.setText(held_back(found))
        self._beside.setVisible(bool(self._beside.text()))


class _Suggested(QWidget):
    """One decision worth playing again."""

    def __init__(self, one: Suggestion, point: PathPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = one.step
        column = theme.lay(QVBoxLayout(self), margins=(0, 4, 0, 4), spacing=6)
        column.addWidget(Words(where(point), role=Role.STRONG))
        column.addWidget(Words(one.reason))
        for other in one.choices:
            column.addWidget(DChip(other.d, self))
            column.addWidget(Words(choice_words(other.kind, other.words), role=Role.NOTE))
        number = {"number": one.step + 1}
        self.button = QuietButton(_("Play from decision %(number)d") % number, icon="repeat")
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class NextCard(Card):
    """What to try next, each with its reason.

    Signals:
        replay_asked(int): position of a decision.
    """

    replay_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.body.addWidget(Heading(_("What to try next")))
        self._parts: list[_Suggested] = []

    def tell(self, found: Debrief) -> None:
        """Show the suggestions; without any the card is not there."""
        take_out(self.body, *self._parts)
        self._parts = [_Suggested(one, found.path[one.step], self) for one in found.try_next]
        for part in self._parts:
            part.button.clicked.connect(self._pressed)
            self.body.addWidget(part)
        self.setVisible(bool(self._parts))

    def _pressed(self) -> None:
        part = next((one for one in self._parts if one.button is self.sender()), None)
        if part is not None:
            self.replay_asked.emit(part.step)


class _HelpName(LinkButton):
    """The name of a service; pressing it shows what is known about it."""

    role = Role.BODY

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(plain(name), parent, icon="life-buoy")
        self.key = key


class HelpCard(Card):
    """Names of services that help.

    Signals:
        help_asked(object): key of an entry of the help directory.
    """

    help_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=6)
        self.body.addWidget(Heading(_("Where to get help")))
        self._names: list[_HelpName] = []

    def tell(self, found: Debrief) -> None:
        """Name the resources of the scenario; without any the card is not there."""
        take_out(self.body, *self._names)
        self._names = [_HelpName(key, name, self) for key, name in found.resources.items()]
        for name in self._names:
            name.clicked.connect(self._pressed)
            self.body.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(found.resources))

    def _pressed(self) -> None:
        name = self.sender()
        if isinstance(name, _HelpName):
            self.help_asked.emit(name.key)
