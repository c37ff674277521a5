"""Giving away and taking in, in the real window: chosen, dropped, and told apart."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.help.sample import GOOD
from tests.scenes import Stage, all_scenes
from tests.scenes.authoring_giving_scenes import given, own_workshop
from tests.scenes.authoring_scenes import own_copy
from tests.ui import sweep
from tests.ui.authoring.home.test_home import home_page
from tests.ui.practice.hands import Hands
from tests.ui.showing import every_layout
from tests.until import until
from trainer import paths
from trainer.authoring import shelf
from trainer.authoring.forms.licences import ONLY_OUR_GROUP
from trainer.authoring.giving import belonging, taking
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.templates.making import Asked
from trainer.ui.authoring.giving import take_sheet
from trainer.ui.authoring.giving.give_sheet import GiveSheet
from trainer.ui.authoring.giving.take_sheet import TakeSheet
from trainer.ui.dialogs import AskSheet, ErrorSheet
from trainer.ui.widgets.fields import CheckBox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.screenshots import Look
    from trainer.ui.authoring.home.file_card import FileCard
    from trainer.ui.authoring.home.page import AuthorHomePage

Key = Qt.Key


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage() as stage:
        stage.shell.show()
        yield stage


def card(page: AuthorHomePage, name: str) -> FileCard:
    (found,) = (one for one in page.files if one.name.startswith(name))
    return found


def dropped(page: AuthorHomePage, *places: Path) -> bool:
    """Drop files on the page, as the system does; tell whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in places])
    copies, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enters = QDragEnterEvent(QPoint(9, 9), copies, data, left, none)
    enters.ignore()
    QApplication.sendEvent(page, enters)
    if enters.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), copies, data, left, none))
    return enters.isAccepted()


def test_a_plan_is_given_with_its_story_and_drills_and_taken_in_elsewhere(
    qapp: QApplication, tmp_path: Path
) -> None:
    place, plan = tmp_path / "our-hour", own_workshop()
    with Stage() as stage:
        stage.shell.show()
        _give(stage, place)
    paths.move_home(tmp_path / "hers")
    with Stage() as stage:
        stage.shell.show()
        _take(stage, place.with_suffix(".zip"))
    assert (paths.own_plans() / plan.stem / plan.name).read_bytes() == plan.read_bytes()


def _give(stage: Stage, place: Path) -> None:
    hands = Hands(stage)
    page = home_page(stage)
    page.acts.ask = lambda *_said: str(place)
    page.acts.give_away(card(page, "Stepping in").mine)
    sheet = hands.sheet()
    assert isinstance(sheet, GiveSheet)
    (story,) = sheet.boxes.values()
    assert story.isChecked()
    assert "1 picture" in story.text()
    sheet.more.click()
    stage.settle(0.05)
    drills = hands.focus()
    assert isinstance(drills, CheckBox)
    assert not drills.isChecked()
    hands.press(Key.Key_Space)
    sheet.go.click()
    names = zipfile.ZipFile(place.with_suffix(".zip")).namelist()
    assert {name.split("/")[0] for name in names} == {
        "plans",
        "scenarios",
        "drills",
        "READ ME.txt",
    }
    seen = hands.seen()
    assert "3 files, 1 picture, 1 translation" in seen
    assert "What a camera noted in the picture, such as place and time, is left out." in seen
    page.acts.give_away(card(page, "Stepping in").mine)
    again = hands.sheet()
    assert isinstance(again, GiveSheet)
    again.go.click()
    # A file of that name is there by now, and nobody was asked whether it may go.
    refused = stage.top()
    assert isinstance(refused, ErrorSheet)
    refused.reject()
    assert zipfile.ZipFile(place.with_suffix(".zip")).namelist() == names


def _take(stage: Stage, place: Path) -> None:
    hands, page = Hands(stage), home_page(stage)
    assert page.files == []
    page.taking.ask = lambda *_said: str(place)
    page.given.click()
    take = hands.sheet()
    assert isinstance(take, TakeSheet)
    assert "You have another" not in hands.seen(take)
    hands.press(Key.Key_Return)
    until(lambda: len(page.files) == 3)
    assert "3 files more are among yours now" in hands.seen()
    until(lambda: bool(card(page, "The 8:10").playable))


def test_what_is_dropped_is_looked_at_one_by_one(stage: Stage, tmp_path: Path) -> None:
    place = given(own_workshop())
    hands = Hands(stage)
    page = home_page(stage)
    evil = tmp_path / "evil.zip"
    with zipfile.ZipFile(evil, "w") as archive:
        archive.writestr("../up.yaml", "format: scenario/1\n")
    assert dropped(page, tmp_path / "holiday.jpg")
    assert "“holiday.jpg” stays where it is" in hands.seen()
    assert dropped(page, evil, place, place)
    hands.settle()
    refused = hands.sheet()
    assert isinstance(refused, TakeSheet | ErrorSheet)
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert any(isinstance(one, ErrorSheet) for one in shown)
    (sheet,) = (one for one in shown if isinstance(one, TakeSheet))
    assert "It is here already" in hands.seen(sheet)
    for one in shown:
        if isinstance(one, ErrorSheet | TakeSheet):
            one.reject()
    until(lambda: isinstance(stage.top(), TakeSheet))
    assert stage.top() is not sheet
    stage.top().close()
    story = paths.own_scenarios() / "morning-train-2/morning-train-2.yaml"
    story.write_text(story.read_text("utf-8") + "# Hers\n", "utf-8")
    page = home_page(stage)
    page.ask = lambda *_said: str(place)
    page.elsewhere.click()
    (sheet,) = (
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, TakeSheet) and one.isVisible()
    )
    assert "It stays. This one is called “The 8:10 to Harbor (my own) (taken in)”" in hands.seen(
        sheet
    )
    sheet.go.click()
    until(lambda: len(page.files) == 5)


def test_a_name_that_ends_in_yaml_gives_the_text_alone(stage: Stage, tmp_path: Path) -> None:
    own_workshop()
    page = home_page(stage)
    place = tmp_path / "words.yaml"
    page.acts.ask = lambda *_said: str(place)
    page.acts.give_away(card(page, "The 8:10").mine)
    assert (
        place.read_bytes()
        == (paths.own_scenarios() / "morning-train-2/morning-train-2.yaml").read_bytes()
    )
    assert "It is the text alone" in Hands(stage).seen()


def test_a_name_that_ends_in_zip_gives_a_zip_also_of_a_text_alone(
    stage: Stage, tmp_path: Path
) -> None:
    story = own_copy("blue-tape")
    page = home_page(stage)
    place = tmp_path / "tape.zip"
    page.acts.ask = lambda *_said: str(place)
    (mine,) = page.files
    page.acts.give_away(mine.mine)
    archive = zipfile.ZipFile(place)
    assert archive.read("scenarios/blue-tape/blue-tape.yaml") == story.read_bytes()
    assert "In it: 1 file." in Hands(stage).seen()


def own_list() -> Path:
    """Begin a list of help, only for the group, and write in it."""
    asked = Asked("Ours", author="Pearl Street", licence=ONLY_OUR_GROUP)
    path = shelf.lay(BY_NAME["help"], asked, ())
    (text, *_rest) = path.read_text("utf-8").split("places:")
    path.write_text(text + GOOD[GOOD.index("places:") :], "utf-8")
    return path


def test_a_list_that_is_only_for_the_group_is_asked_about_when_it_goes_alone(
    stage: Stage, tmp_path: Path
) -> None:
    own_list()
    page, place = home_page(stage), tmp_path / "ours.yaml"
    page.acts.ask = lambda *_said: str(place)
    page.acts.give_away(card(page, "Ours").mine)
    sheet = stage.top()
    assert isinstance(sheet, AskSheet)
    assert "it is only for our group" in Hands(stage).seen(sheet)
    assert not place.exists()
    sheet.reject()
    own_workshop()
    parcels = belonging.with_named(next(paths.own_plans().glob("*/*.yaml")))
    give = GiveSheet(stage.context, parcels, stage.shell)
    give.open()
    give.more.click()
    assert give.ours.text() == ""
    (added,) = (box for box in give.boxes.values() if box.text().startswith("Ours"))
    added.click()
    assert "“Ours” says: it is only for our group" in give.ours.text()
    added.click()
    assert give.ours.text() == ""
    give.reject()


def test_who_takes_in_a_list_sees_whose_it_is_its_terms_and_its_numbers(tmp_path: Path) -> None:
    place = tmp_path / "given.yaml"
    own_list().rename(place)
    (came,) = taking.look(place, ())
    assert "written by Pearl Street" in take_sheet.facts(came)
    assert "It says that it is only for the group that it comes from." in take_sheet.stands(came)
    assert take_sheet.numbers(came) == [
        "First Line: Call 1-800-555-LINE, Text 988, https://example.org/first",
        "Lawyers: http://example.org/law",
    ]
    text = place.read_text("utf-8").replace(ONLY_OUR_GROUP, "CC-BY-ND-4.0")
    more = [f"  e{n}:\n    name: N{n}\n    reach: [{{phone: '5'}}]\n" for n in range(9)]
    place.write_text(f"{text}{''.join(more)}  odd: 7\n  bare: {{name: A}}\n", "utf-8")
    (came,) = taking.look(place, ())
    assert "Its licence: CC-BY-ND-4.0." in take_sheet.stands(came)
    assert take_sheet.numbers(came)[-2:] == ["N5: Call 5", "and 3 places more"]


@pytest.mark.parametrize("name", ["author-give", "author-take"])
@pytest.mark.soak
@every_layout
def test_the_sheets_are_named_reached_in_order_and_not_cut(
    qapp: QApplication, name: str, look: Look
) -> None:
    with Stage(look.settings, look.size) as stage:
        stage.shell.show()
        all_scenes()[name](stage)
        stage.rest()
        assert sweep.all_of_it(stage) == []
