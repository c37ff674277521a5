"""Which decisions are worth another look, and the way that led to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.progress.examples import decided, place, play, steps
from trainer.method.ds import D, Fit
from trainer.practice.recorder import Began, Retried, Skipped, Undone
from trainer.practice.snapshot import Phase
from trainer.progress.looking_back import look_again

if TYPE_CHECKING:
    from tests.progress.examples import Clock
    from trainer.progress.store import Store


def decide(store: Store, step: int, run: str = "one", **changes: object) -> None:
    at = place(run, steps=steps(step + 1), phase=Phase.FEEDBACK)
    store.record(decided(step, **changes), at)


def begin(store: Store, run: str = "one", replay_of: str | None = None) -> None:
    store.record(Began(replay_of), place(run))


def choices(store: Store) -> list[str | None]:
    return [one.decided.choice for one in look_again.listed(store, 9)]


def test_first_decisions_that_fitted_poorly_are_listed_the_latest_first(
    store: Store, clock: Clock
) -> None:
    begin(store)
    decide(store, 0, choice="film", d=D.DOCUMENT, fit=Fit.POOR)
    decide(store, 1, choice="ask", fit=Fit.STRONG)
    decide(store, 2, choice="own", fit=None)
    clock.go(days=-3)  # whatever the clock says
    decide(store, 3, choice="shout", d=D.DIRECT, fit=Fit.POOR)
    store.record(Retried(3), place("one", steps=steps(3)))
    decide(store, 3, choice="second", fit=Fit.POOR, first=False)
    begin(store, "again", replay_of="one")
    decide(store, 0, "again", choice="replayed", fit=Fit.POOR, first=False)
    assert choices(store) == ["shout", "film"]
    newest = look_again.listed(store, 1)[0]
    assert (newest.run, newest.d, newest.fit) == ("one", D.DIRECT, Fit.POOR)


def test_when_a_decision_was_played_again_is_known_and_it_stays_on_the_list(
    store: Store, clock: Clock
) -> None:
    begin(store)
    decide(store, 0, choice="film", fit=Fit.POOR)
    decide(store, 1, choice="shout", fit=Fit.POOR)
    assert [one.again for one in look_again.listed(store, 9)] == [None, None]
    clock.go(days=3)
    begin(store, "again", replay_of="one")
    decide(store, 1, "again", choice="ask", first=False)
    decide(store, 2, "again", choice="ask", scene="scene-0", first=False)  # in a circle
    begin(store, "elsewhere", replay_of="again")
    decide(store, 0, "elsewhere", first=False)
    shout, film = look_again.listed(store, 9)
    assert (shout.again, film.again) == (store.now(), None)
    store.delete_run("again")
    assert [one.again for one in look_again.listed(store, 9)] == [None, None]


def test_what_was_marked_is_listed_and_what_was_taken_off_is_not(store: Store) -> None:
    begin(store)
    decide(store, 0, choice="film", fit=Fit.POOR)
    decide(store, 1, choice="ask", fit=Fit.STRONG)
    film, ask = (one.number for one in store.run("one").decisions)
    look_again.mark(store, ask, look=True)
    assert choices(store) == ["ask", "film"]
    look_again.mark(store, film, look=False)
    assert choices(store) == ["ask"]
    look_again.mark(store, ask, look=False)
    assert choices(store) == []
    look_again.mark(store, film, look=True)
    assert choices(store) == ["film"]


def test_a_mark_goes_with_its_run_and_is_made_on_nothing_else(store: Store) -> None:
    begin(store)
    decide(store, 0)
    number = store.run("one").decisions[0].number
    look_again.mark(store, number, look=True)
    look_again.mark(store, number - 1, look=True)  # the run's beginning
    look_again.mark(store, number + 99, look=True)  # nothing
    with store.reading() as connection:
        assert [row[0] for row in connection.execute("SELECT event FROM mark")] == [number]
    store.delete_run("one")
    with store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM mark").fetchone()[0] == 0


def test_the_way_there_is_what_held_when_it_was_made(store: Store) -> None:
    begin(store)
    decide(store, 0, choice="first-try")
    store.record(Retried(0), place("one"))
    decide(store, 0, choice="held", first=False, words="Hello.")
    store.record(Skipped("scene-1"), place("one", steps=steps(1)))
    decide(store, 1, choice="stepped-back-over")
    store.record(Undone(1), place("one", steps=steps(1)))
    decide(store, 1, choice="this", fit=Fit.POOR)
    number = store.run("one").decisions[-1].number
    decide(store, 2, choice="later")
    store.record(Undone(0), place("one"))
    way = look_again.way_to(store, number)
    assert [one.choice for one in way.decisions] == ["held", "this"]
    assert way.decisions[0].words == "Hello."
    assert way.skipped == ("scene-1",)
    assert way.made.content_hash == "0" * 64


def test_a_decision_that_was_taken_back_itself_has_its_way_too(store: Store) -> None:
    begin(store)
    decide(store, 0, choice="held")
    decide(store, 1, choice="poor", fit=Fit.POOR)
    store.record(Retried(1), place("one", steps=steps(1)))
    decide(store, 1, choice="better", first=False)
    (made,) = look_again.listed(store, 9)
    way = look_again.way_to(store, made.number)
    assert [one.choice for one in way.decisions] == ["held", "poor"]


def test_what_makes_no_sense_is_left_out(store: Store) -> None:
    begin(store)
    decide(store, 0, choice="film", fit=Fit.POOR)
    decide(store, 1, choice="shout", fit=Fit.POOR)
    film, shout = (one.number for one in store.run("one").decisions)
    with store.writing() as connection:
        connection.execute("DROP TRIGGER event_is_append_only")
        connection.execute("UPDATE event SET d = 'dance' WHERE number = ?", (film,))
    assert choices(store) == ["shout"]
    for number in (film, shout):
        with pytest.raises(LookupError):
            look_again.way_to(store, number)


def test_a_decision_that_is_gone_is_not_found(store: Store) -> None:
    play(store, "one", decisions=1)
    number = store.run("one").decisions[0].number
    for other in (number - 1, number + 1):
        with pytest.raises(LookupError):
            look_again.way_to(store, other)
    store.delete_run("one")
    with pytest.raises(LookupError):
        look_again.way_to(store, number)
