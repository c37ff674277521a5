"""The keys of practising, as F1 lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _

if TYPE_CHECKING:
    from trainer.ui.page import KeyHelp


def practice_keys() -> KeyHelp:
    """Keys from the first scene to the last feedback."""
    return [
        (_("1 to 9"), _("Make the choice with this number")),
        (_("Up, Down"), _("Move between the choices")),
        (_("Enter"), _("Go on; on a choice, make it")),
        (_("Backspace"), _("Step back to the latest decision")),
        (_("Ctrl Enter"), _("Done with your own words")),
        (_("Alt P"), _("Pause the time, in timed practice")),
        (_("Alt M"), _("More about the D you chose, or about what to check first")),
    ]
