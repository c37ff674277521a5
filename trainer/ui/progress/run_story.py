"""What was decided in a run, in words; readable even when its scenario is gone. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.practice.wording import scene_name
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from trainer.method.ds import D, Fit
    from trainer.progress.records import KeptDecision, RunDetail
    from trainer.scenario.model import Choice, Scenario


@dataclass(frozen=True, slots=True)
class Line:
    """One decision of a run.

    ``followed`` is what it did, in a line, empty where the scenario is gone. ``points``
    are pairs of a point and whether the learner found it in the own words. ``replay`` is
    the position to play again from, or None for what was taken back. ``look`` is the number
    by which its moment can be looked at again, or None in a run that was itself a replay.
    """

    number: int
    words: str
    d: D | None
    fit: Fit | None
    followed: str
    own_words: str
    points: tuple[tuple[str, bool], ...]
    taken_back: bool
    replay: int | None
    look: int | None


def lines(detail: RunDetail, scenario: Scenario | None) -> tuple[Line, ...]:
    """Give the decisions of a run in the order in which they were made."""
    replays = detail.summary.is_replay
    return tuple(_line(kept, scenario, replays=replays) for kept in detail.decisions)


def _line(kept: KeptDecision, scenario: Scenario | None, *, replays: bool) -> Line:
    decided = kept.decided
    choice = _choice(scenario, decided.scene, decided.choice)
    followed = ""
    if choice is not None and choice.feedback is not None:
        followed = plain(choice.feedback.headline)
    return Line(
        number=decided.step + 1,
        words=_words(choice, decided.choice),
        d=decided.d,
        fit=decided.fit,
        followed=followed,
        own_words=decided.words,
        points=tuple(
            (plain(point), index in decided.ticked)
            for index, point in enumerate(choice.points if choice else ())
        ),
        taken_back=not kept.holds,
        replay=decided.step if kept.holds and scenario is not None else None,
        look=None if replays else kept.number,
    )


def _choice(scenario: Scenario | None, scene: str, choice: str | None) -> Choice | None:
    found = scenario.scenes.get(scene) if scenario is not None else None
    if found is None:
        return None
    return next((one for one in found.choices if one.id == choice), None)


def _words(choice: Choice | None, name: str | None) -> str:
    if name is None:
        return _("The time ran out.")
    return plain(choice.words) if choice is not None else scene_name(name)
