"""The version that a decision was made in is kept beside it, and given back as it was."""

from __future__ import annotations

import hashlib
import re
import shutil
import tracemalloc
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.progress.examples import play
from trainer.errors import ScenarioError
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.progress.looking_back import versions
from trainer.progress.looking_back.versions import Source
from trainer.progress.store import Store
from trainer.scenario.libraries.library import Library
from trainer.scenario.libraries.searching import LARGEST

if TYPE_CHECKING:
    from trainer.scenario.model import Scenario

SMALL = Path(__file__).parents[2] / "data" / "scenarios" / "small-bus.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    return Path(shutil.copy(SMALL, folder))


@pytest.fixture
def library(file: Path) -> Library:
    return Library((file.parent,), None)


def decide(store: Store, library: Library, choice: str = "film") -> Scenario:
    session = Session(library.load("small-bus"), recorder=store)
    while session.phase is not Phase.DECIDING:
        session.go_on()
    session.choose(choice)
    return session.scenario


def change(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("Start filming", "Begin to film"), "utf-8")


def words(found: versions.Version) -> str:
    return next(
        choice.words
        for scene in found.scenario.scenes.values()
        for choice in scene.choices
        if choice.id == "film"
    )


def test_a_changed_scenario_is_found_as_it_was(store: Store, library: Library, file: Path) -> None:
    scenario = decide(store, library)
    assert versions.keep(store, scenario, file)
    assert not versions.keep(store, scenario, file), "once is enough"
    look = (store, library, scenario.id, scenario.content_hash)
    assert versions.find(*look).source is Source.SAME
    change(file)
    library.refresh()
    kept = versions.find(*look)
    assert (kept.source, words(kept)) == (
        Source.KEPT,
        "Start filming the man from across the aisle.",
    )
    assert kept.scenario.content_hash == scenario.content_hash
    file.unlink()
    library.refresh()
    assert versions.find(*look).source is Source.KEPT


def test_without_it_todays_version_has_to_do(store: Store, library: Library, file: Path) -> None:
    scenario = decide(store, library)
    change(file)
    library.refresh()
    found = versions.find(store, library, scenario.id, scenario.content_hash)
    assert (found.source, words(found)) == (
        Source.TODAY,
        "Begin to film the man from across the aisle.",
    )
    file.unlink()
    library.refresh()
    with pytest.raises(ScenarioError):
        versions.find(store, library, scenario.id, scenario.content_hash)


def test_a_file_that_changed_meanwhile_is_not_kept_as_the_version(
    store: Store, library: Library, file: Path
) -> None:
    scenario = decide(store, library)
    change(file)
    assert not versions.keep(store, scenario, file)
    assert versions.source(store, scenario.content_hash) is None


def test_line_ends_of_another_system_are_the_same_version(
    store: Store, library: Library, file: Path
) -> None:
    scenario = decide(store, library)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert versions.keep(store, scenario, file)
    assert versions.source(store, scenario.content_hash) == SMALL.read_bytes()


def test_what_was_opened_and_left_again_leaves_nothing(
    store: Store, library: Library, file: Path
) -> None:
    assert not versions.keep(store, library.load("small-bus"), file)
    with store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM version").fetchone()[0] == 0


@pytest.mark.parametrize(
    "packed",
    [
        b"no zlib",
        zlib.compress(b"another text"),
        zlib.compress(bytes(LARGEST * 20)),
        zlib.compress(SMALL.read_bytes())[:-40],
        b"",
    ],
    ids=["not packed", "another", "a bomb", "cut off", "empty"],
)
def test_what_is_not_the_version_is_not_believed(
    store: Store, library: Library, file: Path, packed: bytes
) -> None:
    scenario = decide(store, library)
    with store.writing() as connection:
        connection.execute("UPDATE version SET source = ?", (packed,))
    assert versions.source(store, scenario.content_hash) is None
    change(file)
    library.refresh()
    found = versions.find(store, library, scenario.id, scenario.content_hash)
    assert found.source is Source.TODAY


def test_a_bomb_is_not_unpacked(store: Store, library: Library) -> None:
    scenario = decide(store, library)
    with store.writing() as connection:
        connection.execute("UPDATE version SET source = ?", (zlib.compress(bytes(LARGEST * 20)),))
    tracemalloc.start()
    try:
        assert versions.source(store, scenario.content_hash) is None
        assert tracemalloc.get_traced_memory()[1] < 4 * LARGEST
    finally:
        tracemalloc.stop()


def test_a_kept_file_of_another_scenario_is_not_taken(
    store: Store, library: Library, file: Path
) -> None:
    scenario = decide(store, library)
    versions.keep(store, scenario, file)
    file.unlink()
    library.refresh()
    with pytest.raises(ScenarioError):
        versions.find(store, library, "other-bus", scenario.content_hash)


def test_a_kept_file_that_cannot_be_played_is_not_taken(
    store: Store, library: Library, file: Path
) -> None:
    scenario = decide(store, library)
    file.unlink()
    library.refresh()
    # As a hostile database would hold it: the hash is right, the way leads nowhere.
    bad = re.sub(rb"(next|then): [a-z-]+", rb"\1: grey-stops", SMALL.read_bytes())
    name = hashlib.sha256(bad).hexdigest()
    with store.writing() as connection:
        row = (name, zlib.compress(bad))
        connection.execute("INSERT INTO version (content_hash, source) VALUES (?, ?)", row)
    assert versions.source(store, name) == bad
    with pytest.raises(ScenarioError):
        versions.find(store, library, scenario.id, name)


def test_the_version_goes_with_its_last_run(store: Store, library: Library, file: Path) -> None:
    scenario = decide(store, library)
    versions.keep(store, scenario, file)
    (run,) = store.runs()
    play(store, "other")
    store.delete_run(run.run)
    assert versions.source(store, scenario.content_hash) is None
    assert store.path is not None
    assert zlib.compress(SMALL.read_bytes())[:64] not in store.path.read_bytes()


def test_keep_nothing_keeps_it_as_long_as_the_rest(library: Library, file: Path) -> None:
    with Store.in_memory() as store:
        scenario = decide(store, library)
        assert versions.keep(store, scenario, file)
        change(file)
        library.refresh()
        look = (store, library, scenario.id, scenario.content_hash)
        assert versions.find(*look).source is Source.KEPT
