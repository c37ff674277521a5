"""What is wrong is told in the words of the form, and what is unwritten as one calm line."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from tests.authoring.checking.breaking import FULL
from tests.authoring.files import document, shipped
from tests.authoring.fixes.test_fixes import EVERY, found, made
from trainer.authoring.desk import Desk, Place
from trainer.authoring.forms import switching
from trainer.authoring.plainly import in_text, labels
from trainer.authoring.plainly.targets import target
from trainer.authoring.plainly.told import Kind, kind_of, tell
from trainer.authoring.plainly.wording import HINTS, SENTENCES
from trainer.authoring.scenes import making
from trainer.authoring.source.splices import Splice
from trainer.checking.files import check_text
from trainer.scenario import problems, wording

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.authoring.plainly.told import Told

TODAY: Final = date(2026, 11, 30)
CHOICE: Final = ("scenes", "aboard", "choices", 2)

_CODE_WORDS: Final = re.compile(r"\w+-to-\w+|\bline \d|\bkey\b|\bYAML\b|\bstate\b|\bscalar|\"")
"""What belongs to files: names with hyphens, numbers of lines, straight quotation marks."""


def told(of: Document) -> list[Told]:
    return tell(of, check_text(of.text.encode(), of.path, TODAY)[0].problems)


def changed(*pairs: tuple[str, str]) -> Document:
    text = FULL
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return document(text)


def test_every_problem_and_every_hint_has_plain_words() -> None:
    plain = {code for code, _case in SENTENCES}
    assert plain == problems.CODES
    assert HINTS.keys() == wording.HINTS.keys()
    borrowed = {key for key in wording.SENTENCES if key not in SENTENCES}
    assert {code for code, _case in borrowed} == {"missing-key"}
    for key, words in SENTENCES.items():
        assert words[:1].isupper() or words[:1] in "“%", key
        assert not _CODE_WORDS.search(words.replace("%(key)s", "")), key


def test_every_placeholder_is_a_problems_own_or_is_worked_out() -> None:
    ours = {"field", "name", "known", "other"}
    for (code, case), words in SENTENCES.items():
        theirs = {
            one
            for (other, _case), said in wording.SENTENCES.items()
            if other == code
            for one in re.findall(r"%\((\w+)\)s", said)
        }
        wanted = set(re.findall(r"%\((\w+)\)s", words))
        assert wanted <= ours | theirs, (code, case)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_of_the_file_is_in_what_is_told(name: str) -> None:
    broken = made(name)
    lines = tell(broken, found(broken))
    assert lines
    for one in lines:
        assert one.words
        assert one.place
        assert "%(" not in one.words
        keyed = one.problems[0].code == "unknown-key"  # It can only be made, and seen, in the text.
        assert keyed or not _CODE_WORDS.search(one.words), one.words
        assert not re.search(r"\b(aboard|next|feedback|headline|choices \d)\b", one.place)


def test_a_new_choice_is_one_calm_line_until_it_is_written() -> None:
    story = changed()
    desk = Desk()
    with desk.step("add", Place(story, ())) as step:
        making.add_choice(step, story, "aboard", "Tell the nurse what was said")
    (line,) = told(story)
    assert line.kind is Kind.UNWRITTEN
    assert line.words == (
        "Still to write in “Tell the nurse what was said”: Which of the five D’s · How well it "
        "fits, here and now · Leads to · What it did, in one line · For Mrs. Lin"
    )
    assert line.place == "Scene “Aboard” · “Tell the nurse what was said”"
    assert line.path == (*CHOICE, "d")
    key = line.key
    for path, data in ((("d",), "delegate"), (("fit",), "fair"), (("next",), "off")):
        with desk.step("write", Place(story, ())) as step:
            step.put(story, (*CHOICE, *path), data)
    (line,) = told(story)
    assert (line.key, line.path) == (key, (*CHOICE, "feedback", "headline"))
    assert line.words.endswith(": What it did, in one line · For Mrs. Lin")
    assert all(one.severity is problems.Severity.ERROR for one in line.problems)


def test_a_choice_without_words_is_called_by_its_number() -> None:
    story = changed()
    with Desk().step("add", Place(story, ())) as step:
        step.insert(story, CHOICE, switching.fresh_choice(["sit", "ask"]))
    (line,) = told(story)
    assert line.words.startswith("Still to write in “Choice 3”: What is done · Which of")
    assert line.path == (*CHOICE, "act")


def test_what_is_unwritten_is_told_thing_by_thing_and_mistakes_come_first() -> None:
    story = changed(
        (", role: harming", ""),
        ("text: She gets off.", "text:"),
        ("title: Small", "title:"),
        ("d: distract", "d: distrakt"),
    )
    kinds = [one.kind for one in told(story)]
    assert kinds == [Kind.ERROR, *[Kind.UNWRITTEN] * 3]
    assert [one.words for one in told(story)[1:]] == [
        "Still to write: Title",
        "Still to write in “Man in grey”: Their part in what happens",
        "Still to write in “Off”: What happens",
    ]


def test_a_planned_scene_is_still_to_write_and_an_error_once_it_is_no_draft() -> None:
    with_plan = changed(
        ("  off:\n    text: She gets off.", "  off:\n    stub: true\n  more:\n    text: A")
    )
    line = next(one for one in told(with_plan) if one.thing is not None)
    assert line.words == "Still to write: the scene “Off”, which is only planned"
    assert line.path == ("scenes", "off", "text")
    grave = problems.problem(
        "stub-reached", line.problems[0].mark, scene="off", way="aboard → off",
        severity=problems.Severity.ERROR,
    )  # fmt: skip
    assert kind_of(grave) is Kind.ERROR
    assert tell(with_plan, [grave])[0].words == (
        "This scene is not written yet, and the story comes here: Aboard → Off."
    )


@pytest.mark.parametrize("written", ["text: She waits.", "lines: [{lin: Hello.}]"])
def test_of_a_planned_scene_that_is_written_only_its_way_on_is_missing(written: str) -> None:
    off = "  off:\n    text: She gets off."
    begun = f"  off:\n    stub: true\n    {written}\n  more:\n    text: A"
    line = next(one for one in told(changed((off, begun))) if one.thing is not None)
    assert line.words == "Still to write in “Off”: How it goes on"
    assert line.path == ("scenes", "off", "choices")


def test_beside_the_text_the_same_words_stand_with_the_key() -> None:
    plan = ("  off:\n    text: She gets off.", "  off:\n    stub: true\n  more:\n    text: A")
    broken = {
        ("d: distract", "d: distrakt"): "Error (d): “Which of the five D’s” cannot be “distrakt”.",
        ("        fit: fair\n", ""): "To write (fit): How well it fits, here and now",
        ("text: She gets off.", "text:"): "To write (text): What happens",
        ("state:\n", "stat:\n"): "Error: “stat” in the text means nothing here. Did you mean",
        plan: "To write (stub): This scene is not written yet, and the story comes here: Aboard →",
        (", lin: She knew.", ""): "Method: Nothing says yet what this choice did for the person",
        ("text: She gets off.", "text: She gets off #2."): "Warning (text): This text ends at “ #”",
    }
    for change, words in broken.items():
        story = changed(change)
        found = check_text(story.text.encode(), story.path, TODAY)[0].problems
        said = [in_text.said(story, one) for one in found]
        assert any(one.startswith(words) for one in said), (words, said)
    story = document(FULL)
    at = FULL.index("She gets off.")
    story.apply([Splice(at, at, '"')])
    assert story.broken is not None
    assert in_text.said(story, story.broken).startswith("Error: A quotation mark opens here")


def test_what_it_did_for_whom_joins_what_else_is_unwritten() -> None:
    story = changed((", lin: She knew.", ""))
    (line,) = told(story)
    assert (line.kind, line.thing) == (Kind.METHOD, None)
    (about,) = line.problems
    bare = changed((", lin: She knew.", ""), ("        d: distract\n", ""))
    (lone,) = told(bare)
    both = tell(bare, [*lone.problems, about])
    assert [one.thing for one in both] == [("scenes", "aboard", "choices", 1)]
    assert both[0].words.endswith("Which of the five D’s · For Mrs. Lin")


def test_other_formats_are_told_by_what_their_forms_call_things() -> None:
    text = (
        "format: help/1\nid: near\ntitle: Near\nlanguage: en\nentries:\n  clinic:\n"
        "    name: Clinic\n    summary:\n    where: [us]\n    needs: [anything]\n    takes: All\n"
        "    takes_not: None\n    police: sometimes\n    reach: [{phone: ''}]\n    source: https://example.org\n"
        "    confirmed: true\n    reviewed: 2026-13-01\n    until: 2027-01-01\n"
    )
    lines = told(document(text))
    words = {one.words for one in lines}
    unwritten = "Still to write in “Entry 1: Clinic”: What it is, in a sentence or two"
    assert any(one.startswith(unwritten) for one in words)
    assert any(one.startswith("“2026-13-01” is not a day that can be read.") for one in words)
    assert any("What it has to do with the police” cannot be “sometimes”." in one for one in words)
    assert all("Entry 1: Clinic" in one.place for one in lines)


def test_what_was_taken_away_a_moment_ago_has_a_name_all_the_same() -> None:
    help_list = document("format: help/1\nentries:\n  one: {name: One}\n")
    assert labels.thing(help_list, ("entries", "entry-3")) == "Entry 3"


def test_a_text_that_cannot_be_read_is_no_unwritten_one() -> None:
    story = document(FULL)
    at = FULL.index("She gets off.")
    story.apply([Splice(at, at, '"')])
    assert story.broken is not None
    (line,) = tell(story, [story.broken])
    assert line.kind is Kind.ERROR
    assert line.path == ()


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("no one in particular", ("leaves_out", "distract")),
        ("no word on direct", ("leaves_out", "direct")),
    ],
)
def test_a_d_that_is_never_offered_leads_to_why_it_is_left_out(
    name: str, path: tuple[str, ...]
) -> None:
    broken = made(name)
    missing = next(one for one in found(broken) if one.code == "d-missing")
    assert target(broken, missing) == path


def test_a_choice_without_words_leads_to_what_one_does() -> None:
    broken = changed(("        act: Sit beside her.\n", ""))
    missing = next(one for one in found(broken) if one.code == "missing-key")
    assert target(broken, missing) == ("scenes", "aboard", "choices", 0, "act")


def test_what_means_nothing_in_the_text_has_no_field_to_name() -> None:
    broken = made("key misspelt")
    unknown = next(one for one in found(broken) if one.code == "unknown-key")
    assert in_text.said(broken, unknown).startswith("Error: ")


def test_replies_that_are_too_few_or_too_much_alike_are_told_by_name() -> None:
    deck = document(next(p for p in shipped() if p.name == "compliments.yaml").read_text("utf-8"))
    drills = deck.data(("drills",))
    assert isinstance(drills, dict)
    path = ("drills", next(iter(drills)), "replies")
    for at, d in enumerate(("distract", "direct", "direct")):
        deck.apply(deck.put((*path, at, "d"), d))
    replies = deck.data(path)
    assert isinstance(replies, list)
    deck.apply(deck.put(path, replies[:3]))
    alike = next(one for one in told(deck) if one.problems[0].code == "drill-ds")
    assert "too few of the five D’s: Distract, Direct." in alike.words
    deck.apply(deck.put(path, replies[:1]))
    few = next(one for one in told(deck) if one.path == path)
    assert few.words.endswith("Replies")
