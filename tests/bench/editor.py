"""The editor in its window with 2,000 scenes: what a person waits for, and how long it stalls."""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.bench import figures, reshaping, story, turns
from tests.scenes import Stage
from trainer import paths
from trainer.authoring.checking.state import State
from trainer.settings import Settings
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.clearing_up import ClearingUp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from tests.bench.turns import Turns

SCENES = 2000
FRAME = 16
"""Milliseconds that no turn of the loop should take longer than."""

PIECE = 50
"""Milliseconds that a piece of opening may take."""

LETTERS = 60
VISITS = 40


@contextmanager
def _stage() -> Iterator[Stage]:
    before = os.environ.get("UPSTANDER_HOME")
    with tempfile.TemporaryDirectory() as home:
        os.environ["UPSTANDER_HOME"] = home
        with Stage(Settings(keep=True, motion="reduced", palette="light")) as stage:
            clearing = ClearingUp(stage.shell)  # As in the program.
            stage.shell.page_left.connect(clearing.page_left)
            stage.shell.show()
            stage.shell.open_page("author-home")
            turns.run(0, lambda: "trainer.ui.authoring.page" in sys.modules)
            turns.run(2.0)  # Somebody looks at their files.
            yield stage
    if before is None:
        del os.environ["UPSTANDER_HOME"]
    else:
        os.environ["UPSTANDER_HOME"] = before


def _is_checked(page: AuthorPage) -> bool:
    return page.bench.checking is not State.CHECKING


def _opened(stage: Stage, watch: Turns, name: str, scenes: int) -> AuthorPage:
    """Open a story and print what that takes."""
    file = paths.own_scenarios() / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(story.long_story(scenes, choices=3), "utf-8")
    shown = stage.shell.page()
    stage.shell.open_page("author-home")
    turns.run(1.0)
    watch.begin()
    began = time.perf_counter()
    stage.shell.open_page("author", path=file)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    turns.run(0, lambda: len(page.map.view.picture.boxes) == scenes)
    usable = time.perf_counter() - began
    turns.run(0, lambda: _is_checked(page) and not page.map.model.layouter.is_busy)
    turns.run(0.5)
    first = "again" if isinstance(shown, AuthorPage) else "for the first time"
    raw = f"{watch.over(FRAME)} turns over {FRAME} ms, {watch.over(PIECE)} over {PIECE} ms"
    words = f"editor: {scenes} scenes opened {first}"
    figures.say(words, usable, "s", 3, f"until the map can be used; {raw}")
    longest = ", ".join(f"{one:.0f}" for one in sorted(watch.took)[:-6:-1])
    figures.say(f"{words}, longest stall", watch.longest, "ms", PIECE, f"longest {longest} ms")
    return page


def _say(what: str, took: Sequence[float], rest: str = "") -> None:
    """Print the longest turn of each of many acts."""
    ordered = sorted(took)
    over = sum(one > FRAME for one in ordered)
    raw = (
        f"p50 {figures.median(ordered):.1f}, p95 {ordered[int(0.95 * len(ordered))]:.1f} ms; "
        f"{over} of {len(ordered)} over {FRAME} ms{rest}"
    )
    figures.say(f"editor: {what}, longest stall", ordered[-1], "ms", FRAME, raw)


def _select(page: AuthorPage, watch: Turns, what: str) -> None:
    names = list(page.bench.outline().scenes)
    chosen = [names[(17 * turn) % (len(names) - 1)] for turn in range(VISITS)]
    took = [
        turns.act(watch, partial(page.bench.select, ("scenes", name)), rest=0.06) for name in chosen
    ]
    _say(f"a scene selected, beside the {what}", took)


def _type(page: AuthorPage, watch: Turns, field: QWidget, what: str) -> None:
    """Type as a person does, a letter every 60 ms, and wait for what is told of the scene."""
    field.setFocus()
    turns.run(0.5)
    keys = itertools.cycle("a quiet bus ")
    took = []
    for _turn in range(LETTERS):
        key = next(keys)
        took.append(turns.act(watch, partial(QTest.keyClicks, field, key), rest=0.06))
    watch.begin()
    turns.run(0, lambda: _is_checked(page))
    took.append(watch.longest)
    _say(f"a letter in the {what}", took)


def _touched(page: AuthorPage, watch: Turns) -> None:
    """Let a choice lead nowhere, and wait until that is told."""
    document = page.bench.document
    assert document is not None
    turns.run(0, lambda: _is_checked(page))
    watch.begin()
    began = time.perf_counter()
    path = ("scenes", "s700", "choices", 1, "next")
    with page.bench.step("a way", path) as step:
        step.put(document, path, "nowhere")
    turns.run(0, lambda: any(one.code == "unknown-scene" for one in page.bench.problems))
    took = (time.perf_counter() - began) * 1000
    raw = f"longest stall {watch.longest:.1f} ms"
    figures.say("editor: the touched scene told after the last key", took, "ms", 150, raw)
    page.undo()
    turns.run(0, lambda: _is_checked(page))


def _undo(page: AuthorPage, watch: Turns) -> None:
    """Take back what was typed, and do it again."""
    steps = {"undone": page.undo, "done again": page.redo}
    for what, step in steps.items():
        took = [turns.act(watch, step, rest=0.2)]
        turns.run(0, lambda: _is_checked(page))
        _say(f"{LETTERS} letters {what}", took)


def _save(page: AuthorPage, watch: Turns) -> None:
    began = time.perf_counter()
    took = [turns.act(watch, page.save, rest=0.01)]
    turns.run(0, lambda: page.bench.document is not None and not page.bench.document.is_changed)
    seconds = time.perf_counter() - began
    figures.say("editor: saved", seconds, "s", 0.5, f"{SCENES} scenes")
    _say("saving", took)


def _check(page: AuthorPage) -> None:
    turns.run(0, lambda: _is_checked(page))
    document = page.bench.document
    assert document is not None
    with page.bench.step("a word", ("title",)) as step:
        step.put(document, ("title",), "Another title")
    began = time.perf_counter()
    turns.run(0, lambda: _is_checked(page))
    took = time.perf_counter() - began
    figures.say("editor: the whole checked in its process", took, "s", 2, f"{SCENES} scenes")


def _stand_in_prose(page: AuthorPage) -> None:
    """Put the cursor of the text among the words of a scene."""
    document, text = page.bench.document, page.text
    assert document is not None
    span = document.span(("scenes", "s700", "text"))
    assert span is not None
    text.editor.go_to(text.twin.offsets.to_qt(span[1] - 9))


def _show(page: AuthorPage, watch: Turns, view: View) -> None:
    took = turns.act(watch, partial(page.frame.show_view, view), rest=1.0)
    figures.say(f"editor: first shown as {view.value}", took, "ms", PIECE, "longest stall")


def measure(runs: int) -> None:
    """Print what opening, selecting, writing, undoing and saving take; once each, of many acts."""
    del runs
    with _stage() as stage, turns.watched() as watch:
        _opened(stage, watch, "short", 8)
        page = _opened(stage, watch, "long", SCENES)
        _select(page, watch, "map")
        page.bench.write_at(("scenes", "s700"))
        form = page.form.form
        assert form is not None
        _type(page, watch, form.first(), "form")
        _undo(page, watch)
        _touched(page, watch)
        reshaping.measure(page, watch)
        page.bench.select(())
        turns.run(1.0)
        page.bench.select(("scenes", "s700"))
        turns.run(0.5)
        whole = turns.act(watch, partial(page.bench.select, ()), rest=1.5)
        _say("the whole story selected", [whole])
        acts: tuple[tuple[View, Callable[[], None]], ...] = (
            (View.OUTLINE, partial(_select, page, watch, "outline")),
            (View.TEXT, partial(_select, page, watch, "text")),
        )
        for view, more in acts:
            _show(page, watch, view)
            more()
        page.bench.write_at(("scenes", "s700"))
        _stand_in_prose(page)
        _type(page, watch, page.text.editor, "text")
        _check(page)
        _save(page, watch)
