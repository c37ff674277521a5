from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tests.practice.story import BUS, changed, choice
from trainer.method.ds import D, Fit
from trainer.practice.session import Options, Session
from trainer.practice.transcript import spoken_text
from trainer.practice.view import (
    About,
    Alternative,
    Passage,
    Point,
    Spoken,
    Voice,
    check_questions,
    feedback_view,
    scene_view,
)
from trainer.practice.wording import choice_words, notes_in_a_row
from trainer.scenario.model import CastMember, Kind, Role, You

if TYPE_CHECKING:
    from tests.practice.story import Player
    from trainer.practice.view import FeedbackView


def feedback(player: Player) -> FeedbackView:
    view = feedback_view(player.session)
    assert view is not None
    return view


def test_a_scene_as_it_is(player: Player) -> None:
    player.read_on()
    view = scene_view(player.session)
    assert view.text == "He shouts a word."
    assert view.lines == (
        Spoken(Voice.SAID, "The word.", "grey", "Man in grey", Role.HARMING),
        Spoken(Voice.SAID, "Leave me alone.", "lin", "Mrs. Lin", Role.TARGETED),
        Spoken(Voice.THOUGHT, "My heart.", "you", "You"),
        Spoken(Voice.NARRATION, "Two riders look up."),
    )
    assert [member.key for member in view.present] == ["grey", "lin"]
    assert (view.skipped, view.can_skip) == (False, True)
    assert view.content_notes == ("racist language",)
    assert view.backdrop == "tram"
    assert view.facts == "Two riders look over."
    assert view.seconds is None


def test_a_softened_scene(player: Player) -> None:
    player.do("set_options", Options(soften=True))
    player.read_on()
    view = scene_view(player.session)
    assert view.text == "He shouts."
    assert [line.text for line in view.lines][:2] == ["He insults her.", "Leave me alone."]
    # What is told of him are not his words.
    assert [line.voice for line in view.lines][:2] == [Voice.DONE, Voice.SAID]


def test_who_writes_quotation_marks_gets_no_others(player: Player) -> None:
    assert choice_words(Kind.SAY, "“That’s enough!” you call.") == "Say: “That’s enough!” you call."
    assert choice_words(Kind.SAY, "That’s enough!") == "Say: “That’s enough!”"
    assert spoken_text(Spoken(Voice.SAID, "«Basta!»", "lin", "Lin")) == "Lin: «Basta!»"
    assert spoken_text(Spoken(Voice.SAID, "Basta!", "lin", "Lin")) == "Lin: “Basta!”"
    assert (
        notes_in_a_row(["shouting", "an old man..", "a shove."]) == "shouting; an old man; a shove"
    )


def test_who_did_it_is_not_said_twice() -> None:
    done, said = Spoken(Voice.DONE, "You *stay*.", "you", "You"), "You stay."
    assert spoken_text(done) == said
    assert done.names_itself()
    for other in ("Your bag moves.", "Sit down.", ""):
        assert not Spoken(Voice.DONE, other, "you", "You").names_itself()
    assert not Spoken(Voice.SAID, "You stay.", "you", "You").names_itself()
    assert spoken_text(Spoken(Voice.DONE, "Sit down.", "you", "You")) == "You: Sit down."
    assert spoken_text(Spoken(Voice.SAID, "You stay.", "you", "You")) == "You: “You stay.”"


def test_a_skipped_scene_has_no_lines_but_still_its_people(player: Player) -> None:
    player.read_on()
    player.do("skip_part")
    view = scene_view(player.session)
    assert (view.text, view.lines) == ("He says where she comes from.", ())
    assert (view.skipped, view.can_skip) == (True, False)
    assert [member.key for member in view.present] == ["grey", "lin"]


def test_people_who_are_present_and_the_general_backdrop(player: Player) -> None:
    player.choose("film")
    view = scene_view(player.session)
    assert [member.key for member in view.present] == ["lin", "driver"]
    assert view.backdrop == "bus"


def test_a_timer_shows_only_where_it_runs(player: Player) -> None:
    player.do("set_options", Options(timed=True))
    assert scene_view(player.session).seconds is None
    player.read_on()
    assert scene_view(player.session).seconds == 40
    player.do("choose", "ask")
    assert scene_view(player.session).seconds is None


def test_no_feedback_before_the_first_decision(player: Player) -> None:
    assert feedback_view(player.session) is None


def test_feedback_tells_the_targeted_person_first_and_the_learner_last(player: Player) -> None:
    player.read_on()
    player.do("choose", "ask")
    view = feedback(player)
    assert view.about == (
        About("lin", "Mrs. Lin", Role.TARGETED, "She turned away."),
        About("grey", "Man in grey", Role.HARMING, "Nobody left."),
        About("you", "You", None, "Close, but near the door."),
    )
    assert view.made == Spoken(Voice.DONE, "Sit down *beside* Mrs. Lin.", "you", "You")
    assert (view.d, view.fit) == (D.DISTRACT, Fit.STRONG)
    assert (view.headline, view.why) == ("You gave her your attention.", "Distraction is indirect.")
    assert view.consequence == Passage(
        "She turns to you.",
        (
            Spoken(Voice.SAID, "Which stop?", "you", "You"),
            Spoken(Voice.SAID, "A slur.", "grey", "Man in grey", Role.HARMING),
            Spoken(Voice.SAID, "3.", "lin", "Mrs. Lin", Role.TARGETED),
        ),
    )
    player.do("set_options", Options(soften=True))
    assert feedback(player).consequence.lines[1].text == "He insults her."


def test_a_targeted_learner_comes_first() -> None:
    mine = replace(BUS, you=You("rider", targeted=True))
    session = Session(mine, options=Options())
    session.go_on()
    session.go_on()
    session.choose("ask")
    view = feedback_view(session)
    assert view is not None
    assert [about.speaker for about in view.about] == ["you", "lin", "grey"]


def test_what_else_would_have_fitted(player: Player) -> None:
    player.read_on()
    player.do("choose", "film")
    assert feedback(player).alternatives == (
        Alternative(
            "ask",
            "Sit down *beside* Mrs. Lin.",
            Kind.ACT,
            D.DISTRACT,
            Fit.STRONG,
            "Distraction is indirect.",
        ),
        Alternative("tell", "Words of tell.", Kind.SAY, D.DELEGATE, Fit.FAIR, "Why tell."),
    )


def test_what_was_chosen_is_nothing_else(player: Player) -> None:
    player.read_on()
    player.do("choose", "ask")
    assert [one.choice for one in feedback(player).alternatives] == ["tell"]


def test_harm_never_would_have_fitted() -> None:
    shouts = BUS.scenes["shouts"]
    laugh = choice("laugh", D.HARM, "turns", Fit.STRONG)
    session = Session(changed(shouts=replace(shouts, choices=(laugh, *shouts.choices))))
    session.go_on()
    session.go_on()
    session.choose("film")
    view = feedback_view(session)
    assert view is not None
    assert [one.choice for one in view.alternatives] == ["ask", "tell"]


def test_whom_a_choice_asks(player: Player) -> None:
    player.read_on()
    player.do("choose", "tell")
    to = feedback(player).to
    assert to is not None
    assert to.name == "The driver"


def test_own_words(player: Player) -> None:
    player.read_on()
    player.do("choose", "own", words="*Stop*", ticked=[1])
    view = feedback(player)
    assert view.made == Spoken(Voice.SAID, "*Stop*", "you", "You", literal=True)
    assert view.points == (
        Point("Short", held=False),
        Point("Names it", held=True),
        Point("Turns to her", held=False),
    )
    assert (view.d, view.fit, view.headline, view.why, view.about) == (D.DIRECT, None, "", "", ())
    assert view.consequence == Passage()
    player.do("try_another")
    player.do("choose", "own", words="  ")
    assert feedback(player).made == Spoken(Voice.DONE, "Words of own.", "you", "You")


def test_a_timer_that_decided(player: Player) -> None:
    player.do("set_options", Options(timed=True))
    player.read_on()
    player.do("time_out")
    view = feedback(player)
    assert view.timed_out
    assert (view.made, view.d, view.fit) == (None, None, None)
    assert [one.choice for one in view.alternatives] == ["ask", "tell"]
    assert view.headline


def test_four_questions_name_people() -> None:
    assert check_questions(BUS)[1] == "Is Mrs. Lin safe?"
    two = {**BUS.cast, "mei": CastMember("mei", "Mei", Role.TARGETED)}
    several = check_questions(replace(BUS, cast=MappingProxyType(two)))
    mine = check_questions(replace(BUS, you=You("rider", targeted=True)))
    assert several[1] == f"Are Mrs. Lin and {list(two.values())[-1].name} safe?"
    assert len({check_questions(BUS), several, mine}) == 3
    assert {len(several), len(mine)} == {4}
