"""Drills of the program and of folders: what counts of each id, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drills.sample import GOOD
from tests.scenario.good_file import put
from trainer import paths
from trainer.drills.collection import Collection

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for what the program brings along."""
    folder = tmp_path / "brought"
    monkeypatch.setattr(paths, "built_in_drills", lambda: folder)
    put(folder / "a.yaml", _deck("one", "Brought one"))
    put(folder / "b.yaml", _deck("two", "Brought two"))
    return folder


def _deck(deck_id: str, title: str) -> str:
    return GOOD.replace("small-drills", deck_id).replace("Drills in small", title)


def _titles(found: Collection) -> list[str]:
    return [placed.content.title for placed in found.decks()]


def test_without_folders_it_is_what_is_brought_along(brought: Path) -> None:
    found = Collection()
    assert _titles(found) == ["Brought one", "Brought two"]
    two = found.deck("two")
    assert two is not None
    assert (two.path, two.folder, two.overrides) == (brought / "b.yaml", None, False)
    assert found.deck("three") is None


def test_the_earlier_folder_overrides_and_each_adds(brought: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    put(first / "x" / "drills" / "mine.yaml", _deck("one", "First"))
    put(second / "a.yaml", _deck("one", "Second"))
    put(second / "b.yaml", _deck("three", "Third"))
    put(second / "c.yaml", _deck("three", "Too late"))
    found = Collection([first, second])
    assert _titles(found) == ["First", "Third", "Brought two"]
    assert [placed.overrides for placed in found.decks()] == [True, False, False]
    assert [placed.folder for placed in found.decks()] == [first, second, None]
    assert _titles(Collection([second, first])) == ["Second", "Third", "Brought two"]


def test_what_has_an_error_is_left_out_and_named(brought: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    put(folder / "broken.yaml", _deck("one", "Broken").replace("d: delay", "d: dealy"))
    put(folder / "html.yaml", _deck("two", "With <b>"))
    put(folder / "page.yaml", "format: page/1\n")
    put(folder / "says-nothing.yaml", "drills: {}\n")
    found = Collection([folder])
    assert _titles(found) == ["Brought one", "Brought two"]
    assert [one.path.name for one in found.broken] == ["broken.yaml", "html.yaml"]


def test_a_method_finding_leaves_it_in_place(brought: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    put(folder / "a.yaml", _deck("four", "Four").replace("[racist language]", "[]"))
    assert _titles(Collection([folder])) == ["Four", "Brought one", "Brought two"]
