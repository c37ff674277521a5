"""The ladder for bad networks: which rung holds, why, and what to do next. Pure.

From the top: phones over the Wi-Fi that this computer is in; the venue's Wi-Fi with a code that
takes phones into it; this computer's own hotspot; printed cards; hands. Hands always hold, so a
workshop never waits for a network.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.language import N_, _, ngettext
from trainer.workshop.network.addresses import Address, Kind, offered
from trainer.workshop.network.verdict import FAILED, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping


class Rung(StrEnum):
    """The rungs, the top one first."""

    PHONES = "phones"
    VENUE = "venue"
    HOTSPOT = "hotspot"
    CARDS = "cards"
    HANDS = "hands"


class Holds(StrEnum):
    """Whether a rung holds."""

    YES = "yes"
    UNTRIED = "untried"
    NO = "no"


class Why(StrEnum):
    """Why a rung stands as it does."""

    JOINED = "joined"
    TESTED = "tested"
    NOT_TESTED = "not-tested"
    TEST_FAILED = "test-failed"
    NO_NETWORK = "no-network"
    CODE_MADE = "code-made"
    NO_CODE = "no-code"
    OTHER_WIFI = "other-wifi"
    HOTSPOT_SEEN = "hotspot-seen"
    HOTSPOT_OFF = "hotspot-off"
    PRINTED = "printed"
    NOT_PRINTED = "not-printed"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the network now.

    ``chosen`` is the address of the code; ``tested`` what tests came to, by address; ``joined``
    how many phones are in the room; ``code`` whether a code for the Wi-Fi was made; ``printed``
    whether the facilitator has printed cards.
    """

    addresses: tuple[Address, ...] = ()
    chosen: Address | None = None
    tested: Mapping[str, Verdict] = field(default_factory=dict)
    joined: int = 0
    code: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One rung as it stands. ``number`` goes with some reasons: phones that have joined."""

    rung: Rung
    holds: Holds
    why: Why
    number: int = 0


def ladder(known: Known) -> tuple[Step, ...]:
    """All five rungs, the top one first."""
    return (_phones(known), _venue(known), _hotspot(known), _cards(known), _HANDS)


def present(known: Known) -> Step:
    """The highest rung that holds."""
    return next(step for step in ladder(known) if step.holds is Holds.YES)


_HANDS: Final = Step(Rung.HANDS, Holds.YES, Why.ALWAYS)


def _phones(known: Known) -> Step:
    around = _around(known)
    if known.joined and known.chosen is not None and known.chosen.kind is not Kind.HOTSPOT:
        return Step(Rung.PHONES, Holds.YES, Why.JOINED, known.joined)
    if not around:
        return Step(Rung.PHONES, Holds.NO, Why.NO_NETWORK)
    return Step(Rung.PHONES, *_by_test(known, around))


def _by_test(known: Known, addresses: tuple[Address, ...]) -> tuple[Holds, Why]:
    """Read a rung off the tests of its addresses; one that works is enough."""
    found = [known.tested[one.ip] for one in addresses if one.ip in known.tested]
    if Verdict.WORKS in found:
        return Holds.YES, Why.TESTED
    chosen = known.chosen
    if chosen in addresses and chosen is not None and known.tested.get(chosen.ip) in FAILED:
        return Holds.NO, Why.TEST_FAILED
    if len(found) == len(addresses) and all(verdict in FAILED for verdict in found):
        return Holds.NO, Why.TEST_FAILED
    return Holds.UNTRIED, Why.NOT_TESTED


def _around(known: Known) -> tuple[Address, ...]:
    return tuple(one for one in offered(known.addresses) if one.kind is not Kind.HOTSPOT)


def _venue(known: Known) -> Step:
    """The same way for phones that are not in the Wi-Fi yet: with a code into it."""
    phones = _phones(known)
    if phones.holds is Holds.NO:
        return Step(Rung.VENUE, Holds.UNTRIED, Why.OTHER_WIFI)
    if not known.code:
        return Step(Rung.VENUE, Holds.UNTRIED, Why.NO_CODE)
    holds = Holds.YES if phones.holds is Holds.YES else Holds.UNTRIED
    return Step(Rung.VENUE, holds, Why.CODE_MADE)


def _hotspot(known: Known) -> Step:
    own = tuple(one for one in known.addresses if one.kind is Kind.HOTSPOT)
    if not own:
        return Step(Rung.HOTSPOT, Holds.UNTRIED, Why.HOTSPOT_OFF)
    if known.joined and known.chosen in own:
        return Step(Rung.HOTSPOT, Holds.YES, Why.JOINED, known.joined)
    holds, why = _by_test(known, own)
    return Step(Rung.HOTSPOT, holds, Why.HOTSPOT_SEEN if holds is Holds.UNTRIED else why)


def _cards(known: Known) -> Step:
    if known.printed:
        return Step(Rung.CARDS, Holds.YES, Why.PRINTED)
    return Step(Rung.CARDS, Holds.UNTRIED, Why.NOT_PRINTED)


# Words

_NAMES: Final = {
    Rung.PHONES: N_("Phones, over this Wi-Fi"),
    Rung.VENUE: N_("Phones, taken into the venue’s Wi-Fi by a code"),
    Rung.HOTSPOT: N_("Phones, over this computer’s own hotspot"),
    Rung.CARDS: N_("Printed cards, held up"),
    Rung.HANDS: N_("Hands"),
}

_HOLDS: Final = {
    Holds.YES: N_("Works"),
    Holds.UNTRIED: N_("Not tried yet"),
    Holds.NO: N_("Does not work here"),
}

_REASONS: Final = {
    Why.TESTED: N_("A phone has reached this computer."),
    Why.NOT_TESTED: N_("Try it with one phone before people come; it takes a minute."),
    Why.TEST_FAILED: N_("Phones do not reach this computer there. The test says what to change."),
    Why.NO_NETWORK: N_("This computer is in no network that phones can join."),
    Why.CODE_MADE: N_("The code for the Wi-Fi is made; it can be shown and printed."),
    Why.NO_CODE: N_("With its name and password, phones get in by a code instead of typing."),
    Why.OTHER_WIFI: N_(
        "Ask for another Wi-Fi than this one, connect this computer to it, and look again."
    ),
    Why.HOTSPOT_SEEN: N_("It seems to be on. Choose it as the network, and try it with one phone."),
    Why.HOTSPOT_OFF: N_("It is not on. It needs nothing of the venue."),
    Why.PRINTED: N_("They are on paper; nothing can go wrong with them."),
    Why.NOT_PRINTED: N_("A set for each table: people hold up the number of their answer."),
    Why.ALWAYS: N_("Always: count hands, and type them in. The whole workshop runs like this."),
}


def name(rung: Rung) -> str:
    """Words for a rung."""
    return _(_NAMES[rung])


def holds(step: Step) -> str:
    """Say in two or three words whether this rung holds."""
    if step.why is Why.NOT_PRINTED:
        return _("Not on paper yet")
    return _(_HOLDS[step.holds])


def reason(step: Step) -> str:
    """Say why, and what to do next."""
    if step.why is Why.JOINED:
        joined = ngettext(
            "%(n)d phone is in the room.", "%(n)d phones are in the room.", step.number
        )
        return joined % {"n": step.number}
    return _(_REASONS[step.why])


def line(step: Step) -> str:
    """One line for the console: how the room votes now."""
    words = {"rung": name(step.rung), "why": reason(step)}
    return _("The room votes by: %(rung)s. %(why)s") % words
