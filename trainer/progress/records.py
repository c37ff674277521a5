"""What is kept of a run, as plain data, and how events become rows and come back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.method.ds import D, Fit
from trainer.practice.recorder import (
    Began,
    Decided,
    Ended,
    Event,
    Noted,
    Retried,
    Skipped,
    Undone,
)
from trainer.progress.summaries import RunSummary, day, some_moment, written
from trainer.scenario.kinds import Outcome

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

__all__ = [
    "COLUMNS",
    "KeptDecision",
    "KeptEvent",
    "RunDetail",
    "RunSummary",
    "day",
    "decisions",
    "fields",
    "from_row",
    "notes",
    "to_row",
    "written",
]


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """One event, with its number (rising, whatever the clock says) and its time in UTC."""

    number: int
    at: datetime
    event: Event


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """One decision, and whether it was stepped back over or tried another way."""

    number: int
    at: datetime
    decided: Decided
    undone: bool
    retried: bool

    @property
    def holds(self) -> bool:
        """Tell whether it is part of the way that was taken in the end."""
        return not (self.undone or self.retried)


@dataclass(frozen=True, slots=True)
class RunDetail:
    """One run with everything that happened in it, oldest first.

    ``notes`` maps a question of the debrief to the newest text about it.
    """

    summary: RunSummary
    events: tuple[KeptEvent, ...]
    decisions: tuple[KeptDecision, ...]
    notes: Mapping[str, str]


COLUMNS = (
    "kind",
    "step",
    "scene",
    "choice",
    "d",
    "fit",
    "is_first",
    "in_time",
    "words",
    "ticked",
    "question",
    "note",
    "outcome",
)
"""Columns of an event that depend on its kind, in the order of :func:`to_row`."""


def fields(event: Event) -> dict[str, Any]:
    """Values of those of :data:`COLUMNS` that the event's kind has a use for."""
    match event:
        case Began():
            return {"kind": "began"}
        case Decided():
            return {
                "kind": "decided",
                "step": event.step,
                "scene": event.scene,
                "choice": event.choice,
                "d": event.d,
                "fit": event.fit,
                "is_first": event.first,
                "in_time": event.in_time,
                "words": event.words,
                "ticked": event.ticked,
            }
        case Undone():
            return {"kind": "undone", "step": event.step}
        case Retried():
            return {"kind": "retried", "step": event.step}
        case Skipped():
            return {"kind": "skipped", "scene": event.scene}
        case Noted():
            return {"kind": "noted", "question": event.question, "note": event.text}
        case Ended():
            return {"kind": "ended", "scene": event.scene, "outcome": event.outcome}


def to_row(event: Event) -> tuple[Any, ...]:
    """Values of :data:`COLUMNS` for an event, as the database keeps them."""
    found = fields(event)
    if "ticked" in found:
        found["ticked"] = ",".join(map(str, found["ticked"]))
    return tuple(found.get(column) for column in COLUMNS)


def _there(value: Any) -> Any:
    if value is None:
        raise ValueError("nothing where an event has something")
    return value


def _decided(row: sqlite3.Row) -> Decided:
    return Decided(
        step=_there(row["step"]),
        scene=_there(row["scene"]),
        choice=row["choice"],
        d=D(row["d"]) if row["d"] else None,
        fit=Fit(row["fit"]) if row["fit"] else None,
        first=bool(row["is_first"]),
        words=row["words"] or "",
        ticked=tuple(int(part) for part in (row["ticked"] or "").split(",") if part),
        in_time=bool(row["in_time"]),
    )


def from_row(row: sqlite3.Row, replay_of: str | None) -> KeptEvent:
    """Give the event of a row; ``replay_of`` is what its run says.

    Raises:
        ValueError: it makes no sense.

    """
    event: Event
    match row["kind"]:
        case "began":
            event = Began(replay_of)
        case "decided":
            event = _decided(row)
        case "undone":
            event = Undone(_there(row["step"]))
        case "retried":
            event = Retried(_there(row["step"]))
        case "skipped":
            event = Skipped(_there(row["scene"]))
        case "noted":
            event = Noted(_there(row["question"]), _there(row["note"]))
        case _:
            event = Ended(_there(row["scene"]), Outcome(row["outcome"]))
    return KeptEvent(row["number"], some_moment(row["at"]), event)


def readable(rows: Iterable[sqlite3.Row], replay_of: str | None) -> Iterator[KeptEvent]:
    """Give the events of rows; one that makes no sense, in a changed file, is left out."""
    for row in rows:
        with suppress(ValueError):
            yield from_row(row, replay_of)


def decisions(events: Iterable[KeptEvent]) -> tuple[KeptDecision, ...]:
    """Give the decisions among a run's events, with what became of each.

    Stepping back over decision ``step``, or going back to it, takes back that decision
    and whatever followed it.
    """
    found: list[KeptDecision] = []
    for kept in events:
        match kept.event:
            case Decided():
                found.append(KeptDecision(kept.number, kept.at, kept.event, False, False))
            case Undone(step) | Retried(step):
                retried = isinstance(kept.event, Retried)
                found = [_taken_back(one, step, retried=retried) for one in found]
    return tuple(found)


def _taken_back(decision: KeptDecision, step: int, *, retried: bool) -> KeptDecision:
    if not decision.holds or decision.decided.step < step:
        return decision
    return KeptDecision(
        decision.number, decision.at, decision.decided, undone=not retried, retried=retried
    )


def notes(events: Iterable[KeptEvent]) -> dict[str, str]:
    """Give the newest text about each question that was written about."""
    return {
        kept.event.question: kept.event.text for kept in events if isinstance(kept.event, Noted)
    }
