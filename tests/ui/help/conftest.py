from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenes.help_scenes import OURS
from tests.ui.practice.conftest import hands, scenario_file
from trainer import paths
from trainer.ui.help.page import HelpPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.practice.hands import Hands
    from trainer.help.looking import Wish
    from trainer.ui.help.entry_card import EntryCard

__all__ = ["hands", "scenario_file"]


@pytest.fixture
def ours(hands: Hands) -> str:
    """Two services in the person's own folder: a new one, and one instead of a built-in one."""
    folder = paths.own_scenarios() / "help"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "our-block.yaml").write_text(OURS, "utf-8")
    return str(folder)


@pytest.fixture
def opened(hands: Hands) -> Callable[..., HelpPage]:
    """Open the page, with a wish if one is given, all its cards made."""

    def open_page(wish: Wish | None = None, **what: str) -> HelpPage:
        if wish is not None:
            hands.context.wish = wish
        hands.open("help", **what)
        page = hands.shell.page()
        assert isinstance(page, HelpPage)
        page.results.cards()
        hands.settle()
        return page

    return open_page


def card(page: HelpPage, key: str) -> EntryCard:
    found = page.results.card(key)
    assert found is not None
    return found


def keys(page: HelpPage) -> list[str]:
    return [one.listed.entry.key for one in page.results.cards()]
