"""Doing a journal's acts again, one after the other, to stand where it ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.errors import UpstanderError
from trainer.workshop import acts
from trainer.workshop.doing import walking
from trainer.workshop.making import Making
from trainer.workshop.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.workshop.journal.journal import Entry
    from trainer.workshop.material import Material


@dataclass(frozen=True, slots=True)
class Retold:
    """Where acts led: the state, the workshop's milliseconds, and how many of them held.

    ``wall`` is the wall clock, in seconds, of the last one, ``began_at`` that of the beginning;
    None if there is none. An act that was refused ends it; ``refused`` says why.
    """

    making: Making
    state: State
    t: int
    count: int
    wall: float | None = None
    began_at: float | None = None
    refused: UpstanderError | None = None


def beginning(making: Making) -> State:
    """Give how every workshop stands before its first act: as its plan says."""
    plan = making.material.plan
    second = next((one for one in plan.languages if one != plan.language), "")
    strip = "" if plan.interpreted else None
    return State(at=walking.entered(making, 0, 0), strip=strip, second=second)


def retell(material: Material, entries: Iterable[Entry]) -> Retold:
    """Do acts again. One that cannot be done was not written by this program: it ends there."""
    making = Making(material)
    told = Retold(making, beginning(making), 0, 0)
    for entry in entries:
        at = max(told.t, entry.t)
        try:
            state = acts.apply(making, told.state, entry.act, entry.what, at)
        except UpstanderError as error:
            return replace(told, refused=error)
        began = entry.wall if entry.act == "begin" else told.began_at
        told = Retold(making, state, at, told.count + 1, entry.wall, began)
    return told
