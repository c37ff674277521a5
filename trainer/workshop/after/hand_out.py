"""What people take home from a workshop: the five D's, what they may resolve, where to turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.help import words
from trainer.help.model import Channel, Reach
from trainer.language import _
from trainer.method import ds
from trainer.plans.model import Kind
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from trainer.workshop.contacts import Contact
    from trainer.workshop.contacts import Way as Reached
    from trainer.workshop.material import Material


@dataclass(frozen=True, slots=True)
class Way:
    """One of the five D's, in its name and one sentence."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who helps; ``reach`` are ways to reach them as they are written, and languages."""

    name: str
    summary: str
    reach: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandOut:
    """Plain words. ``resolves`` may be ticked by whoever takes it home; nobody collects it."""

    title: str
    language: str
    ways: tuple[Way, ...]
    resolves: tuple[str, ...]
    turn: tuple[Turn, ...]
    sources: tuple[str, ...]


def hand_out(material: Material) -> HandOut:
    """Make the hand-out of a workshop."""
    plan = material.plan
    resolves = (
        plain(answer.text)
        for segment in plan.segments.values()
        if segment.kind is Kind.REFLECTION
        for answer in segment.answers
    )
    turn = (Turn(one.name, one.summary, reach(one)) for one in material.contacts.values())
    return HandOut(
        plain(plan.title),
        plan.language,
        tuple(Way(ds.name(d), ds.meaning(d)) for d in ds.FIVE_DS),
        tuple(dict.fromkeys(resolves)),
        tuple(turn),
        tuple(plain(one) for one in plan.sources),
    )


def reach(contact: Contact) -> tuple[str, ...]:
    """Say how somebody who helps is reached, at which hours, and in which languages."""
    ways = [_way(one) for one in contact.reach]
    spoken = words.listed(words.languages(contact.languages))
    return (*ways, _("Languages: %(languages)s") % {"languages": spoken}) if spoken else (*ways,)


def _way(way: Reached) -> str:
    """Say how to get in touch, with what is said about it: a number is called, or texted."""
    known = way.channel in set(Channel)
    said = words.way(Reach(Channel(way.channel), way.value)) if known else way.value
    return _("%(way)s (%(about)s)") % {"way": said, "about": way.about} if way.about else said
