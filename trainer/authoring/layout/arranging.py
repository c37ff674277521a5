"""Changes of how a scenario lies on the map; each gives the arrangement that comes of it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.authoring.arrangement import Note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.authoring.arrangement import Arrangement
    from trainer.practice.map_layout import Place


def with_pins(arrangement: Arrangement, places: Mapping[str, Place]) -> Arrangement:
    """Pin boxes where they stand now; those that are pinned already go there, too."""
    rounded = {name: (float(round(x)), float(round(y))) for name, (x, y) in places.items()}
    return replace(arrangement, pins=MappingProxyType({**arrangement.pins, **rounded}))


def without_pin(arrangement: Arrangement, name: str) -> Arrangement:
    """Let a box stand where the layout has it."""
    left = {one: place for one, place in arrangement.pins.items() if one != name}
    return replace(arrangement, pins=MappingProxyType(left))


def without_pins(arrangement: Arrangement) -> Arrangement:
    """Let every box stand where the layout has it."""
    return replace(arrangement, pins=MappingProxyType({}))


def with_fold(arrangement: Arrangement, name: str, *, folded: bool) -> Arrangement:
    """Fold a branch away, or open it."""
    others = arrangement.folded - {name}
    return replace(arrangement, folded=others | {name} if folded else others)


def with_note(arrangement: Arrangement, key: str, note: Note | None) -> Arrangement:
    """Have a note, or none; an empty one is none."""
    notes = {one: kept for one, kept in arrangement.notes.items() if one != key}
    if note is not None and note.text.strip():
        at = (float(round(note.x)), float(round(note.y)))
        notes[key] = Note(*at, note.text)
    return replace(arrangement, notes=MappingProxyType(notes))


def new_key(arrangement: Arrangement) -> str:
    """Give a key that no note has."""
    number = len(arrangement.notes) + 1
    while f"note-{number}" in arrangement.notes:
        number += 1
    return f"note-{number}"
