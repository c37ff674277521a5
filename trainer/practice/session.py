"""One run of a scenario, as every front plays it: window, terminal, projector.

An act works out the new position, tells the recorder (event and place in one call),
and only then moves. So whatever shows on a screen is kept already; and if the
recorder raises, the session stands where it stood and can be used on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.practice import moves
from trainer.practice.course import Course
from trainer.practice.moves import Decision
from trainer.practice.recorder import Ended, KeepsNothing, Noted, Retried, Skipped, Undone
from trainer.practice.snapshot import Phase, Step
from trainer.practice.standing import Options, Standing, clean, new_run_id, with_tried

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.practice.moves import Position
    from trainer.practice.recorder import Event, Recorder
    from trainer.practice.resume import Resumed
    from trainer.practice.snapshot import Snapshot
    from trainer.scenario.model import Scenario

__all__ = ["Decision", "Options", "Session"]


class Session(Course):
    """One run of a scenario, and all that can be done in it.

    A new session stands at the scenario's start. Nothing is recorded until something happens:
    :class:`~trainer.practice.recorder.Began` goes just ahead of the first event or place, so a
    run that was opened and left again leaves no trace.

    Args:
        scenario: what is played; it has no error.
        recorder: keeps what happens; by default nobody does.
        options: how the run is shown.
        run_id: name of the run, unique in a history; by default a new one.

    """

    def __init__(
        self,
        scenario: Scenario,
        *,
        recorder: Recorder | None = None,
        options: Options | None = None,
        run_id: str | None = None,
    ) -> None:
        now = Standing(moves.start(scenario), options=options or Options())
        super().__init__(scenario, run_id or new_run_id(), now)
        self._recorder: Recorder = recorder or KeepsNothing()

    @classmethod
    def resume(
        cls, scenario: Scenario, snapshot: Snapshot, *, recorder: Recorder | None = None
    ) -> Resumed:
        """Stand where a snapshot was taken, as far as there still is; nothing is recorded.

        See :func:`trainer.practice.resume.resume`.

        Raises:
            SnapshotError: the snapshot is of another scenario or a newer version.

        """
        from trainer.practice.resume import resume

        return resume(scenario, snapshot, recorder=recorder)

    @classmethod
    def standing(
        cls,
        scenario: Scenario,
        standing: Standing,
        *,
        run_id: str,
        replay_of: str | None,
        owed: tuple[Event, ...],
        recorder: Recorder | None,
    ) -> Session:
        """Make a session that stands somewhere else than at the start.

        ``owed`` is recorded ahead of the next event or place.
        """
        session = cls(scenario, recorder=recorder, run_id=run_id)
        session._now = standing
        session._replay_of = replay_of
        session._owed = owed
        return session

    # What can be done. Every act may raise KeepingError; then nothing has moved.

    def choose(self, choice_id: str, *, words: str = "", ticked: Iterable[int] = ()) -> Decision:
        """Make one of the offered choices; its feedback follows.

        Args:
            choice_id: id of an offered choice.
            words: the learner's own, for an own-words choice.
            ticked: positions (from 0) of the points that the words held.

        Raises:
            KeepingError: it could not be kept; the session has not moved.
            ValueError: it is not offered, or a ticked point does not exist (a bug).

        """
        choice = self._now.offered(choice_id)
        held = tuple(sorted(set(ticked)))
        if held and not 0 <= held[0] <= held[-1] < len(choice.points):
            raise ValueError(f"choice {choice_id!r} has {len(choice.points)} points, not {held}")
        return self._decide(moves.decide(self._now.at, choice, clean(words), held))

    def go_on(self) -> None:
        """Go on from the feedback, or from a scene that only leads on.

        Raises:
            KeepingError: it could not be kept; the session has not moved.
            ValueError: a choice has to be made, or the run has ended (a bug).

        """
        now = self._now
        if now.at.phase not in (Phase.FEEDBACK, Phase.READING):
            raise ValueError(f"nothing to go on to while {now.at.phase}")
        at = moves.onward(self._scenario, now.at)
        steps = now.steps if now.at.phase is Phase.FEEDBACK else (*now.steps, Step(now.at.scene.id))
        ending = at.scene.ending
        event = None if ending is None else Ended(at.scene.id, ending.outcome)
        self._keep(replace(now, at=at, steps=steps), event)

    def time_out(self) -> Decision:
        """Let the scene's timer decide, and go on to where it leads.

        The decision is kept first, then the place it leads to. If only the second fails, the
        session stands between the two, as its feedback, and ``go_on`` tries again.

        Raises:
            KeepingError: it could not be kept.
            ValueError: no timer runs here (a bug).

        """
        at = self._now.at
        if at.phase is not Phase.DECIDING or at.scene.timer is None or not self.options.timed:
            raise ValueError(f"no timer runs in {at.scene.id!r}")
        decision = self._decide(moves.decide(at, None))
        self.go_on()
        return decision

    def step_back(self) -> None:
        """Go back to the latest decision, whatever was read since, to make it anew.

        Before the first decision it goes back one scene.

        Raises:
            KeepingError: it could not be kept; the session has not moved.
            ValueError: this is where the run started (a bug).

        """
        now = self._now
        if now.at.before is None:
            raise ValueError("nothing to step back over")
        if now.at.last is None:
            self._keep(now.back_at(now.at.before), None)
        else:
            self._keep(now.back_at(moves.deciding(now.at)), Undone(now.at.last.step))

    def try_another(self) -> None:
        """Go from the feedback back to its decision, remembering what was tried.

        Raises:
            KeepingError: it could not be kept; the session has not moved.
            ValueError: no feedback shows (a bug).

        """
        now = self._now
        if now.at.phase is not Phase.FEEDBACK or now.at.last is None:
            raise ValueError("no feedback shows")
        back = now.back_at(moves.deciding(now.at))
        tried = with_tried(back.tried, now.at.last)
        self._keep(replace(back, tried=tried), Retried(now.at.last.step))

    def skip_part(self) -> None:
        """Read this scene's ``skip`` instead of its hard part.

        Raises:
            KeepingError: it could not be kept; nothing is skipped.
            ValueError: there is nothing to skip (a bug).

        """
        if not self.can_skip:
            raise ValueError(f"nothing to skip in {self.scene.id!r}")
        scene = self.scene.id
        self._keep(replace(self._now, skipped=(*self._now.skipped, scene)), Skipped(scene))

    def set_options(self, options: Options) -> None:
        """Change how the run is shown; that alone does not begin a run in the history.

        Raises:
            KeepingError: it could not be kept; the options are as before.

        """
        changed = replace(self._now, options=options)
        if self._begun:
            self._keep(changed, None)
        else:
            self._now = changed

    def note(self, question: str, text: str) -> None:
        """Keep what the learner wrote about a question; empty text takes it away.

        Raises:
            KeepingError: it could not be kept; the note is as before.

        """
        question, text = clean(question), clean(text)
        notes = {**dict(self._now.notes), question: text}
        kept = tuple((asked, answer) for asked, answer in notes.items() if answer)
        self._keep(replace(self._now, notes=kept), Noted(question, text))

    def keep_draft(self, choice_id: str, words: str) -> None:
        """Keep own words that are not said yet; empty ones forget what was kept before.

        Raises:
            KeepingError: they could not be kept.
            ValueError: the choice is not offered (a bug).

        """
        then = self._now.with_draft(choice_id, clean(words))
        if then.draft_here() != self.draft:
            self._keep(then, None)

    def replay_from(self, index: int, recorder: Recorder | None = None) -> Session:
        """Play on from an earlier decision as a new run, which has the same past.

        The past is in the new run's snapshot only: its events hold what is decided in
        it, and none of that is a first decision. What was chosen here counts as tried.

        Args:
            index: position of the decision in :attr:`decisions`.
            recorder: keeps the new run; by default the one that keeps this one.

        Raises:
            IndexError: there is no such decision (a bug).

        """
        from trainer.practice.resume import replay

        return replay(self, self._now, index, recorder or self._recorder)

    # Inside

    def _decide(self, at: Position) -> Decision:
        """Keep and take a decision that ``at`` shows the feedback of."""
        now, decision = self._now, at.last
        if decision is None:
            raise ValueError("no decision was made")
        event = moves.told(decision, first=self._replay_of is None and decision.step >= now.decided)
        step = Step(event.scene, event.choice, event.words, event.ticked, decision.timed_out)
        decided = max(now.decided, decision.step + 1)
        steps = (*now.steps, step)
        self._keep(replace(now, at=at, steps=steps, decided=decided, draft=None), event)
        return decision

    def _keep(self, then: Standing, event: Event | None) -> None:
        """Tell the recorder, then move."""
        while self._owed:
            self._recorder.record(self._owed[0], replace(self.snapshot(), begun=True))
            self._owed = self._owed[1:]
        place = then.snapshot(self._run())
        if event is None:
            self._recorder.keep_place(place)
        else:
            self._recorder.record(event, place)
        self._now = then
