"""Drills, help entries, plans and pages in forms made from their tables."""

from __future__ import annotations

from pathlib import Path as File
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.help.sample import GOOD
from tests.scenes.authoring_scenes import own_copy
from tests.ui import sweep
from trainer import paths
from trainer.authoring.document import Document
from trainer.authoring.forms import things
from trainer.authoring.forms.formats_fields import WHOLES
from trainer.help.reading import HELP
from trainer.scenario.files import reading as files
from trainer.scenario.libraries.library import Library
from trainer.scenario.texts.markup import plain
from trainer.ui.authoring.form.day_row import DayRow
from trainer.ui.authoring.form.picks import NumberRow, SeveralRow
from trainer.ui.authoring.form.rows import TextRow, TickRow
from trainer.ui.authoring.form.things import thing_acts
from trainer.ui.authoring.form.things.confirmed_row import ConfirmedSheet
from trainer.ui.authoring.form.things.help_rows import PlacesRow, SpokenRow, WithinRow
from trainer.ui.authoring.form.things.offered import PageRow, SectionRow, StoryRow
from trainer.ui.authoring.form.things.thing_form import ThingForm
from trainer.ui.authoring.on_paper import offered
from trainer.ui.authoring.things import as_seen

if TYPE_CHECKING:
    from tests.ui.authoring.form.conftest import Writing

Key, Held = Qt.Key, Qt.KeyboardModifier


def opened(writing: Writing, name: str) -> Document:
    file = paths.assets() / "templates" / f"{name}.yaml"
    document = Document(File(f"{name}.yaml"), file.read_text("utf-8"))
    writing.bench.show(document)
    QApplication.processEvents()
    return document


def form(writing: Writing) -> ThingForm:
    found = writing.panel.form
    assert isinstance(found, ThingForm)
    return found


def test_a_reply_is_added_said_otherwise_moved_and_taken_out(writing: Writing) -> None:
    document = opened(writing, "drills")
    before = document.text
    writing.bench.select(("drills", "first-line"))
    replies = form(writing).lists[0]
    replies.add.click()
    path = ("drills", "first-line", "replies")
    assert document.data((*path, 3)) == {"id": "reply", "say": "", "d": "", "does": ""}
    assert writing.focused == "Reply 4: Something is said"
    writing.type("Hello")
    either = replies.pool.shown[3].either
    assert either is not None
    either.pick.chosen.emit("act")
    assert document.data((*path, 3, "act")) == "Hello"
    assert document.data((*path, 3, "say")) is None
    replies.pool.shown[3].up.setFocus()
    writing.press(Key.Key_Space)
    assert document.data((*path, 2, "act")) == "Hello"
    assert writing.focused == "Move up: Reply 3"
    writing.press(Key.Key_Tab)
    writing.press(Key.Key_Tab)
    writing.press(Key.Key_Space)
    assert [one["id"] for one in document.data(path)] == ["turn", "name-it", "later"]
    assert writing.focused == "Take out: Reply 3"
    for _each in range(5):
        writing.bench.undo()
    assert document.text == before


def test_a_drill_says_how_to_make_it_right_only_if_somebody_wants_it_to(writing: Writing) -> None:
    document = opened(writing, "drills")
    writing.bench.select(("drills", "first-line"))
    of_repair = [row for row in form(writing).plain if row.field.path[0] == "repair"]
    assert of_repair == []
    assert document.data(("drills", "first-line", "repair")) is None
    before = document.text
    form(writing).more.open()
    path = ("drills", "first-line", "repair", "said")
    row = form(writing).rows()[path]
    assert isinstance(row, TextRow)
    row.box.edit.setFocus()
    writing.type("I said it.")
    assert document.data(path[:-1]) == {"said": "I said it."}
    row.box.edit.selectAll()
    writing.press(Key.Key_Delete)
    assert document.data(path[:-1]) is None, "nothing of it stays that would be asked for"
    assert document.text == before


def test_a_new_drill_begins_as_the_first_one_did(writing: Writing) -> None:
    document = opened(writing, "drills")
    before = document.text
    first = document.data(("drills", "first-line"))
    writing.bench.select(())
    sort = WHOLES["drills/1"].sorts[0]
    made = thing_acts.add(form(writing).writer, sort, ("drills",))
    assert made is not None
    replies = [(one["id"], one["d"]) for one in document.data((*made, "replies"))]
    assert replies == [(one["id"], one["d"]) for one in first["replies"]]
    assert set(document.data(made)) == set(first)
    assert len(document.data((*made, "points"))) == len(first["points"])
    writing.bench.undo()
    assert document.text == before


def test_parts_of_a_plan_have_the_fields_of_their_kind(writing: Writing) -> None:
    opened(writing, "plan")
    writing.bench.write_at(("segments", "talk"))
    shown = {str(row.field.path[0]) for row in form(writing).plain if not row.isHidden()}
    assert shown == {"title", "minutes", "least", "ask", "notes"}
    assert [one.sort.key for one in form(writing).lists if not one.isHidden()] == ["answers"]
    assert form(writing).what.text() == "Discussion"
    rows = form(writing).rows()
    minutes, least = (rows["segments", "talk", key] for key in ("minutes", "least"))
    assert isinstance(minutes, NumberRow)
    assert isinstance(least, NumberRow)
    least.number.setValue(12)
    minutes.number.setValue(6)
    # What it can be cut to is never more than it has, and goes back with it in one step.
    assert writing.bench.document is not None
    assert writing.bench.document.data(("segments", "talk", "least")) == "6"
    assert least.number.maximum() == 6
    writing.bench.undo()
    assert (minutes.number.number(), least.number.number()) == (15, 12)


def test_a_slide_shows_what_a_page_says_until_it_is_of_another_one(writing: Writing) -> None:
    document = opened(writing, "plan")
    path = ("segments", "welcome", "slides", 1)
    writing.bench.select(path[:2])
    slides = next(one for one in form(writing).lists if one.sort.key == "slides")
    slides.adds[1].click()
    block = slides.pool.shown[1]
    pages = writing.context.method.pages()
    assert document.data(path) == {"page": pages[0].content.id}
    shown = [row.field.path[0] for row in block.plain if not row.isHidden()]
    assert shown == ["page", "section", "notes"]
    page, section = block.plain[0], block.plain[1]
    assert isinstance(page, PageRow)
    assert isinstance(section, SectionRow)
    first = pages[0].content.sections[0]
    section.pick.chosen.emit(first.id)
    assert section.preview._heading.text() == plain(first.heading)
    with writing.bench.step("own words", path) as step:
        step.put(document, (*path, "text"), "About the bus.")
    assert section.preview._text.toPlainText() == "About the bus."
    page.pick.chosen.emit(pages[1].content.id)
    assert document.data(path) == {"page": pages[1].content.id}
    assert section.value() == ""


def test_an_entry_of_help_ticks_and_chips(writing: Writing) -> None:
    document = opened(writing, "help")
    entry = ("entries", "first-place")
    writing.bench.select(entry)
    rows = form(writing).rows()
    tick, needs = rows[(*entry, "confirmed")], rows[(*entry, "needs")]
    assert isinstance(tick, TickRow)
    assert isinstance(needs, SeveralRow)
    before = document.text
    tick.tick.click()
    # Nobody has confirmed it until somebody says who, and when.
    assert document.text == before
    assert not tick.tick.isChecked()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ConfirmedSheet)
    sheet.who.setText("Ana, at the desk")
    assert not sheet.go.isEnabled()
    sheet.when.setText("3 May")
    sheet.go.click()
    assert document.data((*entry, "confirmed")) == "true"
    assert document.data((*entry, "confirmed_by")) == "Ana, at the desk, 3 May"
    assert document.data((*entry, "unconfirmed")) is None
    assert form(writing).seen.text() == ""
    tick.tick.click()
    assert document.data((*entry, "confirmed")) == "false"
    assert document.data((*entry, "confirmed_by")) is None
    where = rows[(*entry, "where")]
    assert isinstance(where, PlacesRow)
    assert [chip.text() for chip in where.chips.values()] == []
    assert where.names()["our-town"] == "Our town"
    assert "Los Angeles" in " ".join(where.names().values())
    needs.chips["legal"].click()
    assert document.data((*entry, "needs")) == ["legal"]
    spoken = rows[(*entry, "languages")]
    assert isinstance(spoken, SpokenRow)
    spoken.pick.chosen.emit("yue")
    assert document.data((*entry, "languages")) == ["yue"]
    assert [chip.text() for chip in spoken.chips.values()] == ["Cantonese"]
    source = rows[(*entry, "source")].stop()
    source.setFocus()
    writing.type("s")
    assert document.data((*entry, "source")) == ["s"]


def test_a_place_lies_in_one_that_is_picked_by_name(writing: Writing) -> None:
    document = opened(writing, "help")
    with writing.bench.step("two more", ("places",)) as step:
        step.put(document, ("places", "our-street"), {"name": "Our street", "within": "our-town"})
        step.put(document, ("places", "next-town"), {"name": "Next town"})
    writing.bench.select(("places", "our-town"))
    within = form(writing).rows()["places", "our-town", "within"]
    assert isinstance(within, WithinRow)
    offered = dict(within.offers())
    # Neither itself nor what lies in it: nothing lies within itself.
    assert "our-town" not in offered
    assert "our-street" not in offered
    assert offered["next-town"] == "Next town"
    assert offered["us-ny"] == "New York State"
    within.pick.chosen.emit("us-ny")
    assert document.data(("places", "our-town", "within")) == "us-ny"
    assert "danger" in within.note.text()


@pytest.mark.parametrize(
    ("name", "path"),
    [("drills", ()), ("drills", ("drills", "first-line")), ("help", ("entries", "first-place")),
     ("plan", ("segments", "welcome"))],
)  # fmt: skip
def test_everything_has_a_name_and_tab_goes_as_the_eye_does(
    writing: Writing, name: str, path: tuple[str, ...]
) -> None:
    opened(writing, name)
    writing.bench.select(path)
    form(writing).more.open()
    QApplication.processEvents()
    assert sweep.names(writing.window) == []
    assert sweep.tab_order(writing.window) == []


def test_another_story_leaves_the_old_notes_and_says_so(writing: Writing) -> None:
    shipped = paths.built_in_plans() / "1-sixty-minutes.yaml"
    document = Document(File("mine.yaml"), shipped.read_text("utf-8"))
    parts = document.settle() and document.data(("segments",))
    assert isinstance(parts, dict)
    (name,) = (key for key, one in parts.items() if one.get("scenario"))
    path = ("segments", name)
    writing.bench.show(document)
    writing.bench.write_at(path)
    QApplication.processEvents()
    before = document.text
    row = form(writing).rows()[*path, "scenario"]
    assert isinstance(row, StoryRow)
    row.pick.chosen.emit("another-one")
    assert document.data((*path, "scenario")) == "another-one"
    assert document.data((*path, "notes")) is None
    assert "The notes were of the story before" in writing.notices[-1].text
    writing.bench.undo()
    assert document.text == before


def test_which_places_of_a_list_are_shown_is_said(writing: Writing) -> None:
    text = GOOD.replace("name: Lawyers", "name:")
    document = Document(File("help.yaml"), text)
    document.settle()
    writing.bench.show(document)
    problems = files.read_bytes(text.encode(), document.path, (HELP,)).problems
    for path, words in (
        ((), "shows 1 place of this list as soon as it is saved. Not yet: one without a name."),
        (("entries", "first-line"), "Get help shows it as soon as it is saved."),
        (("entries", "988"), "Get help does not show this place yet"),
    ):
        writing.bench.select(path)
        writing.bench.show_problems(problems)
        assert words in form(writing).seen.text()
    as_seen.show(writing.bench, writing.panel)
    assert QApplication.activeModalWidget() is None  # What is not finished is never shown.
    writing.bench.select(("entries", "first-line"))
    as_seen.show(writing.bench, writing.panel)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, as_seen.EntrySheet)
    assert "Exland" in sheet.card.head.words()
    sheet.reject()


def test_a_day_is_typed_as_people_write_it_and_kept_as_one_that_can_be_no_other(
    writing: Writing,
) -> None:
    document = opened(writing, "help")
    entry = ("entries", "first-place")
    writing.bench.select(entry)
    rows = form(writing).rows()
    read, until = rows[(*entry, "reviewed")], rows[(*entry, "until")]
    assert isinstance(read, DayRow)
    assert isinstance(until, DayRow)

    def kept() -> list[object]:
        return [document.data((*entry, key)) for key in ("reviewed", "until")]

    def typed(row: DayRow, text: str) -> list[object]:
        row.edit.setText(text)
        row.edit.textEdited.emit(text)
        return kept()

    assert typed(read, "29 November 2026") == ["2026-11-29", "2027-05-30"]
    assert read.edit.text() == "29 November 2026"
    assert "2026" in read.note.text()
    assert until.edit.text() == "2027-05-30"
    assert typed(read, "29.10.2026") == ["2026-10-29", "2027-04-29"]
    assert typed(until, "1/31/2027") == ["2026-10-29", "2027-01-31"]
    assert typed(read, "30/10/2026") == ["2026-10-30", "2027-01-31"]
    assert typed(read, "03/04/2026") == ["03/04/2026", "2027-01-31"]
    assert "one of two days" in read.note.text()
    assert typed(read, "9999-12-31") == ["9999-12-31", "2027-01-31"]
    assert typed(until, "") == ["9999-12-31", ""]
    assert typed(read, "9999-12-30") == ["9999-12-30", "9999-12-31"]
    assert typed(read, "") == ["", "9999-12-31"]
    while writing.bench.desk.undoes is not None:
        writing.bench.undo()
    assert kept() == ["", ""]
    assert read.edit.text() == ""


def test_every_entry_of_help_begins_alike(writing: Writing) -> None:
    document = opened(writing, "help")
    first = document.data(("entries", "first-place"))
    sort = WHOLES["help/1"].sorts[0]
    made = thing_acts.add(form(writing).writer, sort, ("entries",))
    assert made is not None
    assert document.data(made) == first


def test_what_keeps_a_plan_from_being_printed_is_told_in_the_words_of_the_form(
    writing: Writing,
) -> None:
    opened(writing, "plan")
    said: list[str] = []
    writing.bench.context.noticed.connect(lambda notice: said.append(notice.text))
    offered.print_shown(writing.bench, writing.panel)
    assert said == ["Not printed yet. Still to write: What it is, in a sentence or two"]


def test_stars_are_explained_where_they_are_typed_and_shown_nowhere_else(writing: Writing) -> None:
    document = opened(writing, "plan")
    writing.bench.select(("segments", "welcome"))
    rows = form(writing).rows()
    assert "like this" in rows[("segments", "welcome", "notes")].note.text()
    with writing.bench.step("Title") as step:
        step.put(document, ("segments", "welcome", "title"), "**Welcome** all")
    sort = things.at(WHOLES["plan/1"], document, ("segments", "welcome", "title")).sort
    assert things.called(sort, document.data(("segments", "welcome"))) == "Welcome all"


def test_stories_of_ones_own_are_offered_first(writing: Writing) -> None:
    own_copy("gas-cap")
    folders = (paths.built_in_scenarios() / "blue-tape", paths.own_scenarios())
    writing.context.library = Library(folders, None)
    shipped = paths.built_in_plans() / "1-sixty-minutes.yaml"
    document = Document(File("mine.yaml"), shipped.read_text("utf-8"))
    parts = document.settle() and document.data(("segments",))
    assert isinstance(parts, dict)
    (name,) = (key for key, one in parts.items() if one.get("scenario"))
    writing.bench.show(document)
    writing.bench.write_at(("segments", name))
    QApplication.processEvents()
    row = form(writing).rows()["segments", name, "scenario"]
    assert isinstance(row, StoryRow)
    assert next(card.id for card in writing.context.library.cards()) == "blue-tape"
    assert [one for one, _words in row.offers()] == ["gas-cap", "blue-tape"]
