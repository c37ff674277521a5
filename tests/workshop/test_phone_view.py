"""What goes to phones: their language, and what became of a pause."""

from __future__ import annotations

from tests.workshop.room import Clock, made_of, walk_to
from trainer import language
from trainer.workshop.state import Phase
from trainer.workshop.telling import phone_view
from trainer.workshop.workshop import Workshop


def at(phase: Phase) -> Workshop:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "train")
    while workshop.state.at.phase is not phase:
        workshop.do("next")
    return workshop


def test_a_phone_is_told_in_its_own_language_and_the_window_stays_in_its_own() -> None:
    workshop = at(Phase.ASK)
    own = phone_view.for_all(workshop.making, workshop.state)
    other = phone_view.for_all(workshop.making, workshop.state, language.PSEUDO)
    assert own["votes"][0]["text"] == "What would you do?"
    assert other["votes"][0]["text"] == "⟦What would you do?⟧"
    assert other["votes"][0]["options"][-1]["text"] == "⟦Not sure⟧"
    assert language._("Not sure") == "Not sure"


def test_a_scene_can_be_read_along_and_its_notes_come_first() -> None:
    workshop = at(Phase.NOTE)
    told = phone_view.for_all(workshop.making, workshop.state)
    assert told["show"] == "note"
    assert told["notes"]
    workshop.do("next")
    told = phone_view.for_all(workshop.making, workshop.state)
    assert told["show"] == "look-up"
    assert told["text"] or told["lines"]
    assert told["notes"]


def test_a_pause_that_was_taken_back_is_not_told_as_seen() -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    workshop.do("care", name="Ana", where="by the door")
    workshop.do("join", voter="a")
    workshop.do("pause", voter="a", comes=True)
    told = phone_view.for_one(workshop.state, "a")
    assert (told["pause"], told["comes"]) == ("sent", True)
    workshop.do("no-pause", voter="a")
    assert phone_view.for_one(workshop.state, "a")["pause"] is None
    workshop.do("pause", voter="a", comes=False)
    workshop.do("seen", pause=2)
    told = phone_view.for_one(workshop.state, "a")
    assert (told["pause"], told["comes"]) == ("seen", False)
    for _time in range(2):
        workshop.do("pause", voter="a", comes=True)
        workshop.do("seen", pause=len(workshop.state.pauses))
    # Asked once more while somebody goes: there is one way to go, not two.
    assert [one.is_done for one in workshop.state.pauses] == [True, True, True, False]


def test_whoever_comes_when_a_survey_has_closed_is_only_told_to_look_up() -> None:
    workshop = Workshop(made_of(), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "before")
    if not phone_view.for_all(workshop.making, workshop.state)["votes"]:
        workshop.do("open")
    assert phone_view.for_all(workshop.making, workshop.state)["text"]
    workshop.do("close")
    told = phone_view.for_all(workshop.making, workshop.state)
    # A text beside "look up" would be read as an agreement, with nothing to do about it.
    assert (told["show"], told["text"], told["votes"]) == ("look-up", "", [])
