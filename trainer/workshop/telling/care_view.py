"""What the care person sees: who waits for them, and where; nothing of who anybody is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.workshop.making import Making
    from trainer.workshop.state import State


def pauses(making: Making, state: State, t: int) -> dict[str, Any]:
    """Give every pause that was not taken back, the oldest first; ``ago`` in milliseconds."""
    care = making.care(state)
    return {
        "name": care[0] if care else "",
        "ended": state.ended is not None,
        "pauses": [
            {
                "id": one.id,
                "ago": max(0, t - one.t),
                "comes": one.comes,
                "where": one.where,
                "seen": one.seen is not None,
                "done": one.is_done,
            }
            for one in state.pauses
            if not one.back
        ],
    }
