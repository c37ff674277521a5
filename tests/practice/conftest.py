from __future__ import annotations

import pytest

from tests.practice.story import BUS, Keeper, Player


@pytest.fixture(params=[False, True], ids=["plain", "saved and loaded"])
def player(request: pytest.FixtureRequest) -> Player:
    return Player(BUS, Keeper(), bool(request.param))
