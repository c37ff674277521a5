"""Scenes of saying that a file was reviewed."""

from __future__ import annotations

from datetime import date

from tests.scenes import Stage, scene
from tests.scenes.authoring_problems_scenes import mistaken, settle
from tests.scenes.authoring_scenes import author
from trainer import paths
from trainer.authoring.reviews import reviewing
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.ui.authoring.home.new_sheet import NewSheet
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.authoring.tables.review_sheet import ReviewedSheet


def _show(stage: Stage, page: AuthorPage) -> None:
    page.bench.select(())
    page.frame.bring(page.form)
    stage.settle(0.3)
    page.about.review.stand()
    stage.settle(0.05)


@scene("author-review")
def review(stage: Stage) -> None:
    page = author(stage)
    settle(stage, page)
    document = page.bench.document
    assert document is not None
    with page.bench.step("Reviewed", ()) as step:
        reviewing.set_reviewed(
            step,
            document,
            "Ana Ruiz, counsellor, Oak Street Clinic",
            date(2026, 11, 1),
            date(2098, 11, 1),
            "Every scene, with two neighbours who ride this bus",
        )
    settle(stage, page)
    _show(stage, page)


@scene("author-review-not-yet")
def not_yet(stage: Stage) -> None:
    page = mistaken(stage)
    _show(stage, page)


@scene("author-reviewed-sheet")
def sheet(stage: Stage) -> None:
    page = author(stage)
    settle(stage, page)
    _show(stage, page)
    page.about.review.ask()
    stage.settle(0.05)


@scene("author-reviewed-refused")
def refused(stage: Stage) -> None:
    page = author(stage)
    settle(stage, page)
    _show(stage, page)
    page.about.review.ask()
    (asked,) = page.window().findChildren(ReviewedSheet)
    asked.whose.setText("Oak Street Clinic")
    asked.until.setText("2026-01-01")
    asked.write()
    stage.settle(0.05)


@scene("author-review-of-cards")
def of_cards(stage: Stage) -> None:
    path = paths.home() / "drills" / "cards.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(next(paths.built_in_drills().glob("*.yaml")).read_bytes())
    stage.shell.open_page("author", path=path)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    settle(stage, page)
    page.bench.write_at(("status",))
    stage.settle(0.2)


@scene("author-hints")
def hints_left(stage: Stage) -> None:
    page = author(stage)
    document = page.bench.document
    assert document is not None
    scenes = [name for name in document.scenes() if document.data(("scenes", name, "choices"))]
    with page.bench.step("Longer", ()) as step:
        for name in scenes[:2]:
            step.put(document, ("scenes", name, "text"), "It rains on everybody here. " * 40)
    settle(stage, page)
    page.frame.bring(page.problems)
    page.problems.list.choose(0)
    page.problems.fix()
    settle(stage, page)
    page.problems.list.choose(0)
    page.problems.list.setFocus()


@scene("author-begun")
def begun(stage: Stage) -> None:
    stage.shell.open_page("author-home")
    home = stage.shell.page()
    assert isinstance(home, AuthorHomePage)
    home.begin(BY_NAME["two-step"])
    (sheet,) = stage.shell.findChildren(NewSheet)
    sheet.titled.setText("Line 42")
    assert sheet.targeted is not None
    sheet.targeted.setText("Mrs. Phan")
    sheet.begin()
    stage.settle(0.3)
