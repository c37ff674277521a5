"""Where nothing is kept, a story that is written stays all the same, and that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from tests.ui.practice.hands import Hands
from trainer.settings import Settings
from trainer.ui.authoring.keeping.versions_sheet import VersionsSheet
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trainer.ui.page import Page


def how_back(page: Page) -> str:
    return dict(page.good_to_know())["How do I go back?"]


def test_whoever_keeps_nothing_hears_that_the_file_stays_and_where_to_change_that(
    qapp: QApplication,
) -> None:
    with Stage(Settings(keep=False)) as stage:
        stage.context.keep(False)
        stage.shell.show()
        hands = Hands(stage)
        stage.shell.open_page("author-home")
        assert "no earlier versions" in how_back(stage.shell.page())
        stage.shell.open_page("author", path=own_copy())
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        assert "no earlier versions" in how_back(page)
        page.keeping.show_versions()
        sheet = hands.sheet()
        assert isinstance(sheet, VersionsSheet)
        assert "The file itself stays." in hands.seen(sheet)
        sheet.change.click()
        settings = stage.shell.page()
        assert settings.name == "settings"
        assert "What you write in Author is a file: it stays" in hands.seen(settings)
        stage.context.keep(True)
        assert "What you write in Author" not in hands.seen(settings)
        hands.button("Keep nothing from now on").click()
        assert "What you write in Author is a file: it stays" in hands.seen(hands.sheet())
        hands.sheet().reject()
        assert "has the file as it was before" in how_back(page)


def test_a_guest_is_not_sent_to_settings_that_are_somebody_elses(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.show()
        stage.context.practise_as(None)
        stage.settle(0.05)
        assert stage.context.guest
        stage.shell.open_page("author", path=own_copy())
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        assert "no earlier versions" in how_back(page)
        page.keeping.show_versions()
        sheet = Hands(stage).sheet()
        assert "nothing of a guest" in Hands(stage).seen(sheet)
        assert not hasattr(sheet, "change")
