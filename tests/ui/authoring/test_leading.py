"""From one's own story one act leads to a plan in which the group goes through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.scenes import Stage
from tests.ui.practice.hands import Hands
from trainer import paths
from trainer.authoring.document import Document
from trainer.authoring.keeping import own_copies
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.leading import LeadSheet
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication

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
