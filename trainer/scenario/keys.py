"""The keys of format 1 as one table: the reader and the JSON Schema are both made from it.

Every mapping of the format is a :class:`Shape`: its keys, which of them must be there,
which exclude each other. What stands behind a key is one of the small types below; they
hold facts only. How they are read is in :mod:`trainer.scenario.fields`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from trainer.method.ds import FIVE_DS, D, Fit
from trainer.scenario.conditions import WORDS
from trainer.scenario.model import HIGH, LOW, Outcome, Role, Setting, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

FORMAT: Final = "scenario/1"

NAME: Final = "[A-Za-z][A-Za-z0-9_-]*"
STATE_NAME: Final = "[A-Za-z][A-Za-z0-9_]*"
ID: Final = "[a-z0-9]+(-[a-z0-9]+)*"
DATE: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
LANGUAGE: Final = (
    "[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WYZa-wyz0-9](-[A-Za-z0-9]{2,8})+)*"
    "(-[xX](-[A-Za-z0-9]{1,8})+)?"
)
"""Patterns that a whole value follows. The language is BCP 47's langtag."""

CAST_RESERVED: Final = frozenset({"you", "you_think", "soft", "headline", "why"})
STATE_RESERVED: Final = WORDS


@dataclass(frozen=True, slots=True)
class Text:
    """Any scalar. ``prose`` is what a person reads: Markdown, and watched for cut sentences."""

    prose: bool = True


@dataclass(frozen=True, slots=True)
class Word:
    """A scalar of a pattern; ``case`` names its sentence in the problems."""

    pattern: str
    case: Literal["id", "language", "date", "name"]


@dataclass(frozen=True, slots=True)
class FormatName:
    """The kind and version of the file."""


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
    """The name of a scene, of a cast member, or of an entry of the help directory."""

    to: Literal["scene", "cast", "resource"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A built-in picture's name, or, with a dot, a file below the scenario's folder."""

    folder: Literal["backdrops", "people"]


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
    """A list. ``sentences`` are watched for commas that cut them in ``[..]``."""

    item: Type
    needs_entry: bool = False
    sentences: bool = False


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
    """A mapping of the shape with this name in :data:`SHAPES`."""

    shape: str


Type = (
    Text | Word | FormatName | Number | Flag | OneOf | Reference | Picture | When | StateValue
    | Effects | ListOf | Named | Ways | Dialogue | Shaped
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


def _words(kind: type[StrEnum]) -> OneOf:
    return OneOf(tuple(kind), kind)


_PROSE = Text()
_PLAIN = Text(prose=False)
_NOTES = ListOf(_PROSE)
_NAMED = Word(NAME, "name")
_TRUE_FALSE = Flag()

_FILE = Shape(
    "file",
    {
        "format": Key(FormatName(), "Kind and version of this file: scenario/1.", True),
        "id": Key(Word(ID, "id"), "Lower-case words joined by hyphens; unique.", True),
        "title": Key(_PROSE, "What the card says.", True),
        "summary": Key(_PROSE, "One or two sentences under the title.", True),
        "language": Key(Word(LANGUAGE, "language"), "Language of the texts, BCP 47.", True),
        "setting": Key(_words(Setting), "Where it takes place.", True),
        "severity": Key(_words(Severity), "How far the harm goes.", True),
        "minutes": Key(Number(1, 60), "How long one run takes.", True),
        "content_notes": Key(_NOTES, "What may be hard to read."),
        "goals": Key(ListOf(_PROSE, sentences=True), "What can be practised here."),
        "backdrop": Key(Picture("backdrops"), "Picture behind all scenes."),
        "authors": Key(ListOf(_PROSE, needs_entry=True), "Who wrote it.", True),
        "licence": Key(_PLAIN, "Licence of the texts, by its SPDX name.", True),
        "status": Key(_words(Status), "How far it has come.", True),
        "sources": Key(ListOf(_PROSE, sentences=True), "Where incident and figures come from."),
        "reviewed": Key(Shaped("reviewed"), "Who reviewed it; goes with status reviewed."),
        "you": Key(Shaped("you"), "Who the learner is here."),
        "cast": Key(
            Named(Shaped("cast"), reserved=CAST_RESERVED, needs_entry=True),
            "The people of the scenario.",
            True,
        ),
        "state": Key(Named(StateValue(), STATE_NAME, STATE_RESERVED), "What the story remembers."),
        "start": Key(Reference("scene"), "The first scene.", True),
        "scenes": Key(Named(Shaped("scene"), needs_entry=True), "The scenes by name.", True),
        "debrief": Key(Shaped("debrief"), "What is asked at the end."),
        "leaves_out": Key(Shaped("leaves_out"), "Why one of the five D's appears nowhere."),
        "resources": Key(ListOf(Reference("resource")), "Entries of the help directory."),
    },
)

_SCENE = Shape(
    "scene",
    {
        "text": Key(_PROSE, "What is seen and heard, in Markdown."),
        "soft": Key(_PROSE, "Shown instead of text when strong language is softened."),
        "lines": Key(Dialogue(), "Dialogue in order, one speaker an entry."),
        "choices": Key(ListOf(Shaped("choice"), needs_entry=True), "What the learner can do."),
        "next": Key(Ways(), "The scene that follows by itself."),
        "ending": Key(Shaped("ending"), "The story ends here."),
        "stub": Key(Flag(only_true=True), "Planned, not written yet."),
        "backdrop": Key(Picture("backdrops"), "Picture behind this scene."),
        "present": Key(ListOf(Reference("cast")), "Who is in the picture; else who speaks."),
        "check": Key(_PROSE, "Facts for “check first”."),
        "facilitator": Key(_PROSE, "For whoever holds the workshop; only the console shows it."),
        "discuss": Key(ListOf(_PROSE, sentences=True), "Questions to talk about."),
        "content_notes": Key(_NOTES, "What may be hard to read in this scene."),
        "skip": Key(_PROSE, "Read instead by who skips the hard part."),
        "timer": Key(Shaped("timer"), "For timed practice, in scenes with choices."),
        "helping": Key(_TRUE_FALSE, "From here on someone is helping."),
        "over": Key(_TRUE_FALSE, "The harm is over."),
        "emergency": Key(_TRUE_FALSE, "Someone is hurt: calling for help needs no asking."),
    },
    one_of=("choices", "next", "ending", "stub"),
)

_CHOICE = Shape(
    "choice",
    {
        "id": Key(_NAMED, "Unique in the scene.", True),
        "say": Key(_PROSE, "What the learner says."),
        "act": Key(_PROSE, "What the learner does."),
        "own_words": Key(_PROSE, "Asks the learner to write it; points say what it holds."),
        "points": Key(
            ListOf(_PROSE, needs_entry=True, sentences=True), "What own words should hold."
        ),
        "d": Key(_words(D), "Which D it is, or wait, or harm.", True),
        "when": Key(When(), "Offered only if this holds."),
        "set": Key(Effects(adds=False), "Values that variables take."),
        "change": Key(Effects(adds=True), "Numbers added to variables, after set."),
        "helping": Key(_TRUE_FALSE, "From here on someone is helping."),
        "to": Key(Reference("cast"), "To whom it is delegated or said."),
        "asks": Key(
            OneOf(("recording", "police", "help")), "What the targeted person is asked about."
        ),
        "contacts": Key(
            OneOf(("security", "police", "manager", "family")), "Whom this choice brings in."
        ),
        "shares": Key(OneOf(("recording",)), "Hands a recording to someone else."),
        "fit": Key(_words(Fit), "How well it suits, here and now."),
        "feedback": Key(Shaped("feedback"), "What it did, and for whom."),
        "consequence": Key(Shaped("consequence"), "What is seen at once, before going on."),
        "next": Key(Ways(), "The scene that follows.", True),
    },
    one_of=("say", "act", "own_words"),
)

SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        "file": _FILE,
        "scene": _SCENE,
        "choice": _CHOICE,
        "reviewed": Shape(
            "reviewed",
            {
                "by": Key(_PLAIN, "A real person or body, never invented.", True),
                "on": Key(Word(DATE, "date"), "Day of the review.", True),
                "until": Key(Word(DATE, "date"), "Last day on which it holds.", True),
            },
        ),
        "you": Shape(
            "you",
            {
                "role": Key(_PROSE, "Who the learner is, in a word or two.", True),
                "name": Key(_PROSE, "What others call the learner."),
                "note": Key(_PROSE, "What the learner knows at the start."),
                "targeted": Key(_TRUE_FALSE, "It happens to the learner."),
            },
        ),
        "cast": Shape(
            "cast",
            {
                "name": Key(_PROSE, "What the person is called.", True),
                "role": Key(_words(Role), "What the person is in what happens.", True),
                "pronouns": Key(_PLAIN, "she, he, they, or the person's own."),
                "picture": Key(Picture("people"), "Picture of the person."),
                "note": Key(_PROSE, "What else is known."),
            },
        ),
        "feedback": Shape(
            "feedback",
            {
                "headline": Key(_PROSE, "The most important thing, in one line.", True),
                "why": Key(_PROSE, "Why it fits as it does."),
                "you": Key(_PROSE, "What it did for the learner."),
            },
            rest=_PROSE,
        ),
        "ending": Shape(
            "ending",
            {
                "outcome": Key(_words(Outcome), "What is left for the targeted person.", True),
                "view": Key(_PROSE, "The targeted person's own view."),
            },
        ),
        "timer": Shape(
            "timer",
            {
                "seconds": Key(Number(1), "Seconds to decide.", True),
                "then": Key(Reference("scene"), "The scene that follows when time is up.", True),
            },
        ),
        "consequence": Shape(
            "consequence",
            {
                "text": Key(_PROSE, "What is seen, in Markdown."),
                "lines": Key(Dialogue(), "Dialogue in order."),
            },
        ),
        "debrief": Shape(
            "debrief",
            {"questions": Key(ListOf(_PROSE, sentences=True), "Questions with room to write.")},
            needs_entry=False,
        ),
        "leaves_out": Shape(
            "leaves_out",
            {d.value: Key(_PROSE, "Why it appears nowhere.") for d in FIVE_DS},
            needs_entry=False,
        ),
        "way": Shape(
            "way",
            {
                "when": Key(When(), "Taken if this holds."),
                "to": Key(Reference("scene"), "The scene that follows.", True),
            },
        ),
        "line": Shape(
            "line",
            {
                "you": Key(_PROSE, "The learner speaks."),
                "you_think": Key(_PROSE, "The learner's inner voice."),
                "soft": Key(_PROSE, "Shown instead when strong language is softened."),
            },
            rest=_PROSE,
        ),
    }
)
"""Every mapping of the format, by name."""

STATE_RANGE: Final = (LOW, HIGH)
