"""Two runs of one scenario, decision by decision. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.practice.moves import Decision
    from trainer.practice.session import Session


@dataclass(frozen=True, slots=True)
class Pair:
    """Decisions made in the same scene, or one of them where only one run came by.

    ``parts`` marks the first place at which the runs decided differently.
    """

    first: Decision | None
    second: Decision | None
    parts: bool = False

    @property
    def is_same(self) -> bool:
        """Whether both chose the same, in the same words."""
        return (
            self.first is not None
            and self.second is not None
            and _what(self.first) == _what(self.second)
        )


def _what(decision: Decision) -> tuple[str | None, str]:
    return (decision.choice.id if decision.choice else None, decision.words)


def aligned(first: Session, second: Session) -> tuple[Pair, ...]:
    """Lay the decisions of two runs side by side, by the scenes they were made in."""
    ones, others = first.decisions, second.decisions
    matcher = SequenceMatcher(
        None,
        [decision.scene.id for decision in ones],
        [decision.scene.id for decision in others],
        autojunk=False,
    )
    pairs: list[Pair] = []
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal":
            pairs += [
                Pair(one, other) for one, other in zip(ones[i:i_end], others[j:j_end], strict=True)
            ]
        else:
            pairs += [Pair(one, None) for one in ones[i:i_end]]
            pairs += [Pair(None, other) for other in others[j:j_end]]
    parting = next((index for index, pair in enumerate(pairs) if not pair.is_same), None)
    if parting is not None:
        pairs[parting] = Pair(pairs[parting].first, pairs[parting].second, parts=True)
    return tuple(pairs)
