"""What the window calls the kinds of scenario: settings, intensity, states of review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from trainer.language import N_, _, ngettext
from trainer.scenario.kinds import Setting, Severity, Status

if TYPE_CHECKING:
    from trainer.scenario.library import Card

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
    Severity.VERBAL: N_("verbal"),
    Severity.THREAT: N_("threat"),
    Severity.PHYSICAL: N_("physical"),
}


def setting(value: str) -> str:
    """Word for where a scenario takes place."""
    return _(_SETTINGS[Setting(value)])


def severity(value: str) -> str:
    """Word for how far the harm goes."""
    return _(_SEVERITIES[Severity(value)])


def minutes(count: int) -> str:
    """Length of a scenario."""
    return ngettext("%(n)d min", "%(n)d min", count) % {"n": count}


def facts(card: Card) -> str:
    """One line about a scenario: setting, length, intensity."""
    return _("%(setting)s · %(minutes)s · %(severity)s") % {
        "setting": setting(card.setting),
        "minutes": minutes(card.minutes),
        "severity": severity(card.severity),
    }


def review(status: str) -> str:
    """Say what is not to be taken for granted about a scenario; empty when it is reviewed."""
    if Status(status) is Status.REVIEWED:
        return ""
    if Status(status) is Status.RETIRED:
        return _("No longer in use")
    return _("Not yet reviewed by a community organisation")


def language_name(code: str) -> str:
    """Name of a language in that language itself; the code where Qt does not know it."""
    locale = QLocale(code)
    if locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return code
    name = locale.nativeLanguageName()
    if "-" in code and locale.script() == QLocale(code.split("-")[0]).script():
        territory = locale.nativeTerritoryName()
        return f"{name} ({territory})" if name and territory else name or code
    return name[:1].upper() + name[1:] if name else code
