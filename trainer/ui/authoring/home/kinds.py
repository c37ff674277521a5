"""What a file is, in a word or two."""

from __future__ import annotations

from typing import Final

from trainer.authoring import formats
from trainer.language import N_, _

_KINDS: Final = {
    formats.SCENARIO: N_("Scenario"),
    formats.DRILLS: N_("Reply drills"),
    formats.HELP: N_("Where to find help"),
    formats.PLAN: N_("Workshop plan"),
    formats.PAGE: N_("Page about the method"),
}


def kind_words(format_name: str) -> str:
    """Say what a file of a format is."""
    return _(_KINDS.get(format_name, _KINDS[formats.SCENARIO]))
