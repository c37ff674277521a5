"""What is asked again weeks later: a skill in a family of situations, and what was answered.

A *card* is one of the five D's in one family (a scenario's or a drill's setting), whatever the
scene: each time another variant is drawn, see :mod:`trainer.progress.variants`. A card comes
to be when somebody meets the skill there (:func:`meet`); an answer with a rating moves it.

*Clocks.* Times are UTC. No honest schedule is longer than :data:`LONGEST`, so a card that is due
later than that was dated by a clock that ran ahead, and is due now; one that was reviewed
later than now counts as reviewed now. So nothing is ever out of reach, whatever a clock said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.method.ds import FIVE_DS, D
from trainer.progress.summaries import day, written

if TYPE_CHECKING:
    import sqlite3

    from trainer.progress.store import Store

LONGEST: Final = timedelta(days=180)
"""How long a card rests at most."""

_FIRST_REST: Final = timedelta(days=7)
_PUT_OFF: Final = timedelta(days=7)
_EARLIEST: Final = datetime(1980, 1, 1, tzinfo=UTC)
_LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC)
_SKILLS: Final = ", ".join(f"'{d}'" for d in FIVE_DS)


class Kind(StrEnum):
    """What was answered."""

    BOOSTER = "booster"
    DRILL = "drill"


class Rating(IntEnum):
    """How it went, in the learner's own view after comparing. It is no score of anything."""

    NOT_THIS_TIME = 1
    WITH_EFFORT = 2
    YES = 3
    EASILY = 4


class DueCard(NamedTuple):
    """A skill in a family of situations that is due. ``family`` may be one unknown here."""

    skill: D
    family: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a booster or a drill.

    ``skill`` is None where a drill was answered without any one D; then no card moves.
    ``variant`` is made by :func:`scene_variant` or :func:`drill_variant`. ``rating`` is None
    where one went on without rating; then the card rests, and nothing else is concluded.
    ``ticked`` holds the positions (from 0) of the points that one's words held.
    """

    kind: Kind
    skill: D | None
    family: str
    variant: str
    rating: Rating | None = None
    words: str = ""
    ticked: tuple[int, ...] = ()


class Counts(NamedTuple):
    """How much there is: cards, answers, and answers with words of one's own."""

    cards: int
    answers: int
    words: int


def scene_variant(scenario: str, scene: str) -> str:
    """Name a scene as what was shown."""
    return f"scene:{scenario}/{scene}"


def drill_variant(deck: str, drill: str) -> str:
    """Name a drill as what was shown."""
    return f"drill:{deck}/{drill}"


def meet(store: Store, skill: D, family: str) -> None:
    """Have a card for a skill in a family, first due some days later; one that is there stays.

    Raises:
        KeepingError: it was not kept.

    """
    with store.writing() as connection:
        note(connection, skill, family, store.now())


def note(connection: sqlite3.Connection, skill: D | None, family: str, now: datetime) -> None:
    """Do what :func:`meet` does, inside the transaction of the caller.

    Without one of the five D's, or without a family, there is nothing to ask again.
    """
    if skill in FIVE_DS and family:
        at = sane(now)
        connection.execute(
            "INSERT OR IGNORE INTO card (skill, family, met, due) VALUES (?, ?, ?, ?)",
            (skill, family, written(at), written(at + _FIRST_REST)),
        )


def due(store: Store, limit: int = 3) -> list[DueCard]:
    """Give what is due, the longest first.

    Raises:
        KeepingError: it cannot be read.

    """
    query = f"SELECT skill, family FROM card WHERE {_IS_DUE} ORDER BY due, skill, family LIMIT ?"
    with store.reading() as connection:
        rows = connection.execute(query, (*_now(store), limit)).fetchall()
    return [DueCard(D(skill), family) for skill, family in rows]


def due_count(store: Store) -> int:
    """Count what is due.

    Raises:
        KeepingError: it cannot be read.

    """
    with store.reading() as connection:
        query = f"SELECT count(*) FROM card WHERE {_IS_DUE}"
        return int(connection.execute(query, _now(store)).fetchone()[0])


def answer(store: Store, given: Answer) -> None:
    """Keep an answer, and move its card; both are on disk afterwards, or neither.

    Raises:
        KeepingError: nothing of it was kept; what was kept before is.

    """
    from uuid import uuid4

    now = sane(store.now())
    values = (
        uuid4().hex,
        written(now),
        day(now),
        given.kind,
        given.skill or "",
        given.family,
        given.variant,
        given.rating,
        given.words,
        ",".join(map(str, given.ticked)),
    )
    with store.writing() as connection:
        connection.execute(_ANSWER, values)
        if given.skill not in FIVE_DS or not given.family:
            return
        if given.rating is None:
            _rest(connection, given.skill, given.family, now)
        else:
            from trainer.progress import scheduling

            scheduling.move(connection, given.skill, given.family, given.rating, now)


def put_off(store: Store, skill: D, family: str) -> None:
    """Let a card rest some days, where there is nothing to ask about it now.

    Raises:
        KeepingError: it was not kept.

    """
    with store.writing() as connection:
        _rest(connection, skill, family, sane(store.now()))


def seen(store: Store, skill: D, family: str) -> list[str]:
    """Give the variants that were shown for a card, each once, the latest last.

    Raises:
        KeepingError: it cannot be read.

    """
    query = """SELECT variant FROM answer WHERE skill = ? AND family = ?
        GROUP BY variant ORDER BY max(number)"""
    with store.reading() as connection:
        return [row[0] for row in connection.execute(query, (skill, family))]


def counts(connection: sqlite3.Connection) -> Counts:
    """Count what there is, for whoever deletes it."""
    cards = connection.execute("SELECT count(*) FROM card").fetchone()[0]
    query = "SELECT count(*), count(CASE WHEN words <> '' THEN 1 END) FROM answer"
    answers, words = connection.execute(query).fetchone()
    return Counts(cards, answers, words)


def sane(now: datetime) -> datetime:
    """Give a time in UTC that can be counted with, whatever the clock says."""
    return min(max(now.astimezone(UTC), _EARLIEST), _LATEST)


_IS_DUE: Final = f"(due <= ? OR due > ?) AND skill IN ({_SKILLS})"

_ANSWER: Final = """
    INSERT INTO answer (id, at, day, kind, skill, family, variant, rating, words, ticked)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _now(store: Store) -> tuple[str, str]:
    """Give the two times between which a card is not due."""
    now = sane(store.now())
    return written(now), written(now + LONGEST)


def _rest(connection: sqlite3.Connection, skill: D, family: str, now: datetime) -> None:
    """Let a card rest, if it does not rest longer anyway, and is not out of reach."""
    until = written(now + _PUT_OFF)
    connection.execute(
        "UPDATE card SET due = ? WHERE skill = ? AND family = ? AND (due < ? OR due > ?)",
        (until, skill, family, until, written(now + LONGEST)),
    )
