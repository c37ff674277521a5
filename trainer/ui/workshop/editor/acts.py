"""What stands above the editor: how long the plan is, whether it is saved, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trainer.language import _, ngettext
from trainer.plans import words
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from trainer.plans.editing.editing import Editing


class Acts(QWidget):
    """Totals at the left, buttons at the right; they break into lines where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=10)
        self._total = LineLabel("", self, role=Role.STRONG)
        self._state = LineLabel("", self, role=Role.NOTE, tone="soft")
        self.drop = LinkButton(_("Back to what was saved"), self)
        self.undo = QuietButton(_("Undo"), self, icon="undo-2")
        self.redo = QuietButton(_("Redo"), self, icon="redo-2")
        self.save = PrimaryButton(_("Save"), self, icon="check")
        self.look = LinkButton("", self)
        for widget in (self._total, self._state, self.look, self.drop):
            flow.addWidget(widget)
        flow.add_stretch()
        self.add = QuietButton(_("Add a part …"), self, icon="plus")
        self.print = QuietButton(_("Print …"), self, icon="printer")
        for button in (self.add, self.undo, self.redo, self.print, self.save):
            flow.addWidget(button)

        for button in (self.undo, self.redo, self.save):
            button.setEnabled(False)
        self.drop.hide()

    def show_state(self, editing: Editing, *, saved: bool, own: bool, count: int) -> None:
        """Say how things stand; ``count`` things are to be looked at."""
        plan = editing.plan
        parts = ngettext("%(n)d part", "%(n)d parts", len(plan.segments)) % {
            "n": len(plan.segments)
        }
        known = {"minutes": words.minutes(plan.minutes), "parts": parts}
        self._total.setText(_("%(minutes)s · %(parts)s") % known)
        if not saved:
            said = _("Not saved yet")
        elif own:
            said = _("Saved")
        else:
            said = _("Stays as it is; what you change becomes your own plan")
        self._state.setText(said)
        look = ngettext("%(n)d thing to look at", "%(n)d things to look at", count) % {"n": count}
        self.look.set_words(look)
        self.look.setVisible(bool(count))
        self.drop.setVisible(not saved)
        self.undo.setEnabled(editing.can_undo)
        self.redo.setEnabled(editing.can_redo)
        self.save.set_words(_("Save") if own else _("Save as my own"))
        self.save.setEnabled(not saved)
