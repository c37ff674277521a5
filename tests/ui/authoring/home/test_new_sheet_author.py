"""Who writes a story may be left out, and nobody is nudged to their own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.ui.authoring.home.new_sheet import NewSheet
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_a_name_is_left_out_and_is_not_put_in_again(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.context.change(author_name="Ana")
        stage.shell.show()
        stage.shell.open_page("author-home")
        home = stage.shell.page()
        assert isinstance(home, AuthorHomePage)
        home.begin(BY_NAME["empty"])
        sheet = stage.top()
        assert isinstance(sheet, NewSheet)
        assert sheet.author.text() == "Ana"
        assert "Anonymous" in sheet.author.placeholderText()
        assert "need not be your own name" in sheet.author.accessibleDescription()
        sheet.author.clear()
        sheet.titled.setText("At the stop")
        sheet.begin()
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        assert page.bench.document is not None
        assert page.bench.document.data(("authors",)) == ["Anonymous"]
        assert stage.context.settings.author_name == ""
