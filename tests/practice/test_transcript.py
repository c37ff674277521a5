from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from tests.practice.story import BUS
from trainer.practice.debrief import debrief
from trainer.practice.session import Options, Session
from trainer.practice.transcript import (
    DecisionEntry,
    EndingEntry,
    SceneEntry,
    ending_view,
    targeted_name,
    transcript,
)
from trainer.scenario.model import CastMember, Ending, Outcome, Role, You
from trainer.scenario.texts.escaping import escaped

if TYPE_CHECKING:
    from tests.practice.story import Player


def long_run(player: Player) -> None:
    player.read_on()
    player.do("choose", "film")
    player.do("try_another")
    player.do("choose", "own", words="1. So *nicht*!\n- Halt", ticked=[0])
    player.do("go_on")
    player.choose("noor")
    player.do("choose", "are-you")
    player.do("go_on")
    player.do("note", "When did you notice?", "Late.")


def test_entries_in_order(player: Player) -> None:
    long_run(player)
    found = transcript(player.session)
    assert [type(entry).__name__[0] for entry in found.entries] == list("SSSDSDSSDSE")
    scenes = [entry.scene for entry in found.entries if isinstance(entry, SceneEntry)]
    assert scenes == ["aboard", "row", "shouts", "turns", "beside", "stop", "home"]
    decisions = [entry for entry in found.entries if isinstance(entry, DecisionEntry)]
    assert [(entry.step, entry.tried) for entry in decisions] == [
        (0, ("Say: “Words of film.”",)),
        (1, ()),
        (2, ()),
    ]
    assert found.entries[-1] == EndingEntry(
        "home", Outcome.SUPPORTED, "Mrs. Lin", "Someone *sat* with me."
    )


def test_plain_text_names_who_speaks_and_tells_d_and_fit(player: Player) -> None:
    long_run(player)
    text = transcript(player.session).text()
    for part in (
        "The bus is half full.",
        "Man in grey: “The word.”",
        "You, to yourself: My heart.",
        "You: “1. So *nicht*!\n- Halt”",
        "Direct, in your own words.",
        "In your words: Short",
        "Could also be in it: Names it",
        "You also tried:\n- Say: “Words of film.”",
        "Delegate. Strong fit. Headline of noor.",
        "Why noor.",
        "How it was for Mrs. Lin:\nSomeone sat with me.",
        "When did you notice?\nLate.",
    ):
        assert part in text
    assert text.endswith("\n")


def test_markdown_keeps_marks_of_the_author_and_none_of_the_learner(player: Player) -> None:
    long_run(player)
    text = transcript(player.session).markdown()
    for part in (
        "# On the bus",
        "The bus is *half* full.",
        "**You:** “1\\. So \\*nicht\\*!  \n\\- Halt”",
        "> **You** My heart.",
        "## Decision 3",
        "**Delegate. Strong fit. Headline of noor.**",
        "## How it was for Mrs. Lin\n\nSomeone *sat* with me.",
        "## What you wrote\n\n**When did you notice?**\n\nLate.",
    ):
        assert part in text


def test_about_and_consequence_are_told(player: Player) -> None:
    player.read_on()
    player.do("choose", "ask")
    found = transcript(player.session)
    assert isinstance(found.entries[-1], DecisionEntry)
    text = found.text()
    assert "She turns to you.\nYou: “Which stop?”\nMan in grey: “A slur.”\n" in text
    assert text.index("She turns to you.") < text.index("Distract. Strong fit.")
    assert text.index("For Mrs. Lin: She turned away.") < text.index(
        "For Man in grey: Nobody left."
    )
    markdown = found.markdown()
    assert "- **For Mrs. Lin:** She turned away.\n- **For Man in grey:** Nobody left." in markdown
    assert "**You:** Sit down *beside* Mrs. Lin." in markdown


def test_options_hold_in_the_transcript(player: Player) -> None:
    player.do("set_options", Options(soften=True))
    player.choose("film", "again")
    assert "The word." not in transcript(player.session).text()
    player.do("skip_part")
    found = transcript(player.session)
    assert "Leave me alone." not in found.text()
    assert [entry.skipped for entry in found.entries if isinstance(entry, SceneEntry)] == [
        False, False, True, False, True,
    ]  # fmt: skip


def test_what_was_softened_stays_so_once_it_is_behind(player: Player) -> None:
    player.do("set_options", Options(soften=True))
    player.choose("ask")
    found = transcript(player.session)
    for told in (found.text(), found.markdown()):
        assert "He shouts." in told
        assert told.count("He insults her.") == 2
        for hard in ("He shouts a word.", "The word.", "A slur."):
            assert hard not in told


def test_what_was_left_out_stays_so_once_it_is_behind(player: Player) -> None:
    player.read_on()
    player.do("skip_part")
    player.choose("film")
    found = transcript(player.session)
    for told in (found.text(), found.markdown()):
        assert "He says where she comes from." in told
        for hard in ("He shouts a word.", "The word.", "Leave me alone."):
            assert hard not in told


def test_a_timer_is_told(player: Player) -> None:
    player.do("set_options", Options(timed=True))
    player.read_on()
    player.do("time_out")
    assert "The moment passed." in transcript(player.session).text()
    assert "The moment passed." in transcript(player.session).markdown()


def test_whose_view_an_ending_tells() -> None:
    two = {**BUS.cast, "mei": CastMember("mei", "Mei", Role.TARGETED)}
    several = replace(BUS, cast=MappingProxyType(two))
    assert targeted_name(Session(several)) == ""
    assert targeted_name(Session(replace(BUS, you=You("rider", targeted=True)))) == "You"
    session = Session(several)
    for act in ("", "", "film", "", "noor", "", "", "are-you", ""):
        if act:
            session.choose(act)
        else:
            session.go_on()
    assert "How it was:" in transcript(session).text()
    assert "## How it was\n" in transcript(session).markdown()


@pytest.mark.parametrize(
    ("view", "name", "rest"),
    [
        ("Mei: I drove home.\n\nI sang.", "Mei", "I drove home.\n\nI sang."),
        ("Mrs. Lin : Rain.", "Mrs. Lin", "Rain."),
        ("Mei：下雨了。", "Mei", "下雨了。"),
        ("Mei: Rain.\n\nMrs. Lin: Sun.", "", "Mei: Rain.\n\nMrs. Lin: Sun."),
        ("It rained.\n\nMei: And how.", "", "It rained.\n\nMei: And how."),
        ("Meissen: a town.", "", "Meissen: a town."),
        ("Nobody here: rain.", "", "Nobody here: rain."),
    ],
)
def test_a_view_that_names_who_speaks_is_theirs(view: str, name: str, rest: str) -> None:
    cast = MappingProxyType({**BUS.cast, "mei": CastMember("mei", "Mei", Role.TARGETED)})
    alone = replace(BUS.scenes["alone"], ending=Ending(Outcome.UNRESOLVED, view))
    scenes = MappingProxyType({**BUS.scenes, "alone": alone})
    session = Session(replace(BUS, cast=cast, scenes=scenes))
    for _reading in range(2):
        session.go_on()
    for choice in ("film", "between"):
        session.choose(choice)
        session.go_on()
    assert ending_view(session) == (name, rest)
    heading = f"How it was for {name}:" if name else "How it was:"
    assert f"{heading}\n{rest}\n" in transcript(session).text()
    assert (debrief(session).view_of, debrief(session).view) == (name, rest)


def test_an_ending_without_a_view(player: Player) -> None:
    player.choose("film", "between")
    assert transcript(player.session).text().endswith("The doors open.\n")
    assert transcript(player.session).markdown().endswith("The doors open.\n")


def test_escaped_text_is_shown_as_it_is() -> None:
    import markdown

    for text in ("*a* _b_ `c`", "# no heading", "12) x", "- x\n+ y", "[a](b) <b> &amp;", "a\\*b"):
        shown = markdown.markdown(escaped(text))
        for tag in ("<em>", "<h1>", "<li>", "<a ", "<b>", "<code>"):
            assert tag not in shown
