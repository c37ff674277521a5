"""What is looked for only in a text whose errors are mended; till then, what was seen stays.

A check stops after errors in shape or names, for it cannot walk through such a story. Whoever
makes a mistake is not told thereby that something else is mended.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from trainer.authoring import formats
from trainer.pages import keys as pages
from trainer.plans import keys as plans
from trainer.plans import rules
from trainer.scenario.problems import METHOD

EXPLORED: Final = (METHOD - {"unsourced-figure"}) | {
    "stuck",
    "endless",
    "stub-reached",
    "unreachable-scene",
    "never-offered",
    "never-taken",
    "unused-variable",
    "unused-cast",
    "too-many-states",
    "long-scene",
    "stale-translation",
    "review-missing",
}
"""Codes that reading one part of a scenario by itself does not find."""

LATER: Final = MappingProxyType(
    {
        formats.SCENARIO: frozenset(EXPLORED - {"review-missing"}),
        plans.FORMAT: rules.CODES | {"stale-translation"},
        pages.FORMAT: frozenset({"unused-source"}),
    }
)
"""By format: codes that a check does not look for as long as there are errors."""


def waits(format_: str, code: str) -> bool:
    """Whether a finding waits for the errors of a file of some format to be mended."""
    return code in LATER.get(format_, ())
