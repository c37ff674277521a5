"""Looking up, in the middle of a scenario, what the method says; the way back leads here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.language import _
from trainer.method import ds
from trainer.method.ds import FIVE_DS, D

if TYPE_CHECKING:
    from trainer.ui.context import Context

FIVE: Final = "five-ds"
CHECK: Final = "safety-check"
NOT_NOW: Final = "not-now"
"""Ids of two pages, and of the section about waiting."""


def more_words(d: D | None) -> str:
    """Say what can be looked up about what was chosen; empty if nothing."""
    if d in FIVE_DS:
        return _("More about %(name)s") % {"name": ds.name(D(d))}
    return _("More about “not now”") if d is D.WAIT else ""


def look_up(context: Context, d: D | None) -> None:
    """Open what the method says about a D or about waiting; about checking first if None."""
    if d is None:
        context.open_page("method", page=CHECK)
    elif d in FIVE_DS:
        context.open_page("method", page=FIVE, section=d.value)
    elif d is D.WAIT:
        context.open_page("method", page=CHECK, section=NOT_NOW)
