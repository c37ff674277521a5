"""Each choice of the scene that is played: what it does, where it leads, why it is not offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.authoring.called import PLAIN, Names
from trainer.authoring.trying import words
from trainer.authoring.trying.lacking import lacks
from trainer.language import _
from trainer.practice import moves
from trainer.practice.snapshot import Phase
from trainer.practice.wording import choice_words

if TYPE_CHECKING:
    from trainer.practice.moves import Position
    from trainer.practice.session import Session
    from trainer.scenario.model import Arm, Choice


@dataclass(frozen=True, slots=True)
class Door:
    """A choice of a scene, with a sentence on it. ``number`` is its digit, 0 if not offered."""

    choice: str
    words: str
    number: int
    said: str


def doors(session: Session, names: Names = PLAIN) -> tuple[Door, ...]:
    """Give every choice of the scene that was or is decided in, as things stood then."""
    at = _deciding(session)
    if at is None:
        return ()
    offered = {choice.id: number for number, choice in enumerate(at.offered, 1)}
    return tuple(
        Door(
            choice.id,
            words.short(choice_words(choice.kind, choice.words), 120),
            offered.get(choice.id, 0),
            _said(session, at, choice, names, offered=choice.id in offered),
        )
        for choice in at.scene.choices
    )


def leads(session: Session, names: Names = PLAIN) -> str:
    """Say where it goes on from here without a choice; empty if a choice decides that."""
    if session.phase is Phase.READING:
        to = moves.onward(session.scenario, session.position).scene.id
        return _("Goes on to “%(scene)s”.") % {"scene": names.scene(to)}
    if session.phase is Phase.ENDED and session.scene.ending is None:
        return _("This scene is not written yet.")
    if session.phase is Phase.DECIDING and not session.offered:
        return _("No choice is offered here: the story is stuck.")
    return ""


def _deciding(session: Session) -> Position | None:
    if session.phase is Phase.DECIDING:
        return session.position
    return moves.deciding(session.position) if session.phase is Phase.FEEDBACK else None


def _said(session: Session, at: Position, choice: Choice, names: Names, *, offered: bool) -> str:
    effects = words.effects(choice, names)
    if not offered:
        why = words.why_not(lacks(choice.when, at.state), names)
        return _("Not offered. %(why)s") % {"why": why}
    to = moves.onward(session.scenario, moves.decide(at, choice)).scene.id
    others = _others(choice.next, to, names)
    known = {"scene": names.scene(to), "effects": effects, "others": others}
    if effects and others:
        return _("Leads to “%(scene)s”; else to %(others)s. %(effects)s.") % known
    if effects:
        return _("Leads to “%(scene)s”. %(effects)s.") % known
    if others:
        return _("Leads to “%(scene)s”; else to %(others)s.") % known
    return _("Leads to “%(scene)s”.") % known


def _others(arms: tuple[Arm, ...], to: str, names: Names) -> str:
    others = dict.fromkeys(arm.to for arm in arms if arm.to != to)
    return _(", ").join(_("“%(scene)s”") % {"scene": names.scene(name)} for name in others)
