"""The map of 2,000 scenes beside one of 40: a frame while it moves, and a change of a word."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from tests.bench import figures, story
from tests.scenes import Stage
from trainer import paths
from trainer.settings import Settings
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL, LARGE = 40, 2000
FRAME = 16
FRAMES = 60


@contextmanager
def _page(scenes: int) -> Iterator[tuple[AuthorPage, float]]:
    """Open a story on its map; give the page, and the seconds until it could be used."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["UPSTANDER_HOME"] = home
        with Stage(Settings(keep=True, motion="reduced", palette="light")) as stage:
            yield _opened(stage, scenes)


def _opened(stage: Stage, scenes: int) -> tuple[AuthorPage, float]:
    folder = paths.own_scenarios()
    folder.mkdir(parents=True)
    file = folder / "long.yaml"
    file.write_text(story.long_story(scenes, choices=3), "utf-8")
    stage.shell.show()
    before = time.perf_counter()
    stage.shell.open_page("author", path=file)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    while not page.map.model.graph.lines:
        stage.settle(0.01)
    page.map.view.repaint()
    opened = time.perf_counter() - before
    while page.map.model.layouter.is_busy:
        stage.settle(0.01)
    print(f"    {scenes} scenes laid out after {time.perf_counter() - before:.2f} s", flush=True)
    stage.settle(0.5)
    return page, opened


def _frames(page: AuthorPage) -> list[float]:
    """Milliseconds of CPU for each frame while the map is moved, and zoomed out and in."""
    view = page.map.view
    page.bench.select(("scenes", page.map.model.graph.start))
    view.show_all()
    view.zoom_by(1 / view.camera.zoom)
    took = []
    for turn in range(2 * FRAMES):
        before = time.process_time()
        if turn < FRAMES:
            view.pan(QPointF(-9, 4 if turn % 2 else -5))
        else:
            view.zoom_by(1 / 1.09 if turn < FRAMES * 1.5 else 1.09)
        view.repaint()
        took.append((time.process_time() - before) * 1000)
    return sorted(took)


def measure(runs: int) -> None:
    """Print how long a frame takes, and opening."""
    before = os.environ.get("UPSTANDER_HOME")
    with _page(SMALL) as (page, _opened):
        small = _frames(page)
    with _page(LARGE) as (page, opened):
        large = _frames(page)
        view = page.map.view
        view.show_all()
        whole = figures.seconds(view.repaint) * 1000
    if before is None:
        del os.environ["UPSTANDER_HOME"]
    else:
        os.environ["UPSTANDER_HOME"] = before
    middle = figures.median(large)
    raw = f"p50 {middle:.1f} ms, p99 {large[-2]:.1f} ms; of {SMALL} {figures.median(small):.1f} ms"
    figures.say(
        f"map, a frame of {LARGE} scenes / of {SMALL}", middle / figures.median(small), "×", 4, raw
    )
    figures.say("map, the slowest frames of many scenes (p99)", large[-2], "ms", FRAME, raw)
    figures.say("map, all scenes at once", whole, "ms", FRAME, f"{LARGE} boxes")
    figures.say("map, from opening to a map that can be used", opened, "s", 3, f"{LARGE} scenes")
