"""What people call the kinds of :mod:`trainer.help.model`, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.help import tongues
from trainer.help.model import Channel, Need, Police
from trainer.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trainer.help.model import Reach

_NEEDS: Final = {
    Need.REPORT: N_("Reporting it"),
    Need.LEGAL: N_("Legal help"),
    Need.COUNSELLING: N_("Someone to talk to"),
    Need.MEDICAL: N_("Medical care"),
    Need.MONEY: N_("Help with costs"),
    Need.CRISIS: N_("In a crisis"),
    Need.MEDIATION: N_("Settling a conflict"),
    Need.COMMUNITY: N_("Community"),
    Need.COMPANY: N_("Company on the way"),
}

_POLICE: Final = {
    Police.NONE: N_("Police: not involved"),
    Police.CHOICE: N_("Police: only if you want"),
    Police.WORKS_WITH: N_("Police: works with them"),
    Police.UNKNOWN: N_("Police: not known"),
}

_POLICE_ALONE: Final = {
    Police.NONE: N_("Not involved"),
    Police.CHOICE: N_("Only if you want"),
    Police.WORKS_WITH: N_("Works with them"),
    Police.UNKNOWN: N_("Not known"),
}

LANGUAGES: Final = {
    "am": N_("Amharic"),
    "ar": N_("Arabic"),
    "bn": N_("Bengali"),
    "cmn": N_("Mandarin"),
    "de": N_("German"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fa": N_("Persian"),
    "fr": N_("French"),
    "gu": N_("Gujarati"),
    "he": N_("Hebrew"),
    "hi": N_("Hindi"),
    "hmn": N_("Hmong"),
    "ht": N_("Haitian Creole"),
    "hy": N_("Armenian"),
    "id": N_("Indonesian"),
    "ja": N_("Japanese"),
    "kar": N_("Karen"),
    "km": N_("Khmer"),
    "ko": N_("Korean"),
    "lo": N_("Lao"),
    "mh": N_("Marshallese"),
    "my": N_("Burmese"),
    "ne": N_("Nepali"),
    "pa": N_("Punjabi"),
    "pt": N_("Portuguese"),
    "ru": N_("Russian"),
    "sm": N_("Samoan"),
    "so": N_("Somali"),
    "sw": N_("Swahili"),
    "ta": N_("Tamil"),
    "te": N_("Telugu"),
    "th": N_("Thai"),
    "ti": N_("Tigrinya"),
    "tl": N_("Tagalog"),
    "to": N_("Tongan"),
    "uk": N_("Ukrainian"),
    "ur": N_("Urdu"),
    "vi": N_("Vietnamese"),
    "wuu": N_("Shanghainese"),
    "yue": N_("Cantonese"),
    "zh": N_("Chinese"),
}
"""Languages that have a word here, by code."""

_FEW: Final = 3
"""Languages that are named before the others are counted."""


def need(one: Need) -> str:
    """Word for what a service is for."""
    return _(_NEEDS[one])


def police(one: Police) -> str:
    """Say what a service has to do with the police."""
    return _(_POLICE[one])


def police_alone(one: Police) -> str:
    """Say the same where a heading says already that it is about the police."""
    return _(_POLICE_ALONE[one])


def language(code: str) -> str:
    """Name of a language in the reader's; the code itself where we have no word for it."""
    base = tongues.base(code)
    return _(LANGUAGES[base]) if base in LANGUAGES else code


def languages(codes: Iterable[str]) -> list[str]:
    """Name languages, each once, in the order given; scripts and countries are left out."""
    return list(dict.fromkeys(map(language, codes)))


def few_languages(codes: Iterable[str], first: str = "") -> str:
    """Name a few languages and count the rest; say so where nothing is known.

    ``first`` is the one that somebody looks for; it comes first, if it is among them.
    """
    named = languages(codes)
    named.sort(key=lambda name: name != language(first))
    if not named:
        return _("Languages not known")
    more = len(named) - _FEW
    if more <= 0:
        return listed(named)
    return ngettext("%(some)s and %(n)d more", "%(some)s and %(n)d more", more) % {
        "some": listed(named[:_FEW]),
        "n": more,
    }


def listed(parts: Sequence[str]) -> str:
    """Set words beside each other, for reading at a glance."""
    return _(", ").join(parts)


def way(reach: Reach) -> str:
    """Say how to get in touch, on one line; a line of its own tells ``about``."""
    if reach.channel is Channel.PHONE:
        return _("Call %(number)s") % {"number": reach.value}
    if reach.channel is Channel.TEXT:
        return _("Text %(number)s") % {"number": reach.value}
    return reach.value


def not_confirmed(note: str | None) -> str:
    """Say what could not be confirmed; empty if the organisation has confirmed the entry."""
    return _("Not confirmed: %(note)s") % {"note": note} if note else ""


def expired(until: str) -> str:
    """Say that an entry was to be looked at again; ``until`` is a day as the reader writes it."""
    return _("This entry should have been looked at again by %(day)s.") % {"day": until}
