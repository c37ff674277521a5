"""Folders that were added in the settings: Author lists what lies there, and finds in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.finding.test_finding import TEXT, sheet_of
from tests.ui.authoring.keeping.opened import shown
from tests.until import until
from trainer import paths
from trainer.language import _
from trainer.settings import Settings
from trainer.ui.authoring.finding.where import OWN
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.dialogs import ErrorSheet
from trainer.ui.find import FindSheet

if TYPE_CHECKING:
    from pathlib import Path

PACK = "id: ours\ntitle: Coffee of ours\nversion: '1'\nlicence: CC0-1.0\nauthors: [us]\n"


def cloned(folder: Path) -> Path:
    """Lay down what a group's repository has."""
    (folder / "help").mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK)
    (folder / "compose.yaml").write_text("services: {coffee: {}}\n")
    (folder / "help" / "ours.yaml").write_text("format: help/1\nid: ours\nlanguage: en\n")
    story = folder / "bus" / "bus.yaml"
    story.parent.mkdir()
    story.write_text(TEXT)
    (folder / "again.yaml").symlink_to(story)
    return story


def test_what_lies_in_an_added_folder_is_listed_and_found_in(
    qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "group"
    story, mine = cloned(folder), own_copy()
    (paths.own_scenarios() / "pack.yaml").write_text(PACK)
    settings = Settings(keep=True, motion="reduced", folders=(str(folder), str(mine.parent)))
    with Stage(settings) as stage:
        stage.shell.show()
        stage.shell.open_page("author-home")
        home = stage.shell.page()
        assert isinstance(home, AuthorHomePage)
        cards = {one.mine.path.resolve(): one for one in home.files}
        assert cards.keys() == {story, folder / "help" / "ours.yaml", mine.resolve()}
        assert len(home.files) == 3
        acts = {path: [one[0] for one in card.more.menu_acts] for path, card in cards.items()}
        assert _("Delete") in acts[mine.resolve()]
        assert _("Delete") not in acts[story]

        # From another file, in all; and from one that lies nowhere of these, in that, too.
        elsewhere = tmp_path / "elsewhere.yaml"
        elsewhere.write_text(TEXT)
        for path, count in ((mine, 1), (elsewhere, 2)):
            sheet = sheet_of(shown(stage, path), OWN)
            sheet.fields.sought.setText("Decoffee")
            until(lambda count=count, sheet=sheet: sheet.places.count() == count)  # type: ignore[misc]
            sheet.reject()


def test_ctrl_k_finds_what_lies_in_an_added_folder_and_leaves_what_is_chosen(
    qapp: QApplication, tmp_path: Path
) -> None:
    story = cloned(tmp_path / "group")
    for number in range(20):
        story.with_name(f"c{number}.yaml").write_text(TEXT)
    settings = Settings(keep=True, motion="reduced", folders=(str(tmp_path / "group"),))
    with Stage(settings) as stage:
        stage.shell.show()
        stage.settle(0.02)
        stage.shell.open_search()
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, FindSheet)
        rows = sheet.findChild(QListView)
        assert rows is not None
        # What is typed first finds what has been read; more comes while somebody walks the list.
        sheet.field.setText("a")
        QTest.keyClick(sheet.field, Qt.Key.Key_Down)
        chosen = rows.currentIndex().data()
        until(lambda: not sheet._slices.is_busy)
        assert rows.currentIndex().row() == 1
        assert rows.currentIndex().data() == chosen
        sheet.field.setText("coffee c7")
        [found] = sheet._model.found
        assert dict(found.what) == {"path": str(story.with_name("c7.yaml"))}
        QTest.keyClick(sheet.field, Qt.Key.Key_Return)
        stage.settle(0.02)
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        assert page.bench.document is not None
        assert page.bench.document.path == story.with_name("c7.yaml")


def test_what_a_pack_says_of_itself_is_no_scenario(qapp: QApplication, tmp_path: Path) -> None:
    cloned(tmp_path / "group")
    pack = tmp_path / "group" / "pack.yaml"
    with Stage(Settings(keep=True, motion="reduced")) as stage:
        stage.shell.show()
        stage.shell.open_page("author", path=pack)
        stage.settle(0.02)
        told = next(one for one in qapp.topLevelWidgets() if isinstance(one, ErrorSheet))
        assert told.heading.text().startswith("pack.yaml says whose")
        told.reject()
        stage.settle(0.02)
        assert isinstance(stage.shell.page(), AuthorHomePage)
        assert pack.read_text() == PACK
