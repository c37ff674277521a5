"""What people call the kinds of :mod:`trainer.scenario.kinds`, in the reader's language."""

from __future__ import annotations

from typing import Final

from trainer.language import N_, _, ngettext
from trainer.scenario.kinds import Outcome, Role, Setting, Severity, Status

_SETTINGS: Final = {
    Setting.STREET: N_("Street"),
    Setting.TRANSIT: N_("Transit"),
    Setting.SHOP: N_("Shop"),
    Setting.RESTAURANT: N_("Restaurant"),
    Setting.WORK: N_("Work"),
    Setting.ONLINE: N_("Online"),
    Setting.SCHOOL: N_("School"),
    Setting.HOME: N_("Home"),
    Setting.HEALTH_CARE: N_("Health care"),
    Setting.RIDE: N_("Shared ride"),
    Setting.COMMUNITY: N_("Community"),
}

_SEVERITIES: Final = {
    Severity.MICROAGGRESSION: N_("microaggression"),
    Severity.VERBAL: N_("said or shouted"),
    Severity.THREAT: N_("threat"),
    # Violence comes last in every training: the ladder goes from slight to violence.
    Severity.PHYSICAL: N_("physical, advanced"),
}

_OUTCOMES: Final = {
    Outcome.SUPPORTED: N_("Supported"),
    Outcome.MIXED: N_("Partly supported"),
    Outcome.UNRESOLVED: N_("Unresolved"),
    Outcome.HARMED: N_("Harmed"),
}

_ENDED: Final = {
    Outcome.SUPPORTED: N_("It ended with support."),
    Outcome.MIXED: N_("It ended with some support."),
    Outcome.UNRESOLVED: N_("It ended, and much was left open."),
    Outcome.HARMED: N_("It ended with harm done."),
}

_ROLES: Final = {
    Role.TARGETED: N_("targeted"),
    Role.HARMING: N_("harming"),
    Role.BYSTANDER: N_("bystander"),
    Role.AUTHORITY: N_("works there, or is in charge"),
    Role.ALLY: N_("ally"),
}


def setting(value: str) -> str:
    """Word for where a scenario takes place."""
    return _(_SETTINGS[Setting(value)])


def severity(value: str) -> str:
    """Word for how far the harm goes; what is physical is marked as advanced."""
    return _(_SEVERITIES[Severity(value)])


def outcome(value: str) -> str:
    """Word for what an ending left the targeted person with."""
    return _(_OUTCOMES[Outcome(value)])


def ended(value: str) -> str:
    """Say how it ended for the targeted person, in a sentence."""
    return _(_ENDED[Outcome(value)])


def role(value: str) -> str:
    """Word for what somebody is in what happens."""
    return _(_ROLES[Role(value)])


def minutes(count: int) -> str:
    """Length of a scenario."""
    return ngettext("%(n)d min", "%(n)d min", count) % {"n": count}


def review(status: str) -> str:
    """Say what is not to be taken for granted about a text; empty when it is reviewed."""
    if Status(status) is Status.REVIEWED:
        return ""
    if Status(status) is Status.RETIRED:
        return _("No longer in use")
    return _("Not yet reviewed by a community organisation")
