"""The scenario as a whole: its facts, its people, what it remembers, its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel, QWidget

from tests.scenes import Stage
from tests.scenes.outline_scenes import outlined, outlined_file
from tests.ui import sweep
from tests.until import until
from trainer.authoring.checking.state import State
from trainer.authoring.forms import licences
from trainer.authoring.scenes import counting
from trainer.errors import UpstanderError
from trainer.scenario.files import assets
from trainer.settings import Settings
from trainer.ui.authoring.form.licence_row import LicenceRow
from trainer.ui.authoring.form.rows import TextRow
from trainer.ui.authoring.tables.file_form import FileForm
from trainer.ui.authoring.tables.pickers import own
from trainer.ui.authoring.tables.pickers.row import PictureRow
from trainer.ui.authoring.tables.pickers.sheet import PictureSheet
from trainer.ui.authoring.tables.pickers.words import finds, words_for
from trainer.ui.dialogs import AskSheet, Sheet
from trainer.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.ui.authoring.page import AuthorPage
    from trainer.ui.authoring.tables.named import Named

STORY = """\
format: scenario/1
id: clinic
title: At the clinic  # ours
setting: health-care
cast:
  lin: {name: Mrs. Lin, role: targeted}
  man:   {name: A man, role: harming}
state: {calm: 2, helped: false}
start: room
scenes:
  room:
    text: Six chairs.
    lines: [{lin: Good morning.}]
    choices:
      - id: ask
        say: Hello?
        d: distract
        when: calm > 1
        change: {calm: 1}
        next: room
resources: [nobody-knows-this]
"""


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[AuthorPage]:
    with Stage() as stage:
        shown = outlined_file(stage, tmp_path / "clinic.yaml", STORY)
        shown.outline.about()
        stage.settle(0.02)
        yield shown


def test_what_others_may_do_is_chosen_as_for_a_new_one_or_typed(page: AuthorPage) -> None:
    row = next(one for one in form_of(page).rows().values() if isinstance(one, LicenceRow))
    row.window().activateWindow()
    page.bench.write_at(("licence",))
    QApplication.processEvents()
    row.pick.setFocus()
    for licence, words in licences.offers():
        row.pick.choose(licence)
        row.pick.chosen.emit(licence)
        assert f"licence: {licence}\n" in text_of(page)
        assert row.pick.currentText() == words
        assert row.edit.isHidden()
    row.pick.choose("other")
    row.pick.chosen.emit("other")
    QApplication.processEvents()
    assert row.edit.hasFocus()

    # What the check has found meanwhile is told above it: it is in view all the same.
    until(lambda: page.bench.checking is State.CHECKED and bool(page.bench.problems))
    until(lambda: is_whole(row.edit))
    assert "licence: CC0-1.0\n" in text_of(page)
    form_of(page).renew()
    assert row.edit.text() == ""
    QTest.keyClicks(row.edit, "CC-BY-4.0")  # As it is typed it is an offer for a moment.
    assert row.edit.hasFocus()
    QTest.keyClicks(row.edit, "x")
    assert "licence: CC-BY-4.0x\n" in text_of(page)
    row.pick.setFocus()
    assert row.edit.isVisible()
    assert row.pick.value() == "other"
    page.undo()
    assert "licence: CC0-1.0\n" in text_of(page)
    assert (row.pick.value(), row.edit.isHidden()) == ("CC0-1.0", True)
    assert row.edit.accessibleName() == "What others may do with it: short name of the licence"


def is_whole(field: QWidget) -> bool:
    return field.visibleRegion().boundingRect().size() == field.size()


def test_a_field_stays_in_view_unless_one_scrolls_away_from_it(page: AuthorPage) -> None:
    page.bench.write_at(("licence",))
    row = next(one for one in form_of(page).rows().values() if isinstance(one, LicenceRow))
    until(lambda: page.bench.checking is State.CHECKED and bool(page.bench.problems))
    until(lambda: is_whole(row.pick))
    tall = page.form.content.height()
    form_of(page).cast.setMinimumHeight(form_of(page).cast.height() + 900)
    until(lambda: page.form.content.height() >= tall + 900)
    until(lambda: is_whole(row.pick))
    page.form.bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    form_of(page).cast.setMinimumHeight(form_of(page).cast.height() + 900)
    until(lambda: page.form.content.height() >= tall + 1800)
    assert page.form.bar.value() == 0


def text_of(page: AuthorPage) -> str:
    assert page.bench.document is not None
    return page.bench.document.text


def form_of(page: AuthorPage) -> FileForm:
    form = page.form.findChild(FileForm)
    assert form is not None
    return form


def sheet() -> QWidget:
    QApplication.processEvents()
    found = QApplication.activeWindow()
    assert isinstance(found, Sheet)
    return found


def answered(words: str) -> None:
    """Write over what is in the field of the sheet, and press Enter."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    QTest.keyClick(focused, Qt.Key.Key_Return)
    QApplication.processEvents()


def counted(part: Named) -> str:
    counts = counting.of_document(part.writer.document)
    part.tell_uses(counts)
    assert part.count(counts) == len(part.uses())
    return part.told.text()


def test_what_it_is_about_asks_while_nothing_is_written(page: AuthorPage) -> None:
    row = form_of(page).rows()[("summary",)]
    assert isinstance(row, TextRow)
    assert row.box.edit.placeholderText().startswith("In one or two sentences")


def test_facts_are_written_where_they_stand(page: AuthorPage) -> None:
    focused = QApplication.focusWidget()
    assert focused is form_of(page).first()
    QTest.keyClick(focused, Qt.Key.Key_End)
    QTest.keyClicks(focused, ", at night")
    assert text_of(page) == STORY.replace("clinic  # ours", "clinic, at night  # ours")
    page.undo()
    assert text_of(page) == STORY


def test_a_person_comes_is_renamed_everywhere_and_goes(page: AuthorPage) -> None:
    cast = form_of(page).cast
    cast.add.click()
    QApplication.processEvents()
    answered("The driver")
    assert "the-driver:" in text_of(page)
    part = cast.people.shown[2]
    assert part.fold.is_open
    part.remove.click()
    assert "the-driver:" not in text_of(page)
    assert not isinstance(QApplication.activeWindow(), AskSheet)

    first = cast.people.shown[0]
    first.fold.open()
    assert first.told.text() == "Used in 1 place"
    first.rename.click()
    QApplication.processEvents()
    answered("mrs-lin")
    assert text_of(page) == STORY.replace("  lin:", "  mrs-lin:").replace("{lin:", "{mrs-lin:")

    cast.people.shown[0].remove.click()
    QApplication.processEvents()
    asked = sheet()
    assert isinstance(asked, AskSheet)
    asked.agreed.emit()
    asked.close()
    assert "mrs-lin: {name" not in text_of(page)
    assert "{mrs-lin: Good morning.}" in text_of(page)


def test_what_is_wrong_outside_of_the_scenes_is_gone_to_in_its_field(page: AuthorPage) -> None:
    for path, name in (
        (("summary",), "What it is about, in one or two sentences"),
        (("cast", "man", "role"), "Their part in what happens"),
        (("cast", "nobody"), "Person"),
        (("state", "calm"), "Calm, at the start"),
        (("state", "helped"), "Helped, at the start"),
        (("state", "nothing"), "Something that happened or did not"),
    ):
        page.bench.select(("scenes", "room"))
        page.bench.write_at(path)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert form_of(page).isAncestorOf(focused)
        assert sweep.called(focused).endswith(name) or focused.accessibleName().endswith(name)


def test_where_something_is_used_is_gone_to(page: AuthorPage) -> None:
    part = form_of(page).memory.parts.shown[0]
    assert counted(part) == "asked for in 1 place · changed in 1 place"
    part.open_uses()
    links = sheet().findChildren(LinkButton)
    assert [link.words() for link in links] == [
        "Room: decides whether “Hello?” is offered",
        "Room: “Hello?” changes it",
    ]
    links[1].click()
    assert page.bench.path == ("scenes", "room", "choices", 0, "change", "calm")


def test_what_is_remembered_starts_otherwise_and_has_another_name(page: AuthorPage) -> None:
    memory = form_of(page).memory
    memory.parts.shown[0].number.setValue(5)
    part = memory.parts.shown[0]
    part.ask_name()
    QApplication.processEvents()
    answered("peace")
    assert text_of(page) == STORY.replace("{calm: 2,", "{peace: 5,").replace(
        "calm > 1", "peace > 1"
    ).replace("{calm: 1}", "{peace: 1}")
    memory.add_so.click()
    QApplication.processEvents()
    answered("door open")
    assert "door_open: false" in text_of(page)


def test_an_entry_of_help_that_is_not_known_can_be_taken_out(page: AuthorPage) -> None:
    row = form_of(page).resources
    assert row.pick.count() == 0  # Nothing is read before it shows.
    form_of(page).reveal(row)
    QApplication.processEvents()
    known = str(row.pick.itemData(1))
    row.pick.chosen.emit(known)
    assert f"[nobody-knows-this, {known}]" in text_of(page)
    row.chips["nobody-knows-this"].click()
    assert f"resources: [{known}]" in text_of(page)


def test_who_has_another_name_is_called_so_everywhere_in_the_form(page: AuthorPage) -> None:
    part = form_of(page).cast.people.shown[0]
    part.fold.open()
    part.rows[0].write("Bác Tư")
    assert part.fold.link.words() == "Bác Tư"
    assert part.fold.beside.text() == "it happens to them"
    names = {stop.accessibleName().partition(":")[0] for row in part.rows for stop in row.stops()}
    assert names == {"Bác Tư"}
    page.bench.undo()


def test_a_person_without_a_picture_says_who_stands_in(page: AuthorPage) -> None:
    part = form_of(page).cast.people.shown[0]
    part.fold.open()
    row = part.rows[3]
    assert isinstance(row, PictureRow)
    assert row.note.isVisibleTo(row) is (row.value() == "")
    row.write("")
    assert "shown as a figure" in row.note.text()
    assert row.note.isVisibleTo(row)
    assert "shown as a figure" in row.stop().accessibleDescription()
    row.write("elder-frame")
    assert not row.note.isVisibleTo(row)
    assert "shown as a figure" not in row.stop().accessibleDescription()
    page.bench.undo()
    assert page.bench.document is not None
    empty = page.bench.document.path.with_name("lin.png")
    empty.touch()
    row.write("lin.png")
    assert "Nothing is in the file “lin.png”" in row.note.text()
    assert row.note.isVisibleTo(row)
    row.write("gone.png")
    assert not row.note.isVisibleTo(row)
    empty.unlink()
    page.bench.undo()


def test_a_picture_is_found_by_typing_and_taken_by_keys(page: AuthorPage) -> None:
    part = form_of(page).cast.people.shown[0]
    part.fold.open()
    row = part.rows[3]
    assert isinstance(row, PictureRow)
    row.open_grid()
    grid = sheet()
    assert isinstance(grid, PictureSheet)
    QTest.keyClicks(grid.search, "zebra")
    assert grid.grid.isHidden()
    assert any("“zebra”" in one.text() for one in grid.findChildren(QLabel) if one.isVisible())
    assert not grid.go.isEnabled()
    QTest.keyClick(grid.search, Qt.Key.Key_Return)
    assert grid.isVisible()
    grid.search.clear()
    QTest.keyClicks(grid.search, "Frame OLD")
    assert not grid.grid.isHidden()
    QTest.keyClick(grid.search, Qt.Key.Key_Return)
    assert "role: targeted, picture: elder-frame}" in text_of(page)


def test_a_place_is_found_by_what_people_call_it() -> None:
    found = [one for one in assets.built_in("backdrops") if finds("backdrops", one, "clinic")]
    assert set(found) == {"waiting-room", "hospital-bay"}
    assert finds("backdrops", "waiting-room", "room Clinic")
    assert not finds("backdrops", "waiting-room", "clinic bus")


@pytest.mark.parametrize("folder", ["backdrops", "people"])
def test_every_picture_is_told_in_words_of_its_own(folder: assets.PictureFolder) -> None:
    names = assets.built_in(folder)
    words = {words_for(folder, name) for name in names}
    assert len(words) == len(names)
    assert not words & names


def test_a_picture_of_ones_own_is_looked_at_and_copied_once(tmp_path: Path) -> None:
    beside = tmp_path / "story"
    beside.mkdir()
    place = tmp_path / "Mein Büro (1).png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(place))
    assert own.brought(place, beside) == "mein-buro-1.png"
    assert own.brought(place, beside) == "mein-buro-1.png"
    image.fill(255)
    image.save(str(place))
    assert own.brought(place, beside) == "mein-buro-1-2.png"
    assert own.brought(beside / "mein-buro-1.png", beside) == "mein-buro-1.png"
    for name, data in (("a.svg", b"<svg/>"), ("b.png", b"<svg/>"), ("c.png", b"")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UpstanderError):
            own.brought(tmp_path / name, beside)
    assert len(list(beside.iterdir())) == 2


@pytest.mark.parametrize(
    ("percent", "size"), [pytest.param(100, (1280, 800), marks=pytest.mark.soak), (200, (800, 600))]
)
def test_nothing_is_wrong_with_how_it_shows(
    qapp: QApplication, percent: int, size: tuple[int, int]
) -> None:
    with Stage(Settings(keep=True, text_size=percent), size) as stage:
        stage.shell.show()
        page = outlined(stage)
        page.outline.about()
        form = form_of(page)
        for fold in (*form.folds, *(one.fold for one in form.cast.people.shown[:1])):
            fold.open()
        counts = counting.of_document(form.writer.document)
        for one in (*form.cast.people.shown, *form.memory.parts.shown):
            one.renew_uses(counts)
        stage.settle(0.02)
        assert sweep.names(stage.top()) == []
        assert sweep.cut_at_rest(stage) == []
        page.outline.tree.setFocus()
        assert page.bench.path == ()
