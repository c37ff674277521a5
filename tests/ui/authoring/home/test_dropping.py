"""Files that are dropped on Author: one's own opens, others are offered, and the rest is told."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.bad_days.days import posix, window
from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.keeping.opened import sheet
from trainer import paths
from trainer.ui.authoring.giving.take_sheet import TakeSheet
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.practice.hands import Hands

COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def hands(qapp: QApplication) -> Iterator[Hands]:
    path = own_copy()
    with window() as made:
        made.context.open_page("author", path=path)
        made.settle()
        yield made


def drop(hands: Hands, *paths_: Path | str) -> bool:
    """Drop files where the page is; tell whether they could be."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths_])
    page = hands.stage.shell.page()
    entering = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    QApplication.sendEvent(page, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE))
    hands.settle()
    return True


@pytest.mark.parametrize("on", ["author", "author-home"])
def test_a_file_of_ones_own_opens(hands: Hands, on: str) -> None:
    other = own_copy("blue-tape")
    hands.context.open_page(on)
    assert drop(hands, other)
    page = hands.stage.shell.page()
    assert isinstance(page, AuthorPage)
    assert page.bench.document is not None
    assert page.bench.document.path == other


def test_a_file_from_elsewhere_is_offered_as_a_copy(hands: Hands, tmp_path: Path) -> None:
    own = set(paths.own_scenarios().rglob("*.yaml"))
    given = tmp_path / "theirs.yaml"
    given.write_bytes(own_copy("blue-tape").read_bytes())
    before = given.read_bytes()
    assert drop(hands, given)
    asked = sheet()
    assert isinstance(asked, TakeSheet)
    asked.reject()
    hands.settle()
    assert given.read_bytes() == before
    assert set(paths.own_scenarios().rglob("*.yaml")) >= own


def test_a_pack_is_taken_in_to_work_on_and_says_nothing_of_itself_as_a_story(
    hands: Hands, tmp_path: Path
) -> None:
    pack = tmp_path / "ours.FIVED"
    text = own_copy("blue-tape").read_text("utf-8").replace("id: blue-tape", "id: green-tape")
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("pack.yaml", "id: ours\ntitle: Ours\nversion: '1'\nlicence: CC0-1.0\n")
        archive.writestr("assets/logo.png", b"nobody names it")
        archive.writestr("scenarios/tape.yaml", text)
        archive.writestr("scenarios/tape.de.po", "de")
        archive.writestr("drills/short.yaml", "format: drills/1\nid: short\ntitle: Short\n")
    before = pack.read_bytes()
    assert drop(hands, pack)
    asked = sheet()
    assert isinstance(asked, TakeSheet)
    asked.go.click()
    folder = paths.own_scenarios()
    assert {one.name for one in (folder / "green-tape").iterdir()} == {
        "green-tape.yaml", "green-tape.de.po"
    }  # fmt: skip
    assert (folder / "short" / "short.yaml").is_file()
    assert not list(folder.rglob("pack.yaml"))
    assert pack.read_bytes() == before


def test_what_is_no_text_is_told_in_one_line(hands: Hands, tmp_path: Path) -> None:
    page = hands.stage.shell.page()
    (tmp_path / "box.yaml").mkdir()
    for name, words in (
        ("box.yaml", "“box.yaml” is a folder."),
        ("holiday.jpg", "“holiday.jpg” stays where it is"),
        ("gone", "“gone” stays where it is"),
    ):
        assert drop(hands, tmp_path / name)
        assert words in hands.seen()
        assert hands.stage.shell.page() is page
    assert not drop(hands)


@posix
def test_a_link_to_ones_own_is_ones_own_and_one_out_of_it_is_not(
    hands: Hands, tmp_path: Path
) -> None:
    other, theirs = own_copy("blue-tape"), tmp_path / "theirs.yaml"
    theirs.write_text("format: scenario/1\ntitle: Theirs\n")
    inside, out = other.with_name("in.yaml"), other.with_name("out.yaml")
    inside.symlink_to(other)
    out.symlink_to(theirs)
    assert drop(hands, inside)
    page = hands.stage.shell.page()
    assert isinstance(page, AuthorPage)
    assert page.keeping.keeper.shown is not None
    assert page.keeping.keeper.shown.place == other
    assert drop(hands, out)
    assert not isinstance(hands.stage.shell.page(), AuthorPage)
    sheet().reject()
    hands.settle()


def test_of_very_many_the_first_are_looked_at_and_the_rest_is_told(
    hands: Hands, tmp_path: Path
) -> None:
    many = [tmp_path / f"{number}.yaml" for number in range(25)]
    for one in many:
        one.write_text("format: scenario/1\nid: a\ntitle: Theirs\n")
    assert drop(hands, *many, tmp_path / "holiday.jpg")
    assert "6 of what you dropped are left as they are" in hands.seen()
    for _each in range(20):
        sheet().reject()
        hands.settle()
    assert QApplication.activeModalWidget() is None
