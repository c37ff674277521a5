"""What can be played of a text that is not finished, and from where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.files import document
from tests.authoring.trying.drafts import TEXT, scenario
from trainer.authoring.outline import Kind, Outliner
from trainer.authoring.templates.catalogue import EVERY, Template
from trainer.authoring.trying.readable import playable
from trainer.authoring.trying.starting import Start, begun
from trainer.practice.session import Session

FILE = Path("door.yaml")


def test_what_is_right_is_played_as_it_is() -> None:
    found = playable(TEXT, FILE)
    assert (found.scenario is not None, found.errors, found.bridged) == (True, (), False)


def test_a_way_to_a_scene_that_is_not_there_leads_to_one_that_is_not_written() -> None:
    found = playable(TEXT.replace("next: talk", "next: x").replace("to: talk", "to: roof"), FILE)
    assert found.scenario is not None
    assert found.scenario.scenes["roof"].stub
    assert found.scenario.scenes["talk"].choices
    assert [one.code for one in found.errors] == ["unknown-scene"]
    assert found.bridged


def test_the_first_evenings_draft_is_played_already() -> None:
    draft = (
        "title: At the clinic\nscenes:\n  hall:\n    text: A nurse is shouted at.\n"
        "    choices:\n      - say: Can I ask you something?\n        next: later\n"
        "      - act: Look away.\n  yard:\n    text: Nobody says how it goes on.\n"
    )
    found = playable(draft, FILE).scenario
    assert found is not None
    assert found.start == "hall"
    session = Session(found)
    assert [choice.words for choice in session.offered] == [
        "Can I ask you something?",
        "Look away.",
    ]
    session.choose(session.offered[0].id)
    session.go_on()
    assert session.scene.id == "later"
    assert begun(found, Start("yard")) is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("calm >= 3, to", "calm >=, to"),
        (" d: wait", " d: dance"),
        ("lin: Please stop.", "zoe: Please stop."),
        ("change: {calm: -1}", "change: {calm: lots}"),
        ("helped: false", "helped: maybe"),
        ("start: door", "start: window"),
        ("  attic:\n", "  attic:\n    ending: {outcome: grand}\n"),
        ("format: scenario/1\n", ""),
    ],
)
def test_one_mistake_does_not_keep_the_rest_from_being_played(old: str, new: str) -> None:
    assert old in TEXT
    found = playable(TEXT.replace(old, new, 1), FILE)
    assert found.errors or old.startswith("format")
    assert found.scenario is not None
    assert {"door", "talk", "calm-end"} <= set(found.scenario.scenes)
    assert found.scenario.scenes["talk"].choices


@pytest.mark.parametrize("text", ["", "- a\n", "a: [", "format: drills/1\n", "\0"])
def test_what_is_no_scenario_is_not_played(text: str) -> None:
    found = playable(text, FILE)
    assert found.scenario is None
    assert found.errors


def test_it_begins_where_and_with_what_one_likes() -> None:
    made = begun(scenario(), Start("talk", (("calm", 3), ("helped", True), ("gone", 1))))
    assert made is not None
    session = Session(made)
    assert (session.scene.id, dict(session.state)) == ("talk", {"calm": 3, "helped": True})
    assert [choice.id for choice in session.offered] == ["back", "leave"]


def test_a_value_of_another_kind_is_left_out() -> None:
    made = begun(scenario(), Start("talk", (("calm", True), ("helped", 1))))
    assert made is not None
    assert dict(made.state) == {"calm": 1, "helped": False}
    assert begun(scenario(), Start("nowhere")) is None


@pytest.mark.parametrize("template", [one for one in EVERY if one.story], ids=lambda one: one.name)
def test_what_is_to_be_written_says_so_and_the_story_goes_as_it_will(
    template: Template,
) -> None:
    text = template.path.read_text("utf-8")
    outline = Outliner(document(text)).outline()
    found = playable(text, Path("new.yaml"))
    assert found.scenario is not None
    assert found.bridged
    named = {one.name for one in found.scenario.cast.values()}
    assert "Nothing is written here yet" not in named  # People are called as the form calls them.
    for name, line in outline.scenes.items():
        scene = found.scenario.scenes[name]
        assert (scene.text, len(scene.choices)) == ("Nothing is written here yet", line.choices)
        assert bool(scene.ending) == (line.kind is Kind.ENDING)
        assert {one.text for one in scene.lines} <= {"Nothing is written here yet"}
    assert not [one for one in found.scenario.scenes if one not in outline.scenes]


def test_what_cannot_stand_for_something_empty_is_left_out_alone() -> None:
    found = playable(TEXT.replace("d: distract\n", "d: distract\n        asks:\n"), Path("a.yaml"))
    assert found.scenario is not None
    stand = found.scenario.scenes["door"].choices[1]
    assert (stand.id, stand.asks) == ("stand", None)
