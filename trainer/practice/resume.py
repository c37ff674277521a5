"""Standing again where a run was left, by walking its steps once more.

A snapshot is never believed: its steps are replayed by their ids, and where they lead
is where the run stands. So a damaged or tampered one cannot give a place that the
scenario does not have; and when the scenario has changed, everything that still holds
is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.errors import SnapshotError
from trainer.language import _, ngettext
from trainer.practice import moves
from trainer.practice.recorder import Began, Undone
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase, Step, check_version
from trainer.practice.standing import Options, Standing, new_run_id, with_tried

if TYPE_CHECKING:
    from trainer.practice.moves import Position
    from trainer.practice.recorder import Event, Recorder
    from trainer.practice.snapshot import Snapshot
    from trainer.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Resumed:
    """A run that goes on.

    Args:
        session: stands where the run was left, or as near to it as still exists.
        changed: the scenario is not the one that the run was left in.
        kept: number of decisions that still hold.
        lost: number of decisions that do not.
        damaged: the scenario is the same, but the saved place did not fit its own steps.

    """

    session: Session
    changed: bool
    kept: int
    lost: int
    damaged: bool = False


def resume(scenario: Scenario, snapshot: Snapshot, *, recorder: Recorder | None = None) -> Resumed:
    """Stand again where ``snapshot`` was taken.

    Notes and own words are kept whatever has changed. Nothing is recorded by that; what
    was lost is recorded as undone once the learner does something here.

    Raises:
        SnapshotError: the snapshot is of another scenario or a newer version.

    """
    _check(scenario, snapshot)
    at, steps = _walk(scenario, snapshot)
    made = sum(step.is_decision for step in snapshot.steps)
    changed = snapshot.content_hash != scenario.content_hash
    standing = Standing(
        at=at,
        steps=steps,
        skipped=tuple(name for name in snapshot.skipped if name in scenario.scenes),
        tried=tuple(
            tried
            for tried in snapshot.tried
            if tried.step <= at.decision_count and _has_choice(scenario, tried.scene, tried.choice)
        ),
        notes=snapshot.notes,
        options=Options(snapshot.soften, snapshot.skip_hard, snapshot.timed),
        decided=max(snapshot.decided, at.decision_count),
        draft=_draft(snapshot, at),
    )
    session = Session.standing(
        scenario,
        standing,
        run_id=snapshot.run,
        replay_of=snapshot.replay_of,
        owed=_owed(snapshot, at.decision_count, made),
        recorder=recorder,
    )
    exact = _is_there(at, snapshot) and len(steps) == len(snapshot.steps)
    return Resumed(
        session,
        changed,
        at.decision_count,
        made - at.decision_count,
        damaged=not changed and not exact,
    )


def replay(session: Session, standing: Standing, index: int, recorder: Recorder) -> Session:
    """Make the new run of :meth:`Session.replay_from`."""
    decision = session.decisions[index]
    back = standing.back_at(moves.deciding(standing.at, decision.step))
    tried = with_tried(back.tried, decision)
    again = replace(back, tried=tried, notes=(), decided=decision.step, draft=None)
    return Session.standing(
        session.scenario,
        again,
        run_id=new_run_id(),
        replay_of=session.run_id,
        owed=(Began(session.run_id),),
        recorder=recorder,
    )


def sentence(resumed: Resumed) -> str:
    """Say what could not be kept, in the reader's language; empty if everything was."""
    if resumed.changed and not resumed.lost:
        return _("This scenario has changed since you were here. Your decisions still hold.")
    if resumed.changed:
        return ngettext(
            "This scenario has changed since you were here. %(lost)s decision no longer fits"
            " and was left out; what you wrote is kept.",
            "This scenario has changed since you were here. %(lost)s decisions no longer fit"
            " and were left out; what you wrote is kept.",
            resumed.lost,
        ) % {"lost": resumed.lost}
    if resumed.damaged:
        return _(
            "The saved place was damaged. You stand at the last place that could be found again."
        )
    return ""


def _check(scenario: Scenario, snapshot: Snapshot) -> None:
    check_version(snapshot.version)
    if snapshot.scenario != scenario.id:
        raise SnapshotError(
            _("The saved place belongs to another scenario."),
            _("It is left as it is."),
            details=f"snapshot of {snapshot.scenario!r:.80}, scenario {scenario.id!r}",
        )


def _walk(scenario: Scenario, snapshot: Snapshot) -> tuple[Position, tuple[Step, ...]]:
    """Walk the steps as far as they hold; give the place and the steps that led there."""
    at = moves.start(scenario)
    walked: list[Step] = []
    for step in snapshot.steps:
        then = _taken(scenario, at, step)
        if then is None:
            break
        at, done = then
        walked.append(done)
    whole = len(walked) == len(snapshot.steps)
    # An ending that nobody has recorded is not entered here: the learner goes on to it.
    may_end = whole and snapshot.phase is Phase.ENDED
    if at.phase is Phase.FEEDBACK and not (whole and snapshot.phase is Phase.FEEDBACK):
        then_at = moves.onward(scenario, at)
        at = at if then_at.phase is Phase.ENDED and not may_end else then_at
    elif at.phase is Phase.ENDED and not may_end and at.before is not None:
        at = at.before
    return at, tuple(walked[: at.length])


def _taken(scenario: Scenario, at: Position, step: Step) -> tuple[Position, Step] | None:
    """Take one step, if it can still be taken, and say how it reads now."""
    if at.phase is Phase.FEEDBACK:
        at = moves.onward(scenario, at)
    if at.scene.id != step.scene:
        return None
    if not step.is_decision:
        return (moves.onward(scenario, at), step) if at.phase is Phase.READING else None
    if at.phase is not Phase.DECIDING:
        return None
    if step.timed_out:
        return None if at.scene.timer is None else (moves.decide(at, None), step)
    choice = next((one for one in at.offered if one.id == step.choice), None)
    if choice is None:
        return None
    ticked = moves.held_still(step.ticked, choice)
    done = Step(step.scene, step.choice, step.words, ticked)
    return moves.decide(at, choice, step.words, ticked), done


def _owed(snapshot: Snapshot, kept: int, made: int) -> tuple[Event, ...]:
    """Give what the history has to hear ahead of the next event.

    Stepping back over the first decision that was lost takes back all that followed.
    """
    if not snapshot.begun:
        return (Began(snapshot.replay_of),)
    return (Undone(kept),) if made > kept else ()


def _draft(snapshot: Snapshot, at: Position) -> Step | None:
    """Give the own words that were being written, if they can still be said here."""
    draft = snapshot.draft
    if draft is None or all(one.id != draft.choice for one in at.offered):
        return None
    return Step(draft.scene, draft.choice, draft.words) if draft.scene == at.scene.id else None


def _has_choice(scenario: Scenario, scene: str, choice: str) -> bool:
    found = scenario.scenes.get(scene)
    return found is not None and any(one.id == choice for one in found.choices)


def _is_there(at: Position, snapshot: Snapshot) -> bool:
    return (
        at.scene.id == snapshot.scene
        and at.phase is snapshot.phase
        # 1 == True in Python, but not in a scenario.
        and list(map(repr, sorted(at.state.items())))
        == list(map(repr, sorted(snapshot.state.items())))
    )
