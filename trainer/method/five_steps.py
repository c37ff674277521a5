"""The five steps from seeing to doing, and how sure somebody feels at each.

The steps are those of Latané and Darley (1970): notice, see it as a problem, take it on,
know how, act. The statements are our own; no validated scale for racist harassment was found,
and a rise is no proof that somebody acts (Kettrey & Marx 2021). Who practises alone and a room
are asked the same.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from trainer.language import N_, _

LEAST, MOST = 1, 5
"""The ends of the scale."""


class Step(StrEnum):
    """The five steps, in their order; columns of tables have their names."""

    NOTICE = "notice"
    PROBLEM = "problem"
    RESPONSIBILITY = "responsibility"
    KNOW_HOW = "know_how"
    ACT = "act"


_NAMES: Final = {
    Step.NOTICE: N_("Notice it"),
    Step.PROBLEM: N_("See it as a problem"),
    Step.RESPONSIBILITY: N_("Feel that it is up to me, too"),
    Step.KNOW_HOW: N_("Know what to do"),
    Step.ACT: N_("Do something"),
}

_STATEMENTS: Final = {
    Step.NOTICE: N_("I would notice it."),
    Step.PROBLEM: N_("I would see that it is not all right, even if nobody else seems to."),
    Step.RESPONSIBILITY: N_("I would feel that it is up to me, too."),
    Step.KNOW_HOW: N_("I would know something that I could do."),
    Step.ACT: N_("I would do something, large or small."),
}

_WORDS: Final = {
    1: N_("Not sure at all"),
    3: N_("Somewhat sure"),
    5: N_("Very sure"),
}


def name(step: Step) -> str:
    """Name a step in a few words, for a list or a chart."""
    return _(_NAMES[step])


def statement(step: Step) -> str:
    """Give what somebody is more or less sure of."""
    return _(_STATEMENTS[step])


def value_words(value: int) -> str:
    """Give the words of a place on the scale; empty between the middle and the ends."""
    return _(_WORDS[value]) if value in _WORDS else ""


def told(value: int) -> str:
    """Say a place on the scale, as in “3 of 5, somewhat sure”."""
    known = {"value": value, "most": MOST, "words": value_words(value)}
    if known["words"]:
        return _("%(value)d of %(most)d: %(words)s") % known
    return _("%(value)d of %(most)d") % known
