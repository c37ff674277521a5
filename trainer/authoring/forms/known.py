"""What the fields of a form offer: people, what the story remembers, how scenes are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring import called
from trainer.authoring.called import of_person
from trainer.language import _
from trainer.scenario.kinds import Role
from trainer.scenario.model import YOU, YOU_THINK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.authoring.document import Document
    from trainer.authoring.source.nodes import Data


class Person(NamedTuple):
    """Somebody who can be named: the key in the file, and what they are called."""

    key: str
    name: str
    targeted: bool = False
    harming: bool = False
    named: bool = True
    """Whether that is a name of theirs, and not only what they are in what happens."""


@dataclass(frozen=True)
class Known:
    """What a file has that its fields refer to."""

    cast: tuple[Person, ...] = ()
    state: Mapping[str, Data] | None = None
    you_targeted: bool = False
    memory: Mapping[str, str] = field(default_factory=dict)
    """How what the story remembers is called, by its names."""

    def speakers(self) -> list[tuple[str, str]]:
        """Give who can say a line, with what they are called; narration has an empty key."""
        return [
            ("", _("Nobody speaks")),
            *((one.key, one.name) for one in self.cast),
            (YOU, _("You, aloud")),
            (YOU_THINK, _("You, inside")),
        ]

    def affected(self) -> tuple[list[Person], list[Person]]:
        """Give whom a choice can do something for: those who are targeted, and the others.

        Whoever harms comes last: first is asked after those whom it happened beside.
        """
        you = Person(YOU, _("You"), self.you_targeted)
        everyone = [*self.cast, you]
        others = [one for one in everyone if not one.targeted]
        others.sort(key=lambda one: one.harming)
        return [one for one in everyone if one.targeted], others

    def seen_by(self) -> str:
        """Say how an ending is seen, by name if those who are targeted have one."""
        names = self._named()
        if not names:
            return _("How the person who is targeted sees it")
        if len(names) > 1:
            return _("How %(names)s see it, each of them") % {"names": listed(names)}
        return _("How %(name)s sees it") % {"name": names[0]}

    def left_for(self) -> str:
        """Say for whom an ending leaves something, by name if those who are targeted have one."""
        names = self._named()
        if not names:
            return _("What is left for the person who is targeted")
        return _("What is left for %(names)s") % {"names": listed(names)}

    def _named(self) -> list[str]:
        """Give what those who are targeted are called; nothing if one of them has no name."""
        there = self.affected()[0]
        if not all(one.named for one in there):
            return []
        return [_("the person practising") if one.key == YOU else one.name for one in there]


def listed(names: Sequence[str]) -> str:
    """Give some names as one."""
    whole = names[0]
    for other in names[1:]:
        whole = _("%(one)s and %(other)s") % {"one": whole, "other": other}
    return whole


def known(document: Document) -> Known:
    """Give what a scenario has, however unfinished it is."""
    cast, state, you = (document.data((key,)) for key in ("cast", "state", "you"))
    people = cast.items() if isinstance(cast, dict) else ()
    state = state if isinstance(state, dict) else None
    return Known(
        tuple(_person(key, told) for key, told in people),
        state,
        isinstance(you, dict) and you.get("targeted") == "true",
        {name: called.memory(document, name) for name in state or ()},
    )


def at_first(document: Document) -> list[str]:
    """Give the keys of those who are in the picture of a new scene: who is targeted."""
    return [one.key for one in known(document).cast if one.targeted]


def _person(key: str, told: Data) -> Person:
    told = told if isinstance(told, dict) else {}
    name, role = told.get("name"), told.get("role")
    named = isinstance(name, str) and bool(name.strip())
    return Person(
        key, of_person(told, key), role == Role.TARGETED.value, role == Role.HARMING.value, named
    )


def has_scene(document: Document, name: str) -> bool:
    """Whether there is a scene of that name."""
    scenes = document.scenes()
    return name in scenes if scenes else document.data(("scenes", name)) is not None
