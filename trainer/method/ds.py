"""The five D's, and what else a choice can be.

The method grew from three D's (Green Dot, 2012); Delay was added in 2015 and
Document in 2017. It was developed by Hollaback!, now Right To Be
(righttobe.org, guide to bystander intervention).
"""

from __future__ import annotations

from enum import StrEnum

from trainer.language import N_, _


class D(StrEnum):
    """What a choice does: one of the five D's, or waiting, or harm."""

    DISTRACT = "distract"
    DELEGATE = "delegate"
    DOCUMENT = "document"
    DELAY = "delay"
    DIRECT = "direct"
    WAIT = "wait"
    HARM = "harm"


FIVE_DS = (D.DISTRACT, D.DELEGATE, D.DOCUMENT, D.DELAY, D.DIRECT)
"""The five, in the order in which they are taught and shown."""


class Fit(StrEnum):
    """How well a choice suits this place, this power, this person, now."""

    STRONG = "strong"
    FAIR = "fair"
    POOR = "poor"


_NAMES = {
    D.DISTRACT: N_("Distract"),
    D.DELEGATE: N_("Delegate"),
    D.DOCUMENT: N_("Document"),
    D.DELAY: N_("Delay"),
    D.DIRECT: N_("Direct"),
    D.WAIT: N_("Wait"),
    D.HARM: N_("Harm"),
}

_MEANINGS = {
    D.DISTRACT: N_("Draw attention away, and talk with the person about something else."),
    D.DELEGATE: N_("Ask someone for help, by name or place, and say what you need."),
    D.DOCUMENT: N_("Record what happens once someone is helping. The recording is theirs."),
    D.DELAY: N_("Check in with the person afterwards."),
    D.DIRECT: N_("Name what happens, short and calm, then turn to the person."),
    D.WAIT: N_("Hold back for now."),
    D.HARM: N_("Add to the harm."),
}

_FITS = {
    Fit.STRONG: N_("Strong fit"),
    Fit.FAIR: N_("Fair fit"),
    Fit.POOR: N_("Poor fit"),
}


def name(d: D) -> str:
    """Name of a D in the reader's language."""
    return _(_NAMES[d])


def meaning(d: D) -> str:
    """Say in one sentence what a D is, in the reader's language."""
    return _(_MEANINGS[d])


def fit_name(fit: Fit) -> str:
    """Say how well a choice fitted, in the reader's language."""
    return _(_FITS[fit])
