"""Shows what was changed here and elsewhere, both in their own way, and asks which shall stay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from trainer.authoring.called import title_of
from trainer.authoring.comparing import words
from trainer.authoring.keeping.pieces import WHOLE
from trainer.language import _, ngettext
from trainer.ui.authoring.keeping.changes import Changes, last_rows
from trainer.ui.authoring.keeping.text_view import TextView
from trainer.ui.authoring.keeping.words import not_chosen
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.read_first import ReadFirst
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.comparing.comparing import Comparison
    from trainer.authoring.comparing.sides import Question
    from trainer.authoring.keeping.kept import Kept
    from trainer.ui.context import Context

_SPOKEN: Final = 3
"""Differences that a button tells; the list beside it has all of them."""


class _Choice(Card):
    """One place: what each side has made of it, and two buttons; neither is pressed at first.

    Signals:
        decided(): one of them is pressed now, or none is any more.
    """

    decided = Signal()

    def __init__(self, asked: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(14, 12, 14, 14))
        self.key = asked.clash.key
        self.keys = (asked.clash.key, *asked.also)
        self.body.addWidget(Heading(asked.where, self, role=Role.STRONG))
        # No QButtonGroup, exclusive or not: with one Tab leaves out all but the first of them.
        self.answers: list[FilterChip] = []
        self.views: list[TextView] = []
        mine = (_("Keep mine"), _("Mine: %(name)s"), asked.mine, asked.clash.ours)
        other = (_("Take theirs"), _("Theirs: %(name)s"), asked.theirs, asked.clash.theirs)
        for number, (act, label, found, text) in enumerate((mine, other)):
            said = label % {"name": asked.where}
            changes = Changes(said, self, most=200)
            changes.show_comparison(found, where=asked.where)
            button = FilterChip(act, self)
            button.setAccessibleDescription(_spoken(said, found))
            button.toggled.connect(partial(self._toggled, number))
            self.answers.append(button)
            self.body.addWidget(changes)
            beside = (asked.clash.theirs, asked.clash.ours)[number]
            self._add_text(said, text, beside, shown=bool(found.unread))
            row = FlowLayout()
            row.addWidget(button)
            self.body.addLayout(row)

    def _add_text(self, said: str, text: str | None, other: str | None, *, shown: bool) -> None:
        """Add the lines of the file: all that there is where they cannot be read, else on wish."""
        if text is None and other is None:
            return
        view = TextView(said, text if text is not None else _("(taken out)"), self)
        if text is not None and other is not None:
            view.show_text(text, other)
        view.setVisible(shown)
        self.views.append(view)
        self.body.addWidget(view)

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.answers[1 - number].setChecked(False)
        self.decided.emit()

    @property
    def takes(self) -> bool | None:
        """Whether theirs is taken; None while that is not decided."""
        mine, theirs = (one.isChecked() for one in self.answers)
        return theirs if mine or theirs else None

    def decide(self, takes: bool) -> None:
        """Press one of the buttons."""
        self.answers[int(takes)].setChecked(True)


def _spoken(name: str, found: Comparison) -> str:
    """Say what one side has made of a place, as far as one listens to a button."""
    told = [words.spoken(line.pieces) or line.where for line in found.lines[:_SPOKEN]]
    told += last_rows(found)
    return _("%(name)s. %(what)s") % {"name": name, "what": _("; ").join(told)}


class ClashSheet(Sheet):
    """Asks about each part; nothing is chosen beforehand.

    Signals:
        decided(object): by key, whether theirs is taken.
    """

    decided = Signal(object)

    def __init__(
        self,
        context: Context,
        kept: Kept,
        asked: tuple[Question, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, _("Changed here and elsewhere"), parent, width=720)
        self._say_what(title_of(kept.document), asked, not_chosen(context))
        self._add_all(len(asked))
        self.choices = [_Choice(one, self) for one in asked]
        for choice in self.choices:
            self.body.addWidget(choice)
            choice.decided.connect(self._show)
        self.as_text = LinkButton(_("Show the file’s text"), self)
        self.as_text.clicked.connect(self._turn_text)
        self.body.addWidget(self.as_text, 0, Qt.AlignmentFlag.AlignLeft)
        later = QuietButton(_("Decide later"), self)
        later.clicked.connect(self.reject)
        self.go = PrimaryButton(_("Put together"), self)
        self.go.clicked.connect(self._decide)
        self.buttons.addWidget(later)
        self.buttons.addWidget(self.go)
        self._show()
        chain(self)
        # No button: whoever was typing would press it with the next space.
        self.told.setFocus()

    def _say_what(self, title: str, asked: tuple[Question, ...], kept: str) -> None:
        count = sum(1 + len(one.also) for one in asked)
        if asked[0].clash.key == WHOLE:
            told = _(
                "Somebody else has changed “%(title)s”, too. The two cannot be put together place "
                "by place: choose which stays."
            )
        else:
            kept = _("All else is put together. %(kept)s") % {"kept": kept}
            told = ngettext(
                "Somebody else has changed “%(title)s”, too. In %(n)d place you have both "
                "written: choose what stays there.",
                "Somebody else has changed “%(title)s”, too. In %(n)d places you have both "
                "written: choose what stays there.",
                count,
            )
        self.told = ReadFirst(told % {"title": title, "n": count}, self)
        self.body.addWidget(self.told)
        self.body.addWidget(SoftLabel(kept, self))

    def _add_all(self, count: int) -> None:
        self.all_mine = LinkButton(_("Keep mine everywhere"), self)
        self.all_theirs = LinkButton(_("Take theirs everywhere"), self)
        row = FlowLayout(spacing=14)
        for button, act in ((self.all_mine, self._mine), (self.all_theirs, self._theirs)):
            row.addWidget(button)
            button.clicked.connect(act)
            button.setVisible(count > 1)
        self.body.addLayout(row)

    def _turn_text(self) -> None:
        views = [view for choice in self.choices for view in choice.views]
        shown = any(view.isHidden() for view in views)
        for view in views:
            view.setVisible(shown)
        self.as_text.set_words(_("Hide the file’s text") if shown else _("Show the file’s text"))
        self.fit()

    def _mine(self) -> None:
        for choice in self.choices:
            choice.decide(False)

    def _theirs(self) -> None:
        for choice in self.choices:
            choice.decide(True)

    def _show(self) -> None:
        ready = all(choice.takes is not None for choice in self.choices)
        self.go.setEnabled(ready)
        self.go.setAccessibleDescription("" if ready else _("Choose for each place first."))

    def _decide(self) -> None:
        self.accept()
        taken = {key: one.takes is True for one in self.choices for key in one.keys}
        self.decided.emit(taken)
