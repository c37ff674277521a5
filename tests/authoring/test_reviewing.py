"""A review is given only for what has nothing left to mend, and holds for one text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.authoring.checking.breaking import FULL
from tests.authoring.files import document
from trainer.authoring.arrangement import Arrangement, ReviewOf
from trainer.authoring.checking.state import State
from trainer.authoring.desk import Desk, Place
from trainer.authoring.keeping import side
from trainer.authoring.reviews import reviewing
from trainer.authoring.reviews.reviewing import (
    ReviewedText,
    may_be_reviewed,
    set_back,
    set_reviewed,
)
from trainer.authoring.source.splices import Splice
from trainer.scenario import reviews
from trainer.scenario.model import Mark, Review
from trainer.scenario.problems import Severity, problem, sentence
from trainer.scenario.reading import read_bytes

if TYPE_CHECKING:
    from trainer.authoring.document import Document

DAY = date(2026, 11, 30)
UNTIL = date(2027, 11, 30)


def write(desk: Desk, made: Document, old: str, new: str) -> None:
    at = made.text.index(old)
    with desk.step("Change", Place(made, ())) as step:
        step.splice(made, [Splice(at, at + len(old), new)])


def test_errors_and_findings_keep_a_file_from_being_reviewed() -> None:
    assert may_be_reviewed([]) == may_be_reviewed(["hint"]) == ()
    assert may_be_reviewed(["error", "warning", "unwritten", "error", "method"]) == (
        "2 errors are to be mended.",
        "1 thing is still to be written.",
        "1 warning is to be looked at.",
        "1 note on the method is to be looked at.",
    )
    assert may_be_reviewed([], State.CHECKING) == ("It is still being checked.",)
    assert may_be_reviewed([], State.FAILED) == ("It could not be checked as a whole.",)


@pytest.mark.parametrize(
    ("author", "person", "body", "same"),
    [
        ("Rosa", " rosa ", "", True),
        ("Rosa, Neighbours of Line 42", "Rosa", "Neighbours  of line 42", True),
        ("Rosa, Neighbours of Line 42", "Rosa", "", True),
        ("Rosa, Neighbours of Line 42", "ROSA, driver", "Line 7", True),
        ("Rosa (Line 42)", "Rósa", "", True),
        ("Neighbours of Line 42", "", "neighbours of Line 42", True),
        ("Rosa", "", "Rosa", True),
        ("Line 42: Rosa", "Rosa", "Line 42", False),
        ("Line 42, Rosa", "Rosa", "Line 42", True),
        ("Rosa, Neighbours of Line 42", "Joan Lee", "Neighbours of Line 42", False),
        ("Neighbours of Line 42", "Joan Lee", "Neighbours of Line 42", False),
        ("Neighbours of Line 42", "Joan Lee, Neighbours of Line 42", "", False),
        ("Rosa, Neighbours of Line 42", "", "Neighbours of Line 42", False),
        ("Rosa", "Rosalind", "", False),
        ("...", "", "!", False),
        ("阿娟", "阿娟", "", True),
    ],
)
def test_whoever_wrote_it_is_not_its_reviewer(
    author: str, person: str, body: str, same: bool
) -> None:
    made = document(FULL.replace("authors: [Upstander]", f"authors: [Somebody, '{author}']"))
    assert author in str(made.data(("authors",)))
    by = ", ".join(one for one in (person, "counsellor", body) if one)
    assert reviewing.wrote_it(made, person, body, by) == (author if same else "")


def test_who_and_until_when_is_written_down_and_undone() -> None:
    desk, made = Desk(), document(FULL)
    with desk.step("Review", Place(made, ())) as step:
        set_reviewed(step, made, "  Clinic Oak Street ", DAY, UNTIL)
    read = read_bytes(made.text.encode(), made.path, today=DAY).content
    assert read is not None
    assert read.reviewed is not None
    assert (read.status, read.reviewed.by) == ("reviewed", "Clinic Oak Street")
    assert (read.reviewed.on, read.reviewed.until) == ("2026-11-30", "2027-11-30")
    with desk.step("Draft", Place(made, ())) as step:
        set_back(step, made)
    assert made.text == FULL
    with pytest.raises(ValueError, match="nobody"), desk.step("Review", Place(made, ())) as step:
        set_reviewed(step, made, " ", DAY, UNTIL)
    assert made.text == FULL


def test_what_is_wrong_with_a_review_is_said() -> None:
    assert reviewing.wrong_with("Us", DAY, UNTIL, DAY) == ""
    assert "who" in reviewing.wrong_with(" ", DAY, UNTIL, DAY)
    assert "yet to come" in reviewing.wrong_with("Us", UNTIL, UNTIL, DAY)
    assert "ended" in reviewing.wrong_with("Us", DAY, date(2026, 11, 29), DAY)
    assert "ended" in reviewing.wrong_with("Us", date(2026, 1, 1), date(2026, 11, 29), DAY)
    assert reviewing.wrong_with("Us", date(2026, 1, 1), DAY, DAY) == ""
    assert reviewing.offered_until(DAY) == UNTIL
    assert reviewing.offered_until(date(2028, 2, 29)) == date(2029, 2, 28)


REVIEWED = FULL.replace(
    "status: draft", "status: reviewed\nreviewed: {by: Us, on: 2026-11-01, until: 2028-11-01}"
)


def another(made: Document) -> bool | None:
    return ReviewedText(made).look()


def test_a_change_after_the_review_is_another_text() -> None:
    desk, made = Desk(), document(REVIEWED)
    write(desk, made, "title: Small", "title:   'Small'  # a note")
    assert another(made) is False
    write(desk, made, "It rains.", "It snows.")
    assert another(made) is True
    write(desk, made, "It snows.", "It\n  snows.")
    assert another(made) is None  # What it says is not known just now.
    desk.undo()
    desk.undo()
    assert another(made) is False
    write(desk, made, "  off:\n", "  more: {stub: true}\n  off:\n")
    assert another(made) is True
    with desk.step("Review", Place(made, ())) as step:
        set_reviewed(step, made, "Us", DAY, UNTIL)
    assert another(made) is False
    write(desk, made, "It rains.", "It snows.")
    assert another(made) is True
    with desk.step("Draft", Place(made, ())) as step:
        set_back(step, made)
    assert another(made) is False
    assert made.arrangement == Arrangement()
    while desk.undo():
        pass
    assert (made.text, made.arrangement) == (REVIEWED, Arrangement())


def test_of_which_text_a_review_was_survives_closing() -> None:
    desk, made = Desk(), document(FULL)
    with desk.step("Review", Place(made, ())) as step:
        set_reviewed(step, made, "Us", DAY, UNTIL, " Every scene ")
    write(desk, made, "text: She gets off.", "text: She stays.")
    opened = document(made.text)
    lies = side.parsed(side.written(made.arrangement))
    assert lies is not None
    opened.arrangement = lies
    assert another(opened) is True
    assert reviewing.told(opened, DAY).looked_at == "Every scene"
    write(desk, opened, "text: She stays.", "text: She gets off.")
    assert another(opened) is False
    # A review that somebody writes by hand is of what stands there then.
    write(desk, opened, "text: She gets off.", "text: She stays.")
    write(desk, opened, "by: Us", "by: Them")
    assert another(opened) is False
    assert reviewing.told(opened, DAY).looked_at == ""
    write(desk, opened, "text: She stays.", "text: She gets off.")
    assert another(opened) is True


@pytest.mark.parametrize("old", ["status: reviewed", "by: Us", "until: 2028-11-01"])
def test_what_is_said_of_the_review_is_no_part_of_the_text(old: str) -> None:
    desk, made = Desk(), document(REVIEWED)
    write(desk, made, old, f"{old[:-1]}x")
    assert made.arrangement == Arrangement()
    desk.undo()
    write(desk, made, "title: Small", "title: Large")
    assert made.arrangement.review is not None
    write(desk, made, old, f"{old[:-1]}x")
    assert another(made) is False


def test_how_a_text_is_written_is_no_part_of_it() -> None:
    desk, made = Desk(), document(REVIEWED)
    write(desk, made, "text: She gets off.", "text: Off.")
    made = document(made.text)
    write(desk, made, "text: Off.", "text: In.")
    write(desk, made, "text: In.", "text: |\n      Off.")
    assert another(made) is False


def test_a_scene_may_be_called_status() -> None:
    named = REVIEWED.replace(
        "  off:\n",
        "  reviewed: {stub: true}\n  status:\n    text: She waits.\n    next: off\n  off:\n",
    )
    desk, made = Desk(), document(named)
    write(desk, made, "text: She waits.", "text: She stays.")
    assert another(made) is True


def test_each_look_reads_only_what_has_changed() -> None:
    desk, made = Desk(), document(REVIEWED)
    write(desk, made, "It rains.", "It snows.")
    seen, looks = ReviewedText(made), 0

    def go_on() -> bool:
        nonlocal looks
        looks += 1
        return True

    assert seen.look(go_on) is True
    assert looks > 5
    looks = 0
    write(desk, made, "It snows.", "It rains.")
    assert seen.look(go_on) is False
    assert looks == 1
    write(desk, made, "It rains.", "It snows.")
    assert seen.look(lambda: False) is None


def test_of_two_who_reviewed_the_later_counts_when_maps_are_put_together() -> None:
    base = Arrangement(review=ReviewOf("a", "a"))
    ours, theirs = Arrangement(review=ReviewOf("b", "b")), Arrangement(review=ReviewOf("c", "c"))
    assert side.together(base, base, theirs).review == theirs.review
    assert side.together(base, ours, base).review == ours.review
    assert side.together(base, ours, theirs).review == ours.review
    assert side.only_of(ours, ()).review == ours.review


def test_a_key_at_the_end_and_a_file_of_one_line_are_texts_too() -> None:
    desk, made = Desk(), document(REVIEWED)
    with desk.step("Change", Place(made, ())) as step:
        step.splice(made, [Splice(len(made.text), len(made.text), "sources: [Oak Street]\n")])
    assert another(made) is True
    flow = "{format: help/1, status: reviewed, reviewed: {by: Us}, title: One}"
    made = document(flow)
    write(desk, made, "One", "Two")
    assert another(made) is True
    write(desk, made, "Two", "'One'")
    assert another(made) is False


def test_what_a_file_tells_of_its_review() -> None:
    assert reviewing.told(document(FULL), DAY) == reviewing.Told("draft")
    told = reviewing.told(document(REVIEWED), DAY)
    assert (told.by, told.on, told.until, told.ended) == ("Us", "2026-11-01", "2028-11-01", False)
    assert not reviewing.told(document(REVIEWED), date(2028, 11, 1)).ended
    assert reviewing.told(document(REVIEWED), date(2028, 11, 2)).ended
    alone = REVIEWED.replace("reviewed: {by: Us, on: 2026-11-01, until: 2028-11-01}", "")
    assert reviewing.told(document(alone), DAY) == reviewing.Told("reviewed")


def test_what_stands_against_a_review_is_told() -> None:
    made = document(REVIEWED)
    wrong = [problem("never-offered", Mark())]
    assert reviewing.findings(made, [problem("long-scene", Mark())], another=False) == []
    assert reviewing.findings(document(FULL), wrong, another=True) == []
    assert reviewing.findings(made, [problem("review-expired", Mark())], another=False) == []
    (found,) = reviewing.findings(made, wrong, another=False)
    assert (found.code, found.severity) == ("reviewed-unmended", Severity.ERROR)
    (found,) = reviewing.findings(made, [], another=True)
    assert (found.code, found.severity) == ("reviewed-other", Severity.WARNING)
    assert "Us" in sentence(found)
    assert made.text.split("\n")[found.mark.line - 1] == "status: reviewed"
    both = reviewing.findings(made, wrong, another=True)
    assert {one.code for one in both} < reviewing.OF_THE_REVIEW


def test_who_practises_is_told_when_a_review_has_ended() -> None:
    review = Review(by="Us", on="2026-01-01", until="2026-11-30")
    assert reviews.told("reviewed", review, DAY) == "Reviewed by Us"
    ended = reviews.told("reviewed", review, date(2026, 12, 1))
    assert "good until 2026-11-30" in ended
    assert "Not yet" in reviews.told("draft", None, DAY)


def test_only_what_has_a_status_is_reviewed() -> None:
    assert reviewing.knows_reviews(document(FULL))
    assert not reviewing.knows_reviews(document("format: help/1\n"))
