"""What is selected is one thing: bench, form, map and outline agree, whatever is done or undone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.authoring.scenes.acts import ACTS
from tests.scenes import Stage
from tests.scenes.authoring_scenes import written
from tests.ui.authoring.form.conftest import STORY
from trainer.authoring.desk import Place
from trainer.authoring.document import CannotChangeError
from trainer.authoring.scenes.naming import scene_names
from trainer.settings import Settings
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.outline.rows import SceneRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.desk import Step
    from trainer.ui.authoring.page import AuthorPage

RENAMES = ("scene", "id", "state", "cast")


@pytest.fixture
def page() -> Iterator[AuthorPage]:
    with Stage(Settings(keep=True, motion="reduced"), (1280, 800)) as stage:
        stage.shell.show()
        page = written(stage, STORY, "clinic")
        yield page


def agree(page: AuthorPage) -> None:
    """All four say the same; and it is there."""
    QApplication.processEvents()
    bench, form = page.bench, page.form.form
    assert bench.document is not None
    names = scene_names(bench.document)
    assert bench.scene is None or bench.scene in names
    shown = None if form is None else form.base[1]
    assert shown == bench.scene
    assert page.form.empty.isHidden()
    assert page.map.model.current == (bench.scene or "")
    if page.frame.view is View.OUTLINE:
        found = page.outline.tree.selectionModel().selectedIndexes()
        rows = [page.outline.model.scene_at(index) for index in found]
        assert [row.name for row in rows if isinstance(row, SceneRow)] == (
            [bench.scene] if bench.scene else []
        )


def act(page: AuthorPage, rng: random.Random) -> None:
    """Do something at random: an act, some steps back or forth, or a look elsewhere."""
    bench, document = page.bench, page.bench.document
    assert document is not None
    kind = rng.random()
    if kind < 0.3 or not scene_names(document):  # The last one may be taken out, too.
        for _time in range(rng.choice([1, 1, 2, 9])):
            rng.choice([bench.undo, bench.redo])()
    elif kind < 0.45:
        scene = rng.choice(scene_names(document))
        inside = [(), ("choices", 0), ("choices", 2, "say"), ("ending", "view")]
        bench.select(rng.choice([(), ("scenes", scene, *rng.choice(inside))]))
    else:
        at = rng.choice(scene_names(document))
        name = rng.choice([*ACTS, *RENAMES])
        try:
            with bench.desk.step(name, Place(document, ("scenes", at))) as step:
                _do(name, step, rng, at)
        except CannotChangeError:
            return


def _do(name: str, step: Step, rng: random.Random, at: str) -> None:
    ACTS[name](rng, step, step.at[0], at)


@pytest.mark.parametrize("seed", [1, 2, pytest.param(3, marks=pytest.mark.soak)])
def test_form_map_and_outline_show_what_is_selected(page: AuthorPage, seed: int) -> None:
    rng = random.Random(seed)
    page.frame.show_view(View.OUTLINE if seed != 2 else View.MAP)
    for _round in range(12 if seed < 3 else 400):
        act(page, rng)
        agree(page)


def test_a_rename_is_followed_however_far_one_goes_back_and_forth(page: AuthorPage) -> None:
    bench = page.bench
    start = bench.outline().start
    other = next(name for name in bench.outline().scenes if name != start)
    bench.select(("scenes", other))
    page.outline.acts.rename_scene(other, "ten-to-nine")
    bench.select(("scenes", start))
    page.outline.acts.rename_scene(start, "first")
    agree(page)
    bench.undo()
    bench.undo()
    agree(page)
    assert bench.scene == other
    bench.redo()
    agree(page)
    assert bench.scene == "ten-to-nine"
    bench.redo()
    assert bench.scene == "first"
    bench.undo()
    assert bench.scene == start
    bench.select(("scenes", start, "choices", 1))
    with bench.step("x", ()) as step:
        ACTS["scene"](random.Random(1), step, step.at[0], start)
    assert bench.scene != start
    assert bench.path[2:] == ("choices", 1)
    agree(page)
    bench.select(("scenes", bench.scene, "choices", 7, "say"))
    assert bench.path == ("scenes", bench.scene)
