"""What looking a file through finds, and how its papers are to be taken in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

_SEEN = ("run", "answer", "card", "confidence", "fact", "plan", "incident")
"""Kinds of which a person would notice that there are more."""


class Plan(StrEnum):
    """Which safety plan stays, where there is one on both sides."""

    HERE = "here"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class HowPapers:
    """How safety plan and records are taken in.

    ``plan`` says which plan stays, where there are two. ``here`` and ``file`` are the keys to
    the papers here and to those in the file, where a person has given their passphrases.
    """

    plan: Plan = Plan.HERE
    here: bytes | None = None
    file: bytes | None = None


class Lock(NamedTuple):
    """The lock of papers: what a passphrase is stretched with, and a sealed word to try it on."""

    salt: bytes
    work: int
    memory: int
    proof: bytes


@dataclass(slots=True)
class Found:
    """What a file brings, as counts by kind: ``new``, and what is ``here`` already.

    ``runs_before`` and ``events_before`` count what is new and older than all that is here.
    ``left`` counts papers that stay out, because they would have to be opened first.
    ``lock`` is that of the papers in the file, ``lock_here`` whether those here have one.
    ``two_plans`` tells whether there is a safety plan on both sides, each its own.
    """

    new: Counter[str] = field(default_factory=Counter)
    here: Counter[str] = field(default_factory=Counter)
    runs_before: int = 0
    events_before: int = 0
    left: int = 0
    lock: Lock | None = None
    lock_here: bool = False
    two_plans: bool = False

    def changes(self) -> bool:
        """Tell whether taking the file in would change anything that a person sees."""
        return any(self.new[kind] for kind in _SEEN)
