"""Everything about a run that changes, held as one value that is replaced whole."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.practice.snapshot import Phase, Snapshot, Step, Tried

if TYPE_CHECKING:
    from trainer.practice.moves import Decision, Position
    from trainer.scenario.model import Choice, Scene


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is shown.

    Args:
        soften: strong language is shown in its soft form, where there is one.
        skip_hard: wherever a scene has a ``skip``, that is read instead.
        timed: the scenes' timers run.

    """

    soften: bool = False
    skip_hard: bool = False
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """What does not change in a run, and whether the recorder knows of it."""

    name: str
    replay_of: str | None
    scenario: str
    content_hash: str
    begun: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a run stands. ``decided`` and ``draft`` are explained at :class:`Snapshot`."""

    at: Position
    steps: tuple[Step, ...] = ()
    skipped: tuple[str, ...] = ()
    tried: tuple[Tried, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    options: Options = Options()
    decided: int = 0
    draft: Step | None = None

    def draft_here(self) -> Step | None:
        """Give the own words that are being written, while they can still be said."""
        here = self.draft is not None and self.draft.scene == self.at.scene.id
        return self.draft if here and self.at.phase is Phase.DECIDING else None

    def with_draft(self, choice_id: str, words: str) -> Standing:
        """Give the same with other own words being written; without any if they are empty.

        Raises:
            ValueError: the choice is not offered (a bug).

        """
        draft = Step(self.at.scene.id, self.offered(choice_id).id, words)
        return replace(self, draft=draft if words else None)

    def offered(self, choice_id: str) -> Choice:
        """Give a choice that can be made now.

        Raises:
            ValueError: it is not offered (a bug).

        """
        for choice in self.at.offered:
            if choice.id == choice_id:
                return choice
        raise ValueError(f"choice {choice_id!r} is not offered in {self.at.scene.id!r}")

    def tried_here(self) -> tuple[str, ...]:
        """Give the ids of the choices already tried at the current decision."""
        at = self.at
        step = at.decision_count - (at.phase is Phase.FEEDBACK)
        return tuple(
            one.choice for one in self.tried if one.step == step and one.scene == at.scene.id
        )

    def is_skipped(self, scene: Scene) -> bool:
        """Tell whether the hard part of a scene is left out."""
        if scene.skip is None:
            return False
        return self.options.skip_hard or scene.id in self.skipped

    def back_at(self, at: Position) -> Standing:
        """Give the same run standing at an earlier position."""
        # What was tried further on belongs to a way that is left now.
        tried = tuple(one for one in self.tried if one.step <= at.decision_count)
        return replace(self, at=at, steps=self.steps[: at.length], tried=tried)

    def snapshot(self, run: Run) -> Snapshot:
        """Give it as plain data."""
        return Snapshot(
            run=run.name,
            scenario=run.scenario,
            content_hash=run.content_hash,
            phase=self.at.phase,
            scene=self.at.scene.id,
            state=dict(self.at.state),
            steps=self.steps,
            skipped=self.skipped,
            tried=self.tried,
            notes=self.notes,
            soften=self.options.soften,
            skip_hard=self.options.skip_hard,
            timed=self.options.timed,
            decided=self.decided,
            begun=run.begun,
            replay_of=run.replay_of,
            draft=self.draft_here(),
        )


def with_tried(tried: tuple[Tried, ...], decision: Decision) -> tuple[Tried, ...]:
    """Add the choice of a decision to what was tried, once."""
    if decision.choice is None:
        return tried
    entry = Tried(decision.step, decision.scene.id, decision.choice.id)
    return tried if entry in tried else (*tried, entry)


def clean(text: str) -> str:
    """Replace halves of characters, which a keyboard or a pipe may give and no file takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def new_run_id() -> str:
    """Give a name for a run that no other run anywhere has."""
    return os.urandom(16).hex()
