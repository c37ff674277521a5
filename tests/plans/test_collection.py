"""Plans of the program, a person's own, those of packs: what counts of each id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.plans.sample import GOOD
from tests.scenario.good_file import put
from trainer import paths
from trainer.plans.collection import Collection

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def _plan(plan_id: str, title: str) -> str:
    return GOOD.replace("small-plan", plan_id).replace("A plan in small, 53 min", title)


def test_ones_own_counts_before_packs_and_before_what_is_brought(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought, pack = tmp_path / "brought", tmp_path / "pack"
    monkeypatch.setattr(paths, "built_in_plans", lambda: brought)
    put(brought / "a.yaml", _plan("one", "Brought one"))
    put(brought / "b.yaml", _plan("two", "Brought two"))
    put(paths.own_plans() / "mine.yaml", _plan("one", "Mine"))
    put(pack / "plans" / "a.yaml", _plan("one", "Too late"))
    put(pack / "plans" / "c.yaml", _plan("three", "Three"))
    put(pack / "plans" / "broken.yaml", _plan("two", "Broken").replace("kind: break", "kind: brk"))
    put(pack / "plans" / "warned.yaml", _plan("four", "Four").replace("988-lifeline", "nobody"))
    found = Collection([pack])
    assert [placed.content.title for placed in found.plans()] == [
        "Mine", "Brought two", "Three", "Four",
    ]  # fmt: skip
    assert [placed.folder for placed in found.plans()] == [paths.own_plans(), None, pack, pack]
    assert [one.path.name for one in found.broken] == ["broken.yaml"]
    mine = found.plan("one")
    assert mine is not None
    assert mine.overrides
    assert found.plan("five") is None
