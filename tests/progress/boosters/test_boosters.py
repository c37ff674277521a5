"""Cards come to be when a skill is met, and come back in time, whatever the clocks say."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.progress.examples import Clock, decided, place, play, steps
from trainer.method.ds import FIVE_DS, D, Fit
from trainer.practice.recorder import Began
from trainer.practice.snapshot import Phase
from trainer.practice.view import Passage
from trainer.progress.boosters import boosters
from trainer.progress.boosters.boosters import Answer, Kind, Rating
from trainer.progress.boosters.due import DueCard
from trainer.progress.boosters.sitting import Sitting
from trainer.progress.boosters.variants import Variant
from trainer.progress.deletion import deletion
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

DELAY = DueCard(D.DELAY, "transit")


def rated(rating: Rating | None, **changes: Any) -> Answer:
    values: dict[str, Any] = {
        "kind": Kind.BOOSTER,
        "skill": D.DELAY,
        "family": "transit",
        "variant": "scene:bus/start",
        "rating": rating,
    }
    return Answer(**(values | changes))


def decide(store: Store, **changes: Any) -> None:
    store.record(Began(), place())
    store.name_scenario("bus", "The bus", "transit")
    at = place(steps=steps(1), phase=Phase.FEEDBACK)
    store.record(decided(**changes), at)


def cards(store: Store) -> list[tuple[str, str]]:
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute("SELECT skill, family FROM card")]


# Meeting


@pytest.mark.parametrize("fit", [Fit.STRONG, Fit.FAIR, None])
def test_a_choice_that_fitted_makes_a_card_that_is_due_a_week_later(
    store: Store, clock: Clock, fit: Fit | None
) -> None:
    decide(store, fit=fit)
    assert cards(store) == [("delay", "transit")]
    clock.go(days=6.9)
    assert boosters.due_count(store) == 0
    clock.go(days=0.1)
    assert boosters.due(store) == [DELAY]
    assert boosters.due_count(store) == 1


@pytest.mark.parametrize(
    "what",
    [{"fit": Fit.POOR}, {"d": D.HARM}, {"d": D.WAIT}, {"d": None, "fit": None, "choice": None}],
    ids=["poor fit", "harm", "wait", "timer"],
)
def test_what_did_not_fit_or_is_no_d_makes_no_card(store: Store, what: dict[str, Any]) -> None:
    decide(store, **what)
    assert cards(store) == []


def test_a_scenario_without_a_known_place_makes_no_card(store: Store) -> None:
    play(store)
    assert cards(store) == []


def test_meeting_again_leaves_a_card_as_it_is(store: Store, clock: Clock) -> None:
    boosters.meet(store, D.DELAY, "transit")
    clock.go(days=7)
    boosters.meet(store, D.DELAY, "transit")
    boosters.meet(store, D.WAIT, "transit")
    assert cards(store) == [("delay", "transit")]
    assert boosters.due(store) == [DELAY]


def test_cards_stay_when_the_run_goes_that_they_came_from(store: Store) -> None:
    decide(store)
    store.delete_run("run-1")
    assert cards(store) == [("delay", "transit")]


# Answering


@pytest.mark.parametrize(
    ("rating", "days"),
    [
        (Rating.NOT_THIS_TIME, 1),
        (Rating.WITH_EFFORT, 14),
        (Rating.YES, 21),
        (Rating.EASILY, 38),
        (None, 7),
    ],
)
def test_ones_own_rating_says_when_it_comes_back(
    store: Store, clock: Clock, rating: Rating | None, days: int
) -> None:
    boosters.meet(store, D.DELAY, "transit")
    clock.go(days=7)
    boosters.answer(store, rated(rating))
    clock.go(days=days, seconds=-1)
    assert boosters.due(store) == []
    clock.go(seconds=1)
    assert boosters.due(store) == [DELAY]


def test_what_was_answered_is_kept(store: Store) -> None:
    boosters.answer(
        store, rated(Rating.YES, kind=Kind.DRILL, words="Are you all right?", ticked=(0, 2))
    )
    with store.reading() as connection:
        row = dict(connection.execute("SELECT * FROM answer").fetchone())
        assert boosters.counts(connection) == (1, 1, 1)
    assert row.pop("number") == 1
    assert len(row.pop("id")) == 32
    assert row == {
        "at": "2026-03-01T12:00:00.000Z",
        "day": "2026-03-01",
        "kind": "drill",
        "skill": "delay",
        "family": "transit",
        "variant": "scene:bus/start",
        "rating": 3,
        "words": "Are you all right?",
        "ticked": "0,2",
    }


def test_an_answer_without_any_one_d_is_kept_and_moves_nothing(store: Store) -> None:
    boosters.answer(store, rated(Rating.YES, skill=None, kind=Kind.DRILL))
    boosters.answer(store, rated(Rating.YES, skill=D.WAIT, kind=Kind.DRILL))
    assert cards(store) == []
    with store.reading() as connection:
        assert boosters.counts(connection) == (0, 2, 0)


def test_a_drill_makes_a_card_of_its_own(store: Store, clock: Clock) -> None:
    boosters.answer(store, rated(Rating.YES, kind=Kind.DRILL))
    assert boosters.due_count(store) == 0
    clock.go(days=2)
    assert boosters.due(store) == [DELAY]


def test_answer_and_card_are_kept_together_or_not_at_all(store: Store, clock: Clock) -> None:
    boosters.meet(store, D.DELAY, "transit")
    clock.go(days=7)
    with store.writing() as connection:
        connection.execute(
            "CREATE TRIGGER refuse BEFORE UPDATE ON card BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with pytest.raises(sqlite3.IntegrityError):
        boosters.answer(store, rated(Rating.YES))
    with store.reading() as connection:
        assert boosters.counts(connection).answers == 0
    assert boosters.due(store) == [DELAY]


def test_what_cannot_be_asked_now_rests(store: Store, clock: Clock) -> None:
    boosters.meet(store, D.DELAY, "transit")
    clock.go(days=400)
    boosters.put_off(store, D.DELAY, "transit")
    clock.go(days=29)
    assert boosters.due(store) == []
    clock.go(days=1)
    assert boosters.due(store) == [DELAY]


def test_resting_makes_nothing_come_earlier(store: Store, clock: Clock) -> None:
    boosters.meet(store, D.DELAY, "transit")
    clock.go(days=7)
    boosters.answer(store, rated(Rating.EASILY))
    boosters.answer(store, rated(None, kind=Kind.DRILL))
    clock.go(days=37)
    assert boosters.due(store) == []


def test_what_was_seen_is_told_once_and_the_latest_last(store: Store) -> None:
    for variant in ("a", "b", "a"):
        boosters.answer(store, rated(Rating.YES, variant=variant))
    boosters.answer(store, rated(Rating.YES, variant="c", family="shop"))
    assert boosters.seen(store, D.DELAY, "transit") == ["b", "a"]


def test_words_go_with_their_traces_and_the_answers_stay(
    path: Path, store: Store, clock: Clock
) -> None:
    boosters.answer(store, rated(Rating.YES, words="plumbago"))
    boosters.answer(store, rated(Rating.YES))
    store.backup()
    boosters.forget_words(store)
    with store.reading() as connection:
        assert boosters.counts(connection) == (1, 2, 0)
    store.close()
    assert deletion.traces(path.parent, "plumbago") == []


def test_everything_is_still_there_after_closing(path: Path, clock: Clock) -> None:
    with Store.open(path, now=clock) as first:
        boosters.meet(first, D.DELAY, "transit")
    clock.go(days=7)
    with Store.open(path, now=clock) as again:
        assert boosters.due(again) == [DELAY]
        boosters.answer(again, rated(Rating.YES))
    with Store.open(path, now=clock) as again:
        assert boosters.due(again) == []
        again.delete_all()
        with again.reading() as connection:
            assert boosters.counts(connection) == (0, 0, 0)


# Clocks

_LATER = timedelta(days=180)
_MOMENTS = st.datetimes(
    datetime(1970, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC)
) | st.datetimes(datetime(2024, 2, 27), datetime(2028, 3, 2), timezones=st.just(UTC))
_ACTS = st.tuples(
    _MOMENTS, st.sampled_from(FIVE_DS[:2]), st.sampled_from([None, *Rating, "meet", "put off"])
)


def act(store: Store, what: Any, skill: D) -> None:
    if what == "meet":
        boosters.meet(store, skill, "transit")
    elif what == "put off":
        boosters.put_off(store, skill, "transit")
    else:
        boosters.answer(store, rated(what, skill=skill))


@given(st.lists(_ACTS, max_size=8), _MOMENTS)
@example(
    [(datetime(9999, 12, 31, tzinfo=UTC), D.DELAY, Rating.EASILY)], datetime(1970, 1, 1, tzinfo=UTC)
)
@example(
    [(datetime(2028, 2, 29, 12, tzinfo=UTC), D.DELAY, Rating.YES)],
    datetime(2029, 2, 28, tzinfo=UTC),
)
def test_whatever_the_clocks_said_nothing_is_lost_and_nothing_is_due_at_once(
    acts: list[tuple[datetime, D, Any]], then: datetime
) -> None:
    clock = Clock(then)
    with Store.in_memory(now=clock) as store:
        for clock.time, skill, what in acts:
            act(store, what, skill)
            if isinstance(what, Rating):
                assert DueCard(skill, "transit") not in boosters.due(store)
        # Before and after these no clock goes on, as far as cards are concerned.
        first, last = (datetime(year, 1, 1, tzinfo=UTC) for year in (1980, 8990))
        clock.time = min(max(then, first), last)
        at_once = set(boosters.due(store))
        assert boosters.due_count(store) == len(at_once)
        clock.go(days=180)
        assert at_once | set(boosters.due(store)) == set(cards_of(store))
        for card in boosters.due(store):
            boosters.answer(store, rated(Rating.YES, skill=card.skill, family=card.family))
        clock.go(hours=20)
        assert boosters.due(store) == []


def cards_of(store: Store) -> list[DueCard]:
    return [DueCard(*card) for card in cards(store)]


def test_a_clock_that_ran_ahead_hides_nothing_and_one_set_back_loses_nothing(
    store: Store, clock: Clock
) -> None:
    boosters.meet(store, D.DELAY, "transit")
    boosters.meet(store, D.DIRECT, "transit")
    clock.go(days=7)
    boosters.answer(store, rated(Rating.YES, skill=D.DIRECT))
    here = clock.time
    clock.time = datetime(2041, 1, 1, tzinfo=UTC)
    boosters.answer(store, rated(Rating.YES))
    clock.time = here
    # Dated fifteen years ahead: due now, and put right by the next answer.
    assert boosters.due(store) == [DELAY]
    boosters.answer(store, rated(Rating.YES))
    assert boosters.due(store) == []
    clock.go(days=-3)
    assert boosters.due(store) == []
    clock.go(days=3 + 21)
    assert boosters.due(store) == [DueCard(D.DIRECT, "transit")]
    clock.go(days=180)
    assert boosters.due_count(store) == 2


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set on this system")
def test_neither_zone_nor_summer_time_moves_what_is_due(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.time = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    boosters.meet(store, D.DELAY, "transit")
    for zone in ("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Niue"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        clock.time = datetime(2026, 4, 5, 0, 29, 59, tzinfo=UTC).astimezone()
        assert boosters.due(store) == []
        clock.go(seconds=1)
        assert boosters.due(store) == [DELAY]
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "damage",
    [
        "reviewed = 'yesterday'",
        "stability = 9e999",
        "stability = -1",
        "stability = NULL",
        "difficulty = 400",
        "due = ''",
        "met = '', reviewed = NULL",
    ],
)
def test_a_card_that_cannot_be_true_is_put_right(store: Store, clock: Clock, damage: str) -> None:
    boosters.answer(store, rated(Rating.YES))
    with store.writing() as connection:
        connection.execute(f"UPDATE card SET {damage}")
    clock.go(days=30)
    assert boosters.due(store) == [DELAY]
    boosters.answer(store, rated(Rating.YES))
    assert boosters.due(store) == []
    clock.go(days=180)
    assert boosters.due(store) == [DELAY]


def test_a_difficulty_that_cannot_be_true_makes_nothing_come_back_at_once(
    store: Store, clock: Clock
) -> None:
    boosters.answer(store, rated(Rating.YES))
    with store.writing() as connection:
        connection.execute("UPDATE card SET difficulty = 400")
    clock.go(days=30)
    boosters.answer(store, rated(Rating.YES))
    clock.go(days=2)
    assert boosters.due(store) == []


def test_skills_of_a_later_version_are_left_alone(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(
            "INSERT INTO card (skill, family, met, due) VALUES ('sing', 'x', '', '')"
        )
    assert boosters.due(store) == []
    assert boosters.due_count(store) == 0


def test_a_scene_that_was_just_played_and_one_shown_in_this_sitting_are_not_new(
    store: Store,
) -> None:
    store.name_scenario("bus", "The bus", "transit")
    play(store, "one", decisions=2)
    drawn: list[list[str]] = []

    def draw(card: DueCard, seen: list[str]) -> Variant | None:
        drawn.append(list(seen))
        return Variant(f"drill:{card.skill}/x", "", (), Passage(""), (), ())

    for skill in (D.DELAY, D.DISTRACT):
        boosters.meet(store, skill, "transit")
    store._now = lambda: datetime(2026, 6, 1, tzinfo=UTC)
    sitting = Sitting(store, draw)
    played = ["scene:bus/scene-0", "scene:bus/scene-1"]
    assert drawn == [played]
    sitting.begin()
    sitting.tell_anew()
    assert drawn[-1] == played
    first = sitting.variant
    assert first is not None
    sitting.compare("")
    sitting.rate(Rating.YES)
    assert drawn[-1] == [*played, first.key]
