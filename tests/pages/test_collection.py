"""Pages of the program and of folders, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.checking.test_files import PLAIN_PAGE
from tests.scenario.good_file import put
from trainer import paths
from trainer.pages.collection import Collection

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def _page(page_id: str, order: int) -> str:
    return PLAIN_PAGE.replace("small-page", page_id).replace("order: 3", f"order: {order}")


def test_pages_by_order_and_whose_word_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought, mine = tmp_path / "brought", tmp_path / "mine"
    monkeypatch.setattr(paths, "built_in_pages", lambda: brought)
    put(brought / "a.yaml", _page("last", 9))
    put(brought / "b.yaml", _page("first", 1))
    put(brought / "c.yaml", _page("middle", 5))
    put(mine / "a.yaml", _page("before", 5))
    put(mine / "b.yaml", _page("first", 7))
    put(mine / "c.yaml", _page("broken", 7).replace("sources: [guide", "sources: [gide"))
    found = Collection([mine])
    assert [placed.content.id for placed in found.pages()] == ["middle", "before", "first", "last"]
    first = found.page("first")
    assert first is not None
    assert (first.overrides, first.folder, first.path) == (True, mine, mine / "b.yaml")
    assert found.page("broken") is None
    assert [one.path.name for one in found.broken] == ["c.yaml"]
    assert [placed.content.id for placed in Collection().pages()] == ["first", "middle", "last"]
