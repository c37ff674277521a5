from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.progress.examples import Clock
from trainer import paths
from trainer.progress.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(home: Path) -> Path:
    """Where the database of the test's own home lies; nothing is there yet."""
    return paths.database()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(path, now=clock) as opened:
        yield opened
