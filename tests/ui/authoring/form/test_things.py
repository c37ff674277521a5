"""Drills, help entries, plans and pages in forms made from their tables."""

from __future__ import annotations

from pathlib import Path as File
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui import sweep
from trainer import paths
from trainer.authoring.document import Document
from trainer.ui.authoring.form.picks import SeveralRow
from trainer.ui.authoring.form.rows import TickRow
from trainer.ui.authoring.form.thing_form import ThingForm

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
    form(writing).lists[0].pool.shown[0].click()
    assert form(writing).base == ("drills", "first-line")
    form(writing).lists[0].add.click()
    path = ("drills", "first-line", "replies")
    assert document.data((*path, 3)) == {"id": "reply", "say": "", "d": "", "does": ""}
    writing.type("Hello")
    either = form(writing).either
    assert either is not None
    either.pick.chosen.emit("act")
    assert document.data((*path, 3, "act")) == "Hello"
    assert document.data((*path, 3, "say")) is None
    form(writing).tools[0].click()
    assert form(writing).base == (*path, 2)
    form(writing).back.click()
    assert form(writing).base == path[:2]
    assert writing.focused == "Reply 3: Hello"
    writing.press(Key.Key_Delete)
    for _each in range(5):
        writing.bench.undo()
    assert document.text == before


def test_parts_of_a_plan_have_the_fields_of_their_kind_and_change_places(
    writing: Writing,
) -> None:
    document = opened(writing, "plan")
    form(writing).lists[0].stand_on(0)
    writing.press(Key.Key_Down, Held.AltModifier)
    parts = document.data(("segments",))
    assert isinstance(parts, dict)
    assert list(parts) == ["talk", "welcome", "close"]
    writing.bench.write_at(("segments", "talk"))
    shown = {str(row.field.path[0]) for row in form(writing).plain if not row.isHidden()}
    assert shown == {"kind", "title", "minutes", "least", "ask", "notes"}
    assert [one.sort.key for one in form(writing).lists if not one.isHidden()] == ["answers"]
    writing.bench.select(())
    form(writing).lists[0].add.click()
    assert document.data(("segments", "part", "kind")) == "discussion"


def test_an_entry_of_help_ticks_and_chips(writing: Writing) -> None:
    document = opened(writing, "help")
    entry = ("entries", "first-place")
    writing.bench.select(entry)
    rows = form(writing).rows()
    tick, needs = rows[(*entry, "confirmed")], rows[(*entry, "needs")]
    assert isinstance(tick, TickRow)
    assert isinstance(needs, SeveralRow)
    tick.tick.click()
    assert document.data((*entry, "confirmed")) == "true"
    tick.tick.click()
    assert document.data((*entry, "confirmed")) == "false"
    needs.chips["legal"].click()
    assert document.data((*entry, "needs")) == ["counselling", "legal"]
    source = rows[(*entry, "source")].stop()
    source.setFocus()
    writing.type("s")
    assert document.data((*entry, "source")) == "s"


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
