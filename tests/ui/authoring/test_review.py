"""Who has reviewed it is written down once nothing is left to mend, and undone with one key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.authoring.checking.breaking import FULL
from tests.scenes.authoring_problems_scenes import settle
from tests.ui.authoring.problems.checked import opened, write
from trainer import paths
from trainer.authoring.checking.state import State
from trainer.ui import typed_days
from trainer.ui.authoring.form.things.thing_form import ThingForm
from trainer.ui.authoring.tables.review_sheet import ReviewedSheet
from trainer.ui.typed_days import read_day

if TYPE_CHECKING:
    from pathlib import Path

    from tests.scenes import Stage
    from trainer.ui.authoring.page import AuthorPage
    from trainer.ui.authoring.tables.review import Review


def review(stage: Stage, page: AuthorPage) -> Review:
    page.bench.select(())
    page.frame.bring(page.form)
    stage.settle(0.01)
    page.about.review.renew()
    return page.about.review


def sheet(stage: Stage, page: AuthorPage) -> ReviewedSheet:
    review(stage, page).give.click()
    stage.settle(0.01)
    (found,) = page.window().findChildren(ReviewedSheet)
    return found


def test_what_stands_keeps_it_from_being_reviewed_and_leads_there(
    stage: Stage, tmp_path: Path
) -> None:
    text = FULL.replace("  off:\n", "  lost: {stub: true}\n  off:\n")
    page = opened(stage, tmp_path / "a.yaml", text.replace("d: distract", "d: distrakt"))
    block = review(stage, page)
    assert block.state.text().startswith("It is a draft.")
    assert not block.give.isEnabled()
    assert "1 error is to be mended." in block.reasons.text()
    assert "1 error" in block.give.accessibleDescription()
    assert block.back.isHidden()
    menu = page.bar.more.made_menu()
    (row,) = (one for one in menu.actions() if "reviewed" in one.text())
    assert row.text() == "Say that it was reviewed …  Not yet: 1 error is to be mended."
    assert not row.isEnabled()
    menu.deleteLater()
    block.first.click()
    assert list(page.bench.path) == ["scenes", "aboard", "choices", 1, "d"]
    write(page, "d: distrakt", "d: distract")
    page.problems.watch.look()
    assert page.bench.checking is State.CHECKING
    page.bench.select(())  # At once: a check may be done by the next turn.
    block.renew()
    assert "still being checked" in block.reasons.text()
    settle(stage, page)
    block = review(stage, page)
    assert block.reasons.text() == "1 warning is to be looked at."
    block.first.click()
    assert list(page.bench.path) == ["scenes", "lost"]
    write(page, "It rains.", "It\n  rains.")
    assert "cannot be read" in review(stage, page).reasons.text()
    block.ask()
    assert page.window().findChildren(ReviewedSheet) == []


def test_who_reviewed_it_is_written_down_as_one_step(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    asked = sheet(stage, page)
    today = date.today()
    asked.whose.setText("Oak  Clinic")
    asked.person.setText("Ana Ruiz")
    asked.role.setText("counsellor")
    asked.looked_at.set_text("Every scene, with two neighbours")
    asked.agreed.setChecked(True)
    asked.write()
    said = "The review is written down, and not saved yet. Ctrl Z takes it back."
    assert stage.shell.notices.isVisibleTo(stage.shell)
    assert stage.shell.notices._words.text() == said
    document = page.bench.document
    assert document is not None
    assert document.data(("reviewed",)) == {
        "by": "Ana Ruiz, counsellor, Oak Clinic",
        "on": today.isoformat(),
        "until": asked.until.text(),
    }
    settle(stage, page)
    assert page.bench.problems == ()
    block = review(stage, page)
    assert "Ana Ruiz, counsellor, Oak Clinic reviewed it" in block.state.text()
    assert "two neighbours" in block.looked_at.text()
    assert "again" in block.give.text()
    write(page, "It rains.", "It snows.")
    page.problems.watch.look_at_review()
    settle(stage, page)
    block = review(stage, page)
    assert "Ana Ruiz" in block.wrong.words()
    assert block.give.isEnabled()
    page.bench.undo()
    page.bench.undo()
    assert document.text == FULL
    assert document.arrangement.review is None
    page.bench.redo()
    block = review(stage, page)
    block.back.click()
    assert document.text == FULL


def test_cards_are_reviewed_too(stage: Stage, tmp_path: Path) -> None:
    shipped = next(paths.built_in_drills().glob("*.yaml"))
    page = opened(stage, tmp_path / "a.yaml", shipped.read_text("utf-8"))
    (possible,) = [one[3] for one in page.bar.more.menu_acts if "reviewed" in one[0]]
    assert possible()
    page.say_reviewed()
    (asked,) = page.window().findChildren(ReviewedSheet)
    asked.person.setText("Ana Ruiz")
    asked.agreed.setChecked(True)
    asked.write()
    assert page.bench.document is not None
    assert page.bench.document.data(("reviewed", "by")) == "Ana Ruiz"
    page.bench.select(())
    page.frame.bring(page.form)
    stage.settle(0.05)
    form = page.form.form
    assert isinstance(form, ThingForm)
    assert form.review is not None
    form.review.renew()
    assert "Ana Ruiz" in form.review.state.text()
    write(page, "title: ", "titel: ")
    settle(stage, page)
    assert not possible()
    page.bench.write_at(("status",))
    stage.settle(0.05)
    focused = page.window().focusWidget()
    assert focused is not None
    assert form.review.isAncestorOf(focused)
    assert "yet something is left" in form.review.wrong.words()
    form.review.first.click()
    assert page.bench.path == ("titel",)
    assert "reviewed-unmended" in [one.code for one in page.bench.problems]


def test_a_review_that_cannot_be_is_not_written_down(stage: Stage, tmp_path: Path) -> None:
    page = opened(stage, tmp_path / "a.yaml", FULL)
    asked = sheet(stage, page)

    def refused(because: str, at: object) -> None:
        asked.write()
        assert because in asked.wrong.text()
        assert asked.wrong.isVisibleTo(asked)
        assert QApplication.focusWidget() is at
        assert page.bench.document is not None
        assert page.bench.document.text == FULL

    refused("Say who", asked.whose)
    asked.whose.setText(" upstander ")
    refused("cannot be the one who", asked.whose)
    asked.person.setText("Upstander, reader")
    refused("cannot be the one who", asked.person)
    asked.person.clear()
    asked.whose.setText("Oak Clinic")
    asked.on.setText("3 November 2026")
    assert asked.until.text() == "2027-11-03"
    asked.until.setText("2026-13-01")
    refused("This is no day", asked.until)
    asked.until.setText("2026-01-01")
    refused("ended already", asked.until)
    asked.until.setText("2098-1-1")
    asked.on.setText("2097-01-01")
    assert asked.until.text() == "2098-1-1"
    refused("yet to come", asked.on)
    asked.on.setText("2026-01-01")
    refused("said yes", asked.agreed)
    asked.agreed.setChecked(True)
    write(page, "It rains.", "It <b>rains</b>.")
    asked.write()
    assert "still being checked" in asked.wrong.text()
    asked.reject()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-01-31", date(2027, 1, 31)),
        (" 2027/1/3 ", date(2027, 1, 3)),
        ("2027.02.29", None),
        ("31-01-2027", date(2027, 1, 31)),
        ("29/11/2026", date(2026, 11, 29)),
        ("11/29/2026", date(2026, 11, 29)),
        ("11/11/2026", date(2026, 11, 11)),
        ("03/04/2026", None),
        ("29 November 2026", date(2026, 11, 29)),
        ("29. nov. 2026", date(2026, 11, 29)),
        ("November 29th, 2026", date(2026, 11, 29)),
        ("2026 Nov 29", date(2026, 11, 29)),
        ("31 ju 2026", None),
        ("31 November 2026", None),
        ("November 2026", None),
        ("29 November 26", None),
        ("29 Novembre 2026 7", None),
        ("27-01-31", None),
        ("2027-01", None),
        ("2027-01-3\u0663", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert read_day(text) == day
    assert (typed_days.wrong_with(text) == "") is (day is not None)


def test_a_day_that_may_be_two_says_so() -> None:
    assert "one of two days" in typed_days.wrong_with("03/04/2026")
    assert "one of two days" not in typed_days.wrong_with("31/31/2026")
