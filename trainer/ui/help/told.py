"""What stands on the short card of a service, as plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.help import telling, words
from trainer.help.model import Channel
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import dates
from trainer.ui.widgets.words import breakable_address, breakable_soon

if TYPE_CHECKING:
    from trainer.help.directory import Directory, Listed
    from trainer.help.model import Reach

ICONS: Final = {
    Channel.WEB: "globe",
    Channel.PHONE: "phone",
    Channel.TEXT: "message-square-text",
    Channel.EMAIL: "mail",
    Channel.ADDRESS: "map-pin",
    Channel.NOTE: "message-circle",
}

_KEYS: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
"""Letters on the keys of a telephone."""


@dataclass(frozen=True, slots=True)
class Told:
    """A service in short. ``notes`` say what is not to be taken for granted, with their icons."""

    name: str
    summary: str
    way: str
    way_icon: str
    police: str
    facts: str
    notes: tuple[tuple[str, str], ...]

    def way_shown(self) -> str:
        """The way to reach it, with places at which a long address may break."""
        if self.way_icon in (ICONS[Channel.WEB], ICONS[Channel.EMAIL]):
            return breakable_address(self.way)
        return breakable_soon(self.way)

    def spoken(self) -> str:
        """All but the name, as a screen reader says it."""
        said = (note for _icon, note in self.notes)
        parts = (self.summary, self.way, self.police, self.facts, *said)
        return ". ".join(part.rstrip(".") for part in parts if part)


def told(directory: Directory, listed: Listed, language: str = "") -> Told:
    """Put a service in short words; ``language`` is the one that is looked for."""
    entry = listed.entry
    first = entry.reach[0]
    facts = (
        telling.where(directory, listed),
        *(words.need(need) for need in entry.needs),
        words.few_languages(entry.languages, language),
    )
    notes = telling.notes(listed, dates.full)
    with_icons = (
        ("clock", notes.late),
        ("info", notes.unconfirmed),
        ("folder-open", notes.origin),
    )
    return Told(
        name=plain(entry.name),
        summary=plain(entry.summary),
        way=plain(words.way(first)) if first.channel is Channel.NOTE else words.way(first),
        way_icon=ICONS[first.channel],
        police=words.police(entry.police),
        facts=_(" · ").join(filter(None, facts)),
        notes=tuple((icon, note) for icon, note in with_icons if note),
    )


def url(reach: Reach) -> str:
    """Address that a way to get in touch leads to; empty where no program opens one."""
    if reach.channel is Channel.WEB:
        return reach.value
    if reach.channel is Channel.EMAIL:
        return f"mailto:{reach.value}"
    if reach.channel is Channel.PHONE:
        return "tel:" + re.sub(r"[^\d+*#]", "", reach.value.upper().translate(_KEYS))
    return ""
