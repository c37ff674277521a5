"""Scenes with more in them than anybody writes: the window goes on, and nothing of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.document import Document
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from tests.ui.authoring.form.conftest import Writing

SHOWN, LINES = 5, 25


def test_the_first_of_many_show_and_how_many_more_there_are(writing: Writing) -> None:
    lines = "".join(f"      - ana: Line {at}\n" for at in range(LINES))
    choices = "".join(f"      - {{id: c{at}, act: Go, d: delay}}\n" for at in range(LINES))
    text = f"scenes:\n  door:\n    lines:\n{lines}    choices:\n{choices}"
    form = writing.at().panel.form
    assert isinstance(form, SceneForm)
    for pool in (form.talk.lines, form.choices.pool):
        assert pool._most == 100
        pool._most = SHOWN
    writing.bench.show(Document(writing.document.path.with_name("many.yaml"), text))
    document = writing.bench.document
    assert document is not None
    assert writing.at().panel.form is form
    for pool in (form.talk.lines, form.choices.pool):
        assert len(pool.shown) == SHOWN
        said = [one.text() for one in pool.findChildren(SoftLabel) if "more" in one.text()]
        assert said == ["20 more are there; they can be written in the text."]
    last = form.talk.lines.shown[-1]
    last.down.click()
    found = document.data(("scenes", "door", "lines"))
    assert isinstance(found, list)
    assert found[SHOWN] == {"ana": f"Line {SHOWN - 1}"}
    form.talk.add.click()
    found = document.data(("scenes", "door", "lines"))
    assert isinstance(found, list)
    assert len(found) == LINES + 1
    assert found[LINES - 1] == {"ana": f"Line {LINES - 1}"}
    while writing.bench.desk.undoes is not None:
        writing.bench.undo()
    assert document.text == text
