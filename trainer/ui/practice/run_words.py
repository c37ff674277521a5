"""A run in a line of words, for lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _, ngettext
from trainer.scenario import kind_words
from trainer.ui import dates

if TYPE_CHECKING:
    from trainer.progress.records import RunSummary


def how_far(run: RunSummary) -> str:
    """Say how a run ended, or that it has not."""
    if run.outcome is not None:
        return kind_words.outcome(run.outcome)
    return _("Ended") if run.ended is not None else _("Not at an end yet")


def decisions_made(count: int) -> str:
    """Say how many decisions a run holds."""
    return ngettext("%(count)d decision", "%(count)d decisions", count) % {"count": count}


def run_line(run: RunSummary) -> str:
    """Say when, how many decisions, and how it ended, in one line."""
    known = {
        "when": dates.moment(run.began),
        "decisions": decisions_made(run.decisions),
        "end": how_far(run),
    }
    if run.is_replay:
        return _("%(when)s · %(decisions)s · %(end)s · played again") % known
    return _("%(when)s · %(decisions)s · %(end)s") % known
