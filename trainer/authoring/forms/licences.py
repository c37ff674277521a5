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


def told(name: str) -> str:
    """Give the name of a licence as it is printed: one that nobody outside knows, in words."""
    return _("for our group only") if name == ONLY_OUR_GROUP else name


def offers() -> list[tuple[str, str]]:
    """Give what can be chosen, with its words."""
    return [(name, _(words)) for name, words in LICENCES.items()]
