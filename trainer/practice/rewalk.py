"""Standing once more at a decision that was made before, by making those before it again.

Nothing is believed of what was kept: the scenario is walked by its own moves, and where a
decision no longer fits, the walk ends before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.practice import moves
from trainer.practice.recorder import Began
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase, Step
from trainer.practice.standing import Options, Standing, new_run_id

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from trainer.practice.moves import Position
    from trainer.practice.recorder import Decided, Recorder
    from trainer.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Walked:
    """A way that was walked again.

    Args:
        session: stands at the feedback of the last decision, or as near to it as it goes;
            only for looking, nothing of it is recorded.
        standing: where that is.
        kept: number of decisions that could be made again.
        whole: all of them could.

    """

    session: Session
    standing: Standing
    kept: int
    whole: bool

    def play_on(self, recorder: Recorder) -> Session:
        """Play on from the last decision that could be made again, as a new run.

        Where not all could, from the place behind the last one that could.
        """
        if self.whole:
            return self.session.replay_from(self.kept - 1, recorder)
        session = self.session
        return Session.standing(
            session.scenario,
            self.standing,
            run_id=new_run_id(),
            replay_of=session.run_id,
            owed=(Began(session.run_id),),
            recorder=recorder,
        )


def rewalk(
    scenario: Scenario,
    run: str,
    decisions: Sequence[Decided],
    *,
    skipped: Collection[str] = (),
    options: Options | None = None,
) -> Walked:
    """Make the decisions of a run again, in their order, as far as they can be made.

    Args:
        scenario: in which version they are made.
        run: its id.
        decisions: those that held, the one to look at last.
        skipped: scenes whose hard part was left out.
        options: how it is shown.

    """
    at = _read_on(scenario, moves.start(scenario))
    kept = 0
    for decided in decisions:
        then = _made(at if not kept else _read_on(scenario, moves.onward(scenario, at)), decided)
        if then is None:
            break
        at, kept = then, kept + 1
    whole = kept == len(decisions) > 0
    if kept and not whole:
        at = _read_on(scenario, moves.onward(scenario, at))
        if at.phase is Phase.ENDED and at.last is not None:
            # A run that is only looked at has reached no ending: back to its last decision.
            at = moves.deciding(at)
            kept = at.decision_count
    standing = Standing(
        at=at,
        steps=_steps(at),
        skipped=tuple(name for name in skipped if name in scenario.scenes),
        options=options or Options(),
        decided=kept,
    )
    session = Session.standing(
        scenario, standing, run_id=run, replay_of=None, owed=(), recorder=None
    )
    return Walked(session, standing, kept, whole)


def _read_on(scenario: Scenario, at: Position) -> Position:
    """Go on through scenes that only lead on, each once."""
    met: set[str] = set()
    while at.phase is Phase.READING and at.scene.id not in met:
        met.add(at.scene.id)
        at = moves.onward(scenario, at)
    return at


def _made(at: Position, decided: Decided) -> Position | None:
    """Make a decision again, if it can still be made here."""
    if at.phase is not Phase.DECIDING or at.scene.id != decided.scene:
        return None
    if decided.choice is None:
        return None if at.scene.timer is None else moves.decide(at, None)
    choice = next((one for one in at.offered if one.id == decided.choice), None)
    if choice is None:
        return None
    return moves.decide(at, choice, decided.words, moves.held_still(decided.ticked, choice))


def _steps(at: Position) -> tuple[Step, ...]:
    """Give the steps that led to a position."""
    found: list[Step] = []
    decisions = {one.step: one for one in moves.decisions(at)}
    after = at
    place = at.before
    while place is not None:
        if after.decision_count > place.decision_count:
            made = decisions[place.decision_count]
            choice = made.choice.id if made.choice else None
            found.append(Step(place.scene.id, choice, made.words, made.ticked, made.timed_out))
        else:
            found.append(Step(place.scene.id))
        after, place = place, place.before
    return tuple(reversed(found))
