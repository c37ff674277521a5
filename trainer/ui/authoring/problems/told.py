"""What is said of the problems: the head line, and what a screen reader is told when it changes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from trainer.authoring.checking.state import State
from trainer.authoring.plainly.told import Kind
from trainer.authoring.trying.told import number
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.scenario.exploring.analysis import Analysis
    from trainer.ui.authoring.problems.rows import Row


def coverage(analysis: Analysis | None) -> str:
    """Say what the whole comes to; empty where that is not known."""
    if analysis is None:
        return ""
    known = {"reached": analysis.reachable, "n": analysis.scenes}
    if analysis.reachable is None:
        scenes = ngettext("%(n)d scene", "%(n)d scenes", analysis.scenes) % known
    else:
        scenes = ngettext("%(reached)d/%(n)d scene", "%(reached)d/%(n)d scenes", analysis.scenes)
        scenes %= known
    endings = ngettext("%(n)d ending", "%(n)d endings", analysis.endings) % {"n": analysis.endings}
    parts = [scenes, endings]
    if analysis.paths is not None:
        paths = ngettext("%(n)s way to play it", "%(n)s ways to play it", analysis.paths)
        paths %= {"n": number(analysis.paths)}
        parts.append(paths)
    return " · ".join(parts)


def state_words(state: State, *, waits: bool = False, errors: int = 0, unwritten: int = 0) -> str:
    """Say how far it is known what is wrong.

    ``waits``: what is wrong, or what is not written yet if there are no ``errors``, keeps the rest
    from being seen; how much of it there is, is said.
    """
    if waits and state is State.CHECKED and not errors:
        said = ngettext(
            "%(n)d thing is to write; then the rest is checked",
            "%(n)d things are to write; then the rest is checked",
            unwritten,
        )
        return said % {"n": unwritten}
    if waits and state is State.CHECKED:
        said = ngettext(
            "mend %(n)d error; then the rest is checked",
            "mend %(n)d errors; then the rest is checked",
            errors,
        )
        return said % {"n": errors}
    return {
        State.CHECKING: _("checking …"),
        State.CHECKED: _("checked"),
        State.FAILED: _("could not be checked as a whole; nothing is lost"),
    }[state]


def tab_words(kinds: Sequence[Kind]) -> str:
    """Say how much is wrong, and how much is simply not written yet, which is no problem."""
    write = sum(kind is Kind.UNWRITTEN for kind in kinds)
    known = {"n": len(kinds) - write, "write": write}
    if not known["n"]:
        return _("To write %(write)d") % known if write else _("Problems")
    if write:
        return _("Problems %(n)d · To write %(write)d") % known
    return _("Problems %(n)d") % known


def part_words(kinds: Sequence[Kind]) -> str:
    """Say what is to be found here, where only one part shows: what is to write is no problem."""
    return _("To write") if kinds and set(kinds) == {Kind.UNWRITTEN} else _("Problems")


def _new(rows: Sequence[Row]) -> str:
    """Say how much is new: what is wrong first, and of that alone as long as something is."""
    count = sum(row.kind is not Kind.UNWRITTEN for row in rows)
    if count:
        return ngettext("%(n)d new problem", "%(n)d new problems", count) % {"n": count}
    count = len(rows)
    return ngettext("%(n)d more to write", "%(n)d more to write", count) % {"n": count}


def _left(rows: Sequence[Row]) -> str:
    """Say how much is left of what is wrong; of what is to write, if nothing is wrong."""
    count = sum(row.kind is not Kind.UNWRITTEN for row in rows)
    if count:
        return ngettext("%(n)d problem is left", "%(n)d problems are left", count) % {"n": count}
    count = len(rows)
    said = ngettext("%(n)d thing is left to write", "%(n)d things are left to write", count)
    return said % {"n": count}


class Announcing:
    """Works out what is new when all has been checked; between, nothing is said."""

    def __init__(self) -> None:
        self._known: Counter[object] | None = None

    def begin(self) -> None:
        """Another file is shown: what is wrong with it is read, not announced."""
        self._known = None

    def news(self, rows: Sequence[Row], state: State) -> str:
        """Say what is new since this was last asked when all had been checked."""
        if state is not State.CHECKED:
            return ""
        before, self._known = self._known, Counter(row.key for row in rows)
        if before is None or before == self._known:
            return ""
        if not rows:
            return _("Nothing is left to mend.")
        new = self._known - before
        fresh = [row for row in rows if new[row.key]]
        if len(fresh) == 1 and fresh[0].kind is not Kind.UNWRITTEN:
            return fresh[0].spoken  # What is to write is read in the list: it is no alarm.
        if fresh:
            return _new(fresh)
        return _left(rows)
