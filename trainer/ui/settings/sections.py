"""The parts of the settings page, and what the search finds them by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trainer.language import N_


@dataclass(frozen=True, slots=True)
class Section:
    """One part: its key, its heading, and words that people may look for."""

    key: str
    heading: str
    words: str


SECTIONS: Final = (
    Section(
        "look",
        N_("How it looks and reads"),
        N_("text size, dark, light, contrast, colours, motion, language, read aloud, voice"),
    ),
    Section(
        "practice",
        N_("While you practise"),
        N_("strong language, soften, timed practice, clock, names of the five D’s"),
    ),
    Section(
        "keeping",
        N_("What is kept"),
        N_("keep, data, privacy, folder, backups, restore, delete everything"),
    ),
    Section(
        "along",
        N_("Take it along"),
        N_("export, import, take in a file, another computer, new laptop, spreadsheet, CSV, JSON"),
    ),
    Section(
        "people",
        N_("People on this computer"),
        N_("profiles, names, another person, guest, passphrase, lock, switch"),
    ),
    Section(
        "organisation",
        N_("Your organisation"),
        N_("employer, learning record store, LRS, xAPI, completions, send, stop sending"),
    ),
    Section(
        "folders",
        N_("Scenario folders"),
        N_("add scenarios, own scenarios, folder"),
    ),
    Section(
        "leaving",
        N_("Leave quickly"),
        N_("neutral page, hide, Esc, come back"),
    ),
    Section(
        "about",
        N_("About Upstander"),
        N_("version, credits, licences, fonts, icons, method"),
    ),
)
