"""Groups on the phones: formed by the facilitator, gone through in turns, left by anybody."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.plans.model import Kind
from trainer.workshop.beats import BeatKind
from trainer.workshop.doing import people
from trainer.workshop.groups import seating
from trainer.workshop.refusals import Refused
from trainer.workshop.state import Part, Timer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from trainer.plans.model import Segment
    from trainer.workshop.making import Making
    from trainer.workshop.state import Place, State


def form(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Form groups of all phones for this part, or let people find each other again.

    Raises:
        Refused: this part has no groups, or fewer than two phones have joined.

    """
    segment = making.segment(state.at)
    if segment.kind is not Kind.GROUPS:
        raise Refused("not-now", _("There are no groups in this part."))
    if not what["on"]:
        return _with(state, segment, None)
    there = [one.voter for one in state.voters.values() if one.part is not Part.PASS]
    if len(there) < 2:
        raise Refused(
            "not-now",
            _("Too few phones have joined to form groups."),
            _("Ask people to find each other where they sit."),
        )
    return _with(state, segment, seating.formed(there, _size(segment), t))


def joined(making: Making, state: State, voter: str) -> State:
    """Give somebody who comes late a group, where there are any now."""
    return _changed(making, state, voter, stays=True)


def part(making: Making, state: State, voter: str, wanted: str) -> State:
    """Act, watch, or sit this out: it holds at once, and nobody asks why.

    Raises:
        Refused: there is no such part, or this phone has not joined.

    """
    then = people.part(state, voter, wanted)
    return _changed(making, then, voter, stays=then.voters[voter].part is not Part.PASS)


def moved(making: Making, state: State, before: Place, t: int) -> State:
    """Have a turn begin with its timer and end with the bell; new groups ask everybody anew."""
    here = state.at
    if (here.segment, here.beat) == (before.segment, before.beat):
        return state
    then = state
    if making.beat(before).kind is BeatKind.TURN:
        then = replace(then, timer=None, rang=t)
    if here.segment != before.segment and making.segment(here).key not in state.groups:
        then = _asked_anew(then)
    minutes = making.segment(here).turn
    if making.beat(here).kind is BeatKind.TURN and minutes and state.room is None:
        then = replace(then, timer=Timer(t + minutes * 60_000, minutes * 60))
    return then


def _asked_anew(state: State) -> State:
    if not any(one.part for one in state.voters.values()):
        return state
    fresh = {name: replace(one, part=None) for name, one in state.voters.items()}
    return replace(state, voters=MappingProxyType(fresh))


def _changed(making: Making, state: State, voter: str, *, stays: bool) -> State:
    segment = making.segment(state.seen)
    now = state.groups.get(segment.key)
    if now is None:
        return state
    change = seating.with_one if stays else seating.without
    return _with(state, segment, change(now, voter, _size(segment)))


def _with(state: State, segment: Segment, now: seating.Seating | None) -> State:
    groups = {key: one for key, one in state.groups.items() if key != segment.key}
    if now is not None:
        groups[segment.key] = now
    return replace(state, groups=MappingProxyType(groups))


def _size(segment: Segment) -> int:
    return segment.size or 2
