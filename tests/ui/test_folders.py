"""A slow disk holds up no page: what is known shows, and what is found later shows later."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from tests.bad_days.watching import opened
from tests.until import until
from trainer import paths
from trainer.drills.reading import DRILLS
from trainer.progress.store import Store
from trainer.scenario.files import gathering
from trainer.scenario.libraries.library import Library
from trainer.scenario.libraries.searching import yaml_files
from trainer.settings import Settings
from trainer.ui.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from trainer.scenario.libraries.searching import Found

DECK = """\
format: drills/1
id: {id}
title: Ours
language: en
authors: [Us]
licence: CC-BY-4.0
cards:
  one: {{prompt: "What would help you?"}}
"""


def lay(name: str) -> Path:
    place = paths.own_scenarios() / f"{name}.yaml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(DECK.format(id=name))
    return place


@pytest.fixture
def context(qapp: QApplication) -> Iterator[Context]:
    lay("first")
    library = Library((paths.own_scenarios(),), None)
    library.refresh()
    store = Store.in_memory()
    made = Context(library, store, Settings(), keeps=True)
    yield made
    made.deleteLater()
    store.close()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that answers only when it is allowed to."""
    answers = threading.Event()

    def wait_and_look(folder: Path) -> Iterator[Found]:
        answers.wait(20)
        return yaml_files(folder)

    monkeypatch.setattr(gathering, "yaml_files", wait_and_look)
    yield answers
    answers.set()


def own(context: Context) -> list[str]:
    listing = next(iter(context._folders()))
    return [path.stem for path in gathering.files_of(DRILLS, listing)]


def test_where_the_disk_is_quick_all_shows_at_once(context: Context) -> None:
    lay("second")
    assert own(context) == ["first", "second"]


def test_a_slow_disk_holds_up_nothing_and_what_came_since_shows_later(
    context: Context, slow: threading.Event
) -> None:
    lay("second")
    told: list[int] = []
    context.library_changed.connect(lambda: told.append(1))
    assert own(context) == ["first"]
    assert own(context) == ["first"]
    assert not told
    assert len(context._folders_looked_into._thread._jobs) == 0  # It is being done, and once.
    slow.set()
    until(lambda: bool(told))
    assert told == [1]
    slow.clear()
    # What was found then is known from now on; nobody is told of it again and again.
    assert own(context) == ["first", "second"]
    slow.set()
    context._folders_looked_into._thread.flush()
    assert told == [1]


def test_nothing_new_is_told_to_nobody_and_what_is_gone_is_passed_over(
    context: Context, slow: threading.Event
) -> None:
    told: list[int] = []
    context.library_changed.connect(lambda: told.append(1))
    assert own(context) == ["first"]
    slow.set()
    context._folders_looked_into._thread.flush()
    assert not told
    slow.clear()
    (paths.own_scenarios() / "first.yaml").unlink()
    assert own(context) == []


def test_a_library_that_was_read_again_knows_more(context: Context, slow: threading.Event) -> None:
    assert own(context) == ["first"]
    slow.set()
    context._folders_looked_into._thread.flush()
    slow.clear()
    lay("second")
    context.library.refresh()
    assert own(context) == ["first", "second"]


def test_where_nobody_asks_again_all_is_waited_for(
    qapp: QApplication, slow: threading.Event
) -> None:
    lay("first")
    store = Store.in_memory()
    context = Context(Library((), None), store, Settings(), keeps=True)
    assert own(context) == []
    threading.Timer(0.02, slow.set).start()
    (listing,) = context._folders(whole=True)
    assert len(listing.files) == 1
    store.close()


def test_what_the_index_knows_opens_no_file(tmp_path: Path) -> None:
    folder = lay("first").parent
    os.utime(folder / "first.yaml", (1_600_000_000, 1_600_000_000))
    Library((folder,), tmp_path / "cache").refresh()
    gathering._said.clear()
    library = Library((folder,), tmp_path / "cache")
    with opened(folder) as seen:
        library.refresh()
        found = library.listed(folder)
        assert found is not None
        assert gathering.listed(folder, found) == found
        assert found.files[0][1] == ("drills",)
        assert "first.yaml" not in seen()
