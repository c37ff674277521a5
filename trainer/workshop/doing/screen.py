"""The room's screen, the clocks and the door: what each act about them does."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.language import _
from trainer.workshop.doing import voting, walking
from trainer.workshop.refusals import Refused
from trainer.workshop.state import Door, Timer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from trainer.workshop.making import Making
    from trainer.workshop.state import State

    Does = Callable[[Making, State, Mapping[str, Any], int], State]

_TAG: Final = re.compile(r"(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?", re.ASCII)


def freeze(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Freeze the room's screen, so that one can look ahead; or let it show what one sees."""
    if what["on"]:
        return state if state.room else replace(state, room=state.at)
    then = voting.close_elsewhere(making, replace(state, room=None), t)
    return voting.arrived(making, then, t)


def rejoin(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Go back to what the frozen screen shows, and let it go on from there.

    Raises:
        Refused: it cannot be done now.

    """
    del what
    if state.room is None:
        raise Refused("not-now", _("The room sees what you see."))
    return walking.move(making, replace(state, room=None), state.room, t)


def flag(name: str) -> Does:
    """Give the act that switches something of the state on or off."""

    def does(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
        del making, t
        return replace(state, **{name: what["on"]})

    return does


def strip(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Say what stands on the strip for captions; no text takes the strip away."""
    del making, t
    return replace(state, strip=what.get("text"))


def looks(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Note how many pages of the care person look on."""
    del making, t
    return replace(state, looks=what["count"])


def second(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Say in which language the projector shows things a second time; empty for none.

    One that nothing is written in is taken as well: it is the interpreter's alone.

    Raises:
        Refused: it is the plan's own, or no tag of a language.

    """
    del t
    wanted = what["language"].strip()
    if wanted == making.material.plan.language or not _TAG.fullmatch(wanted):
        raise Refused("unknown", _("That cannot be the second language."))
    return replace(state, second=wanted)


def timer(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Start the timer; 0 seconds stop it."""
    del making
    seconds = what["seconds"]
    return replace(state, timer=Timer(t + seconds * 1000, seconds) if seconds else None)


def more(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Give more time; a timer that has run out starts again with it.

    Raises:
        Refused: it cannot be done now.

    """
    del making
    before = state.timer
    if before is None:
        raise Refused("not-now", _("No timer runs."))
    ends = max(before.ends, t) + what["seconds"] * 1000
    return replace(state, timer=Timer(ends, before.seconds + what["seconds"]))


def ring(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Ring the bell."""
    del making, what
    return replace(state, rang=t)


def minutes(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Plan other minutes for a segment.

    Raises:
        Refused: it cannot be done now.

    """
    del t
    if what["segment"] >= len(making.segments):
        raise Refused("unknown", _("There is no such part of the plan."))
    return replace(
        state, minutes=MappingProxyType({**state.minutes, what["segment"]: what["minutes"]})
    )


def end(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """End the workshop; what is open closes as it is."""
    del what
    if state.ended is not None:
        return state
    every = [one for passes in state.ballots.values() for one in passes if one.is_open]
    return replace(voting.close(making, state, every, t), ended=t, timer=None)


def door(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Note how phones find the room."""
    del making, t
    return replace(state, door=Door(**what))


def shut(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Note that the room is closed to phones."""
    del making, what, t
    return replace(state, door=state.door and replace(state.door, is_open=False))


def care(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Name who cares for somebody who needs a pause; without a name nobody does."""
    del making, t
    return replace(state, care=(what["name"].strip(), what["where"].strip()))


def people(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Note how many are in the room; 0 says that nobody knows."""
    del making, t
    return replace(state, people=what["count"] or None)


def resumed(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    """Go on after a gap: the timer stood still in it, whatever the clock did.

    The room is not open any more; a person opens it again, with the same code. Nobody has said
    yet what the room's screen is, and no page of the care person looks on.
    """
    del making, t
    timer = state.timer and Timer(state.timer.ends + what["gap"], state.timer.seconds)
    door = state.door and replace(
        state.door, is_open=False, broke_off=state.door.is_open or state.door.broke_off
    )
    return replace(state, timer=timer, door=door, covered=False, looks=0)
