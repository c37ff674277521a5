"""The keys of plan format 1 as one table: the reader and the JSON Schema are made from it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from trainer.plans.model import NEVER_SHORTENED, Kind, When
from trainer.scenario.files.tables import (
    ID,
    LANGUAGE,
    NAME,
    Flag,
    FormatName,
    Key,
    ListOf,
    Named,
    Number,
    Reference,
    Shape,
    Shaped,
    Table,
    Text,
    Word,
    words_of,
)
from trainer.scenario.keys import REVIEWED, as_in_scenarios
from trainer.scenario.model import Severity

FORMAT: Final = "plan/1"

MOST_LANGUAGES: Final = 1
"""Languages that are shown on the projector beside the plan's own."""

MOST_SEGMENTS: Final = 50
"""Segments of a plan: as many as fill a day."""

MOST_LISTED: Final = 30
"""Slides, rungs, cards, answers or contacts of a segment; a phone takes as many answers at once."""

LONGEST: Final = 240
"""Minutes of the longest segment."""

_PROSE = Text()
_NAMED = Word(NAME, "name")

_FILE = Shape(
    "file",
    {
        "format": Key(FormatName(FORMAT), "Kind and version: plan/1.", True),
        **as_in_scenarios("id", "title", "summary", "language"),
        "languages": Key(
            ListOf(Word(LANGUAGE, "language")),
            "A second language that the projector shows beside it, BCP 47.",
        ),
        **as_in_scenarios("authors", "licence", "status", "reviewed"),
        "sources": Key(
            ListOf(_PROSE, sentences=True), "Where the run of show, facts and figures come from."
        ),
        "agreements": Key(
            ListOf(_PROSE, sentences=True), "What holds in the room; shown at the beginning."
        ),
        "care": Key(Shaped("care"), "Who is there for somebody who needs a pause."),
        "interpreted": Key(
            Flag(), "Keeps a strip of the projector free for captions or an interpreter's line."
        ),
        "keep_days": Key(
            Number(0, 365), "Days after which what is kept of the workshop is deleted."
        ),
        "segments": Key(
            Named(Shaped("segment"), ID, needs_entry=True), "What it goes through, in order.", True
        ),
    },
)

_SEGMENT = Shape(
    "segment",
    {
        "kind": Key(words_of(Kind), "What it is.", True),
        "title": Key(_PROSE, "What the run of show says.", True),
        "minutes": Key(Number(1, LONGEST), "Planned minutes.", True),
        "least": Key(
            Number(0, LONGEST), "Minutes that it can be cut to when it is late; 0: left out."
        ),
        "notes": Key(_PROSE, "For whoever leads the workshop; only the console shows it."),
        "text": Key(
            _PROSE,
            "What the projector shows with a survey, before a ladder, in a break or a close.",
        ),
        "slides": Key(ListOf(Shaped("slide"), least=1), "The slides, in order."),
        "when": Key(words_of(When), "Which of the two surveys it is."),
        "rungs": Key(ListOf(Shaped("rung"), least=2), "What the room sorts by how far it goes."),
        "scenario": Key(Reference("scenario"), "The id of a scenario."),
        "size": Key(Number(2, 8), "How many people a group has."),
        "situation": Key(_PROSE, "What is read out to the groups."),
        "cards": Key(ListOf(Shaped("card"), least=2), "The parts in a group."),
        "turn": Key(Number(1, 60), "Minutes until the bell for the next turn."),
        "ask": Key(_PROSE, "The question; of groups, what is asked when they are back."),
        "answers": Key(ListOf(Shaped("answer"), least=2), "Answers that the room can give."),
        "contacts": Key(
            ListOf(Reference("contact"), least=1), "Keys of entries of the help directory."
        ),
    },
)

OPTIONAL: Final = MappingProxyType(
    {
        Kind.SLIDES: (),
        Kind.SURVEY: ("text",),
        Kind.LADDER: ("text", "slides"),
        Kind.SCENARIO: (),
        Kind.GROUPS: ("turn", "ask"),
        Kind.DISCUSSION: ("answers",),
        Kind.REFLECTION: ("answers",),
        Kind.BREAK: ("text",),
        Kind.CLOSE: ("text", "slides", "contacts"),
    }
)
"""By kind, keys that a segment may have beside those of every segment."""

NEEDED: Final = MappingProxyType(
    {
        Kind.SLIDES: ("slides",),
        Kind.SURVEY: ("when",),
        Kind.LADDER: ("rungs",),
        Kind.SCENARIO: ("scenario",),
        Kind.GROUPS: ("size", "situation", "cards"),
        Kind.DISCUSSION: ("ask",),
        Kind.REFLECTION: ("ask",),
        Kind.BREAK: (),
        Kind.CLOSE: (),
    }
)
"""By kind, keys that a segment must have."""

OWN_WORDS: Final = ("title", "text")
"""Keys of a slide that take the place of what one section says."""

LISTS: Final = ("slides", "rungs", "cards", "answers", "contacts")
"""Keys of a segment that take a list."""

EVERY: Final = ("kind", "title", "minutes", "notes")
"""Keys that every segment may have; all but those that are never shortened have ``least``."""


def keys_of(kind: Kind) -> tuple[str, ...]:
    """Give the keys that a segment of a kind may have."""
    least = () if kind in NEVER_SHORTENED else ("least",)
    return (*EVERY, *least, *NEEDED[kind], *OPTIONAL[kind])


def _for_schema(kind: Kind) -> dict[str, Any]:
    """Say, as JSON Schema, which keys a segment of a kind has."""
    then: dict[str, Any] = {"propertyNames": {"enum": list(keys_of(kind))}}
    if NEEDED[kind]:
        then["required"] = list(NEEDED[kind])
    return {"if": {"properties": {"kind": {"const": str(kind)}}}, "then": then}


TABLE: Final = Table(
    FORMAT,
    "Upstander plan, format 1",
    MappingProxyType(
        {
            "file": _FILE,
            "reviewed": REVIEWED,
            "care": Shape(
                "care",
                {
                    "name": Key(_PROSE, "What the person is called.", True),
                    "where": Key(_PROSE, "Where the person is to be found.", True),
                },
            ),
            "segment": _SEGMENT,
            "slide": Shape(
                "slide",
                {
                    "page": Key(Reference("page"), "The id of a page about the method."),
                    "section": Key(_NAMED, "One of its sections; without it, all of them."),
                    "title": Key(
                        _PROSE, "What stands above it, in place of the section's heading."
                    ),
                    "text": Key(
                        _PROSE,
                        "Words of your own, in Markdown, in place of the section's; 45 at most.",
                    ),
                    "notes": Key(_PROSE, "For whoever leads the workshop."),
                },
            ),
            "rung": Shape(
                "rung",
                {
                    "id": Key(_NAMED, "Unique in the segment.", True),
                    "text": Key(_PROSE, "What happens, in one line.", True),
                    "severity": Key(words_of(Severity), "How far it goes, as we see it.", True),
                    "why": Key(_PROSE, "Why it stands there."),
                },
            ),
            "card": Shape(
                "card",
                {
                    "id": Key(_NAMED, "Unique in the segment.", True),
                    "title": Key(_PROSE, "What the part is called.", True),
                    "text": Key(_PROSE, "What one does in it.", True),
                    "targeted": Key(
                        Flag(only_true=True), "It is the targeted part, which nobody gets unasked."
                    ),
                },
            ),
            "answer": Shape(
                "answer",
                {
                    "id": Key(_NAMED, "Unique in the segment.", True),
                    "text": Key(_PROSE, "The answer, in one line.", True),
                },
            ),
        }
    ),
    across={
        "file": {
            "allOf": [
                {
                    "properties": {
                        "languages": {"maxItems": MOST_LANGUAGES},
                        "segments": {"maxProperties": MOST_SEGMENTS},
                    }
                }
            ]
        },
        "segment": {
            "allOf": [
                *(_for_schema(kind) for kind in Kind),
                {"properties": {name: {"maxItems": MOST_LISTED} for name in LISTS}},
            ]
        },
        "slide": {
            "anyOf": [{"required": ["text"]}, {"required": ["page"]}],
            "dependentRequired": {"section": ["page"]},
            "allOf": [
                {
                    "if": {"required": ["page", own]},
                    "then": {"required": ["section"]},
                }
                for own in OWN_WORDS
            ],
        },
    },
)
