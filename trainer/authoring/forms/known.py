"""What the fields of a form offer: people, what the story remembers, how scenes are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.called import of_person
from trainer.language import _
from trainer.scenario.kinds import Role
from trainer.scenario.model import YOU, YOU_THINK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.authoring.document import Document
    from trainer.authoring.source.nodes import Data


class Person(NamedTuple):
    """Somebody who can be named: the key in the file, and what they are called."""

    key: str
    name: str
    targeted: bool = False


@dataclass(frozen=True)
class Known:
    """What a file has that its fields refer to."""

    cast: tuple[Person, ...] = ()
    state: Mapping[str, Data] | None = None
    you_targeted: bool = False

    def speakers(self) -> list[tuple[str, str]]:
        """Give who can say a line, with what they are called; narration has an empty key."""
        return [
            ("", _("Nobody speaks")),
            *((one.key, one.name) for one in self.cast),
            (YOU, _("You, aloud")),
            (YOU_THINK, _("You, inside")),
        ]

    def affected(self) -> tuple[list[Person], list[Person]]:
        """Give whom a choice can do something for: those who are targeted, and the others."""
        you = Person(YOU, _("You"), self.you_targeted)
        everyone = [*self.cast, you]
        return [one for one in everyone if one.targeted], [
            one for one in everyone if not one.targeted
        ]


def known(document: Document) -> Known:
    """Give what a scenario has, however unfinished it is."""
    cast, state, you = (document.data((key,)) for key in ("cast", "state", "you"))
    people = cast.items() if isinstance(cast, dict) else ()
    return Known(
        tuple(_person(key, told) for key, told in people),
        state if isinstance(state, dict) else None,
        isinstance(you, dict) and you.get("targeted") == "true",
    )


def _person(key: str, told: Data) -> Person:
    told = told if isinstance(told, dict) else {}
    return Person(key, of_person(told, key), told.get("role") == Role.TARGETED.value)


def has_scene(document: Document, name: str) -> bool:
    """Whether there is a scene of that name."""
    scenes = document.scenes()
    return name in scenes if scenes else document.data(("scenes", name)) is not None
