"""What scenes are and where they lead, however unfinished."""

from __future__ import annotations

from tests.authoring.files import document
from trainer.authoring.desk import Desk, Place
from trainer.authoring.outline import Kind, Outliner, Way

TEXT = """\
start: one
scenes:
  one:
    lines: [{lin: Please}]
    timer: {seconds: 9, then: late}
    choices:
      - {id: a, say: Yes, d: distract, next: [{when: calm > 1, to: two}, {to: gone}]}
      - {id: b, act: Go, when: helped, next: two}
      - just words
  two: {text: " It ends. ", ending: {outcome: mixed}}
  late: {stub: true}
  island: {next: two}
  bare:
"""


def test_every_way_is_a_way_also_to_what_is_not_there() -> None:
    outline = Outliner(document(TEXT)).outline()
    one = outline.scenes["one"]
    assert (one.kind, one.choices, one.words) == (Kind.CHOICES, 3, "Please")
    assert one.ways == (
        Way("two", 0, "a", "distract", "Yes", conditional=True),
        Way("gone", 0, "a", "distract", "Yes"),
        Way("two", 1, "b", "", "Go", conditional=True),
        Way("late", timer=True),
    )
    assert [line.kind for line in outline.scenes.values()] == [
        Kind.CHOICES, Kind.ENDING, Kind.STUB, Kind.NEXT, Kind.OPEN,
    ]  # fmt: skip
    assert (outline.scenes["two"].outcome, outline.scenes["two"].words) == ("mixed", "It ends.")
    assert outline.reached() == {"one", "two", "late"}
    assert [name for name, _way in outline.arrivals()["two"]] == ["one", "one", "island"]
    assert set(outline.arrivals()) == {"two", "gone", "late"}


def test_it_follows_every_change() -> None:
    made = document(TEXT)
    outliner = Outliner(made)
    before = outliner.outline()
    made.apply(made.put(("scenes", "island", "next"), "late"))
    after = outliner.outline()
    assert after.scenes["island"].ways == (Way("late"),)
    assert after.scenes["one"] is before.scenes["one"]
    assert outliner.outline() is after


STORY = """\
start: begin
scenes:
  apart: {text: Nothing leads here., next: end}
  end: {ending: {outcome: mixed}}
  late: {next: end}
  second: {next: met}
  begin:
    timer: {seconds: 9, then: late}
    choices: [{say: One, next: first}, {say: Two, next: second}, {say: Stop, next: end}]
  met: {choices: [{say: On, next: end}, {say: Back, next: begin}]}
  first: {next: met}
"""


def test_a_scene_stands_below_all_that_leads_there_and_strays_last() -> None:
    doc = document(STORY)
    outliner = Outliner(doc)
    outline = outliner.outline()
    assert outline.order == ("begin", "first", "second", "met", "late", "end", "apart")
    assert outline.strays == ("apart",)
    assert outline.reached() == set(outline.order) - {"apart"}
    desk = Desk()
    for path, data, expected in (
        (("scenes", "first", "text"), "Words alone.", outline.order),
        (("scenes", "first", "next"), "apart", ("begin", "first", "apart", "second", "met")),
        (("start",), "second", ("second", "met", "begin", "first", "apart", "late", "end")),
        (("start",), "gone", tuple(outline.scenes)),
    ):
        with desk.step("x", Place(doc, ())) as step:
            step.put(doc, path, data)
        assert outliner.outline().order[: len(expected)] == expected
        assert set(outliner.outline().order) == set(outline.scenes)
