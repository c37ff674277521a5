"""A scene in the real window, as the sweeps of pages look at it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget

from tests.scenes import Stage, all_scenes
from tests.screenshots import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.settings import Settings

large_and_small = pytest.mark.parametrize(
    "size", [pytest.param(one, marks=pytest.mark.soak) for one in ((1280, 800), (800, 600))]
)
"""A test for the usual window, and for the smallest that is supported, at the usual size of text.

The short suite sees the same in :data:`every_layout`, where one window is looked at for all."""

_TELLING = ("light", "small-200")
"""The usual look, and the one with the least room; those between are seen by ``make soak``."""

every_layout = pytest.mark.parametrize(
    "look",
    [
        pytest.param(look, marks=() if look.name in _TELLING else pytest.mark.soak, id=look.name)
        for look in LAYOUTS
    ],
)
"""A test for each look in which words can stand elsewhere."""


@contextmanager
def showing(
    scene: str,
    settings: Settings | None = None,
    size: tuple[int, int] = (1280, 800),
    *,
    rest: float = 0.15,
) -> Iterator[Stage]:
    """Show a scene that one comes to from the first page, and let it come to rest.

    ``rest`` are the seconds that it has for what it makes when there is nothing else to do.
    """
    with Stage(settings, size) as stage:
        stage.shell.open_page("home")
        stage.shell.show()
        all_scenes()[scene](stage)
        stage.settle(rest)
        yield stage


def words_in(window: QWidget) -> list[tuple[str, QRect]]:
    """Give the labels that one can see, and where in the window."""
    return [
        (one.text(), one.visibleRegion().boundingRect().translated(one.mapTo(window, QPoint())))
        for one in window.findChildren(QLabel)
        if one.isVisible() and one.text().strip() and not one.visibleRegion().isEmpty()
    ]


def overlapping(window: QWidget) -> list[tuple[str, str]]:
    """Give the labels of which one lies over the other."""
    seen = words_in(window)
    return [
        (words, other)
        for at, (words, box) in enumerate(seen)
        for other, second in seen[at + 1 :]
        if box.intersects(second)
    ]
