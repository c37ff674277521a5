"""How answers about the five steps are told, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.method.five_steps import Step, name, told

if TYPE_CHECKING:
    from trainer.progress.confidence.confidence import Entry


def entry_words(entry: Entry) -> str:
    """Tell what was answered once, one step a line."""
    return "\n".join(
        _("%(step)s: %(answer)s")
        % {
            "step": name(step),
            "answer": told(entry.answers[step]) if step in entry.answers else _("left out"),
        }
        for step in Step
    )


def not_validated() -> str:
    """Say what these questions are, and are not."""
    return _(
        "These are our own questions, not a validated scale. They are for you alone, "
        "and feeling sure does not show what somebody does."
    )
