"""What is to be looked at in a plan: each with its part and its reason, and a way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.plans import words
from trainer.plans.editing.editing import WHOLE
from trainer.scenario.problems import Severity
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.plans.editing.looking import Found
    from trainer.plans.model import Plan


class PartLink(LinkButton):
    """Leads to a part."""

    def __init__(self, name: str, part: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.part = part


class Findings(Card):
    """Everything that was found, errors first.

    Signals:
        part_wanted(str): the key of a part that shall be shown.
    """

    part_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="well", spacing=8)
        self._shown: tuple[object, ...] | None = None
        self._inside: QWidget | None = None

    def show_found(self, found: Sequence[Found], plan: Plan) -> bool:
        """Show what was found; say whether something else shows now."""
        titles = tuple(words.title(one) for one in plan.segments.values())
        shown = (tuple(found), titles)
        if shown == self._shown:
            return False
        self._shown = shown
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        self._write(theme.lay(QVBoxLayout(self._inside), spacing=10), found, plan)
        self.body.addWidget(self._inside)
        self._inside.show()
        return True

    def _write(self, column: QVBoxLayout, found: Sequence[Found], plan: Plan) -> None:
        count = len(found)
        if not count:
            column.addWidget(Words(_("Nothing is missing."), self._inside, role=Role.STRONG))
            return
        said = ngettext("%(n)d thing to look at", "%(n)d things to look at", count) % {"n": count}
        column.addWidget(Heading(said, self._inside, role=Role.SUBHEADING))
        for one in sorted(found, key=_errors_first):
            block = theme.lay(QVBoxLayout(), spacing=1)
            segment = plan.segments.get(one.part)
            name = words.title(segment) if segment is not None else _("The plan as a whole")
            link = PartLink(name, one.part if segment else WHOLE, self._inside)
            link.setAccessibleDescription(one.sentence)
            link.clicked.connect(self._pressed)
            block.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            if one.severity is Severity.ERROR:
                must = _("Before it can be led: %(reason)s") % {"reason": one.sentence}
                block.addWidget(Words(must, self._inside, role=Role.NOTE))
            else:
                block.addWidget(SoftLabel(_words(one), self._inside))
            column.addLayout(block)

    def stand_on_first(self) -> None:
        """Put the keyboard on the first thing."""
        first = self._inside.findChild(PartLink) if self._inside is not None else None
        if isinstance(first, PartLink):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self) -> None:
        link = self.sender()
        if isinstance(link, PartLink):
            self.part_wanted.emit(link.part)


def _words(found: Found) -> str:
    if not found.waits:
        return found.sentence
    return _("%(reason)s (Seen before; it is looked at again when the rest is there.)") % {
        "reason": found.sentence
    }


def _errors_first(found: Found) -> bool:
    return found.severity is not Severity.ERROR
