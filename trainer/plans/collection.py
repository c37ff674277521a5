"""Every plan there is: those that the program brings along, those of packs, a person's own.

A plan of a folder overrides the built-in one with the same id; of two folders the earlier
one counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import paths
from trainer.plans.reading import PLANS
from trainer.scenario.files.gathering import by_id, gather

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.plans.model import Plan
    from trainer.scenario.files.gathering import Placed
    from trainer.scenario.files.reading import Reading
    from trainer.scenario.libraries.searching import FolderList


class Collection:
    """The plans of the program, a person's own and those of some folders.

    Args:
        folders: searched downwards, in order, after the person's own; one that does not exist
            is empty.

    """

    def __init__(self, folders: Iterable[Path | FolderList] = ()) -> None:
        gathered = gather(PLANS, paths.built_in_plans(), (paths.own_plans(), *folders))
        self._plans = by_id(gathered, lambda plan: plan.id)
        self._broken = gathered.broken

    def plans(self) -> tuple[Placed[Plan], ...]:
        """Give every plan: built-in ones first, an overridden one in its old place."""
        return tuple(self._plans.values())

    def plan(self, plan_id: str) -> Placed[Plan] | None:
        """Give one plan by its id, or None."""
        return self._plans.get(plan_id)

    @property
    def broken(self) -> tuple[Reading[Plan], ...]:
        """Files with an error, which add nothing, with their problems."""
        return self._broken
