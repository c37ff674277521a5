from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from tests.practice.story import BUS, Keeper, Player
from trainer.method.ds import FIVE_DS, D, Fit
from trainer.practice.debrief import Question, Why, debrief, debrief_markdown, held_back, times
from trainer.practice.session import Options, Session
from trainer.practice.view import scene_passage
from trainer.scenario.model import CastMember, Outcome, Role, Scenario, You
from trainer.shortening import shortened


def ended(scenario: Scenario, *names: str) -> Session:
    player = Player(scenario, Keeper(), reload=False)
    player.choose(*names)
    return player.session


def test_everything_there_is_to_look_back_on(player: Player) -> None:
    player.read_on()
    player.do("choose", "own", words="Enough.")
    player.do("go_on")
    player.choose("again", "own", "noor", "report")
    player.do("note", "What next time?", "Stay.")
    found = debrief(player.session)
    assert (found.title, found.outcome) == ("On the bus", Outcome.MIXED)
    assert (found.view_of, found.view) == ("Mrs. Lin", "It ended sooner.")
    assert [(point.step, point.words) for point in found.path][:2] == [
        (0, "Enough."),
        (1, "Words of again."),
    ]
    assert tuple(use.d for use in found.ds) == FIVE_DS
    uses = {use.d: (use.count, use.fits) for use in found.ds}
    assert uses[D.DELEGATE] == (2, ((Fit.STRONG, 1), (Fit.POOR, 1)))
    assert uses[D.DIRECT] == (2, ((None, 2),))
    assert uses[D.DOCUMENT] == (0, ())
    assert [(use.d, use.count) for use in found.beside] == [(D.WAIT, 1)]
    assert found.questions == (
        Question("When did you notice?", ""),
        Question("What next time?", "Stay."),
    )
    assert found.resources == {"stop-aapi-hate": "Stop AAPI Hate"}


def test_a_poor_fit_is_worth_another_try_and_only_once(player: Player) -> None:
    player.choose("film", "between")
    found = debrief(player.session).try_next
    assert [(one.why, one.step) for one in found] == [(Why.POOR_FIT, 0), (Why.POOR_FIT, 1)]
    assert [choice.choice for choice in found[1].choices] == ["noor", "again"]
    assert [one.reason for one in found] == [
        "Your choice here was a poor fit. Others fit better, here and now.",
        "Here, too, something else fits better.",
    ]


def test_poor_before_fair_and_earlier_before_later() -> None:
    found = debrief(ended(BUS, "own", "again", "film", "noor", "are-you")).try_next
    assert [(one.why, one.step) for one in found] == [(Why.POOR_FIT, 2), (Why.FAIR_FIT, 1)]
    assert [choice.choice for choice in found[1].choices] == ["noor"]
    # Four decisions fitted less than well: two are named, and none that fitted strongly.
    found = debrief(ended(BUS, "film", "again", "film", "noor", "report")).try_next
    assert [(one.why, one.step) for one in found] == [(Why.POOR_FIT, 0), (Why.POOR_FIT, 2)]


def test_a_fair_fit_with_nothing_better_is_no_reason() -> None:
    only = replace(BUS.scenes["shouts"], choices=BUS.scenes["shouts"].choices[1:3])
    scenario = replace(BUS, scenes=MappingProxyType({**BUS.scenes, "shouts": only}))
    assert debrief(ended(scenario, "tell")).try_next == ()


def test_waiting_is_told_apart_from_the_five_and_harm_is_not_counted() -> None:
    harm = replace(BUS.scenes["stop"].choices[1], d=D.HARM)
    scenes = {**BUS.scenes, "stop": replace(BUS.scenes["stop"], choices=(harm,))}
    hurt = replace(BUS, scenes=MappingProxyType(scenes))
    session = ended(hurt, "own", "again", "ask", "report")
    assert [use.d for use in debrief(session).beside] == [D.WAIT, D.HARM]
    assert held_back(debrief(session)) == "You also waited once."
    text = debrief_markdown(session)
    counted = text.split("## The five D’s you used")[1].split("##")[0]
    assert "- Direct: once" in counted
    assert "waited once" in counted
    assert "Wait" not in counted
    assert "Harm" not in counted
    assert held_back(debrief(ended(BUS, "film", "between"))) == ""


def test_a_better_ending_for_the_targeted_person() -> None:
    found = debrief(ended(BUS, "own", "noor", "are-you")).try_next
    assert [one.why for one in found] == [Why.ANOTHER_WAY]
    tired = replace(BUS.scenes["home"], ending=None, stub=True)
    report = replace(BUS.scenes["stop"].choices[1], fit=Fit.STRONG)
    stop = replace(BUS.scenes["stop"], choices=(BUS.scenes["stop"].choices[0], report))
    scenario = replace(BUS, scenes=MappingProxyType({**BUS.scenes, "stop": stop}))
    (one,) = debrief(ended(scenario, "own", "noor", "report")).try_next
    assert (one.why, one.step) == (Why.BETTER_ENDING, 2)
    assert "Mrs. Lin" in one.reason
    assert [choice.choice for choice in one.choices] == ["are-you"]
    nowhere = replace(scenario, scenes=MappingProxyType({**scenario.scenes, "home": tired}))
    assert debrief(ended(nowhere, "own", "noor", "report")).try_next == ()


def test_where_a_story_is_not_written_any_further_it_says_so() -> None:
    session = ended(BUS, "own", "noor", "plan")
    assert session.scene.stub
    said = "The story is not written any further here."
    assert scene_passage(session, session.scene).text == said
    assert debrief(session).unwritten
    assert said in debrief_markdown(session)
    other = ended(BUS, "own", "noor", "are-you")
    assert not debrief(other).unwritten
    assert said not in debrief_markdown(other)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"you": You("rider", targeted=True)}, "better for you"),
        (
            {
                "cast": MappingProxyType(
                    {**BUS.cast, "mei": CastMember("mei", "Mei", Role.TARGETED)}
                )
            },
            "better for the people",
        ),
    ],
)
def test_for_whom_it_ends_better(changes: dict[str, Any], words: str) -> None:
    strong = replace(BUS.scenes["turns"].choices[1], fit=Fit.STRONG)
    turns = replace(BUS.scenes["turns"], choices=(BUS.scenes["turns"].choices[0], strong))
    scenario = replace(BUS, scenes=MappingProxyType({**BUS.scenes, "turns": turns}), **changes)
    (one,) = debrief(ended(scenario, "own", "between")).try_next
    assert words in one.reason


def test_nothing_is_suggested_for_a_d_that_was_not_used() -> None:
    only = replace(BUS.scenes["shouts"], choices=BUS.scenes["shouts"].choices[:1])
    stop = replace(BUS.scenes["stop"], choices=BUS.scenes["stop"].choices[:1])
    scenario = replace(BUS, scenes=MappingProxyType({**BUS.scenes, "shouts": only, "stop": stop}))
    found = debrief(ended(scenario, "ask", "are-you"))
    assert found.try_next == ()
    assert sum(use.count == 0 for use in found.ds) == 3
    assert "Direct" not in debrief_markdown(ended(scenario, "ask", "are-you"))


def test_nobody_is_sent_through_harm_to_a_better_ending() -> None:
    poor = tuple(replace(one, fit=Fit.POOR) for one in BUS.scenes["stop"].choices)
    scenes = {**BUS.scenes, "stop": replace(BUS.scenes["stop"], choices=poor)}
    own = replace(BUS, scenes=MappingProxyType(scenes))
    assert all(one.why is Why.POOR_FIT for one in debrief(ended(own, "own", "between")).try_next)


def test_before_the_end_there_is_no_view(player: Player) -> None:
    player.choose("film")
    found = debrief(player.session)
    assert (found.outcome, found.view) == (None, "")
    assert [one.why for one in found.try_next] == [Why.POOR_FIT]


def test_as_markdown(player: Player) -> None:
    player.choose("film")
    player.do("choose", "noor")
    player.do("try_another")
    player.do("set_options", Options(timed=True))
    player.do("time_out")
    player.do("note", "When did you notice?", "Late.\n\n# really")
    player.do("note", "An older question", "An older answer")
    text = debrief_markdown(player.session)
    for part in (
        "# On the bus\n",
        "It ended, and much was left open.",
        "## Your path\n\n1. Words of film.\n\n   Document. Poor fit. Headline of film.",
        "   What else would have fitted:\n\n   - Distract, Strong fit: Sit down beside Mrs. Lin.",
        "2. The moment passed.",
        "- Document: once (Poor fit: once)",
        "When did you notice?\n\n> Late.  \n>   \n> \\# really",
        "An older question\n\n> An older answer",
        "## What to try next\n\nDecision 1, where you said “Words of film.”\n\nYour choice",
        "## Where to get help",
    ):
        assert part in text


def test_as_markdown_with_nothing_decided() -> None:
    assert "No decision was made." in debrief_markdown(Session(BUS))
    text = debrief_markdown(ended(BUS, "own", "noor", "are-you"))
    assert "## How it was for Mrs. Lin\n\nSomeone *sat* with me." in text
    assert "- Direct: once\n" in text + "\n"


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Say no.", "Say no."),
        ("one two, three", "one two…"),
        ("a  b\nc d e f", "a b c d e…"),
        ("Donaudampfschiff", "Donaudampf…"),
    ],
)
def test_a_longer_text_is_cut_between_two_words(words: str, short: str) -> None:
    assert shortened(words, 10) == short


def test_how_often() -> None:
    assert [times(count) for count in (0, 1, 2, 3)] == ["", "once", "twice", "3 times"]
