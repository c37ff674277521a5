"""What is known to be wrong stays true while the text changes."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.checking.breaking import BROKEN, FULL, broken
from trainer import paths
from trainer.authoring.checking import places
from trainer.authoring.checking.later import EXPLORED
from trainer.authoring.checking.standing import Standing, _moved_along
from trainer.authoring.checking.state import State
from trainer.authoring.checking.telling import Answer, Found, Question, answer_of, lines_of
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.source.splices import Splice, in_turn
from trainer.checking.files import check_text
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem

TODAY = date(2026, 11, 30)
ROOT = Path(__file__).parents[3]


def checked(question: Question) -> Answer:
    told = check_text(question.text.encode(), question.path, TODAY)
    answer = answer_of(question, lines_of(told, question.path, question.text), 0.0)
    assert answer is not None
    return answer


class Writing:
    """A document on a desk, with what is known of it."""

    def __init__(self, path: Path, text: str) -> None:
        self.document = Document(path, text)
        self.document.settle()
        self.standing = Standing(self.document)
        self.desk = Desk()
        self.desk.add(self.document)
        self.desk.listeners.append(lambda changes, _at: self.standing.changed(changes))

    def check(self) -> None:
        self.standing.answered(checked(self.standing.question(TODAY)))

    def write(self, old: str, new: str) -> None:
        at = self.document.text.index(old)
        with self.desk.step("Change", Place(self.document, ())) as step:
            step.splice(self.document, [Splice(at, at + len(old), new)])

    def look(self) -> list[str]:
        assert self.standing.look(lambda: True)
        return self.codes()

    def state(self) -> State:
        return self.standing.state

    def codes(self) -> list[str]:
        return [one.code for one in self.standing.problems()]

    def at(self, code: str) -> str:
        """The text where a problem stands, to the end of its line."""
        (one,) = (found for found in self.standing.problems() if found.code == code)
        return self.document.text.split("\n")[one.mark.line - 1][one.mark.column - 1 :]


def test_the_touched_scene_is_told_at_once_and_the_rest_stays(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", broken("leads nowhere").replace("d: delay", "d: dela"))
    writing.check()
    assert writing.state() is State.CHECKED
    assert sorted(writing.codes()) == ["bad-value", "unknown-scene"]
    writing.write("next: of\n", "next: off\n")
    assert writing.state() is State.CHECKING
    assert writing.look() == ["bad-value"]
    writing.write("    text: She gets off.", "    text:")
    assert writing.look() == ["bad-value", "empty-text"]
    writing.desk.undo()
    assert writing.look() == ["bad-value"]


def test_places_move_with_the_text_and_what_is_gone_is_gone(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", broken("leads nowhere"))
    writing.check()
    assert writing.at("unknown-scene") == "of"
    writing.write("title: Small", "title: Small\n# a note\n# and another")
    writing.write("d: delay", "d:   delay")
    assert writing.at("unknown-scene") == "of"
    writing.write("next: of\n", "next: [{to: of}]\n")
    assert writing.codes() == []


def test_findings_of_exploring_stay_until_the_whole_is_checked(tmp_path: Path) -> None:
    writing = Writing(
        tmp_path / "a.yaml", FULL.replace("  off:\n", "  lost: {stub: true}\n  off:\n")
    )
    writing.check()
    assert "unreachable-scene" in writing.codes()
    writing.write("It rains.", "It rains <b>hard</b>.")
    assert "unreachable-scene" in writing.look()
    assert "unsafe-markup" in writing.codes()
    assert writing.at("unreachable-scene").startswith("lost:")


LOST = FULL.replace("  off:\n", "  lost: {stub: true}\n  off:\n")
LOST = LOST.replace("resources: [stop-aapi-hate]\n", "")


@pytest.mark.parametrize("name", ["leads nowhere", "nobody", "word misspelt", "condition"])
def test_a_mistake_more_mends_nothing(name: str, tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", LOST)
    writing.check()
    assert not writing.standing.waits
    before = writing.codes()
    assert {"unreachable-scene", "no-resources"} <= set(before)
    writing.write(*BROKEN[name])
    writing.look()
    writing.check()
    assert writing.standing.waits
    assert len(writing.codes()) == len(before) + 1
    assert set(before) < set(writing.codes())
    assert writing.at("unreachable-scene").startswith("lost:")
    writing.write("title: Small", "title: Small\n# a line more")
    question = writing.standing.question(TODAY)
    writing.write("title: Small", "title: Small\n# and another")
    writing.standing.answered(checked(question))
    assert writing.at("unreachable-scene").startswith("lost:")
    # What is mended meanwhile is gone as soon as it can be looked for.
    writing.write("  lost: {stub: true}\n", "")
    assert "unreachable-scene" not in writing.codes()
    writing.write(*reversed(BROKEN[name]))
    writing.look()
    writing.check()
    assert not writing.standing.waits
    assert writing.codes() == [one for one in before if one != "unreachable-scene"]


def test_a_scene_that_was_written_is_not_told_to_be_planned_whatever_else_is_wrong(
    tmp_path: Path,
) -> None:
    led = LOST.replace("next: off\n", "next: lost\n", 1)
    writing = Writing(tmp_path / "a.yaml", led)
    writing.check()
    assert "stub-reached" in writing.codes()
    writing.write(*BROKEN["nobody"])
    writing.check()
    assert writing.standing.waits
    assert "stub-reached" in writing.codes()
    writing.write("{stub: true}", "{text: Rain., next: off}")
    assert "stub-reached" in writing.codes()
    writing.check()
    assert writing.standing.waits
    assert "stub-reached" not in writing.codes()


def test_other_formats_keep_what_was_seen_too(tmp_path: Path) -> None:
    plan = (ROOT / "tests/data/plans/sixty-minutes.yaml").read_text("utf-8")
    writing = Writing(tmp_path / "a.yaml", plan)
    writing.check()
    assert "no-care" in writing.codes()
    writing.write("title: ", "titel: ")
    writing.check()
    assert {"no-care", "unknown-key"} <= set(writing.codes())
    page = next(paths.built_in_pages().glob("*.yaml")).read_text("utf-8")
    more = "sources:\n  nowhere: {title: Nowhere, url: 'https://example.org'}\n"
    writing = Writing(tmp_path / "b.yaml", page.replace("sources:\n", more, 1))
    writing.check()
    assert "unused-source" in writing.codes()
    writing.write("title: ", "titel: ")
    writing.check()
    assert "unused-source" in writing.codes()


def test_what_is_told_beside_errors_is_told_once(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", FULL.replace("status: draft", "status: reviewed"))
    writing.check()
    writing.write(*BROKEN["leads nowhere"])
    writing.check()
    assert writing.codes() == ["review-missing", "reviewed-unmended", "unknown-scene"]


def test_a_name_that_is_given_mends_the_scenes_that_use_it(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", broken("leads nowhere"))
    writing.check()
    writing.write("  off:\n", "  of: {stub: true}\n  off:\n")
    assert "unknown-scene" not in writing.look()
    writing = Writing(tmp_path / "a.yaml", broken("nobody"))
    writing.check()
    writing.write("  lin: {name", "  gray: {name: Gray, role: harming}\n  lin: {name")
    assert "unknown-cast" not in writing.look()
    writing.write("gray: {name: Gray, role: harming}", "gray: {name: Gray}")
    assert "missing-key" in writing.look()


def test_an_answer_about_an_older_text_is_moved_along(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", broken("leads nowhere"))
    question = writing.standing.question(TODAY)
    writing.write("title: Small", "title: Small\n# a note")
    writing.write("It rains.", "It <b>rains</b>.")
    writing.look()
    writing.standing.answered(checked(question))
    assert writing.state() is State.CHECKING
    assert writing.at("unknown-scene") == "of"
    assert writing.look().count("unsafe-markup") == 1
    writing.check()
    assert writing.state() is State.CHECKED


def test_an_older_answer_is_moved_along_by_all_that_was_written_since_in_its_order(
    tmp_path: Path,
) -> None:
    text = broken("leads nowhere").replace("d: delay", "d: dela")
    writing = Writing(tmp_path / "a.yaml", text.replace("  aboard:\n", "  aboard:\n    hue: 1\n"))
    question = writing.standing.question(TODAY)
    writing.write("title: Small", "title: Small\n# a note that moves all that is below it far down")
    writing.write("    hue: 1\n", "")
    writing.write("title: Small", "# one more, above\ntitle: Small")
    writing.standing.answered(checked(question))
    assert sorted(writing.codes()) == ["bad-value", "unknown-scene"]
    assert writing.at("unknown-scene") == "of"
    assert writing.at("bad-value") == "dela"


def test_what_an_answer_knows_of_is_not_read_once_more(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", FULL)
    writing.check()
    writing.write("It rains.", "It <b>rains</b>.")
    writing.write("She gets off.", "She <i>gets off</i>.")
    writing.look()
    writing.check()
    assert writing.standing.look(lambda: False)


def test_of_two_questions_the_older_answer_does_not_hide_what_was_written(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", FULL)
    first = writing.standing.question(TODAY)
    writing.write("It rains.", "It <b>rains</b>.")
    writing.look()
    writing.standing.question(TODAY)
    writing.standing.answered(checked(first))
    assert "unsafe-markup" in writing.look()


def test_a_text_that_cannot_be_read_says_why_beside_what_was_known(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", broken("leads nowhere"))
    writing.check()
    writing.write("It rains.", "It\n  rains")
    assert sorted(writing.look()) == ["not-yaml", "unknown-scene"]
    writing.check()
    assert sorted(writing.codes()) == ["not-yaml", "unknown-scene"]
    assert writing.state() is State.CHECKED
    question = writing.standing.question(TODAY)
    writing.desk.undo()
    assert writing.look() == ["unknown-scene"]
    writing.standing.answered(checked(question))
    assert writing.codes() == ["unknown-scene"]
    begun = Writing(tmp_path / "a.yaml", "scenes: {")
    begun.check()
    assert begun.codes() == ["not-yaml"]


def test_what_could_not_be_checked_leaves_what_was_known(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", broken("leads nowhere"))
    writing.check()
    writing.standing.answered(Answer(writing.standing.question(TODAY), failed=True))
    assert writing.state() is State.FAILED
    assert writing.codes() == ["unknown-scene"]


def test_reading_again_goes_on_in_slices_from_where_one_writes(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", FULL)
    writing.check()
    writing.write("It rains.", "It <b>rains</b>.")
    writing.write("She gets off.", "She <i>gets off</i>.")
    assert not writing.standing.look(lambda: False, "off")
    assert [one.params["text"] for one in writing.standing.problems()] == ["<i>"]
    assert writing.standing.look(lambda: False)
    assert writing.codes() == ["unsafe-markup", "unsafe-markup"]


@settings(max_examples=12)
@given(st.sampled_from(sorted(BROKEN)), st.sampled_from(sorted(BROKEN)))
def test_in_the_end_all_is_as_if_it_had_been_checked_anew(one: str, other: str) -> None:
    from pathlib import Path

    writing = Writing(Path("a.yaml"), FULL)
    writing.check()
    for name in (one, other):
        old, new = BROKEN[name]
        if old in writing.document.text:
            writing.write(old, new)
            writing.look()
    told = writing.standing.problems()
    anew = check_text(writing.document.text.encode(), writing.document.path, TODAY)[0].problems
    assert [p for p in told if p.code not in EXPLORED] == [
        p for p in anew if p.code not in EXPLORED
    ]


def test_places_are_paths_of_the_document(tmp_path: Path) -> None:
    at = {
        "leads nowhere": ("scenes", "aboard", "choices", 0, "next"),
        "timer leads nowhere": ("scenes", "aboard", "timer", "then"),
        "starts nowhere": ("start",),
        "nobody": ("scenes", "aboard", "lines", 0, "gray"),
        "key unknown": ("scenes", "aboard", "choices", 0, "colour"),
        "key missing": ("scenes", "aboard", "choices", 0),
        "condition": ("scenes", "aboard", "choices", 1, "when"),
        "two ends": ("scenes", "off", "ending"),
        "cast without a role": ("cast", "grey"),
        "empty scene": ("scenes", "nothing"),
        "help": ("resources", 0),
    }
    for name, path in at.items():
        writing = Writing(tmp_path / "a.yaml", broken(name))
        writing.check()
        found = writing.standing.problems()
        assert path in [place for _at, place in places.places_of(writing.document, found)], name


def test_of_two_scenes_of_one_name_the_later_is_read_again_too(tmp_path: Path) -> None:
    text = (
        "format: scenario/1\nscenes:\n  a: {text: One, next: a}\n  b: {next: a}\n  a: {next: b}\n"
    )
    writing = Writing(tmp_path / "a.yaml", text)
    writing.check()
    assert "duplicate-key" in writing.codes()
    writing.write("a: {next: b}", "c: {next: b, nxt: b}")
    assert "unknown-key" in writing.look()
    writing.write("c: {next", "a: {next")
    assert "duplicate-key" in writing.look()
    writing.write("nxt: b}", "nxt: b}  # c")
    assert writing.look().count("duplicate-key") == 1


def test_in_a_text_that_cannot_be_read_each_problem_has_its_character() -> None:
    document = Document(Path("a.yaml"), "a: [\nb: 1\r\nc: 2\n")
    assert not document.settle()
    found = [problem("not-yaml", Mark(line, column)) for line, column in ((3, 2), (1, 1), (2, 4))]
    assert places.places_of(document, found) == [(12, ()), (0, ()), (8, ())]


def test_an_old_answer_may_know_a_scene_by_the_name_that_it_had_while_that_was_typed(
    tmp_path: Path,
) -> None:
    writing = Writing(tmp_path / "a.yaml", FULL)
    asked = writing.standing.question(TODAY)
    writing.write("  off:\n", "  offside:\n")
    writing.look()
    writing.write("  offside:\n", "  offstage:\n")
    writing.look()
    writing.standing.answered(checked(asked))
    writing.look()
    writing.check()
    assert "unknown-scene" in writing.look()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_problem_stands_where_it_is_whatever_is_typed_around_it(
    tmp_path: Path, ends: str
) -> None:
    text = broken("feedback for nobody").replace("\n", ends)
    writing = Writing(tmp_path / "a.yaml", text)
    writing.check()
    edits = (
        ("title: Small", f"title: Small{ends}# a note"),
        ("You asked.", "So you asked."),
        (f"# a note{ends}", ""),
        ("So you asked.", f"{ends}            So you asked."),
        (f"{ends}            So you asked.", "You asked."),
        (": She knew", ": Mei knew"),
        ("It rains.", f"It rains.{ends}      It rains on.{ends}      And on."),
    )
    for old, new in edits:
        writing.write(old, new)
        assert writing.at("unknown-cast").startswith("lyn: ")
    for _each in edits:
        writing.desk.undo()
        assert writing.at("unknown-cast").startswith("lyn: ")
    assert writing.document.text == text


def test_views_that_ask_for_the_same_problems_are_told_of_the_text_as_it_is(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.yaml", broken("leads nowhere"))
    writing.check()
    found = writing.standing.problems()
    before = places.places_of(writing.document, found)
    assert places.places_of(writing.document, found) == before
    writing.write("  aboard:\n", "  on board:\n")
    (at,) = [path for _offset, path in places.places_of(writing.document, found) if path]
    assert at[:2] == ("scenes", "on board")


def test_many_splices_at_once_move_what_is_known_as_one_after_the_other() -> None:
    for seed in range(400):
        dice = random.Random(seed)
        offsets_ = sorted(dice.randrange(30) for _each in range(7))
        found = [
            Found(problem("unknown-key", Mark(at, 1), key="x"), offset)
            for at, offset in enumerate(offsets_)
        ]
        cuts = sorted(dice.randrange(31) for _each in range(8))
        pairs = zip(cuts[::2], cuts[1::2], strict=True)
        splices = in_turn(Splice(start, end, "x" * dice.randrange(4)) for start, end in pairs)
        turned = found
        for one in splices:
            turned = _moved_along(turned, [one])
        assert _moved_along(found, splices) == turned
        kept = [one for one in found if not any(a.start <= one.offset < a.end for a in splices)]
        there = [one.problem for one in turned]
        assert there == [one.problem for one in found if not one.offset or one in kept]
