"""What a table of keys is made of. The reader and the JSON Schema are both made from a table.

A format is one :class:`Table`, every mapping of it a :class:`Shape`: its keys, which of them
must be there, which exclude each other. What stands behind a key is one of the small types
below; they hold facts only. How they are read is in :mod:`trainer.scenario.files.fields`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

NAME: Final = "[A-Za-z][A-Za-z0-9_-]*"
STATE_NAME: Final = "[A-Za-z][A-Za-z0-9_]*"
ID: Final = "[a-z0-9]+(-[a-z0-9]+)*"
DATE: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
LANGUAGE: Final = (
    "[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WYZa-wyz0-9](-[A-Za-z0-9]{2,8})+)*"
    "(-[xX](-[A-Za-z0-9]{1,8})+)?"
)
ADDRESS: Final = r"https?://[^\s<>\"/]{1,250}\.[^\s<>\"/]{2,60}(/[^\s<>\"]*)?"
MAIL: Final = r"[^\s<>\"@]{1,60}@[^\s<>\"@]{1,250}\.[^\s<>\"@]{2,60}"
PHONE: Final = (
    r"(?=.{0,40}[0-9])[+(*#]?[0-9A-Z][0-9A-Z ().*#/-]{0,40}[0-9A-Z*#]"
    r"( ?(x|ext\.?) ?[0-9]{1,8})?"
)
"""Patterns that a whole value follows. The language is BCP 47's langtag; a phone's number may
spell a word, as 1-800-NUMBER does."""


@dataclass(frozen=True, slots=True)
class Text:
    """Any scalar. ``prose`` is what a person reads: Markdown, and watched for cut sentences."""

    prose: bool = True


@dataclass(frozen=True, slots=True)
class Word:
    """A scalar of a pattern; ``case`` names its sentence in the problems."""

    pattern: str
    case: Literal["id", "language", "date", "name", "address", "mail", "phone"]


@dataclass(frozen=True, slots=True)
class FormatName:
    """The kind and version of the file, such as ``scenario/1``."""

    name: str


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within bounds, both included; None is no bound."""

    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``; ``only_true`` where ``false`` has no sense."""

    only_true: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words; the model holds it as ``kind``."""

    words: tuple[str, ...]
    kind: type[StrEnum] | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that the file, or the help directory, defines for something of this sort."""

    to: Literal["scene", "cast", "resource", "place", "source", "page", "scenario", "contact"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A built-in picture's name, or, with a dot, a file below the file's folder."""

    folder: Literal["backdrops", "people", "pages/pictures"]


@dataclass(frozen=True, slots=True)
class When:
    """A condition."""


@dataclass(frozen=True, slots=True)
class StateValue:
    """The first value of a variable: a boolean, or a number in range."""


@dataclass(frozen=True, slots=True)
class Effects:
    """Variables of state with the value that they take or the number that is added."""

    adds: bool


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of ``least`` entries or more.

    ``sentences`` are watched for commas that cut them in ``[..]``.
    """

    item: Type
    least: int = 0
    sentences: bool = False


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """One value, or a list of such values."""

    item: Type


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping whose keys are names that the author gives."""

    item: Type
    pattern: str = NAME
    reserved: frozenset[str] = frozenset()
    needs_entry: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """A scene's name, or a list of ``{when, to}``, the last without ``when``."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A list of lines: a text, or one speaker with a text, and perhaps ``soft``."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A mapping of the shape with this name in the table."""

    shape: str


Type = (
    Text | Word | FormatName | Number | Flag | OneOf | Reference | Picture | When | StateValue
    | Effects | ListOf | OneOrMore | Named | Ways | Dialogue | Shaped
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: what it takes, what it is for, whether it must be there."""

    type: Type
    doc: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping of the format.

    ``one_of`` are keys of which exactly one stands there; ``rest`` is the type of keys
    that are cast members, where they may be.
    """

    name: str
    keys: Mapping[str, Key]
    one_of: tuple[str, ...] = ()
    rest: Type | None = None
    needs_entry: bool = True
    required: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        needed = tuple(name for name, key in self.keys.items() if key.required)
        object.__setattr__(self, "required", needed)


@dataclass(frozen=True, slots=True)
class Table:
    """A format: its name, such as ``scenario/1``, and its shapes; the one on top is ``file``.

    ``across`` says, by shape and as JSON Schema, what holds across the keys of a mapping;
    the builders check the same.
    """

    format: str
    title: str
    shapes: Mapping[str, Shape]
    across: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))


def words_of(kind: type[StrEnum]) -> OneOf:
    """Give the type of a value that is one of an enumeration's words."""
    return OneOf(tuple(kind), kind)
