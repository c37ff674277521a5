"""What is said of boosters: each D in plain words, how it is asked for, how it went."""

from __future__ import annotations

from typing import Final

from trainer.language import N_, _
from trainer.method.ds import D
from trainer.scenario import kind_words
from trainer.scenario.kinds import Setting

_PLAINLY: Final = {
    D.DISTRACT: N_("turn the attention to something else"),
    D.DELEGATE: N_("ask somebody for one clear thing"),
    D.DOCUMENT: N_("ask before you record, and hand it over"),
    D.DELAY: N_("be there afterwards"),
    D.DIRECT: N_("short, then turn to the person"),
}

# The person may be somebody else or the learner: each question holds for both.
_ASKS: Final = {
    D.DISTRACT: N_("How could you turn the attention to something else?"),
    D.DELEGATE: N_("Whom could you ask for help, and what exactly would you ask for?"),
    D.DOCUMENT: N_("What could be written down or recorded, and who would have it?"),
    D.DELAY: N_("What could you say or do a little later, when it is over?"),
    D.DIRECT: N_("What could you say, short and calm, if it is safe?"),
}


def plainly(skill: str) -> str:
    """Say what a D is, in a few plain words."""
    return _(_PLAINLY[D(skill)])


def ask(skill: str) -> str:
    """Ask for what a D would do, without naming it."""
    return _(_ASKS[D(skill)])


def where(family: str) -> str:
    """Word for a family of situations; empty for one that is not known here."""
    return kind_words.setting(family) if family in set(Setting) else ""
