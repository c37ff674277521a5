"""Scenes stay where they show, whatever way changes, until somebody puts them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.authoring.files import document
from trainer.authoring.desk import Desk, Place
from trainer.authoring.outline import Outliner
from trainer.authoring.scenes.renaming import rename_scene

if TYPE_CHECKING:
    from trainer.authoring.document import Document

STORY = """\
start: door
scenes:
  door: {choices: [{say: In, next: seat}, {say: Out, next: street}]}
  seat: {next: desk}
  street: {next: end}
  desk: {next: end}
  end: {ending: {outcome: mixed}}
  apart: {text: Nothing leads here., next: end}
"""

ALL = ["door", "seat", "desk", "street", "end", "apart"]


class Writing:
    """A story that is being written."""

    def __init__(self, text: str = STORY) -> None:
        self.doc: Document = document(text)
        self.desk = Desk()
        self.outliner = Outliner(self.doc)

    def put(self, *path: Any, data: Any) -> None:
        with self.desk.step("x", Place(self.doc, ())) as step:
            step.put(self.doc, path, data)

    def order(self) -> list[str]:
        return [*self.outliner.outline().order]

    def is_kept(self) -> bool:
        return self.outliner.outline().kept


@pytest.fixture
def at() -> Writing:
    made = Writing()
    assert made.order() == ALL
    assert not made.is_kept()
    return made


def test_a_way_that_changes_moves_no_scene(at: Writing) -> None:
    at.put("scenes", "street", "next", data="desk")  # In the story desk comes after street now.
    assert at.order() == ALL
    assert at.is_kept()
    at.put("scenes", "door", "choices", 0, "next", data="street")  # And nothing leads to seat.
    assert at.order() == ALL
    assert at.outliner.outline().strays == ("seat", "apart")
    assert at.outliner.outline().reached() == {"door", "street", "desk", "end"}
    at.outliner.put_in_order()
    assert at.order() == ["door", "street", "desk", "end", "seat", "apart"]
    assert not at.is_kept()
    at.put("scenes", "street", "text", data="Words alone.")
    assert not at.is_kept()


def test_what_is_new_comes_in_where_the_story_has_it(at: Writing) -> None:
    at.put("scenes", "new", data={"next": "end"})
    assert at.order() == [*ALL, "new"]  # Nothing leads there.
    at.put("scenes", "seat", "next", data="new")
    at.put("scenes", "new", "next", data="newer")
    at.put("scenes", "newer", data={"next": "desk"})
    assert at.order() == ["door", "seat", "new", "newer", "desk", "street", "end", "apart"]


def test_what_had_gone_comes_back_to_where_it_was(at: Writing) -> None:
    at.put("scenes", "street", "next", data="desk")
    at.put("scenes", "desk", data=None)
    assert at.order() == ["door", "seat", "street", "end", "apart"]
    at.desk.undo()
    assert at.order() == ALL


def test_a_scene_that_is_renamed_stays(at: Writing) -> None:
    at.put("scenes", "street", "next", data="desk")
    with at.desk.step("x", Place(at.doc, ())) as step:
        rename_scene(step, at.doc, "desk", "counter")
    assert at.order() == ["door", "seat", "counter", "street", "end", "apart"]
    at.desk.undo()
    assert at.order() == ALL


def test_with_another_beginning_all_is_put_in_order(at: Writing) -> None:
    at.put("scenes", "street", "next", data="desk")
    at.put("start", data="street")
    assert at.order() == ["street", "desk", "end", "door", "seat", "apart"]
    assert not at.is_kept()


def test_names_that_come_and_go_for_ever_are_forgotten(at: Writing) -> None:
    for number in range(130):
        at.put("scenes", "seat", "next", data=f"new-{number}")
        at.put("scenes", f"new-{number}", data={"next": "desk"})
        at.order()
        at.put("scenes", f"new-{number}", data=None)
        at.order()
    assert len(at.outliner._standing._order) < 120
