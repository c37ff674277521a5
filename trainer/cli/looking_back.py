"""The debrief as lines for the terminal, in the order in which it is best heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.practice.debrief import held_back, times, where
from trainer.practice.transcript import view_heading
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.practice.debrief import Debrief


def lines(found: Debrief) -> Iterator[str]:
    """Give everything but the questions; an empty line goes ahead of each part."""
    if found.outcome is None:
        yield from ("", _("The story is not written further than this."))
    if found.view:
        yield from ("", view_heading(found.view_of), plain(found.view))
    used = [use for use in found.ds if use.count]
    if used:
        yield from ("", _("The five D’s you used:"))
        for use in used:
            yield _("%(d)s: %(times)s") % {"d": use.name, "times": times(use.count)}
        if held_back(found):
            yield held_back(found)
    if found.try_next:
        yield from ("", _("What you could try next:"))
    for one in found.try_next:
        yield where(found.path[one.step])
        yield one.reason
    if found.resources:
        yield from ("", _("Where to get help:"))
        yield from (f"- {name}" for name in found.resources.values())
