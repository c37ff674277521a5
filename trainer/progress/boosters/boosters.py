"""What is asked again weeks later: a skill in a family of situations, and what was answered.

A *card* is one of the five D's in one family (a scenario's or a drill's setting), whatever the
scene: each time another variant is drawn, see :mod:`trainer.progress.boosters.variants`. A card
comes to be when somebody meets the skill there (:func:`meet`); an answer with a rating moves it.

Times are UTC; a card that was reviewed later than now counts as reviewed now. What clocks can do
besides is in :mod:`trainer.progress.boosters.due`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.method.ds import FIVE_DS
from trainer.progress.boosters import due as due_now
from trainer.progress.boosters.due import LONGEST, DueCard, sane
from trainer.progress.summaries import day, written

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from trainer.method.ds import D
    from trainer.progress.store import Store

_FIRST_REST: Final = timedelta(days=7)
_PUT_OFF: Final = timedelta(days=7)
_NOTHING_TO_ASK: Final = timedelta(days=30)


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
    return due_now.cards(store, limit)


def due_count(store: Store) -> int:
    """Count what is due.

    Raises:
        KeepingError: it cannot be read.

    """
    return due_now.count(store)


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
            _rest(connection, given.skill, given.family, now, _PUT_OFF)
        else:
            from trainer.progress.boosters import scheduling

            scheduling.move(connection, given.skill, given.family, given.rating, now)


def put_off(store: Store, skill: str, family: str) -> None:
    """Let a card rest some weeks, where there is no situation to ask about it.

    Raises:
        KeepingError: it was not kept.

    """
    with store.writing() as connection:
        _rest(connection, skill, family, sane(store.now()), _NOTHING_TO_ASK)


def seen(store: Store, skill: str, family: str) -> list[str]:
    """Give the variants that were shown for a card, each once, the latest last.

    Raises:
        KeepingError: it cannot be read.

    """
    query = """SELECT variant FROM answer WHERE skill = ? AND family = ?
        GROUP BY variant ORDER BY max(number)"""
    with store.reading() as connection:
        return [row[0] for row in connection.execute(query, (skill, family))]


_PLAYED: Final = """
    SELECT DISTINCT recent.scenario, event.scene FROM (
        SELECT run.number, run.scenario FROM run JOIN scenario ON scenario.id = run.scenario
        WHERE scenario.setting = ? ORDER BY run.touch DESC LIMIT 100
    ) AS recent JOIN event ON event.run = recent.number
    WHERE event.kind = 'decided' ORDER BY 1, 2
"""


def played(store: Store, family: str) -> list[str]:
    """Give the scenes of a family in which something was decided lately, as variants.

    Raises:
        KeepingError: it cannot be read.

    """
    with store.reading() as connection:
        return [scene_variant(*row) for row in connection.execute(_PLAYED, (family,))]


def forget_words(store: Store) -> None:
    """Delete the words of one's own in every answer, and their traces in the profile's folder.

    Backups that hold them are removed, and one without them is made.

    Raises:
        KeepingError: they are still there; or they are gone from the answers, but not all
            traces are yet: they go when Upstander starts again.

    """
    from trainer.progress.deletion import deletion

    with store.writing() as connection:
        query = "UPDATE answer SET words = '' WHERE words <> '' RETURNING id"
        gone = [row[0] for row in connection.execute(query).fetchall()]
        deletion.forget(connection, "answer", gone)
    if gone:
        store.clear_traces()


def counts(connection: sqlite3.Connection) -> Counts:
    """Count what there is, for whoever deletes it."""
    cards = connection.execute("SELECT count(*) FROM card").fetchone()[0]
    query = "SELECT count(*), count(CASE WHEN words <> '' THEN 1 END) FROM answer"
    answers, words = connection.execute(query).fetchone()
    return Counts(cards, answers, words)


_ANSWER: Final = """
    INSERT INTO answer (id, at, day, kind, skill, family, variant, rating, words, ticked)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _rest(
    connection: sqlite3.Connection, skill: str, family: str, now: datetime, rest: timedelta
) -> None:
    """Let a card rest, if it does not rest longer anyway, and is not out of reach."""
    until = written(now + rest)
    connection.execute(
        "UPDATE card SET due = ? WHERE skill = ? AND family = ? AND (due < ? OR due > ?)",
        (until, skill, family, until, written(now + LONGEST)),
    )
