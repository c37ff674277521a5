"""A review is given only for what has nothing left to mend, and holds for one text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.authoring.checking.breaking import FULL
from tests.authoring.files import document
from trainer.authoring import reviewing
from trainer.authoring.checking.standing import State
from trainer.authoring.desk import Desk, Place
from trainer.authoring.reviewing import ReviewedText, may_be_reviewed, set_back, set_reviewed
from trainer.authoring.source.splices import Splice
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem
from trainer.scenario.reading import read_bytes

if TYPE_CHECKING:
    from trainer.authoring.document import Document

DAY = date(2026, 11, 30)
UNTIL = date(2028, 11, 30)


def write(desk: Desk, made: Document, old: str, new: str) -> None:
    at = made.text.index(old)
    with desk.step("Change", Place(made, ())) as step:
        step.splice(made, [Splice(at, at + len(old), new)])


def test_errors_and_findings_keep_a_file_from_being_reviewed() -> None:
    assert may_be_reviewed([]) == ()
    found = [problem(code, Mark()) for code in ("stuck", "endless", "long-scene", "no-debrief")]
    assert may_be_reviewed(found) == (
        "2 errors are to be mended.",
        "1 warning is to be looked at.",
        "1 finding about the method is to be looked at.",
    )
    assert may_be_reviewed([problem("review-expired", Mark())]) == ()
    assert may_be_reviewed([], State.CHECKING) == ("It is still being checked.",)
    assert may_be_reviewed([], State.FAILED) == ("It could not be checked as a whole.",)


def test_who_and_until_when_is_written_down_and_undone() -> None:
    desk, made = Desk(), document(FULL)
    with desk.step("Review", Place(made, ())) as step:
        set_reviewed(step, made, "  Clinic Oak Street ", DAY, UNTIL)
    read = read_bytes(made.text.encode(), made.path, today=DAY).content
    assert read is not None
    assert read.reviewed is not None
    assert (read.status, read.reviewed.by) == ("reviewed", "Clinic Oak Street")
    assert (read.reviewed.on, read.reviewed.until) == ("2026-11-30", "2028-11-30")
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
    assert reviewing.offered_until(DAY) == UNTIL
    assert reviewing.offered_until(date(2028, 2, 29)) == date(2030, 2, 28)


def test_a_change_after_the_review_is_another_text() -> None:
    desk = Desk()
    reviewed = "status: reviewed\nreviewed: {by: Us, on: 2026-11-01, until: 2028-11-01}"
    made = document(FULL.replace("status: draft", reviewed))
    seen = ReviewedText(made)
    write(desk, made, "title: Small", "title:   'Small'  # a note")
    assert not seen.look()
    write(desk, made, "It rains.", "It snows.")
    assert seen.look()
    write(desk, made, "It snows.", "It\n  snows.")
    assert not seen.look()  # What it says is not known just now.
    desk.undo()
    desk.undo()
    assert not seen.look()
    write(desk, made, "  off:\n", "  more: {stub: true}\n  off:\n")
    assert seen.look()
    with desk.step("Review", Place(made, ())) as step:
        set_reviewed(step, made, "Us", DAY, UNTIL)
    assert not seen.look()
    write(desk, made, "It rains.", "It snows.")
    with desk.step("Draft", Place(made, ())) as step:
        set_back(step, made)
    assert not seen.look()


def test_only_what_has_a_status_is_reviewed() -> None:
    assert reviewing.knows_reviews(document(FULL))
    assert not reviewing.knows_reviews(document("format: help/1\n"))
