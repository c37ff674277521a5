"""What a picture of a scene shows, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.language import N_, _, ngettext
from trainer.scenario.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.scenario.model import CastMember

_WITH_PEOPLE: Final = {
    "break-room": N_("%(people)s in a break room"),
    "bridge-walkway": N_("%(people)s on the walkway of a bridge at dusk"),
    "bus": N_("%(people)s on a bus"),
    "car-inside": N_("%(people)s in a car"),
    "checkout": N_("%(people)s at the checkout of a supermarket"),
    "fair-hall": N_("%(people)s in the hall of a fair"),
    "family-table": N_("%(people)s at a dining table in the evening"),
    "garden-gate": N_("%(people)s in front of a small house with a garden"),
    "gas-station": N_("%(people)s at a gas station in the evening"),
    "home-evening": N_("%(people)s in a living room in the evening"),
    "hospital-bay": N_("%(people)s in a hospital room at night"),
    "market-street": N_("%(people)s on a street of small shops"),
    "meeting-room": N_("%(people)s in a meeting room"),
    "office": N_("%(people)s in an office"),
    "office-chat": N_("%(people)s in front of a screen with a work chat"),
    "park-path": N_("%(people)s on a path beside a lake"),
    "park-road-car": N_("%(people)s on a path beside a lake, with a car on the road"),
    "parking-lot": N_("%(people)s in a parking lot"),
    "platform": N_("%(people)s on a platform beside a train"),
    "restaurant-floor": N_("%(people)s in a restaurant"),
    "restaurant-kitchen": N_("%(people)s in the kitchen of a restaurant"),
    "school-hall": N_("%(people)s in the hallway of a school"),
    "shop-aisle": N_("%(people)s in the aisle of a shop"),
    "shop-counter": N_("%(people)s at the counter of a shop"),
    "street-evening": N_("%(people)s on a street in the evening"),
    "stroll-street": N_("%(people)s on a street of houses"),
    "subway": N_("%(people)s in a subway car"),
    "video-call": N_("%(people)s in front of a screen with a video call"),
    "video-class": N_("%(people)s in front of a screen with a class"),
    "waiting-room": N_("%(people)s in a waiting room"),
}
_EMPTY: Final = {
    "break-room": N_("A break room"),
    "bridge-walkway": N_("The walkway of a bridge at dusk"),
    "bus": N_("Inside a bus"),
    "car-inside": N_("Inside a car"),
    "checkout": N_("The checkout of a supermarket"),
    "fair-hall": N_("The hall of a fair"),
    "family-table": N_("A dining table in the evening"),
    "garden-gate": N_("A small house with a garden"),
    "gas-station": N_("A gas station in the evening"),
    "home-evening": N_("A living room in the evening"),
    "hospital-bay": N_("A hospital room at night"),
    "market-street": N_("A street of small shops"),
    "meeting-room": N_("A meeting room"),
    "office": N_("An office"),
    "office-chat": N_("A screen with a work chat"),
    "park-path": N_("A path beside a lake"),
    "park-road-car": N_("A path beside a lake, with a car on the road"),
    "parking-lot": N_("A parking lot in front of a shop"),
    "platform": N_("A platform with a train"),
    "restaurant-floor": N_("A restaurant"),
    "restaurant-kitchen": N_("The kitchen of a restaurant"),
    "school-hall": N_("The hallway of a school"),
    "shop-aisle": N_("The aisle of a shop"),
    "shop-counter": N_("The counter of a shop"),
    "street-evening": N_("A street in the evening"),
    "stroll-street": N_("A street of houses"),
    "subway": N_("Inside a subway car"),
    "video-call": N_("A screen with a video call"),
    "video-class": N_("A screen with a class"),
    "waiting-room": N_("A waiting room"),
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


def description(members: Sequence[CastMember], *, shown: bool, plain: Sequence[str] = ()) -> str:
    """Say who is turned towards whom, and whether a picture could not be shown.

    ``plain`` are the names of those who show as a plain figure.
    """
    harming = [member.name for member in members if member.role is Role.HARMING]
    targeted = [member.name for member in members if member.role is Role.TARGETED]
    sentences = []
    if harming and targeted:
        sentences.append(
            _("Turned towards %(targeted)s: %(harming)s.")
            % {"targeted": listed(targeted), "harming": listed(harming)}
        )
    if plain:
        said = ngettext(
            "%(names)s shows as a plain figure, without a face.",
            "%(names)s show as plain figures, without faces.",
            len(plain),
        )
        sentences.append(said % {"names": listed(plain)})
    if not shown:
        sentences.append(not_shown())
    return " ".join(sentences)


def not_shown() -> str:
    """Say that a picture of the scenario's own cannot be shown."""
    return _("A picture of this scenario cannot be shown.")
