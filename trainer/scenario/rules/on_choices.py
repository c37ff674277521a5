"""Rules about what is offered: single choices, one decision, and all of them together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from trainer.method.ds import FIVE_DS, D
from trainer.scenario.model import NOWHERE, Kind
from trainer.scenario.problems import Hint, problem
from trainer.scenario.rules.met import fits, rank
from trainer.scenario.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.scenario.model import Choice
    from trainer.scenario.problems import Problem
    from trainer.scenario.rules.met import Met

LONGEST_DIRECT: Final = 25
"""Words that a Direct sentence may have."""

_FEW_BUTTONS: Final = 3
"""Decisions from which on it is told that most of them come sorted by the five D's."""

_FEW_GIVEN_AWAY: Final = 4
"""Decisions with one strongest choice from which on it is told that something marks it."""


def delegate_to_nobody(met: Met) -> Iterator[Problem]:
    """A Delegate choice that asks nobody in particular.

    A call to everyone is answered by no one; delegating names a person, a fact and an
    action (togetheragainstsexism.org).
    """
    for choice in met.choices:
        if choice.d is D.DELEGATE and choice.to is None:
            hint = Hint("add-to")
            yield problem("delegate-to-nobody", choice.mark, hint=hint, choice=choice.id)


def direct_too_long(met: Met) -> Iterator[Problem]:
    """A Direct sentence that is a speech.

    Direct is short and calm, does not argue, and then turns to the targeted person (wfaa.com).
    """
    for choice in met.choices:
        if choice.d is D.DIRECT and choice.kind is Kind.SAY:
            count = words.count([choice.words])
            if count > LONGEST_DIRECT:
                yield problem(
                    "direct-too-long",
                    choice.mark,
                    choice=choice.id,
                    words=count,
                    limit=LONGEST_DIRECT,
                )


def one_right_answer(met: Met) -> Iterator[Problem]:
    """A decision in which only one D, or none, can fit.

    There is seldom one right D: place, power and who one is decide (righttobe.org guide).
    Once the harm is over, what is left is Delay, and nothing has to fit beside it.
    """
    for scene, choices in met.deciding:
        if len(scene.choices) < 2 or scene.over:
            continue
        fitting = {choice.d for choice in choices if fits(choice)} & {*FIVE_DS}
        if len(fitting) < 2:
            yield problem("one-right-answer", scene.mark, hint=Hint("set-over"), scene=scene.id)


def five_buttons(met: Met) -> Iterator[Problem]:
    """Most decisions offer the five D's once each, like a row of buttons.

    Decisions in life do not come sorted; who learns to pick a button learns nothing for
    the street (ours, from what is known of transfer: practice has to look like the case).
    """
    deciding = [scene.id for scene, _choices in met.deciding]
    sorted_ = {scene.id for scene, together in met.offered_together() if _is_sorted(together)}
    if len(deciding) >= _FEW_BUTTONS and len(sorted_) * 2 > len(deciding):
        yield problem("five-buttons", NOWHERE, count=len(sorted_), all=len(deciding))


def _is_sorted(together: tuple[Choice, ...]) -> bool:
    count = Counter(choice.d for choice in together)
    return all(count[d] == 1 for d in FIVE_DS)


def d_missing(met: Met) -> Iterator[Problem]:
    """One of the five D's is never offered, and nothing says why.

    All five are the method (righttobe.org guide); a situation that leaves no room for one
    is a thing to learn, so ``leaves_out`` tells it.
    """
    offered = {choice.d for choice in met.choices}
    for d in FIVE_DS:
        if d not in offered and not met.scenario.leaves_out.get(d.value):
            yield problem("d-missing", NOWHERE, hint=Hint("leave-out", {"d": d.value}), d=d.value)


def giveaway(met: Met) -> Iterator[Problem]:
    """The strongest choice shows by where it stands or how long it is.

    Then the learner practises reading the form and not the scene (ours; item writers for
    tests avoid the same two cues).
    """
    clear = [
        (choices, max(choices, key=rank))
        for _scene, choices in met.deciding
        if len(choices) > 1 and _one_is_strongest(choices)
    ]
    given = sum(_shows(choices, strongest) for choices, strongest in clear)
    if len(clear) >= _FEW_GIVEN_AWAY and given * 3 > len(clear) * 2:
        yield problem("giveaway", NOWHERE, hint=Hint("mix"), count=given, all=len(clear))


def _one_is_strongest(choices: tuple[Choice, ...]) -> bool:
    ranks = [rank(choice) for choice in choices]
    return ranks.count(max(ranks)) == 1 and max(ranks) > 0


def _shows(choices: tuple[Choice, ...], strongest: Choice) -> bool:
    """Whether the strongest stands first, or is longer by a quarter than any other."""
    others = max(len(choice.words) for choice in choices if choice is not strongest)
    return choices[0] is strongest or len(strongest.words) * 4 >= others * 5


RULES: Final = (
    delegate_to_nobody,
    direct_too_long,
    one_right_answer,
    five_buttons,
    d_missing,
    giveaway,
)
