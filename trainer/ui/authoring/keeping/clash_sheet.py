"""Shows what was changed here and elsewhere, both in their own way, and asks which shall stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from trainer.authoring.called import in_words
from trainer.authoring.keeping.pieces import SCENES, WHOLE
from trainer.authoring.plainly import labels
from trainer.language import _, ngettext
from trainer.ui.authoring.keeping.text_view import TextView
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from trainer.authoring.keeping.kept import Kept
    from trainer.authoring.keeping.merging import Clash, Merged
    from trainer.authoring.keeping.pieces import Key
    from trainer.ui.context import Context


def name_of(key: Key) -> str:
    """Say in words what part of a file a key is."""
    if key == WHOLE:
        return _("The whole file")
    if key[:1] == SCENES and len(key) == 2:
        return _("Scene: %(name)s") % {"name": in_words(key[1])}
    if not key:
        return _("The beginning of the file")
    return _("Of the story as a whole: %(name)s") % {"name": labels.of_whole(key[0])}


class _Choice(Card):
    """One part: how it is here, how it is there, and two buttons; neither is pressed at first."""

    def __init__(self, clash: Clash, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(14, 12, 14, 14))
        self.key = clash.key
        name = name_of(clash.key)
        self.body.addWidget(Heading(name, self, role=Role.STRONG))
        # An exclusive group would let Tab reach only one of them.
        self.group = QButtonGroup(self)
        self.group.setExclusive(False)
        self.group.buttonToggled.connect(self._one_only)
        mine = (_("Keep mine"), _("Mine: %(name)s"), clash.ours)
        other = (_("Take theirs"), _("Theirs: %(name)s"), clash.theirs)
        for number, (words, label, text) in enumerate((mine, other)):
            said = label % {"name": name}
            view = TextView(said, text if text is not None else _("(taken out)"), self)
            if clash.ours is not None and clash.theirs is not None and text is not None:
                view.show_text(text, clash.theirs if text is clash.ours else clash.ours)
            button = FilterChip(words, self)
            button.setAccessibleDescription(said)
            self.group.addButton(button, number)
            self.body.addWidget(view)
            row = FlowLayout()
            row.addWidget(button)
            self.body.addLayout(row)

    def _one_only(self, button: QAbstractButton, on: bool) -> None:
        for other in self.group.buttons():
            if on and other is not button:
                other.setChecked(False)

    @property
    def takes(self) -> bool | None:
        """Whether theirs is taken; None while that is not decided."""
        taken = [number for number in (0, 1) if self.group.button(number).isChecked()]
        return taken[0] == 1 if taken else None

    def decide(self, takes: bool) -> None:
        """Press one of the buttons."""
        self.group.button(int(takes)).setChecked(True)


class ClashSheet(Sheet):
    """Asks about each part; nothing is chosen beforehand.

    Signals:
        decided(object): by key, whether theirs is taken.
    """

    decided = Signal(object)

    def __init__(
        self, context: Context, kept: Kept, merged: Merged, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, _("Changed here and elsewhere"), parent, width=720)
        count = len(merged.clashes)
        told = ngettext(
            "%(file)s was changed by somebody else, too. %(n)d part was changed in both places.",
            "%(file)s was changed by somebody else, too. %(n)d parts were changed in both places.",
            count,
        )
        self.body.addWidget(Words(told % {"file": kept.place.name, "n": count}, self))
        said = _("What you do not choose stays under “Earlier versions”.")
        self.body.addWidget(SoftLabel(said, self))
        self._add_all(count)
        self.choices = [_Choice(clash, self) for clash in merged.clashes]
        for choice in self.choices:
            self.body.addWidget(choice)
            choice.group.buttonToggled.connect(self._show)
        later = QuietButton(_("Decide later"), self)
        later.clicked.connect(self.reject)
        self.go = PrimaryButton(_("Put together so"), self)
        self.go.clicked.connect(self._decide)
        self.buttons.addWidget(later)
        self.buttons.addWidget(self.go)
        self._show()
        chain(self)
        # What was said above stays in view, however small the window.
        later.setFocus()

    def _add_all(self, count: int) -> None:
        self.all_mine = LinkButton(_("Keep mine everywhere"), self)
        self.all_theirs = LinkButton(_("Take theirs everywhere"), self)
        row = FlowLayout(spacing=14)
        for button, act in ((self.all_mine, self._mine), (self.all_theirs, self._theirs)):
            row.addWidget(button)
            button.clicked.connect(act)
            button.setVisible(count > 1)
        self.body.addLayout(row)

    def _mine(self) -> None:
        for choice in self.choices:
            choice.decide(False)

    def _theirs(self) -> None:
        for choice in self.choices:
            choice.decide(True)

    def _show(self) -> None:
        ready = all(choice.takes is not None for choice in self.choices)
        self.go.setEnabled(ready)
        self.go.setAccessibleDescription("" if ready else _("Choose for each part first."))

    def _decide(self) -> None:
        self.accept()
        self.decided.emit({choice.key: choice.takes is True for choice in self.choices})
