"""A plan that is being changed: one stack of steps for all of it, one checker for all of it.

A step is a whole plan, which is frozen and shares with the one before what did not change. What
is typed into one field is one step, however many letters it has.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.plans.editing import fresh
from trainer.plans.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.plans.model import Plan, Segment

WHOLE: Final = ""
"""Stands for the plan itself where a part's key is asked for."""

MOST: Final = 500
"""Steps that can be undone."""


@dataclass(frozen=True, slots=True)
class Step:
    """A plan as it was, and the part that was looked at."""

    plan: Plan
    at: str


class Editing:
    """A plan with what was done to it.

    Attributes:
        plan: as it is now.

    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._before: list[Step] = []
        self._after: list[Step] = []
        self._typing = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone that can be done again."""
        return bool(self._after)

    def segment(self, key: str) -> Segment | None:
        """Give a part, or None."""
        return self.plan.segments.get(key)

    # Steps

    def undo(self) -> str | None:
        """Take back the last step; give the part that it was done in, None if there is none."""
        return self._step(self._before, self._after)

    def redo(self) -> str | None:
        """Do again what was undone last; give the part that it is in, None if there is none."""
        return self._step(self._after, self._before)

    def _step(self, back: list[Step], forth: list[Step]) -> str | None:
        if not back:
            return None
        step = back.pop()
        forth.append(Step(self.plan, step.at))
        self.plan, self._typing = step.plan, ""
        return step.at

    def _put(self, plan: Plan, at: str, typing: str = "") -> None:
        if plan == self.plan:
            return
        if not typing or typing != self._typing:
            self._before.append(Step(self.plan, at))
            del self._before[:-MOST]
        self._after.clear()
        self.plan, self._typing = plan, typing

    # Changes

    def change(self, key: str, typing: str = "", **changes: Any) -> None:
        """Change fields of a part, or of the plan itself.

        Args:
            key: of the part; :data:`WHOLE` for the plan.
            typing: names the field that is being typed in: letters of one field are one step.
            changes: new values by field.

        """
        if key == WHOLE:
            self._put(replace(self.plan, **changes), key, typing and f"/{typing}")
            return
        segment = self.plan.segments[key]
        changed = {**self.plan.segments, key: replace(segment, **changes)}
        self._put(self._with(changed), key, typing and f"{key}/{typing}")

    def add(self, kind: Kind, after: str = WHOLE) -> str:
        """Add a part behind another one, or at the end before the close; give its key."""
        made = fresh.segment(kind, self.plan)
        keys = list(self.plan.segments)
        if after in keys:
            return self._insert(made, keys.index(after) + 1)
        closes = bool(keys) and self.plan.segments[keys[-1]].kind is Kind.CLOSE
        return self._insert(made, len(keys) - closes)

    def duplicate(self, key: str) -> str:
        """Put a copy of a part behind it; give its key."""
        segment = self.plan.segments[key]
        made = replace(segment, key=fresh.free(key, self.plan.segments))
        return self._insert(made, list(self.plan.segments).index(key) + 1)

    def _insert(self, made: Segment, place: int) -> str:
        items = list(self.plan.segments.items())
        items.insert(place, (made.key, made))
        self._put(self._with(dict(items)), made.key)
        return made.key

    def remove(self, key: str) -> str:
        """Take a part out; give the key of what stands in its place, or before it."""
        keys = list(self.plan.segments)
        at = keys.index(key)
        self._put(self._with({k: v for k, v in self.plan.segments.items() if k != key}), key)
        left = list(self.plan.segments)
        return left[min(at, len(left) - 1)] if left else WHOLE

    def move(self, key: str, to: int) -> None:
        """Put a part into a place, counted from 0 without it."""
        items = [item for item in self.plan.segments.items() if item[0] != key]
        items.insert(max(0, min(to, len(items))), (key, self.plan.segments[key]))
        if [one for one, _segment in items] != list(self.plan.segments):
            # Plans with the same parts in another order are equal to Python, not to a room.
            self._before.append(Step(self.plan, key))
            self._after.clear()
            self.plan, self._typing = self._with(dict(items)), ""

    def put_back(self, plan: Plan) -> None:
        """Go back to a plan as it was, as one step."""
        self._before.append(Step(self.plan, WHOLE))
        self._after.clear()
        self.plan, self._typing = plan, ""

    def renamed(self, plan: Plan) -> None:
        """Take the plan as it was saved, which may have another id; no step of its own."""
        self.plan, self._typing = plan, ""

    def _with(self, segments: Mapping[str, Segment]) -> Plan:
        return replace(self.plan, segments=MappingProxyType(dict(segments)))
