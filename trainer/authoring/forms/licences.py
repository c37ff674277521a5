"""What others may do with a text: the few answers that are offered, and their words."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from trainer.language import N_, _

ONLY_OUR_GROUP: Final = "LicenseRef-only-our-group"

LICENCES: Final = MappingProxyType(
    {
        ONLY_OUR_GROUP: N_("It is only for our group, not to be passed on"),
        "CC-BY-4.0": N_("Use and change it, if they name you"),
        "CC-BY-SA-4.0": N_("The same, if they share what they change likewise"),
        "CC0-1.0": N_("Whatever they like"),
    }
)
"""By their SPDX names; any other can be written. The first gives nothing away: what happened to
somebody is not passed on because nobody thought of it.
"""


ITS_TERMS: Final = N_(
    "If it began as somebody else’s: they stay named, and what is theirs keeps its terms."
)
"""Said where it is chosen; whoever starts from a ready-made story takes its terms along."""

_TO_TAKER: Final = MappingProxyType(
    {
        ONLY_OUR_GROUP: N_("It says that it is only for the group that it comes from."),
        "CC-BY-4.0": N_("It says: use and change it, and name who wrote it."),
        "CC-BY-SA-4.0": N_(
            "It says: use and change it, name who wrote it, and share what you change likewise."
        ),
        "CC0-1.0": N_("It says: do with it whatever you like."),
    }
)


def to_taker(name: str) -> str:
    """Say to whoever is given something what they may do with it."""
    known = _TO_TAKER.get(name)
    return _(known) if known else _("Its licence: %(name)s.") % {"name": name}


def told(name: str) -> str:
    """Give the name of a licence as it is printed: one that nobody outside knows, in words."""
    return _("for our group only") if name == ONLY_OUR_GROUP else name


def offers() -> list[tuple[str, str]]:
    """Give what can be chosen, with its words."""
    return [(name, _(words)) for name, words in LICENCES.items()]
