"""The choices of a scene side by side, and by what in their form the best one shows itself.

What is looked at is what the rule ``giveaway`` and the blind test look at: where a choice
stands, how long it is, and what it alone has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer.language import N_, _
from trainer.method.ds import D, Fit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ENDS: Final = re.compile(r"[.!?…]+(?=\s|[”’\"')]|$)")
_RANKS: Final = {Fit.POOR: 0, Fit.FAIR: 1, Fit.STRONG: 2}


class Line(NamedTuple):
    """A choice: what it says, how long that is, and what is said of it.

    ``length`` counts characters; ``share`` is that beside the longest one, from 0 to 1. ``d`` and
    ``fit`` are None where they are missing, wrong, or have no meaning. ``explained`` tells that it
    is said why it fits as it does, ``shown`` that something is seen at once.
    """

    words: str
    length: int
    share: float
    d: D | None
    fit: Fit | None
    said: bool
    explained: bool = False
    shown: bool = False


def compared(scene: Any) -> tuple[Line, ...]:
    """Give the choices of a scene, of its data as written."""
    choices = scene.get("choices") if isinstance(scene, dict) else None
    found = [one for one in choices if isinstance(one, dict)] if isinstance(choices, list) else []
    texts = [_words(one) for one in found]
    most = max(map(len, texts), default=0)
    return tuple(
        Line(
            text,
            len(text),
            len(text) / most if most else 0.0,
            _d(choice.get("d")),
            _fit(choice.get("fit")),
            "say" in choice,
            bool(_in(choice.get("feedback"), "why")),
            bool(choice.get("consequence")),
        )
        for choice, text in zip(found, texts, strict=True)
    )


def _words(choice: dict[str, Any]) -> str:
    found = (choice.get(key) for key in ("say", "act", "own_words"))
    return next((one.strip() for one in found if isinstance(one, str)), "")


def _in(given: Any, key: str) -> Any:
    return given.get(key) if isinstance(given, dict) else None


def _d(written: Any) -> D | None:
    return D(written) if written in list(D) else None


def _fit(written: Any) -> Fit | None:
    return Fit(written) if written in list(Fit) else None


_ALONE: Final[tuple[tuple[str, Callable[[Line], bool]], ...]] = (
    (N_("It is the only one with a question."), lambda one: "?" in one.words),
    (N_("It is the only one without a question."), lambda one: "?" not in one.words),
    (N_("It is the only one that is said."), lambda one: one.said),
    (N_("It is the only one that is done."), lambda one: not one.said),
    (N_("It is the only one with words in quotation marks."), lambda one: "“" in one.words),
    (N_("It is the only one with a comma."), lambda one: "," in one.words),
    (
        N_("It is the only one with several sentences."),
        lambda one: len(_ENDS.findall(one.words)) > 1,
    ),
    (
        N_("It alone says why it fits. One learns most from why another does not."),
        lambda one: one.explained,
    ),
    (N_("It is the only one after which something is seen at once."), lambda one: one.shown),
)
"""What one choice alone may have."""


def strongest(lines: Sequence[Line]) -> Line | None:
    """Give the choice that fits best, if it is one alone and better than poor."""
    rated = [one for one in lines if one.fit is not None]
    best = max(rated, key=_rank, default=None)
    if best is None or not _rank(best) or [_rank(one) for one in rated].count(_rank(best)) > 1:
        return None
    return best


def _rank(line: Line) -> int:
    return _RANKS[line.fit] if line.fit is not None else -1


def remarks(lines: Sequence[Line]) -> tuple[str, ...]:
    """Say by what the best choice shows itself; nothing if it does not, or there is none."""
    rated = [one for one in lines if one.fit is not None]
    best = strongest(lines)
    if best is None or len(rated) < 2:
        return ()
    others = [one for one in rated if one is not best]
    found = []
    if max(one.length for one in others) * 5 <= best.length * 4:
        found.append(_("It is the longest by a quarter or more."))
    if 0 < best.length * 3 <= min(one.length for one in others) * 2:
        found.append(_("It is the shortest by far."))
    if rated[0] is best:
        found.append(_("It stands first. Now and then it may; as a rule it gives itself away."))
    if len(others) > 1:
        found += [
            _(words) for words, has in _ALONE if has(best) and not any(has(one) for one in others)
        ]
    return tuple(found)
