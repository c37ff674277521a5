"""The method rules, which tell whether a scenario is true to the five D's.

One small function a rule, each with its reason and where that was found. They speak of
what a player can meet, so they look at the explored states and not at names: a choice
that is never offered is no help and does no harm. Findings about ways name one. None of
them keeps a scenario from being played.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from trainer.scenario.rules import on_choices, on_parts, on_ways
from trainer.scenario.rules.met import Met

if TYPE_CHECKING:
    from trainer.scenario.exploring.space import Space
    from trainer.scenario.problems import Problem


def findings(space: Space) -> list[Problem]:
    """Find where a scenario leaves the method.

    Where exploring stopped at its limit, rules about ways stay silent, and the others take
    everything that stands in the file for met.
    """
    met = Met(space)
    rules = [*on_choices.RULES, *on_parts.RULES]
    found = list(chain.from_iterable(rule(met) for rule in rules))
    if space.complete:
        found += chain.from_iterable(rule(space) for rule in on_ways.RULES)
    return found
