"""What somebody deleted is listed: brought back another day, or forgotten for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.home.test_home import home_page
from trainer import paths
from trainer.authoring.arrangement import Arrangement
from trainer.authoring.keeping import deleted, versions
from trainer.settings import Settings
from trainer.ui.authoring.home.deleted_sheet import DeletedSheet
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.ui.authoring.home.page import AuthorHomePage


def _sheet(stage: Stage, page: AuthorHomePage) -> DeletedSheet:
    page.deleted.click()
    sheet = stage.top()
    assert isinstance(sheet, DeletedSheet)
    return sheet


def _deleted(stage: Stage, path: Path) -> str:
    page = home_page(stage)
    (card,) = [one for one in page.files if one.mine.path == path]
    page.acts.delete(card.mine)
    assert not path.exists()
    return card.mine.title


def test_what_was_deleted_yesterday_is_brought_back_today(qapp: QApplication) -> None:
    path = own_copy()
    before = path.read_bytes()
    with Stage(Settings(keep=True)) as stage:
        stage.shell.show()
        title = _deleted(stage, path)
    with Stage(Settings(keep=True)) as stage:
        stage.shell.show()
        page = home_page(stage)
        assert page.files == []
        sheet = _sheet(stage, page)
        assert sheet.list.item(0).text().startswith(f"{title} · last kept ")
        sheet.bring.click()
        assert path.read_bytes() == before
        assert [one.mine.path for one in page.files] == [path]
        sheet = _sheet(stage, page)
        assert not hasattr(sheet, "list")


def test_what_is_forgotten_for_good_is_kept_nowhere(qapp: QApplication) -> None:
    path = own_copy()
    with Stage(Settings(keep=True)) as stage:
        stage.shell.show()
        _deleted(stage, path)
        page = home_page(stage)
        sheet = _sheet(stage, page)
        sheet.forget.click()
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, AskSheet)
        asked.go.click()
        assert deleted.every() == []
        assert [one for one in paths.versions().rglob("*") if one.is_file()] == []


def test_only_what_is_ones_own_and_gone_is_listed(qapp: QApplication, tmp_path: Path) -> None:
    path, other = own_copy(), tmp_path / "elsewhere.yaml"
    for one in (path, other):
        versions.keep(one, path.read_text("utf-8"), Arrangement(), versions.Why.SAVED)
    assert deleted.every() == []
    path.unlink()
    assert [one.path for one in deleted.every()] == [path]
    # A version that says it is of another file leads nobody there.
    folder = versions.folder(path)
    folder.rename(folder.with_name("0" * 32))
    assert deleted.every() == []
