"""An entry of the help directory: who helps whom, where, and how to get in touch.

Names follow the format (``docs/help.md``). Texts are Markdown as written. ``mark`` is where
a thing stands in its file, for messages; it takes no part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.scenario.model import NOWHERE, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Need(StrEnum):
    """What a service is for."""

    REPORT = "report"
    LEGAL = "legal"
    COUNSELLING = "counselling"
    MEDICAL = "medical"
    MONEY = "money"
    CRISIS = "crisis"
    MEDIATION = "mediation"
    COMMUNITY = "community"
    COMPANY = "company"


class Police(StrEnum):
    """What a service has to do with the police."""

    NONE = "none"
    CHOICE = "choice"
    WORKS_WITH = "works-with"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """A way to get in touch."""

    WEB = "web"
    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    ADDRESS = "address"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a state, a city …; ``within`` is the key of the place that it lies in."""

    key: str
    name: str
    within: str | None = None
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to get in touch: an address, a number, or words; ``about`` says more of it."""

    channel: Channel
    value: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One service. Dates are ISO 8601.

    ``source`` are addresses where this was read; none, if somebody of the organisation said it.

    ``languages`` are BCP 47, and empty where nothing is known about them. ``unconfirmed``
    says what could not be confirmed; None only if a person of the organisation confirmed it,
    and ``confirmed_by`` says who, and when.
    """

    key: str
    name: str
    summary: str
    where: tuple[str, ...]
    needs: tuple[Need, ...]
    takes: str
    takes_not: str
    police: Police
    reach: tuple[Reach, ...]
    confirmed: bool
    reviewed: str
    until: str
    police_note: str | None = None
    after: str | None = None
    languages: tuple[str, ...] = ()
    unconfirmed: str | None = None
    confirmed_by: str | None = None
    source: tuple[str, ...] = ()
    mark: Mark = field(default=NOWHERE, compare=False)

    def is_expired(self, today: date) -> bool:
        """Tell whether it was to be read again before ``today``."""
        return self.until < today.isoformat()


@dataclass(frozen=True, slots=True)
class HelpFile:
    """What one file adds to the directory, by key and in the file's order.

    ``authors`` and ``licence`` may be missing: the list is then nobody's in particular.
    """

    id: str
    title: str
    language: str
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    authors: tuple[str, ...] = ()
    licence: str | None = None
