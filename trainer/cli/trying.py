"""What ``play --random`` and ``play --everything`` print: how often, and what was never met."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from trainer.authoring.trying import told
from trainer.authoring.trying.chance import LARGEST_SEED, MOST_RUNS, played
from trainer.authoring.trying.everything import all_of
from trainer.authoring.trying.report import report
from trainer.authoring.trying.tally import met
from trainer.errors import UsageError
from trainer.language import _
from trainer.scenario.exploring.space import explore
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    import argparse

    from trainer.authoring.trying.report import Report
    from trainer.scenario.model import Scenario


def check_use(args: argparse.Namespace) -> bool:
    """Tell whether a scenario is to be tried, not played.

    Raises:
        UsageError: options that do not go together, or a number that is out of range.

    """
    tries = args.random is not None or args.everything
    if args.seed is not None and args.random is None:
        raise UsageError(_("--seed goes with --random."))
    if not tries:
        return False
    if args.random is not None and args.everything:
        raise UsageError(_("--random and --everything exclude each other."))
    if args.choose is not None or args.record:
        raise UsageError(_("--choose and --record do not go with --random or --everything."))
    if args.file is None:
        raise UsageError(_("--random and --everything go with a scenario: its file, or its id."))
    if args.random is not None and not 1 <= args.random <= MOST_RUNS:
        raise UsageError(_("--random takes a number from 1 to %(most)s.") % {"most": MOST_RUNS})
    if args.seed is not None and not 0 <= args.seed <= LARGEST_SEED:
        raise UsageError(_("--seed takes a number from 0 to %(most)s.") % {"most": LARGEST_SEED})
    return True


def tried(scenario: Scenario, args: argparse.Namespace) -> str:
    """Try a scenario, and give what is printed of it."""
    if args.everything:
        space = explore(scenario)
        tally = all_of(space)
        found = report(scenario, tally, met(tally), seed=None, whole=space.complete)
    else:
        seed = 1 if args.seed is None else args.seed
        tally = played(scenario, args.random, seed)
        found = report(scenario, tally, met(tally), seed=seed)
    return _as_json(found) if args.json else told.text(found, plain(scenario.title))


def _as_json(found: Report) -> str:
    missing = [
        {"scene": one.scene, "choice": one.choice or None, "arm": one.arm, "to": one.to or None}
        for one in found.missing
    ]
    choices = [
        {"scene": row.scene, "id": row.choice, "made": row.count, "offered": row.offered}
        for row in found.rows
        if row.choice
    ]
    data = {
        "runs": found.runs,
        "seed": found.seed,
        "scenes": {row.scene: row.count for row in found.rows if not row.choice},
        "choices": choices,
        "endings": dict(found.endings),
        "outcomes": dict(found.outcomes),
        "decisions": found.decisions,
        "stubs": found.stubs,
        "stuck": found.stuck,
        "cut": found.cut,
        "untested": missing,
        "whole": found.whole,
    }
    return json.dumps(data, ensure_ascii=False) + "\n"
