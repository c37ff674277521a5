"""From one's own story one act leads to a plan in which the group goes through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.scenes import Stage
from tests.ui.practice.hands import Hands
from trainer import paths
from trainer.authoring.document import Document
from trainer.authoring.keeping import own_copies
from trainer.authoring.source.splices import Splice
from trainer.ui.authoring import readying
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.leading import LeadSheet
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.workshop.ready.page import ReadyPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication

    from trainer.errors import UpstanderError
    from trainer.ui.authoring.frame.bar import MoreButton

Key = Qt.Key


def led(more: MoreButton) -> QAction:
    (found,) = (one for one in more.made_menu().actions() if "Lead a workshop" in one.text())
    return found


def test_a_story_comes_to_the_group_from_its_card_and_from_the_editor(qapp: QApplication) -> None:
    with Stage() as stage:
        shipped = paths.built_in_scenarios() / "refund-counter/refund-counter.yaml"
        file = own_copies.copy(shipped, {"refund-counter"})
        stage.context.read_library()
        stage.shell.show()
        stage.shell.open_page("author-home")
        hands = Hands(stage)
        home = stage.shell.page()
        assert isinstance(home, AuthorHomePage)
        while not (home.files and home.files[0].playable):
            stage.settle(0.05)
        led(home.files[0].more).trigger()
        sheet = hands.sheet()
        assert isinstance(sheet, LeadSheet)
        assert sheet.plan.count() > 2
        assert "your story is in it" not in sheet.plan.itemText(0)
        sheet.go.click()
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        document = page.bench.document
        assert isinstance(document, Document)
        assert document.path.is_relative_to(paths.own_plans())
        part = page.bench.path
        story = Document(file, file.read_text("utf-8"))
        assert story.settle()
        assert document.data((*part, "scenario")) == story.data(("id",))
        assert document.data((*part, "title")) == story.data(("title",))
        assert document.data((*part, "notes")) is None
        assert stage.shell.focusWidget() is not None
        assert page.form.isAncestorOf(stage.shell.focusWidget())
        stage.shell.open_page("author", path=file)
        led(page.bar.more).trigger()
        sheet = hands.sheet()
        assert isinstance(sheet, LeadSheet)
        assert sheet.plan.currentText().endswith(": your story is in it")
        sheet.go.click()
        assert page.bench.document is document
        assert len(list(paths.own_plans().rglob("*.yaml"))) == 1


def ready_act(more: MoreButton) -> QAction:
    (found,) = (one for one in more.made_menu().actions() if one.text().startswith("Get ready"))
    return found


def a_plan() -> Path:
    return own_copies.copy(paths.built_in_plans() / "4-taster.yaml", ())


def written_in(stage: Stage, title: str) -> AuthorPage:
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    with page.bench.step("write") as step:
        assert page.bench.document is not None
        step.put(page.bench.document, ("title",), title)
    return page


def led_plan(stage: Stage) -> str:
    page = stage.shell.page()
    assert isinstance(page, ReadyPage)
    assert page.preparation is not None
    assert page.preparation.placed is not None
    return page.preparation.placed.content.title


def test_a_plan_that_is_written_is_got_ready_from_its_editor(qapp: QApplication) -> None:
    with Stage() as stage:
        assert stage.context.plans.plans()  # Known before there was this one.
        file = a_plan()
        stage.shell.show()
        stage.shell.open_page("author", path=file)
        page = written_in(stage, "In our hall")
        ready_act(page.bar.more).trigger()
        assert led_plan(stage) == "In our hall"  # It was saved before.
        assert "title: In our hall\n" in file.read_text("utf-8")
        stage.shell.go_back()
        written_in(stage, "In our yard")
        page.things.try_out.click()
        assert led_plan(stage) == "In our yard"


def test_a_plan_with_something_to_mend_says_so_instead(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.show()
        stage.shell.open_page("author", path=a_plan())
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        assert page.bench.document is not None
        with page.bench.step("write") as step:
            step.splice(page.bench.document, [Splice(0, 0, "]")])
        assert not ready_act(page.bar.more).isEnabled()
        assert ready_act(page.bar.more).text().endswith("there is still something to mend")
        page.things.try_out.click()
        assert stage.shell.page() is page
        assert "listed under “Problems”" in Hands(stage).seen(stage.shell)


def test_a_plan_that_another_hides_says_what_to_do(qapp: QApplication) -> None:
    with Stage() as stage:
        file = a_plan()
        twin = file.parent.with_name("a-twin") / "a-twin.yaml"
        twin.parent.mkdir()
        twin.write_bytes(file.read_bytes())
        stage.shell.show()
        told: list[UpstanderError] = []
        stage.context.told.connect(told.append)
        for one in (file, twin):
            readying.show(stage.context, one, "Twice")
        (error,) = told
        assert "short name that no other plan has" in str(error)


def test_a_plan_is_got_ready_from_its_card(qapp: QApplication) -> None:
    with Stage() as stage:
        plan, broken = a_plan(), a_plan()
        broken.write_text(
            broken.read_text("utf-8").replace("status: draft", "status: odd"), "utf-8"
        )
        stage.shell.show()
        stage.shell.open_page("author-home")
        home = stage.shell.page()
        assert isinstance(home, AuthorHomePage)
        while len(home.files) < 2:
            stage.settle(0.02)
        cards = {card.mine.path: card for card in home.files}
        act = ready_act(cards[broken].more)
        assert not act.isEnabled()
        assert act.text().endswith("there is still something to mend")
        assert not hasattr(cards[broken], "ready")
        assert ready_act(cards[plan].more).isEnabled()
        cards[plan].ready.click()
        assert led_plan(stage).startswith("Five ways to help")
