"""Keys of the help directory, with public names, until the directory itself ships.

An entry of the directory is a file ``<key>.yaml`` below ``help`` of the assets; those
that are there count as known, too.
"""

from __future__ import annotations

from typing import Final

from trainer import paths

NAMES: Final[dict[str, str]] = {
    "988-lifeline": "988 Suicide & Crisis Lifeline",
    "adhikaar": "Adhikaar",
    "asian-americans-advancing-justice": "Asian Americans Advancing Justice",
    "asian-americans-advancing-justice-aajc": "Asian Americans Advancing Justice | AAJC",
    "asian-americans-united": "Asian Americans United",
    "chinese-for-affirmative-action": "Chinese for Affirmative Action",
    "chinese-progressive-association": "Chinese Progressive Association",
    "cia-siab": "Cia Siab, Inc.",
    "drum": "DRUM – Desis Rising Up & Moving",
    "hana-center": "HANA Center",
    "justice-for-muslims-collective": "Justice for Muslims Collective",
    "right-to-be": "Right To Be",
    "searac": "Southeast Asia Resource Action Center",
    "stop-aapi-hate": "Stop AAPI Hate",
    "vietlead": "VietLead",
}
"""Names as the organisations write them, by key."""


def known() -> frozenset[str]:
    """Give every key that a scenario may name. Raises nothing."""
    return frozenset(NAMES) | {entry.stem for entry in (paths.assets() / "help").glob("*.yaml")}
