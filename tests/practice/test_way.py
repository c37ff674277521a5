from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from tests.practice.story import BUS, changed, choice
from trainer.method.ds import D, Fit
from trainer.practice.session import Options, Session
from trainer.practice.way import Ahead, Edge, NodeKind, outline, path, way
from trainer.practice.wording import scene_name
from trainer.scenario import kind_words
from trainer.scenario.model import Outcome, Scene

if TYPE_CHECKING:
    from tests.practice.story import Player


def test_the_map_has_every_scene_once_and_every_way(player: Player) -> None:
    player.choose("film")
    player.do("choose", "between")
    player.do("try_another")
    found = way(player.session)
    assert [node.scene for node in found.nodes] == [
        "aboard", "row", "shouts", "beside", "turns", "stop", "off", "alone", "home", "unwritten",
    ]  # fmt: skip
    kinds = {node.scene: node.kind for node in found.nodes}
    assert kinds["aboard"] is NodeKind.READING
    assert kinds["shouts"] is NodeKind.DECISION
    assert kinds["home"] is NodeKind.ENDING
    assert kinds["unwritten"] is NodeKind.STUB
    assert [node.scene for node in found.nodes if node.taken] == [
        "aboard",
        "row",
        "shouts",
        "turns",
    ]
    assert [node.scene for node in found.nodes if node.here] == ["turns"]
    assert {node.scene: node.decision for node in found.nodes}["shouts"] == 0
    outcomes = {node.outcome for node in found.nodes if node.outcome}
    assert outcomes == {Outcome.SUPPORTED, Outcome.MIXED, Outcome.UNRESOLVED}
    shouts = [edge for edge in found.edges if edge.source == "shouts"]
    assert [(edge.choice, edge.target, edge.taken) for edge in shouts] == [
        ("ask", "beside", False),
        ("tell", "beside", False),
        ("tell", "turns", False),
        ("film", "turns", True),
        ("own", "turns", False),
        ("later", "beside", False),
        (None, "turns", False),
    ]
    assert shouts[-1].timer
    words = "Words of between."
    tried = Edge("turns", "alone", "between", words, D.DIRECT, Fit.POOR, tried=True)
    assert tried in found.edges
    assert found.path == ("aboard", "row", "shouts", "turns")


def test_the_path_while_the_feedback_shows(player: Player) -> None:
    player.read_on()
    player.do("choose", "ask")
    assert path(player.session) == ("aboard", "row", "shouts")
    assert not any(edge.choice for edge in way(player.session).edges if edge.taken)
    texts = [item.text for item in outline(player.session)]
    assert "Your choice (Distract, Strong fit): Sit down beside Mrs. Lin." in texts


def test_a_way_round_in_a_circle(player: Player) -> None:
    player.choose("film", "again", "ask")
    found = way(player.session)
    assert {node.scene: node.decision for node in found.nodes}["shouts"] == 2
    taken = [(edge.source, edge.choice) for edge in found.edges if edge.taken]
    assert taken == [
        ("aboard", None),
        ("row", None),
        ("shouts", "ask"),
        ("shouts", "film"),
        ("beside", None),
        ("turns", "again"),
    ]


def test_a_timer_on_the_way(player: Player) -> None:
    player.do("set_options", Options(timed=True))
    player.read_on()
    player.do("time_out")
    assert [edge.timer for edge in way(player.session).edges if edge.taken] == [False, False, True]
    texts = [item.text for item in outline(player.session)]
    assert "The time ran out." in texts
    assert "The time may run out here." not in texts


def test_the_outline_says_what_the_map_shows(player: Player) -> None:
    player.choose("tell")
    player.do("step_back")
    player.do("choose", "film")
    player.do("try_another")
    player.do("choose", "tell")
    player.do("go_on")
    items = outline(player.session)
    assert [("  " * item.depth + item.text, item.taken) for item in items][:5] == [
        ("You read on.", True),
        ("You read on.", True),
        ("Decision 1", True),
        ("  Open (Distract, Strong fit): Sit down beside Mrs. Lin.", False),
        ("  Your choice (Delegate, Fair fit): Words of tell.", True),
    ]
    assert items[5].text == "You tried (Document, Poor fit): Words of film."
    assert [item.decision for item in items if item.decision is not None] == [0]
    texts = [item.text for item in items]
    rest = texts[texts.index("Places you did not pass") :]
    assert "Ending: Supported" in rest
    assert "A part that is not written yet" in rest
    assert "Open (Direct): Words of own." in texts
    names = {scene_name(scene) for scene in BUS.scenes}
    assert [text for text in texts if any(f" {name}" in f" {text}" for name in names)] == []


def test_the_outline_ends_with_the_ending(player: Player) -> None:
    player.choose("film", "between")
    texts = [(item.depth, item.text) for item in outline(player.session) if item.taken]
    assert texts[-1] == (0, "Ending: Unresolved")


def test_scenes_that_only_lead_on_are_in_the_outline_only_where_they_were_read() -> None:
    texts = [item.text for item in outline(Session(BUS))]
    assert texts[:3] == ["You are here.", "Places you did not pass", "Another decision"]
    assert "A part to read" not in texts


def test_a_scenario_of_one_scene_has_no_other_places() -> None:
    alone = replace(BUS, start="home", scenes=MappingProxyType({"home": BUS.scenes["home"]}))
    assert [item.text for item in outline(Session(alone))] == ["Ending: Supported"]


def test_decisions_ahead(player: Player) -> None:
    ahead = Ahead(BUS)
    seen = [ahead.decisions_left(player.session)]
    for act in ("", "", "ask", "", "", "are-you", ""):
        player.do("choose", act) if act else player.do("go_on")
        seen.append(ahead.decisions_left(player.session))
    assert seen == [2, 2, 2, 1, 1, 1, 0, 0]


def test_a_circle_without_an_end_is_estimated_all_the_same() -> None:
    endless = changed(
        aboard=Scene("aboard", choices=(choice("on", D.WAIT, "row"),)),
        row=Scene("row", choices=(choice("back", D.WAIT, "aboard"),)),
    )
    assert Ahead(endless).decisions_left(Session(endless)) > 0


@pytest.mark.parametrize(
    ("name", "shown"), [("her-stop", "Her stop"), ("he_turns", "He turns"), ("A", "A")]
)
def test_names_of_scenes(name: str, shown: str) -> None:
    assert scene_name(name) == shown


def test_names_of_outcomes() -> None:
    assert len({kind_words.outcome(outcome) for outcome in Outcome}) == 4
