"""Things that a file has several of (drills, entries, parts, slides), with their fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from trainer.authoring.forms.fields import value_in
from trainer.language import _
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from trainer.authoring.document import Document
    from trainer.authoring.forms.fields import Field
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data


@dataclass(frozen=True)
class Either:
    """Keys of which one stands there, each with its words; what is written stays with another."""

    words: str
    keys: Mapping[str, str]


@dataclass(frozen=True)
class Sort:
    """A sort of things. ``key`` is where the list of them stands in what has them.

    ``fresh`` is what a new one begins with, and ``others`` with what else it can begin, each with
    the words for that; ``told_by`` are keys from whose first filled one it is called. Those of a
    ``named`` sort have a name of their own instead of a number. ``shows`` gives the keys that one
    can have, where not all can; ``note`` is said below the heading; ``early`` is how many of the
    fields come before what it has in turn, all of them if that is None.
    """

    key: str
    heading: str
    one: str
    add: str
    fields: tuple[Field, ...]
    more: tuple[Field, ...] = ()
    sorts: tuple[Sort, ...] = ()
    either: Either | None = None
    named: str = ""
    fresh: Any = field(default_factory=dict)
    told_by: tuple[str, ...] = ("title", "name", "text")
    others: tuple[tuple[str, Any], ...] = ()
    shows: Callable[[Mapping[str, Any]], Collection[str] | None] | None = None
    note: str = ""
    early: int | None = None

    def can_have(self, data: Mapping[str, Any], key: str) -> bool:
        """Whether one that holds this data shows what stands behind a key."""
        shown = None if self.shows is None else self.shows(data)
        return shown is None or key in shown or key in data


class Thing(NamedTuple):
    """One thing of a file, and where it stands; the file itself has an empty path."""

    sort: Sort
    path: Path


def top(whole: Sort, document: Document, path: Path) -> Thing:
    """Give the thing on top that a path is in, which has a form; else the file itself."""
    if len(path) > 1:
        sort = next((one for one in whole.sorts if one.key == path[0]), None)
        if sort is not None and isinstance(document.data(path[:2]), dict):
            return Thing(sort, path[:2])
    return Thing(whole, ())


def at(whole: Sort, document: Document, path: Path) -> Thing:
    """Give the innermost thing that a path is in."""
    sort, rest = whole, path
    base: Path = ()
    while len(rest) > 1:
        inner = next((one for one in sort.sorts if one.key == rest[0]), None)
        if inner is None or not isinstance(document.data((*base, *rest[:2])), dict):
            break
        sort, base, rest = inner, (*base, *rest[:2]), rest[2:]
    return Thing(sort, base)


def keys_of(data: Data) -> list[str | int]:
    """Give the names, or the places, of the things of a list."""
    if isinstance(data, dict):
        return list(data)
    return list(range(len(data))) if isinstance(data, list) else []


def called(sort: Sort, data: Data) -> str:
    """Give what a thing is called on its card, in a line."""
    given = data if isinstance(data, dict) else {}
    told = (*sort.told_by, *(sort.either.keys if sort.either is not None else ()))
    for key in told:
        said = value_in(given, (key,))
        if isinstance(said, str) and said.strip():
            return " ".join(plain(said).split())
    return _("Nothing is written here yet")
