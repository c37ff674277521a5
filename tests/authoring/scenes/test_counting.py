"""Counting where names are used comes to as many places as are listed."""

from __future__ import annotations

from tests.authoring.files import document, read, shipped
from trainer.authoring import ahead
from trainer.authoring.document import Document
from trainer.authoring.outline import Outliner
from trainer.authoring.scenes import counting, usage
from trainer.authoring.scenes.naming import member_names, variable_names
from trainer.authoring.source import parts

STORY = """\
cast: {lin: {name: Mrs. Lin}, grey: {name: A man}}
state: {calm: 3, told: false}
scenes:
  one:
    lines: [{lin: Yes, soft: Well}, {grey: No}, grey]
    present: [lin, grey]
    choices:
      - {id: a, when: calm > 1 and calm < 5 or told, set: {told: true}, to: lin, next: two}
      - {id: b, change: {calm: -1}, feedback: {lin: Good, why: So}, next: [{when: told, to: two}]}
  two: {next: [{when: not told, to: one}, {to: two}]}
"""


def same(made: Document) -> None:
    counts = counting.of_document(made)
    for name in member_names(made):
        assert counts.people[name] == len(usage.of_member(made, name)), name
    for name in variable_names(made):
        uses = usage.of_variable(made, name)
        changed = sum(one.path[-2] in ("set", "change") for one in uses)
        assert (counts.asked[name], counts.changed[name]) == (len(uses) - changed, changed), name


def test_as_many_are_counted_as_are_listed() -> None:
    for text in (STORY, "{" + STORY.split("scenes")[0].replace("\n", ", ") + "scenes: {}}"):
        same(document(text))
    made = document(STORY)
    counts = counting.of_document(made)
    assert (counts.people["lin"], counts.asked["told"], counts.changed["told"]) == (4, 3, 1)
    flow = document("{state: {told: false}, scenes: {a: {next: [{when: told, to: a}]}}}\n")
    assert counting.of_document(flow).asked["told"] == 1
    for path in [one for one in shipped() if one.parent.parent.name == "scenarios"][:4]:
        same(document(read(path)))


def test_what_has_changed_is_counted_anew() -> None:
    made = document(STORY)
    assert counting.of_document(made).asked["told"] == 3
    made.apply(made.put(("scenes", "two", "next"), "one"))
    assert counting.of_document(made).asked["told"] == 2
    same(made)


def test_what_is_worked_out_ahead_is_what_would_be_found() -> None:
    made, anew = Document(document(STORY).path, STORY), document(STORY)
    found = parts.read(STORY)
    ahead.work_out(STORY, found)
    assert made.adopt(0, found)
    assert Outliner(made).outline() == Outliner(anew).outline()
    assert counting.of_document(made) == counting.of_document(anew)
    assert made.lines_before() == anew.lines_before()
