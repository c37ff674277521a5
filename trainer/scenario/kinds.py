"""The few kinds that a scenario's facts are of. The first page needs these, and no more.

They stand apart from :mod:`trainer.scenario.model`, which gives them on: setting up all its
classes takes longer than everything else that the library does before the first paint.
"""

from __future__ import annotations

from enum import StrEnum

LOW, HIGH = 0, 10
"""Ends of a number in state; a change past an end stays at the end."""


class Setting(StrEnum):
    """Where a scenario takes place."""

    STREET = "street"
    TRANSIT = "transit"
    SHOP = "shop"
    RESTAURANT = "restaurant"
    WORK = "work"
    ONLINE = "online"
    SCHOOL = "school"
    HOME = "home"
    HEALTH_CARE = "health-care"
    RIDE = "ride"
    COMMUNITY = "community"


class Severity(StrEnum):
    """How far the harm goes, from slight to violence."""

    MICROAGGRESSION = "microaggression"
    VERBAL = "verbal"
    THREAT = "threat"
    PHYSICAL = "physical"


class Role(StrEnum):
    """What a person of the cast is in what happens."""

    TARGETED = "targeted"
    HARMING = "harming"
    BYSTANDER = "bystander"
    AUTHORITY = "authority"
    ALLY = "ally"


class Status(StrEnum):
    """How far a scenario has come: nobody but a community organisation makes it reviewed."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    RETIRED = "retired"


class Outcome(StrEnum):
    """What an ending leaves the targeted person with."""

    SUPPORTED = "supported"
    MIXED = "mixed"
    UNRESOLVED = "unresolved"
    HARMED = "harmed"


class Kind(StrEnum):
    """How a choice is made: said, done, or in the learner's own words."""

    SAY = "say"
    ACT = "act"
    OWN_WORDS = "own_words"
