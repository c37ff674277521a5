"""A long story comes a part in each turn, and is then in every view what it is at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from tests.bench.story import long_story
from tests.until import until
from trainer import paths
from trainer.authoring import ahead
from trainer.authoring.checking import not_yet
from trainer.authoring.checking.at_once import AtOnce
from trainer.authoring.checking.standing import Standing
from trainer.authoring.checking.state import State
from trainer.authoring.document import Document
from trainer.authoring.layout.graph import graph_of
from trainer.authoring.layout.marks import lost_in
from trainer.authoring.outline import Outliner
from trainer.authoring.scenes import counting
from trainer.authoring.source.parts import read
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.map.picture import Picture
from trainer.ui.authoring.outline.rows import Rows, SceneRow, problems_by_scene
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenes import Stage

SCENES = 330


def written(name: str, scenes: int) -> str:
    file = paths.own_scenarios() / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    stub = "  alone:\n    stub: true\n"
    file.write_text(long_story(scenes, choices=2) + stub, "utf-8")
    return str(file)


def open_story(stage: Stage, path: str) -> AuthorPage:
    stage.shell.open_page("author", path=path)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    return page


def drawn(picture: Picture) -> list[tuple[object, ...]]:
    return [
        (name, box.line, box.rect, box.marks, box.starts, box.pinned, box.behind)
        for name, box in picture.boxes.items()
    ]


def turn_while(is_so: Callable[[], bool]) -> None:
    """Turn the loop only as often as it takes: what comes in the same turn is not waited for."""
    for _turn in range(100_000):
        if not is_so():
            return
        QCoreApplication.processEvents()


@pytest.fixture
def page(stage: Stage) -> AuthorPage:
    page = open_story(stage, written("long", SCENES))
    assert page.bench.document is not None
    assert page.bench.document.waits
    return page


def come(page: AuthorPage) -> bool:
    return len(page.map.view.picture.boxes) == SCENES + 1


def test_what_is_read_is_what_the_window_would_have_found(page: AuthorPage) -> None:
    bench, document = page.bench, page.bench.document
    assert document is not None
    until(lambda: bench.scene is not None)
    assert bench.path == ("scenes", "s0")
    assert page.form.form is not None
    assert page.form.form.base == bench.path
    first = bench.first()
    assert first is not None
    outline = Outliner(document).outline()
    assert bench.outline() == outline
    assert first.graph == graph_of(outline)
    assert first.lost == lost_in(first.graph) == {"alone"}
    for part in document.parts:
        part.memo.clear()
    assert Outliner(document).outline() == outline
    counts = counting.Counts()
    assert len(list(counting.steps_of(document, counts))) > 3
    assert counts == counting.of_document(document)
    assert counts.changed["helped"] == 2 * (SCENES - 1)


def test_the_map_is_filled_as_it_would_be_at_once(page: AuthorPage) -> None:
    view, model = page.map.view, page.map.model
    at_first: list[bool] = []
    model.opened.connect(lambda: at_first.append(come(page)))
    until(lambda: bool(model.graph.lines))
    assert at_first == [False]
    until(lambda: come(page))
    assert page.map.says.text().startswith("S0")
    until(lambda: page.bench.checking is State.CHECKED and not model.layouter.is_busy)
    until(lambda: drawn(view.picture) == drawn(model.picture(mirrored=False)))
    assert view.picture.boxes["alone"].marks.lost
    places = {name: model.places.at(name) for name in model.graph.names()}
    assert len(set(places.values())) == len(places)


def test_what_changes_while_the_map_is_filled_stands_in_it(page: AuthorPage) -> None:
    until(lambda: bool(page.map.model.graph.lines))
    document = page.bench.document
    assert document is not None
    with page.bench.step("one more", ("scenes", "more")) as step:
        step.put(document, ("scenes", "more"), {"stub": "true"})
    until(lambda: "more" in page.map.view.picture.boxes)
    view, model = page.map.view, page.map.model
    until(lambda: drawn(view.picture) == drawn(model.picture(mirrored=False)))
    page.undo()
    until(lambda: "more" not in page.map.view.picture.boxes)
    assert come(page)


def test_the_outline_comes_in_slices_and_one_stands_in_it(page: AuthorPage) -> None:
    until(lambda: page.bench.checking is State.CHECKED)
    page.bench.select(("scenes", "s200"))
    outline, model = page.outline, page.outline.model
    page.stand_on_scenes(View.OUTLINE)
    assert outline.tree.hasFocus()
    turn_while(lambda: not model.scene_rows())

    def as_at_once() -> bool:
        told = problems_by_scene(page.bench.lines())
        return model.scene_rows() == Rows().rows(page.bench.outline(), told)

    until(as_at_once)  # What is wrong may be told only now.
    row = model.row_at(outline.tree.currentIndex())
    assert row is model.scene_rows()[model.index_of("s200").row()]
    assert outline.count.text().startswith(f"{SCENES + 1} scenes")


def test_whoever_stands_nowhere_stands_on_the_first_row(page: AuthorPage) -> None:
    until(lambda: page.bench.scene is not None)
    page.bench.write_at(())
    page.stand_on_scenes(View.OUTLINE)
    turn_while(lambda: not page.outline.model.scene_rows())
    assert page.outline.tree.currentIndex().row() == 0
    assert page.bench.scene == "s0"


def test_another_story_takes_the_place_of_one_that_comes(stage: Stage, page: AuthorPage) -> None:
    page.frame.show_view(View.OUTLINE)
    until(lambda: page.bench.scene is not None)
    open_story(stage, written("short", 4))
    stage.settle(0.1)
    assert [row.name for row in page.outline.model.scene_rows()] == [
        "s0",
        "s1",
        "s2",
        "s3",
        "alone",
    ]
    assert list(page.map.view.picture.boxes) == ["s0", "s1", "s2", "s3", "alone"]


def test_a_long_one_too_opens_where_one_wrote_last(stage: Stage, page: AuthorPage) -> None:
    long = page.bench.document
    assert long is not None
    until(lambda: page.bench.scene is not None)
    page.bench.select(("scenes", "s200"))
    stage.shell.open_page("author-home")
    page.bench.desk.drop(long)
    open_story(stage, written("short", 4))
    assert page.bench.scene == "s0"
    open_story(stage, str(long.path))
    until(lambda: page.bench.scene is not None)
    assert page.bench.scene == "s200"


def test_what_every_view_asks_is_worked_out_where_it_is_read() -> None:
    text = long_story(40, choices=2)
    document, found = Document(Path("a.yaml"), text), read(text)
    ahead.work_out(text, found)
    document.adopt(document.version, found)
    before = [set(part.memo) for part in found]
    assert not_yet.unsoftened(document) == "s0"
    AtOnce(document).told((), waits=True, checking=False)
    Standing(document).look(lambda: True)
    assert [set(part.memo) for part in found] == before


def test_what_is_first_selected_is_told_in_a_turn_of_its_own(page: AuthorPage) -> None:
    told: list[str] = []
    page.bench.changed.connect(lambda _changes: told.append("read"))
    page.bench.selected.connect(lambda _path: told.append("selected"))
    turn_while(lambda: not told)
    assert told[0] == "read"
    until(lambda: "selected" in told)
    assert page.bench.scene == "s0"


def test_marks_that_come_while_the_map_is_filled_are_on_it(stage: Stage, page: AuthorPage) -> None:
    until(lambda: bool(page.map.model.graph.lines))
    view, model, bench = page.map.view, page.map.model, page.bench
    until(lambda: come(page) and not model.layouter.is_busy)
    until(lambda: bench.checking is State.CHECKED)
    watch = page.problems.watch
    clocks = (watch._soon, watch._later, watch._read_on)
    until(lambda: not any(clock.isActive() for clock in clocks))
    until(lambda: bench.checking is State.CHECKED and not watch._telling.is_waiting)
    stage.settle(0.1)  # Nothing more is told of it.
    coming = Picture(model.shown)
    steps = model.filling(coming)
    next(steps)
    document = bench.document
    assert document is not None
    at = document.text[: document.parts[40].start].count("\n") + 1
    found = problem("unknown-key", Mark(at, 3), key="x")
    bench.show_problems((*bench.problems, found), State.CHECKED)
    turn_while(lambda: model._marking.is_waiting)
    assert list(steps) != []
    for picture in (coming, view.picture):
        assert picture.boxes[str(document.parts[40].name)].marks.errors == 1
        assert drawn(picture) == drawn(model.picture(mirrored=False))


def test_rows_of_what_was_before_do_not_come_after_those_of_now(page: AuthorPage) -> None:
    until(lambda: page.bench.scene is not None and page.bench.checking is State.CHECKED)
    outline, document = page.outline, page.bench.document
    assert document is not None
    page.frame.show_view(View.OUTLINE)
    assert outline._slices.is_busy
    with page.bench.step("words", ("scenes", "s5")) as step:
        step.put(document, ("scenes", "s5"), {"stub": "true"})
    turn_while(lambda: outline._slices.is_busy)
    row = outline.model.row_at(outline.model.index_of("s5"))
    assert isinstance(row, SceneRow)
    assert row.line is page.bench.outline().scenes["s5"]


def test_the_rows_of_another_story_are_not_those_that_were_coming(
    stage: Stage, page: AuthorPage
) -> None:
    until(lambda: page.bench.scene is not None)
    page.frame.show_view(View.OUTLINE)
    assert page.outline._slices.is_busy
    open_story(stage, written("short", 4))
    assert not page.outline._slices.is_busy
    assert [row.name for row in page.outline.model.scene_rows()][:2] == ["s0", "s1"]


def test_what_is_wrong_after_a_change_stands_in_its_field_and_never_in_another(
    page: AuthorPage,
) -> None:
    bench, document = page.bench, page.bench.document
    assert document is not None
    until(lambda: bench.scene is not None and bench.checking is State.CHECKED)
    with bench.step("a way", ("scenes", "s9")) as step:
        step.put(document, ("scenes", "s9", "choices", 0, "next"), "nowhere")
    until(lambda: any(one.code == "unknown-scene" for one in bench.problems))
    until(lambda: bench.checking is State.CHECKED)
    with bench.step("a line", ("scenes", "s2")) as step:
        step.put(document, ("scenes", "s2", "text"), "One.\n\nTwo.\n\nThree.\n")
    assert not bench.has_told()
    bench.select(("scenes", "s9", "choices", 0))
    form = page.form.form
    assert form is not None
    target = next(row for path, row in form.rows().items() if path[-1] == "next")
    assert not target.wrong.words()
    turn_while(lambda: not bench.has_told())
    assert target.wrong.words()
    assert [row for row in form.rows().values() if row.wrong.words()] == [target]


def test_undoing_selects_once_where_the_step_was(page: AuthorPage) -> None:
    bench, document = page.bench, page.bench.document
    assert document is not None
    until(lambda: bench.scene is not None)
    bench.select(("scenes", "s4"))
    page.outline.acts.add_scene("new", "New")
    heard: list[object] = []
    bench.changed.connect(lambda _changes: heard.append(bench.path))
    bench.selected.connect(heard.append)
    page.undo()
    assert heard == [("scenes", "s4")] * 2
    page.redo()
    assert bench.path == ("scenes", "s4")
    assert heard == [("scenes", "s4")] * 4


def test_what_is_told_before_the_text_is_read_stands_in_the_outline(page: AuthorPage) -> None:
    until(lambda: page.bench.scene is not None and page.bench.checking is State.CHECKED)
    page.frame.show_view(View.OUTLINE)
    outline, bench, document = page.outline, page.bench, page.bench.document
    until(lambda: bool(outline.model.scene_rows()) and not outline._slices.is_busy)
    assert document is not None
    at = document.text[: document.parts[40].start].count("\n") + 1
    name = str(document.parts[40].name)
    found = problem("unknown-key", Mark(at, 3), key="x")
    before = len(problems_by_scene(bench.lines()).get(name, ()))
    document.stale = True  # Somebody else's text came in: nobody knows yet where its scenes stand.
    bench.show_problems((*bench.problems, found), State.CHECKED)
    document.stale = False
    bench.changed.emit(())
    turn_while(lambda: outline._slices.is_busy)
    told = problems_by_scene(bench.lines())
    assert len(told[name]) == before + 1
    assert outline.model.scene_rows() == Rows().rows(bench.outline(), told)
