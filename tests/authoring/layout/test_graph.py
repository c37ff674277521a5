from __future__ import annotations

import random
from pathlib import Path

from trainer.authoring.document import Document
from trainer.authoring.layout.finding import matches
from trainer.authoring.layout.graph import (
    Graph,
    changed,
    folded_away,
    graph_of,
    renewed,
    ways_through,
    without,
)
from trainer.authoring.layout.marks import counted, marks_of
from trainer.authoring.layout.stepping import To, step
from trainer.authoring.outline import Kind, Outline, Outliner, SceneLine, Way
from trainer.authoring.plainly.told import tell
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem

STORY = """\
format: scenario/1
start: a
scenes:
  a:
    text: The bus is half full.
    choices:
      - {id: x, d: direct, next: b}
      - {id: y, d: delay, next: c}
      - {id: z, next: nowhere}
  b: {next: d}
  c: {next: e}
  d: {next: e}
  e: {text: Rain, ending: {outcome: mixed}}
  lost: {next: e}
  back: {next: lost}
"""


def document(text: str = STORY) -> Document:
    made = Document(Path("story.yaml"), text)
    assert made.settle()
    return made


def graph(text: str = STORY) -> Graph:
    return graph_of(Outliner(document(text)).outline())


def test_what_does_not_exist_is_a_box_and_each_line_is_one() -> None:
    made = graph(STORY.replace("next: c}", "next: b}"))
    assert made.ghosts == ("nowhere",)
    assert made.edges().count(("a", "b")) == 1
    assert [way.d for way in made.out["a"]["b"]] == ["direct", "delay"]
    assert made.into["e"] == ("c", "d", "lost")


def test_a_graph_stays_if_only_words_are_others() -> None:
    made = graph()
    said = Outliner(document(STORY.replace("Rain", "Snow"))).outline()
    again = renewed(made, said)
    assert again is not None
    assert again.lines["e"].words == "Snow"
    for other in ("next: d}", "  lost:", "start: a"):
        text = STORY.replace(
            other, other.replace("d", "e").replace("lost", "x").replace("t: a", "t: b")
        )
        assert renewed(made, Outliner(document(text)).outline()) is None


def test_what_is_reached_only_through_a_scene_hides_behind_it() -> None:
    made = graph()
    assert folded_away(made, {"b"}) == {"b": {"d"}}
    assert folded_away(made, {"b", "c"}) == {"b": {"d"}}  # "e" is also reached from "lost".
    assert folded_away(made, {"a"})["a"] == {"b", "c", "d", "nowhere"}
    assert folded_away(made, {"back"}) == {"back": {"lost"}}
    assert folded_away(made, {"gone"}) == {}
    left = without(made, {"d"})
    assert "d" not in left.lines
    assert left.out["b"] == {}
    assert left.into["e"] == ("c", "lost")


def test_circles_can_be_folded_and_nothing_hides_behind_itself() -> None:
    made = graph("start: a\nscenes:\n  a: {next: b}\n  b: {next: c}\n  c: {next: b}\n")
    assert folded_away(made, {"b"}) == {"b": {"c"}}
    alone = graph("start: a\nscenes:\n  a: {next: a}\n  x: {next: y}\n  y: {next: x}\n")
    assert folded_away(alone, {"a"}) == {}
    assert folded_away(alone, {"x"}) == {"x": {"y"}}


def test_ways_through_a_scene_go_from_the_start_to_endings() -> None:
    assert ways_through(graph(), "d") == {("a", "b"), ("b", "d"), ("d", "e")}
    assert ("a", "nowhere") not in ways_through(graph(), "a")
    assert ways_through(graph(), "lost") == {("lost", "e")}


def test_marks_are_of_what_no_way_leads_to_and_of_what_is_told() -> None:
    made = document()
    given = [
        problem("unknown-scene", Mark(9, 25), scene="nowhere", near=""),
        problem("unused-cast", Mark(1, 1)),
        problem("stuck", Mark(10, 3)),
        problem("empty-text", Mark(9, 25), key="act"),
        problem("empty-text", Mark(9, 25), key="d"),
        problem("no-view", Mark(13, 3)),
        problem("never-offered", Mark(13, 6)),
        problem("long-scene", Mark(13, 6)),
    ]
    told = counted(tell(made, given))
    marks = marks_of(graph(), told)
    assert (marks["a"].errors, marks["a"].unwritten) == (1, 1)
    assert marks["b"].stuck
    assert not marks["b"].errors
    assert (marks["e"].findings, marks["e"].warnings) == (1, 1)
    assert marks["lost"].lost
    assert {name for name, one in marks.items() if one.lost} == {"lost", "back"}
    # Where it starts nobody knows yet, so nothing can be said to be out of reach.
    assert marks_of(graph(STORY.replace("start: a", "start: z")), {}) == {}


def test_marks_are_found_where_the_file_is_one_part() -> None:
    made = document("{start: a, scenes: {a: {next: b}, b: {text: x}}}\n")
    assert counted(tell(made, [problem("stuck", Mark(1, 35))]))["b"].stuck


def test_arrows_go_along_ways_and_to_neighbours() -> None:
    places = {
        "a": (0.0, 0.0), "b": (246.0, -100.0), "c": (246.0, 100.0), "nowhere": (246.0, 300.0),
        "d": (492.0, -100.0), "e": (738.0, 0.0), "lost": (0.0, 400.0), "back": (-246.0, 400.0),
    }  # fmt: skip
    at, made = places.__getitem__, graph()
    assert step(made, at, "a", To.ON) == "b"
    assert step(made, at, "b", To.DOWN) == "c"
    assert step(made, at, "c", To.UP) == "b"
    assert step(made, at, "e", To.BACK, "lost") == "lost"
    assert step(made, at, "e", To.BACK) == "d"
    assert step(made, at, "nowhere", To.BACK) == "a"
    assert step(made, at, "back", To.BACK) is None
    assert step(made, at, "lost", To.UP) == "nowhere"
    through = ways_through(made, "c")
    assert step(made, at, "a", To.ON, only=through) == "c"
    assert step(made, at, "e", To.ON, only=through) is None


def test_scenes_are_found_by_name_first_and_by_what_stands_in_them() -> None:
    made = document()
    outline = Outliner(made).outline()
    assert matches(made, outline, "LOST") == ["lost"]
    assert matches(made, outline, "half bus") == ["a"]
    assert matches(made, outline, "b") == ["b", "back", "a"]
    assert matches(made, outline, "text") == []  # A key is no word of the story.
    assert matches(made, outline, "  ") == []
    escaped = document('scenes:\n  a: {text: "caf\\u00e9"}\n  b: {text: x}\n')
    assert matches(escaped, Outliner(escaped).outline(), "café") == ["a"]


def test_what_is_said_of_a_way_is_renewed_and_where_it_leads_makes_another_graph() -> None:
    made = graph_of(Outliner(document()).outline())
    said = Outliner(document(STORY.replace("id: x, d: direct", "id: x, d: delegate"))).outline()
    assert renewed(made, said) == graph_of(said) != made
    turned = STORY.replace("next: b}", "next: swap}").replace("next: c}", "next: b}")
    other = Outliner(document(turned.replace("swap", "c"))).outline()
    assert renewed(made, other) is None


def test_a_scene_is_found_by_the_words_that_are_read() -> None:
    made = document("start: a\nscenes:\n  a: {next: forty--one}\n  forty--one: {text: x}\n")
    assert matches(made, Outliner(made).outline(), "Forty-one") == ["forty--one"]


def of_chance(dice: random.Random, names: str) -> dict[str, SceneLine]:
    """Give scenes that lead anywhere, also to what is none."""
    return {
        name: SceneLine(
            name,
            Kind.CHOICES,
            ways=tuple(Way(dice.choice("abcdefghijk")) for _way in range(dice.randrange(4))),
        )
        for name in names
    }


def otherwise(dice: random.Random, scenes: dict[str, SceneLine]) -> dict[str, SceneLine]:
    """Give scenes of which one is another, has come or gone, or all stand in another order."""
    names, new = list(scenes), dice.choice("abcdefghij")
    act = dice.randrange(4)
    if act == 0:
        dice.shuffle(names)
    elif act == 1 and new in names:
        names.remove(new)
    elif new not in names:
        names.insert(dice.randrange(len(names) + 1), new)
    made = scenes | of_chance(dice, new if act else "")
    return {name: made[name] for name in names}


def test_a_graph_that_is_made_of_one_before_is_the_one_of_its_outline() -> None:
    for seed in range(500):
        dice = random.Random(seed)
        scenes = of_chance(dice, "".join(dice.sample("abcdefgh", 6)))
        made = graph_of(Outline(scenes, "a"))
        for _turn in range(3):
            scenes = otherwise(dice, scenes)
            outline = Outline(scenes, dice.choice("abc"))
            made, anew = changed(made, outline), graph_of(outline)
            assert made == anew
            assert made.names() == anew.names()
            assert made.edges() == anew.edges()


def test_of_a_graph_what_leads_as_before_is_the_very_same() -> None:
    before = graph()
    after = changed(
        before, Outliner(document(STORY.replace("c: {next: e}", "c: {next: d}"))).outline()
    )
    assert after.into["d"] == ("b", "c")
    assert after.into["e"] == ("d", "lost")
    assert after.out["a"] is before.out["a"]
