"""What a picture of a scene shows, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.language import N_, _
from trainer.scenario.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.scenario.model import CastMember

_WITH_PEOPLE: Final = {
    "bus": N_("%(people)s on a bus"),
    "home-evening": N_("%(people)s in a living room in the evening"),
    "office": N_("%(people)s in an office"),
    "office-chat": N_("%(people)s in front of a screen with a work chat"),
    "parking-lot": N_("%(people)s in a parking lot"),
    "platform": N_("%(people)s on a platform beside a train"),
    "shop-aisle": N_("%(people)s in the aisle of a shop"),
    "shop-counter": N_("%(people)s at the counter of a shop"),
    "street-evening": N_("%(people)s on a street in the evening"),
    "subway": N_("%(people)s in a subway car"),
}
_EMPTY: Final = {
    "bus": N_("Inside a bus"),
    "home-evening": N_("A living room in the evening"),
    "office": N_("An office"),
    "office-chat": N_("A screen with a work chat"),
    "parking-lot": N_("A parking lot in front of a shop"),
    "platform": N_("A platform with a train"),
    "shop-aisle": N_("The aisle of a shop"),
    "shop-counter": N_("The counter of a shop"),
    "street-evening": N_("A street in the evening"),
    "subway": N_("Inside a subway car"),
}


def listed(names: Sequence[str]) -> str:
    """List names as one reads them aloud: “Mrs. Lin, Man in grey and The driver”."""
    if len(names) < 2:
        return "".join(names)
    text = names[0]
    for name in names[1:-1]:
        # Translators: a list of people that goes on.
        text = _("%(list)s, %(next)s") % {"list": text, "next": name}
    # Translators: the end of a list of people.
    return _("%(list)s and %(last)s") % {"list": text, "last": names[-1]}


def title(members: Sequence[CastMember], backdrop: str | None) -> str:
    """Say who is in the picture and where."""
    people = listed([member.name for member in members])
    if people:
        place = _WITH_PEOPLE.get(backdrop or "")
        return _(place) % {"people": people} if place else people
    empty = _EMPTY.get(backdrop or "")
    return _(empty) if empty else _("Picture of the scene")


def description(members: Sequence[CastMember], *, shown: bool) -> str:
    """Say who is turned towards whom, and whether a picture could not be shown."""
    harming = [member.name for member in members if member.role is Role.HARMING]
    targeted = [member.name for member in members if member.role is Role.TARGETED]
    sentences = []
    if harming and targeted:
        sentences.append(
            _("Turned towards %(targeted)s: %(harming)s.")
            % {"targeted": listed(targeted), "harming": listed(harming)}
        )
    if not shown:
        sentences.append(not_shown())
    return " ".join(sentences)


def not_shown() -> str:
    """Say that a picture of the scenario's own cannot be shown."""
    return _("A picture of this scenario cannot be shown.")
