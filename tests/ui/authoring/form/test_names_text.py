"""Several short texts in one field: what stands in another entry stays what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.scenes import Stage
from tests.scenes.authoring_scenes import written
from tests.ui.authoring.form.conftest import STORY
from trainer.ui.authoring.form.names_text import NamesText
from trainer.ui.authoring.form.rows import NamesRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAMES = ["Our Org, Inc.", "Nguyễn"]


def test_a_comma_inside_a_text_is_none_between_two() -> None:
    said = NamesText()
    assert said.show(NAMES) == "Our Org, Inc., Nguyễn"
    assert said.typed("Our Org, Inc., Nguyễn Hạnh") == ["Our Org, Inc.", "Nguyễn Hạnh"]
    assert said.typed("Our own Org, Inc., Nguyễn Hạnh") == ["Our own Org, Inc.", "Nguyễn Hạnh"]
    assert said.typed("Our own Org Inc., Nguyễn Hạnh") == ["Our own Org Inc.", "Nguyễn Hạnh"]
    assert said.typed("Our own Org, Inc., Nguyễn") == ["Our own Org", "Inc.", "Nguyễn"]
    assert said.typed("") == []


_name = st.text("ab, ,é", min_size=1, max_size=6).map(str.strip).filter(lambda one: one.strip(","))


@given(st.lists(_name, min_size=1, max_size=4), st.integers(0, 3), st.text("xy", max_size=3))
def test_writing_in_one_entry_leaves_the_others(names: list[str], at: int, new: str) -> None:
    said, at = NamesText(), at % len(names)
    before = said.show(names)
    assert said.names() == names
    end = len(", ".join(names[: at + 1]))
    wanted = [*names[:at], names[at] + new, *names[at + 1 :]]
    assert said.typed(before[:end] + new + before[end:]) == wanted


def test_in_the_form_too(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.show()
        story = STORY.replace("scenes:", 'authors: ["Our Org, Inc.", Hanh]\nscenes:', 1)
        page = written(stage, story, "clinic")
        page.bench.write_at(())
        (row,) = [one for one in page.about.findChildren(NamesRow) if one.path == ("authors",)]
        row.box.edit.moveCursor(row.box.edit.textCursor().MoveOperation.End)
        row.box.edit.insertPlainText(" Le")
        assert page.bench.document is not None
        assert page.bench.document.data(("authors",)) == ["Our Org, Inc.", "Hanh Le"]
        page.undo()
        assert page.bench.document.text == story
