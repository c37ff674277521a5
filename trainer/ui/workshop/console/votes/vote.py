"""The vote: open, counted in batches, closed, shown, asked again, laid side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.announcing import announce
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.ui.workshop import counting
from trainer.ui.workshop.console.pieces import Pill, Toggle
from trainer.ui.workshop.console.pinned import Pinned
from trainer.ui.workshop.console.votes.answer_row import AnswerRow
from trainer.ui.workshop.console.votes.hands import HandsEntry
from trainer.workshop.telling.console_vote import Status
from trainer.workshop.votes.ballot import Asks

if TYPE_CHECKING:
    from trainer.workshop.telling.console_vote import Answer, Poll, Voting


class VotePanel(QWidget):
    """Shows what is asked here; what is pressed and typed most is in ``pinned``.

    Signals:
        opened(object): a vote is open now, and is counted from this widget on.
        over(): nothing is asked any more.
        wanted(object): (act, what) to be done.
        said(str): a sentence for the facilitator.
    """

    opened = Signal(object)
    over = Signal()
    wanted = Signal(object)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voting: Voting | None = None
        self._at = 0
        column = theme.lay(QVBoxLayout(self), spacing=8)
        head = theme.lay(QHBoxLayout(), spacing=8)
        self._heading = Heading(_("Vote"), self)
        self._state = Pill(self)
        head.addWidget(self._heading, 1)
        head.addWidget(self._state)
        column.addLayout(head)
        self._empty = SoftLabel(_("Nothing is asked here. A vote opens when a question comes on."))
        column.addWidget(self._empty)
        self._which = QWidget(self)
        self._which_row = FlowLayout(self._which, spacing=6)
        self._which_buttons: list[Toggle] = []
        column.addWidget(self._which)
        self._how = SoftLabel("", self)
        column.addWidget(self._how)
        self._question = Words("", self, role=Role.NOTE_STRONG)
        column.addWidget(self._question)
        self._rows = theme.lay(QGridLayout(), spacing=4)
        self._rows.setColumnStretch(0, 1)
        column.addLayout(self._rows)
        self._answers: list[AnswerRow] = []
        self._told = SoftLabel("", self)
        column.addWidget(self._told)
        self._hint = SoftLabel("", self)
        column.addWidget(self._hint)
        self.pinned = Pinned()
        self.hands = HandsEntry()
        self.hands.counted.connect(self._count)
        self.hands.said.connect(self.said)
        self.hands.went_on.connect(self._on)
        column.addWidget(self.hands.each)
        self.pinned.body.addWidget(self._make_acts())
        self.pinned.body.addWidget(self.hands)
        self.show_voting(None, first=True)

    def _make_acts(self) -> QWidget:
        self._acts = QWidget(self.pinned)
        column = theme.lay(QVBoxLayout(self._acts), spacing=8)
        self.show_result = PrimaryButton(_("Show the room the result"), self._acts, keys=_("R"))
        self.open = PrimaryButton(_("Open the vote"), self._acts, keys=_("V"))
        column.addWidget(self.show_result)
        column.addWidget(self.open)
        others = QWidget(self._acts)
        row = FlowLayout(others, spacing=8)
        self.close_vote = QuietButton(_("Close the vote"), others, keys=_("V"))
        self.again = QuietButton(_("Vote again"), others, keys=_("V"))
        self.compare = QuietButton(_("Side by side"), others, icon="columns-2")
        for button in (self.close_vote, self.again, self.compare):
            row.addWidget(button)
        column.addWidget(others)
        acts: tuple[tuple[Button, str], ...] = (
            (self.show_result, "show"), (self.open, "open"), (self.close_vote, "close"),
            (self.again, "open"), (self.compare, "compare"),
        )  # fmt: skip
        for pressed, act in acts:
            pressed.setProperty("act", act)
            pressed.clicked.connect(self._act)
        return self._acts

    def forget(self) -> None:
        """Let go of what was typed, and of which question showed, in another workshop."""
        self.hands.line.clear()
        self._at = 0

    # Showing

    def poll(self) -> Poll | None:
        """Give the question that shows, of several the one that was picked."""
        if self._voting is None:
            return None
        return self._voting.polls[min(self._at, len(self._voting.polls) - 1)]

    @property
    def has_several(self) -> bool:
        """Whether several questions are asked together."""
        return self._voting is not None and len(self._voting.polls) > 1

    def show_voting(self, voting: Voting | None, *, first: bool = False) -> None:
        """Show a vote; only what changed is touched."""
        if voting == self._voting and not first:
            return
        before = self._voting
        self._voting = voting
        asked = () if voting is None else tuple(one.id for one in voting.polls)
        if before is None or asked != tuple(one.id for one in before.polls):
            self._at = 0
        self._empty.setVisible(voting is None)
        self._question.setVisible(voting is not None)
        self.pinned.show_filled(voting is not None)
        self._which.setVisible(self.has_several)
        poll = self.poll()
        if voting is None or poll is None:
            self._state.show_words("", "", "soft")
            for row in self._answers:
                row.hide()
            self._say(self._told, "")
            self._say(self._hint, "")
            self._say(self._how, "")
            self.hands.show_wanted(False)
            if before is not None:
                self.over.emit()
            return
        self._show_which(voting)
        self._show_poll(voting, poll)
        if voting.status is Status.OPEN and (before is None or before.status is not Status.OPEN):
            rows = (row for row in self._answers if not row.isHidden())
            self.opened.emit(next(rows, self.hands.each))

    def _show_poll(self, voting: Voting, poll: Poll) -> None:
        self._show_state(voting, poll)
        self._say(self._question, poll.text)
        while len(self._answers) < len(poll.answers):
            row = AnswerRow(self)
            row.clicked.connect(self._pressed)
            self._rows.addWidget(row, len(self._answers), 0)
            self._answers.append(row)
        # After all answers: Tab goes from field to field.
        for number in range(self._rows.count() - len(self._answers), len(self._answers)):
            beside = self.hands.beside()
            self._rows.addWidget(beside, number, 1, Qt.AlignmentFlag.AlignTop)
        # On a scale the fields for hands say as much as rows without a count.
        waits = poll.asks is Asks.SCALE and not any(one.count for one in poll.answers)
        waits = waits and poll.status in (Status.OPEN, Status.CLOSED)
        for number, row in enumerate(self._answers):
            row.setVisible(number < len(poll.answers) and not waits)
            if number < len(poll.answers):
                row.show_answer(poll.answers[number])
        self._say(self._told, poll.told)
        self._show_acts(voting)
        self.hands.show_poll(voting.polls, voting.polls.index(poll))
        counts = poll.status in (Status.OPEN, Status.CLOSED)
        self.hands.show_wanted(counts)
        for row in self._answers:
            row.show_hands(not counts)
        self._say(self._how, self._how_to_go_on(counts))
        plays = any(answer.plays for answer in poll.answers)
        self._say(self._hint, _how_to_play(counts) if plays else "")

    def _how_to_go_on(self, counts: bool) -> str:
        if not self.has_several:
            return ""
        if counts:
            return _("Press N for the next question, or Enter while the line for hands is empty.")
        return _("Press N for the next question.")

    @staticmethod
    def _say(label: Words, text: str) -> None:
        if text != label.text():
            label.setText(text)
        label.setVisible(bool(text))

    def _show_state(self, voting: Voting, poll: Poll) -> None:
        icon, tone = _LOOKS[poll.status]
        self._state.show_words(said_of(voting, poll), icon, tone)

    def _show_acts(self, voting: Voting) -> None:
        status = voting.status
        closed = status in (Status.CLOSED, Status.SHOWN)
        shows = {
            self.open: status is Status.NOT_OPEN,
            self.show_result: status is not Status.NOT_OPEN and not voting.is_result,
            self.close_vote: status is Status.OPEN,
            self.again: closed,
            self.compare: voting.can_compare,
        }
        focused = next((button for button in shows if button.hasFocus()), None)
        for button, shown in shows.items():
            button.setVisible(shown)
        if focused is not None and focused.isHidden():
            next(one for one, shown in shows.items() if shown).setFocus()
        self.open.setEnabled(not voting.frozen)
        self.again.setEnabled(not voting.frozen)

    def _show_which(self, voting: Voting) -> None:
        many = len(voting.polls)
        while len(self._which_buttons) < many:
            made = Toggle(str(len(self._which_buttons) + 1), self._which)
            made.clicked.connect(self._pick)
            self._which_row.addWidget(made)
            self._which_buttons.append(made)
        for number, button in enumerate(self._which_buttons):
            button.setVisible(number < many)
            button.show_on(number == self._at)
            if number < many:
                known = {"number": number + 1, "question": voting.polls[number].text}
                button.setAccessibleName(_("Question %(number)d: %(question)s") % known)

    def spoken(self) -> str:
        """Say how the vote stands, for who asks."""
        voting, poll = self._voting, self.poll()
        if voting is None or poll is None:
            return _("Nothing is asked here.")
        rows = [row.accessibleName() for row in self._answers if not row.isHidden()]
        counts = rows if any(one.count is not None for one in poll.answers) else []
        return "\n".join([poll.text, said_of(voting, poll), poll.told, *counts])

    # Acting

    def _act(self) -> None:
        self.wanted.emit((str(self.sender().property("act")), {}))

    def _pick(self) -> None:
        for number, button in enumerate(self._which_buttons):
            if button is self.sender():
                self.go_to(number)

    def go_to(self, number: int) -> None:
        """Show another of several questions."""
        voting = self._voting
        if voting is not None and 0 <= number < len(voting.polls):
            self._at = number
            self.show_voting(voting, first=True)

    def go_on(self) -> None:
        """Show the next of several questions; behind the last one, the first."""
        if self._voting is not None and self.has_several:
            self._on((self._at + 1) % len(self._voting.polls))

    def _on(self, number: int | None) -> None:
        """Show a question that somebody went on to by key, and say which it is."""
        if number is not None:
            self.go_to(number)
            announce(self, self._which_buttons[number].accessibleName())
        elif self.has_several:
            self.said.emit(_("That was the last question."))
        else:
            self.said.emit(counting.how())

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow) and row.answer is not None:
            self.choose(row.answer)

    def choose(self, answer: Answer) -> None:
        """Play an answer; one that leads nowhere takes hands instead."""
        poll = self.poll()
        if answer.plays:
            self.wanted.emit(("play", {"choice": answer.id}))
        elif poll is not None and poll.status in (Status.OPEN, Status.CLOSED):
            self.hands.begin(f"{answer.number} ")

    def digit(self, number: int) -> bool:
        """Take a digit: while the vote is open it begins a count of hands; else it plays."""
        poll = self.poll()
        if poll is None:
            return False
        if poll.status is Status.OPEN:
            self.hands.begin(f"{number}")
            return True
        found = next((one for one in poll.answers if one.number == number and one.plays), None)
        if found is None:
            return False
        self.choose(found)
        return True

    def _count(self, counted: tuple[str, int]) -> None:
        poll = self.poll()
        if poll is not None:
            answer, count = counted
            what = {"question": poll.id, "answer": answer, "count": count}
            self.wanted.emit(("hands", what))


_LOOKS = {
    Status.NOT_OPEN: ("circle", "soft"),
    Status.OPEN: ("circle-check", "teal"),
    Status.CLOSED: ("lock", "soft"),
    Status.SHOWN: ("users", "soft"),
}


def _how_to_play(counts: bool) -> str:
    """Say what pressing an answer does: whoever counts hands would press it for that, too."""
    if counts:
        return _(
            "Hands are written beside the answers. Press an answer to let the story go on with it; "
            "each way keeps its own vote."
        )
    return _("Press an answer to let the story go on with it. Each way keeps its own vote.")


def said_of(voting: Voting, poll: Poll) -> str:
    """Say how a vote stands in few words."""
    known = {"count": poll.answered, "people": voting.people or 0}
    if poll.status is Status.NOT_OPEN:
        return _("not open")
    whole = voting.people is not None and voting.people >= poll.answered
    if poll.status is Status.OPEN:
        return (_("open · %(count)d of %(people)d") if whole else _("open · %(count)d")) % known
    if poll.status is Status.CLOSED:
        return (_("closed · %(count)d of %(people)d") if whole else _("closed · %(count)d")) % known
    if poll.number > 1:
        return _("shown · vote %(number)d") % {"number": poll.number}
    return ngettext("shown · %(count)d answer", "shown · %(count)d answers", poll.answered) % known
