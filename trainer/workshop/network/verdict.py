"""What a test with one phone has shown, read off a table. Pure: signs in, a verdict out.

A firewall on this computer and a Wi-Fi that keeps its guests apart look the same from here:
nothing arrives. What tells them apart are two questions to whoever holds the phone, what this
computer's own firewall says of itself, and whether any other machine has been heard on the
network while the phone tried: where guests are kept apart, none is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Arrived(StrEnum):
    """The most that came from a phone."""

    NOTHING = "nothing"
    CONNECTED = "connected"
    SECURE = "secure"
    ELSEWHERE = "elsewhere"
    PAGE = "page"


class Answer(StrEnum):
    """What whoever holds the phone answered."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not-yet"


class Firewall(StrEnum):
    """What this computer's own firewall does, as far as can be told."""

    LETS_IN = "lets-in"
    MAY_BLOCK = "may-block"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known while a phone tries.

    ``itself``: whether this computer reaches its own page. ``heard``: another machine has shown
    itself on the network since the test began. ``own``: the address is that of its own hotspot.
    """

    arrived: Arrived = Arrived.NOTHING
    itself: bool = True
    same_wifi: Answer = Answer.NOT_YET
    internet: Answer = Answer.NOT_YET
    firewall: Firewall = Firewall.UNKNOWN
    heard: bool = False
    own: bool = False


class Verdict(StrEnum):
    """What it comes to."""

    WORKS = "works"
    OTHER_ADDRESS = "other-address"
    WENT_SECURE = "went-secure"
    HALF_WAY = "half-way"
    BLOCKED_HERE = "blocked-here"
    OTHER_NETWORK = "other-network"
    FIREWALL = "firewall"
    SIGN_IN = "sign-in"
    ISOLATED = "isolated"
    FIREWALL_OR_ISOLATED = "firewall-or-isolated"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the verdict if every sign named in ``when`` is one of its values."""

    verdict: Verdict
    when: dict[str, tuple[object, ...]]

    def fits(self, signs: Signs) -> bool:
        """Tell whether these signs are what it is about."""
        return all(getattr(signs, name) in values for name, values in self.when.items())


_NOTHING: Final = (Arrived.NOTHING,)
_YES: Final = (Answer.YES,)

TABLE: Final = (
    Row(Verdict.WORKS, {"arrived": (Arrived.PAGE,)}),
    Row(Verdict.OTHER_ADDRESS, {"arrived": (Arrived.ELSEWHERE,)}),
    Row(Verdict.WENT_SECURE, {"arrived": (Arrived.SECURE,)}),
    Row(Verdict.HALF_WAY, {"arrived": (Arrived.CONNECTED,)}),
    Row(Verdict.BLOCKED_HERE, {"arrived": _NOTHING, "itself": (False,)}),
    Row(Verdict.OTHER_NETWORK, {"same_wifi": (Answer.NO,)}),
    Row(Verdict.FIREWALL, {"same_wifi": _YES, "heard": (True,)}),
    Row(Verdict.FIREWALL, {"same_wifi": _YES, "own": (True,)}),
    Row(Verdict.SIGN_IN, {"same_wifi": _YES, "internet": (Answer.NO,)}),
    Row(
        Verdict.ISOLATED,
        {"same_wifi": _YES, "internet": _YES, "firewall": (Firewall.LETS_IN,)},
    ),
    Row(Verdict.FIREWALL_OR_ISOLATED, {"same_wifi": _YES, "internet": _YES}),
    Row(Verdict.WAITING, {}),
)
"""The first row that fits counts. What arrived says more than what was answered."""


def judge(signs: Signs) -> Verdict:
    """Read the verdict off the table."""
    return next(row.verdict for row in TABLE if row.fits(signs))


ENDS: Final = frozenset(Verdict) - {Verdict.WAITING}
"""Verdicts that end a test until something is changed."""

FAILED: Final = frozenset({Verdict.ISOLATED, Verdict.FIREWALL, Verdict.FIREWALL_OR_ISOLATED,
                           Verdict.BLOCKED_HERE, Verdict.SIGN_IN})  # fmt: skip
"""Verdicts after which phones cannot reach this computer as things are."""
