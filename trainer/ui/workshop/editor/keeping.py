"""Where the plan that is changed came from, what of it is saved, and its draft."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.plans.editing import drafts, saving

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.plans.model import Plan
    from trainer.scenario.gathering import Placed
    from trainer.ui.context import Context


class Keeping:
    """One plan on the disk.

    Attributes:
        of: its id; empty before one was opened.
        saved: the plan as it was saved last.

    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._origin = saving.Origin("", None, "")
        self.of = ""
        self.saved: Plan | None = None

    @property
    def is_own(self) -> bool:
        """Whether saving changes it in its place."""
        return saving.is_own(self._origin)

    @property
    def folder(self) -> Path:
        """Where its file lies, or would lie."""
        return (self._origin.path or drafts.path(self.of)).parent

    def begin(self, placed: Placed[Plan]) -> Plan | None:
        """Begin with a plan; give its draft if there is one."""
        self.of = placed.content.id
        self._origin = saving.origin(placed)
        self.saved = placed.content
        draft = drafts.read(self.of)
        return None if draft is None or self.is_saved(draft) else draft

    def is_saved(self, plan: Plan) -> bool:
        """Whether a plan is what was saved, the order of its parts included."""
        saved = self.saved
        return plan == saved and saved is not None and list(plan.segments) == list(saved.segments)

    def save(self, plan: Plan) -> saving.Saved | None:
        """Save; None after telling why that was not possible."""
        taken = [placed.content.id for placed in self._context.plans.plans()]
        if not self.is_own and self.saved is not None and plan.title == self.saved.title:
            # Two cards of the same name could not be told apart.
            plan = replace(plan, title=_("%(title)s (my own)") % {"title": plan.title})
        try:
            saved = saving.save(plan, self._origin, taken)
        except UpstanderError as error:
            self._context.tell(error)
            return None
        with suppress(OSError):
            drafts.forget(self.of)
        self.of, self._origin, self.saved = saved.plan.id, saved.origin, saved.plan
        self._context.forget_plans()
        return saved

    def keep_draft(self, plan: Plan) -> None:
        """Keep what is not saved; where nothing is kept, it stays until the window closes."""
        if not self._context.keeps or self._context.guest:
            return
        try:
            if self.is_saved(plan):
                drafts.forget(self.of)
            else:
                drafts.keep(drafts.Draft(self.of, plan))
        except OSError as error:
            self._context.tell(
                UpstanderError(
                    _("Your changes of the plan could not be kept as a draft."),
                    _("They stay here until you close the window."),
                    _("Save or print the plan before you do."),
                    str(error),
                )
            )
