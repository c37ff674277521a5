"""What a report tells of one scenario, worked out from what checking found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.method.ds import FIVE_DS, D, Fit
from trainer.scenario.texts.ease import lix

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.scenario.model import CastMember, Outcome, Role, Scenario


@dataclass(frozen=True, slots=True)
class Portrait:
    """A scenario by its figures and its people.

    ``fits`` counts the choices of the file by D and fit (None is own words), ``outcomes`` its
    endings; ``lix`` is None where that says nothing of the language.
    """

    scenario: Scenario
    decisions: int
    fits: Mapping[tuple[D, Fit | None], int]
    outcomes: Mapping[Outcome, int]
    lix: float | None

    def people(self, role: Role) -> tuple[CastMember, ...]:
        """People of the cast in one role, in the file's order."""
        return tuple(one for one in self.scenario.cast.values() if one.role is role)

    def has(self, d: D, fit: Fit) -> bool:
        """Tell whether some choice of this D has this fit."""
        return self.fits[d, fit] > 0


def portrait(scenario: Scenario) -> Portrait:
    """Work out the portrait of a scenario."""
    scenes = scenario.scenes.values()
    choices = [choice for scene in scenes for choice in scene.choices]
    return Portrait(
        scenario,
        decisions=sum(bool(scene.choices) for scene in scenes),
        fits=Counter((choice.d, choice.fit) for choice in choices),
        outcomes=Counter(scene.ending.outcome for scene in scenes if scene.ending),
        lix=lix(scenario),
    )


def scenarios_with(portraits: Iterable[Portrait], fit: Fit) -> dict[D, int]:
    """Count, for each of the five D's, the scenarios in which it has this fit somewhere."""
    told = list(portraits)
    return {d: sum(one.has(d, fit) for one in told) for d in FIVE_DS}
