"""Playing at random, and everything: what was met, and what never was."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from pathlib import Path

from tests.authoring.trying.drafts import TEXT, scenario
from trainer.authoring.trying import words
from trainer.authoring.trying.answering import Answerer, AtRandom, Everything, HowReached, ToPlay
from trainer.authoring.trying.chance import played
from trainer.authoring.trying.messages import Answered, Asked, Far
from trainer.authoring.trying.reaching import Reached
from trainer.authoring.trying.readable import Playable, playable
from trainer.authoring.trying.report import Missing, Report
from trainer.authoring.trying.tally import Met


def silent(_done: int, _of: int) -> None:
    """Nobody listens."""


def asked_for(question: AtRandom | Everything, text: str = TEXT) -> Report:
    found = Answerer().answer(text, "door.yaml", question, silent)
    assert isinstance(found, Report)
    return found


def test_the_same_seed_gives_the_same_counts_and_another_others() -> None:
    one, again, other = (played(scenario(), 200, seed) for seed in (7, 7, 8))
    assert one == again
    assert one.chosen != other.chosen


def test_the_counts_of_a_seed_never_change() -> None:
    """On another computer, and in the next version of the program, they are these."""
    found = played(scenario(), 100, 1)
    assert dict(found.endings) == {"bad-end": 68, "calm-end": 32}
    assert found.chosen["talk", "back"] == 54


def test_counts_agree_with_each_other() -> None:
    found = played(scenario(), 300, 3)
    assert found.runs == 300 == sum(found.endings.values()) + found.cut
    assert (
        sum(count for (scene, _id), count in found.chosen.items() if scene == "talk")
        == (found.scenes["talk"])
    )
    assert found.offered["talk", "leave"] < found.offered["talk", "back"]
    assert found.decisions == sum(found.chosen.values())


def test_runs_that_go_round_and_places_without_a_way_on_are_told() -> None:
    circle = scenario(TEXT.replace("to: bad-end}]", "to: door-again}]"))
    found = played(circle, 20, 1)
    assert found.cut > 0
    assert found.cut + found.ended == 20
    stuck = TEXT.replace(" d: wait\n", " d: wait\n        when: calm > 8\n").replace(
        " d: distract\n", " d: distract\n        when: calm > 8\n"
    )
    assert played(scenario(stuck), 5, 1).stuck == 5
    stub = TEXT.replace("    text: It goes on.\n", "    stub: true\n").replace(
        "    next: [{when: helped and calm >= 2, to: talk}, {to: bad-end}]\n", ""
    )
    assert played(scenario(stub), 5, 1).stubs == 5


def test_everything_counts_each_state_once_and_tells_what_nothing_meets() -> None:
    found = asked_for(Everything())
    rows = {(row.scene, row.choice): (row.count, row.offered) for row in found.rows}
    assert rows["door", ""] == (2, 0)
    assert rows["talk", "leave"] == (0, 0)
    assert rows["talk", "back"] == (1, 1)
    assert found.missing == (
        Missing("talk", "leave", "Leave together."),
        Missing("talk", "police", "Call."),
        Missing("talk", "never", "Both at once."),
        Missing("attic"),
    )
    assert (found.seed, found.whole, found.bridged) == (None, True, False)
    assert dict(found.outcomes).keys() == {"supported", "harmed"}


def test_what_was_met_by_hand_is_not_untested() -> None:
    hand = Met(frozenset({"attic"}), frozenset({("talk", "police")}), frozenset({("attic", "", 0)}))
    found = asked_for(Everything(hand))
    assert {(one.scene, one.choice, one.arm) for one in found.missing} == {
        ("talk", "leave", None),
        ("talk", "never", None),
        ("talk", "police", 0),
    }


def test_a_way_on_that_was_never_taken_is_told_with_where_it_leads() -> None:
    found = asked_for(AtRandom(1, 2))
    arms = [one for one in found.missing if one.arm is not None]
    assert arms
    assert all(one.to in ("talk", "bad-end", "calm-end", "door-again") for one in arms)


def test_states_that_reach_a_scene_with_the_shortest_way_first() -> None:
    found = Answerer().answer(TEXT, "door.yaml", HowReached("door"), silent)
    assert isinstance(found, Reached)
    assert (found.count, found.complete) == (2, True)
    assert [words.values(one.values) for one in found.arrivals] == [
        "Calm: 1, Helped: no",
        "Calm: 2, Helped: yes",
    ]
    assert (
        words.way(found.arrivals[1].way)
        == "Door (Hello!) → Door again → Talk (Go back to the door.) → Door"
    )


def test_in_how_many_states_a_choice_is_offered_and_why_never() -> None:
    found = Answerer().answer(TEXT, "door.yaml", HowReached("talk"), silent)
    assert isinstance(found, Reached)
    offers = {one.id: one for one in found.offers}
    assert (offers["back"].offered, offers["back"].without) == (1, ())
    assert offers["leave"].without == ((("calm", 2),),)
    assert {name: words.never(one.never) for name, one in offers.items() if one.never} == {
        "leave": "Calm must be at least 3; the highest that ever reaches here is 2.",
        "police": "Calm must be at least 9; the highest that ever reaches here is 2.",
        "never": "“Helped” must not be so; here it always is.",
    }
    nowhere = Answerer().answer(TEXT, "door.yaml", HowReached("attic"), silent)
    assert isinstance(nowhere, Reached)
    assert (nowhere.count, nowhere.offers) == (0, ())


def test_the_process_beside_gives_the_same_counts_and_says_how_far_it_is() -> None:
    asked = [
        Asked(1, "door.yaml", TEXT, AtRandom(6_000, 5)),
        Asked(2, "door.yaml", None, AtRandom(200, 5)),
        Asked(3, "door.yaml", TEXT.replace("next: door\n", "next: roof\n"), ToPlay()),
        Asked(4, "door.yaml", "a: [", Everything()),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "trainer.authoring.trying.aside"],
        input=b"".join(map(pickle.dumps, asked)),
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env=os.environ | {"PYTHONHASHSEED": "3"},
    )
    source, found = io.BytesIO(done.stdout), []
    while source.tell() < len(done.stdout):
        found.append(pickle.load(source))
    answers = {one.number: one for one in found if isinstance(one, Answered)}
    assert any(isinstance(one, Far) and 0 < one.done < one.of for one in found)
    assert answers[2].answer == asked_for(AtRandom(200, 5))
    sent = answers[3].answer
    assert isinstance(sent, Playable)
    assert sent == playable(TEXT.replace("next: door\n", "next: roof\n"), Path("door.yaml"))
    assert sent.scenario is not None
    when = sent.scenario.scenes["talk"].choices[1].when
    assert when is not None
    assert (when.holds({"calm": 3}), when.holds({"calm": 2})) == (True, False)
    assert (answers[4].answer, answers[4].failed) == (None, "")
