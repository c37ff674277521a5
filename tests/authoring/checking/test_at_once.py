"""What shows without walking through a story is told while other things are still to mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.authoring.files import shipped
from trainer.authoring import hints
from trainer.authoring.checking import not_yet
from trainer.authoring.checking.at_once import AtOnce
from trainer.authoring.checking.standing import Standing
from trainer.authoring.checking.telling import Answer, Found
from trainer.authoring.desk import Change, Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.fixes.fixing import fixes_for
from trainer.authoring.plainly.labels import place
from trainer.authoring.plainly.targets import target
from trainer.authoring.plainly.told import Kind, kind_of, sentence, tell
from trainer.authoring.scenes import renaming
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.checking.files import check_text
from trainer.scenario.model import Mark
from trainer.scenario.problems import Hint, problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.source.lines import Path as At
    from trainer.authoring.source.nodes import Data

OURS: Final = ("forgotten-target", "unseen-target", "template-reason")
TODAY: Final = date(2026, 11, 30)
STORY: Final = """\
format: scenario/1
id: bus
cast: {lin: {name: Lin, role: targeted}}
start: one
scenes:
  one:
    text: Here.
    choices:
      - id: ask
        say: Are you all right?
        next: two
      - id: sit
        act: Sit down.
        next: two
  two:
    text: There.
    ending: {outcome: mixed, view: Good.}
  three:
    text: Nowhere.
    next: two
"""


class Writing:
    """A story that is written, and checked as in the editor; it has errors all the time."""

    def __init__(self, text: str = STORY) -> None:
        self.document = Document(Path("a.yaml"), text)
        assert self.document.settle()
        self.standing = Standing(self.document)
        self.desk = Desk()
        self.desk.add(self.document)
        self.desk.listeners.append(self._changed)
        self.check()

    def _changed(self, changes: Sequence[Change], _at: Place) -> None:
        self.standing.changed(changes)

    def check(self) -> None:
        document = self.document
        found = check_text(document.text.encode(), document.path, TODAY)[0].problems
        question = self.standing.question(TODAY)
        self.standing.answered(Answer(question, tuple(Found(one, 0) for one in found), whole=False))

    def put(self, path: At, data: Data) -> None:
        with self.desk.step("writing", Place(self.document, path)) as step:
            step.put(self.document, path, data)
        self.check()

    def told(self, code: str) -> list[str]:
        found = [one for one in self.standing.problems() if one.code == code]
        return [str(one.params.get("scene", "")) for one in found]


def test_what_no_way_leads_to_is_told_and_is_no_more_as_soon_as_one_does() -> None:
    writing = Writing()
    assert writing.standing.waits
    assert writing.told("unreachable-scene") == ["three"]
    (found,) = (one for one in writing.standing.problems() if one.code == "unreachable-scene")
    assert (found.mark.line, found.mark.column) == (18, 3)
    writing.put(("scenes", "one", "choices", 1, "next"), "three")
    assert writing.told("unreachable-scene") == []
    writing.put(("scenes", "one", "choices", 0, "next"), "three")
    writing.put(("scenes", "three", "next"), "one")
    assert writing.told("unreachable-scene") == ["two"]
    # What an earlier check has found holds only as long as no way leads there.
    seen = [problem("unreachable-scene", Mark(3, 1), scene=name) for name in ("two", "three")]
    now = AtOnce(writing.document).told(seen, waits=True, checking=False)
    assert [one for one in now if one.code == "unreachable-scene"] == seen[:1]


def test_a_story_without_an_end_is_told_unless_it_is_only_begun() -> None:
    writing = Writing()
    assert writing.told("no-ending") == []
    writing.put(("scenes", "two"), None)
    assert writing.told("no-ending") == [""]
    writing.put(("scenes", "three"), {"stub": "true"})  # It had one, and it was taken out.
    assert writing.told("no-ending") == [""]
    begun = Writing(STORY.replace("ending: {outcome: mixed, view: Good.}", "next: three"))
    assert begun.told("no-ending") == [""]
    begun = Writing(STORY.replace("    ending: {outcome: mixed, view: Good.}\n", ""))
    assert begun.told("no-ending") == []


@pytest.mark.parametrize(
    ("words", "alike"),
    [("are you  all right", True), ("Are you all right!", True), ("", False), ("Are you?", False)],
)
def test_choices_with_the_same_words_are_told_once_and_can_be_left_so(
    words: str, *, alike: bool
) -> None:
    writing = Writing()
    assert writing.told("same-words") == []
    writing.put(("scenes", "one", "choices", 1, "act"), words)
    assert writing.told("same-words") == (["one"] if alike else [])
    if not alike:
        return
    (found,) = (one for one in writing.standing.problems() if one.code == "same-words")
    at = target(writing.document, found)
    assert at == ("scenes", "one", "choices", 1)
    assert place(writing.document, at)
    with writing.desk.step("leaving", Place(writing.document, ())) as step:
        hints.leave(step, writing.document, found)
    assert writing.told("same-words") == []


def test_of_two_cases_each_may_have_the_same_words() -> None:
    writing = Writing()
    writing.put(("scenes", "one", "choices", 1, "act"), "Are you all right?")
    writing.put(("scenes", "one", "choices", 1, "when"), "calm")
    assert writing.told("same-words") == ["one"]
    writing.put(("scenes", "one", "choices", 0, "when"), "not calm")
    assert writing.told("same-words") == []
    writing.put(("scenes", "one", "choices", 0, "when"), "calm")
    assert writing.told("same-words") == ["one"]


def test_no_story_that_comes_along_has_any_of_it() -> None:
    for file in shipped():
        document = Document(file, file.read_text("utf-8"))
        assert document.settle()
        codes = {one.code for one in Standing(document).problems()}
        assert not codes & {"same-words", "no-ending", "unreachable-scene", *OURS}, file


TWO: Final = STORY.replace(
    "cast: {lin: {name: Lin, role: targeted}}",
    "cast: {lin: {name: Lin, role: targeted}, ha: {name: Ha, role: targeted}}",
).replace(
    "say: Are you all right?", "say: Are you all right?\n        feedback: {lin: She smiles.}"
)


def test_of_two_who_are_targeted_neither_is_forgotten_without_a_word() -> None:
    assert (
        Writing(TWO.replace(", ha: {name: Ha, role: targeted}", "")).told("forgotten-target") == []
    )
    assert Writing(TWO.replace("lin: She smiles.", "headline: Yes.")).told("forgotten-target") == []
    writing = Writing(TWO)
    (found,) = (one for one in writing.standing.problems() if one.code == "forgotten-target")
    at = target(writing.document, found)
    assert at == ("scenes", "one", "choices", 0, "feedback", "ha")
    assert "For Ha" in place(writing.document, at)
    assert kind_of(found) is Kind.HINT
    assert "Ha" in sentence(writing.document, found, at)
    writing.put(("scenes", "one", "choices", 1, "feedback"), {"ha": "She looks up."})
    assert writing.told("forgotten-target") == []
    you = Writing(TWO.replace("start: one", "you: {role: rider, targeted: true}\nstart: one"))
    assert [one.case for one in you.standing.problems() if one.code == "forgotten-target"] == [
        "", "you",
    ]  # fmt: skip


def test_who_is_targeted_and_silent_is_not_left_out_of_the_picture_unseen() -> None:
    writing = Writing(STORY.replace("    text: Here.", "    lines: [{lin: Please.}, {no: Hm.}]"))
    assert writing.told("unseen-target") == []  # Whoever speaks is seen.
    writing.put(("scenes", "one", "lines"), ["He looks away.", {"ann": "Next!"}])
    (found,) = (one for one in writing.standing.problems() if one.code == "unseen-target")
    at = target(writing.document, found)
    assert at == ("scenes", "one", "present")
    assert kind_of(found) is Kind.HINT
    assert "Lin says nothing in this scene" in sentence(writing.document, found, at)
    put_in, leave = fixes_for(writing.document, found)
    assert put_in.words == "Put Lin in the picture"
    with writing.desk.step("fix", Place(writing.document, at)) as step:
        put_in.act(step, writing.document)
    assert writing.document.data(at) == ["ann", "lin"]
    assert writing.told("unseen-target") == []
    writing.put(at, ["ann"])  # Somebody has said who is there: that holds.
    assert writing.told("unseen-target") == []
    writing.put(at, None)
    with writing.desk.step("fix", Place(writing.document, at)) as step:
        leave.act(step, writing.document)
    assert hints.parted(writing.document, [found]) == ([], [found])
    with writing.desk.step("rename", Place(writing.document, at)) as step:
        renaming.rename_scene(step, writing.document, "one", "first")
    assert writing.told("unseen-target") == []  # It is left so by whatever name.
    with writing.desk.step("ask", Place(writing.document, at)) as step:
        hints.ask_again(step, writing.document)
    assert writing.told("unseen-target") == ["first"]
    writing.put(("scenes", "first", "choices"), None)  # Nobody decides here.
    assert writing.told("unseen-target") == []


def test_a_reason_of_a_template_is_not_the_authors_until_they_say_so() -> None:
    reason = "It is never too\n          late to ask."
    text = STORY.replace("say: Are you all right?", "say:\n        feedback: {why: " + reason + "}")
    writing = Writing(text)
    assert writing.told("template-reason") == []  # Nothing is said yet that it would be about.
    writing.put(("scenes", "one", "choices", 0, "say"), "Stop that!")
    (found,) = (one for one in writing.standing.problems() if one.code == "template-reason")
    at = target(writing.document, found)
    assert at == ("scenes", "one", "choices", 0, "feedback", "why")
    (line,) = (one for one in tell(writing.document, [found]) if one.path == at)
    assert (line.kind, line.thing) == (Kind.UNWRITTEN, None)
    (fix,) = fixes_for(writing.document, found)
    with writing.desk.step("leaving", Place(writing.document, ())) as step:
        fix.act(step, writing.document)
    assert writing.told("template-reason") == []
    assert writing.standing.left == [found]
    with writing.desk.step("renaming", Place(writing.document, ())) as step:
        renaming.rename_scene(step, writing.document, "one", "first")
    assert writing.told("template-reason") == []
    with writing.desk.step("asking", Place(writing.document, ())) as step:
        hints.ask_again(step, writing.document)
    assert len(writing.told("template-reason")) == 1
    why = ("scenes", "first", "choices", 0, "feedback", "why")
    writing.put(why, "It is never  too late to ask. ")
    assert len(writing.told("template-reason")) == 1
    writing.put(why, "It is never too late.")
    assert writing.told("template-reason") == []


def test_notes_and_what_a_template_leaves_out_are_not_the_authors_either() -> None:
    text = BY_NAME["workshop"].path.read_text("utf-8")
    writing = Writing(text)

    def told() -> list[object]:
        found = (one for one in writing.standing.problems() if one.code == "template-reason")
        return [one.params["where"] for one in found]

    assert told() == []  # Nothing of the story is written yet.
    scene = ("scenes", "at-first")
    writing.put((*scene, "lines", 1), {"targeted": "Please stop."})
    assert told() == ["at-first"]
    writing.put((*scene, "choices", 0, "say"), "Is this your stop?")
    found = {one.case: one for one in writing.standing.problems() if one.code == "template-reason"}
    places = {case: target(writing.document, one) for case, one in found.items()}
    assert places == {
        "": (*scene, "choices", 0, "feedback", "why"),
        "notes": (*scene, "facilitator"),
        "left-out": ("leaves_out", "document"),
    }
    for one in found.values():
        (fix,) = fixes_for(writing.document, one)
        with writing.desk.step("leaving", Place(writing.document, ())) as step:
            fix.act(step, writing.document)
    assert told() == []
    with writing.desk.step("renaming", Place(writing.document, ())) as step:
        renaming.rename_scene(step, writing.document, "at-first", "first")
    assert told() == []
    with writing.desk.step("asking", Place(writing.document, ())) as step:
        hints.ask_again(step, writing.document)
    assert len(told()) == 3
    writing.put(("leaves_out", "document"), "There is no time for it.")
    writing.put(("scenes", "first", "facilitator"), "Give it time.")
    assert told() == ["first/turn-to-them"]


def test_one_d_alone_waits_in_the_list_for_a_review_also_where_it_was_once_left() -> None:
    writing = Writing(STORY + "status: reviewed\nreviewed: {by: A, on: 2026-01-01}\n")
    said = problem("one-right-answer", Mark(6, 3), hint=Hint("set-over"), scene="one")
    question = writing.standing.question(TODAY)
    writing.standing.answered(Answer(question, (Found(said, 0),)))
    words = sentence(writing.document, said, ())
    assert "tick" not in words
    assert "leave it so" not in words
    assert "only a review waits for this" in words
    assert fixes_for(writing.document, said) == ()
    with writing.desk.step("leaving", Place(writing.document, ())) as step:
        hints.leave(step, writing.document, said)
    assert writing.told("one-right-answer") == ["one"]
    assert writing.standing.left == []
    assert "reviewed-unmended" in {one.code for one in writing.standing.problems()}


def test_what_may_be_hard_has_softer_words_or_the_form_says_so() -> None:
    man = "targeted}, man: {name: A man, role: harming}"
    text = STORY.replace("targeted}", man, 1).replace("Here.", "Here.\n    lines: [man: Go!]", 1)
    assert not_yet.unsoftened(Writing(text).document) is None  # Nothing is said to be hard in it.
    hard = text.replace("start: one", "content_notes: [shouting]\nstart: one")
    kind = hard.replace("man: Go!", "lin: Go!")
    assert not_yet.unsoftened(Writing(kind).document) is None
    writing = Writing(hard)
    assert not_yet.unsoftened(writing.document) == "one"
    writing.put(("scenes", "two", "soft"), "There, softly.")
    assert not_yet.unsoftened(writing.document) is None
    writing.put(("scenes", "two", "soft"), None)
    assert not_yet.unsoftened(writing.document) == "one"
    writing.put(("scenes", "one", "lines", 0), {"man": "Go!", "soft": "He tells her to go."})
    assert not_yet.unsoftened(writing.document) is None
