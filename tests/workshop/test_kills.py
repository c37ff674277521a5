"""Killed in the middle of a vote, or with a full disk: no vote that counted is lost."""

from __future__ import annotations

import random
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.bad_days import days
from tests.progress.children import killed, last_number
from tests.workshop.room import Clock, vote_all, walk_to
from tests.workshop.small import small
from trainer.errors import NoRoom
from trainer.workshop import holding
from trainer.workshop.journal import reopening
from trainer.workshop.keeping import deleting, folders
from trainer.workshop.keeping.going_on import Left, go_on
from trainer.workshop.keeping.listing import Condition
from trainer.workshop.retelling import retell

if TYPE_CHECKING:
    from trainer.workshop.keeping.going_on import GoneOn
    from trainer.workshop.workshop import Workshop

VOTERS = 60
VOTES = f"""
from tests.workshop.room import walk_to
from tests.workshop.small import small
from trainer.workshop import holding
held = holding.begin(small())
print(held.folder, flush=True)
held.do("door", code="QUOKKA", salt="5a17", care="ca7e", url="http://10.0.0.5:8080/")
for n in range({VOTERS}):
    held.do("join", voter=f"v{{n}}")
held.do("begin")
walk_to(held, "ladder")
held.do("timer", seconds=600)
n = 0
while True:
    answer = ["verbal", "threat", "physical"][n // {VOTERS} % 3]
    held.do("vote", voter=f"v{{n % {VOTERS}}}", question="ladder/shout", answers=[answer])
    print(n, flush=True)
    n += 1
"""


def votes_after(count: int) -> dict[str, tuple[str, ...]]:
    """How everybody has voted after so many votes."""
    answers = ("verbal", "threat", "physical")
    return {f"v{n % VOTERS}": (answers[n // VOTERS % 3],) for n in range(count)}


def kill_and_go_on(home: Path, after: int) -> None:
    told = killed(VOTES, home, "", after)
    folder = Path(told[0].strip())
    counted = last_number(told) + 1
    before = reopening.read(folders.journal(folder))
    retold = retell(small(), before.entries)
    again = go_on(folder)
    check(again, counted)
    assert retold.state.timer is not None
    assert again.workshop.state.timer is not None
    entries = reopening.read(folders.journal(folder)).entries
    resumed = next(one for one in entries if one.act == "resumed")
    # The workshop's clock went on in the gap, and the timer stood still.
    gap = resumed.what["gap"]
    assert again.workshop.state.timer.ends == retold.state.timer.ends + gap
    assert resumed.t >= retold.t + gap


def check(again: GoneOn, counted: int) -> None:
    """Look that a workshop that was killed stands where it stood, with every vote that counted."""
    state = again.workshop.state
    assert again.left is Left.NOTHING
    assert again.workshop.making.segment(state.at).key == "ladder"
    ballot = state.ballots["ladder/shout"][-1]
    assert ballot.is_open
    # The vote that was being written may be there, but nothing of it has been said.
    assert dict(ballot.votes) in (votes_after(counted), votes_after(counted + 1))
    assert len(state.voters) == VOTERS
    assert state.door is not None
    assert (state.door.code, state.door.salt, state.door.care) == ("QUOKKA", "5a17", "ca7e")
    again.workshop.do("close")
    again.workshop.close()


def test_killed_in_the_middle_of_a_vote_it_goes_on_there(home: Path) -> None:
    kill_and_go_on(home, 100)
    found = deleting.look(0).kept
    assert [(one.condition, one.stood) for one in found] == [
        (Condition.INTERRUPTED, "From slight to violence")
    ]


@pytest.mark.soak
def test_a_hundred_kills_lose_nothing(home: Path, short: bool) -> None:
    for kill in range(10 if short else 100):
        kill_and_go_on(home, random.Random(kill).randrange(2, 400))


def park_until_it_is_full(workshop: Workshop) -> None:
    """Fill what is left of the last block as well."""
    for number in range(200):
        workshop.do("park", text=f"{number} " + "long " * 90)


@days.posix
def test_a_full_disk_undoes_the_act_and_with_room_it_goes_on(home: Path) -> None:
    with days.small_disk(home, 400) as disk:
        workshop = holding.begin(small(), clock=Clock())
        workshop.do("begin")
        walk_to(workshop, "ladder")
        vote_all(workshop, {"verbal": 6})
        filler = days.fill_up(disk)
        with pytest.raises(NoRoom) as error:
            park_until_it_is_full(workshop)
        before = workshop.state
        with pytest.raises(NoRoom):
            workshop.do("park", text="long " * 90)
        assert workshop.state is before
        assert "Make room" in error.value.next_step
        filler.unlink()
        workshop.do("park", text="now")
        workshop.close()
        assert workshop.folder is not None
        again = go_on(workshop.folder, Clock())
        assert again.left is Left.NOTHING
        assert again.workshop.state.parked == workshop.state.parked
        assert again.workshop.state.parked[-1].text == "now"
        again.workshop.close()


def test_many_threads_write_one_journal_in_order() -> None:
    workshop = holding.begin(small(), clock=Clock())
    workshop.do("begin")

    def join(first: int) -> None:
        for number in range(40):
            workshop.do("join", voter=f"v{first}-{number}")

    threads = [threading.Thread(target=join, args=(one,)) for one in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    workshop.close()
    assert workshop.folder is not None
    opened = reopening.read(folders.journal(workshop.folder))
    assert opened.whole
    assert retell(small(), opened.entries).state == workshop.state
    assert len(workshop.state.voters) == 160
