"""What an organisation would read: statements, built from a run that has ended.

A completion says that somebody, known by a random id only, came to the end of a scenario,
and when. Choices say more, and are built only where the learner asked for them. Nothing that
anybody typed is ever in a statement: no own words, no notes, no name, no title (whoever made
a scenario for themselves typed that).

The same run gives the same bytes with the same ids whenever it is asked for, so that what is
sent or read in twice counts once. docs/xapi.md shows each statement.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote
from uuid import UUID, uuid5

from trainer.progress.summaries import written

if TYPE_CHECKING:
    from datetime import datetime

    from trainer.progress.records import KeptDecision, RunDetail
    from trainer.progress.summaries import RunSummary

HERE: Final = "https://upstander.invalid"
"""What our names begin with. A name that nobody can own (RFC 6761), and nobody can ask."""

VERSION: Final = "1.0.3"
"""Version of xAPI that the statements keep to."""

_VERBS: Final = {
    "completed": "http://adlnet.gov/expapi/verbs/completed",
    "answered": "http://adlnet.gov/expapi/verbs/answered",
    "experienced": "http://adlnet.gov/expapi/verbs/experienced",
}
_SIMULATION: Final = "http://adlnet.gov/expapi/activities/simulation"

Statement = dict[str, Any]


def has_completion(run: RunSummary) -> bool:
    """Tell whether a run counts as completed: it has ended, and is no replay of another."""
    return run.ended is not None and not run.is_replay


def completion(run: RunSummary, actor: UUID) -> Statement:
    """Build what is sent of a run by default: that it was completed, and when.

    Raises:
        ValueError: the run has not ended.

    """
    activity = {"id": _scenario(run.scenario), "definition": {"type": _SIMULATION}}
    return _statement(run, actor, "completed", activity, {"completion": True})


def choices(run: RunDetail, actor: UUID) -> list[Statement]:
    """Build what is sent only by an act of the learner's own: each decision, and the ending.

    Only decisions on the way that was taken in the end: what was stepped back over stays
    here. All bear the time of the ending: how long somebody thought is nobody's business.

    Raises:
        ValueError: the run has not ended.

    """
    found = [_decision(run.summary, actor, one) for one in run.decisions if one.holds]
    return [*found, _ending(run.summary, actor)]


def ending_id(run: str, actor: UUID) -> str:
    """Give the id of the statement that choices of a run end with."""
    return str(uuid5(actor, f"{run} ending"))


def as_bytes(statement: Statement) -> bytes:
    """Give a statement as it is kept, shown and sent."""
    return json.dumps(statement, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _decision(run: RunSummary, actor: UUID, kept: KeptDecision) -> Statement:
    made = kept.decided
    said = {"step": made.step, "d": made.d, "fit": made.fit, "in_time": made.in_time}
    named = {f"{HERE}/xapi/{name}": one for name, one in said.items() if one is not None}
    result: dict[str, Any] = {"extensions": named}
    if made.choice is not None:
        result["response"] = made.choice
    activity = {
        "id": f"{_scenario(run.scenario)}/scene/{_name(made.scene)}",
        "definition": {"type": f"{HERE}/xapi/decision"},
    }
    return _statement(run, actor, "answered", activity, result, part=f"decision {kept.number}")


def _ending(run: RunSummary, actor: UUID) -> Statement:
    activity = {
        "id": f"{_scenario(run.scenario)}/ending",
        "definition": {"type": f"{HERE}/xapi/ending"},
    }
    result = {"response": str(run.outcome)} if run.outcome else {"completion": True}
    return _statement(run, actor, "experienced", activity, result, part="ending")


def _statement(
    run: RunSummary,
    actor: UUID,
    verb: str,
    activity: dict[str, Any],
    result: dict[str, Any],
    *,
    part: str = "",
) -> Statement:
    context: dict[str, Any] = {"registration": str(uuid5(actor, run.run))}
    if part:
        context["contextActivities"] = {"parent": [{"id": _scenario(run.scenario)}]}
    return {
        "id": str(uuid5(actor, f"{run.run} {part or verb}")),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": f"{HERE}/learner", "name": str(actor)},
        },
        "verb": {"id": _VERBS[verb], "display": {"en-US": verb}},
        "object": {"objectType": "Activity", **activity},
        "result": result,
        "context": context,
        "timestamp": written(_ended(run)),
    }


def _ended(run: RunSummary) -> datetime:
    if run.ended is None:
        raise ValueError("this run has not ended")
    return run.ended


def _scenario(scenario: str) -> str:
    return f"{HERE}/scenario/{_name(scenario)}"


def _name(identifier: str) -> str:
    return quote(identifier, safe="")
