"""The keys of scenario format 1 as one table: the reader and the JSON Schema are made from it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from trainer.method.ds import FIVE_DS, D, Fit
from trainer.scenario.conditions import WORDS
from trainer.scenario.files.tables import (
    DATE,
    ID,
    LANGUAGE,
    NAME,
    STATE_NAME,
    Dialogue,
    Effects,
    Flag,
    FormatName,
    Key,
    ListOf,
    Named,
    Number,
    OneOf,
    Picture,
    Reference,
    Shape,
    Shaped,
    StateValue,
    Table,
    Text,
    Ways,
    When,
    Word,
    words_of,
)
from trainer.scenario.model import Outcome, Role, Setting, Severity, Status

FORMAT: Final = "scenario/1"

CAST_RESERVED: Final = frozenset({"you", "you_think", "soft", "headline", "why"})
STATE_RESERVED: Final = WORDS

_PROSE = Text()
_PLAIN = Text(prose=False)
_NOTES = ListOf(_PROSE)
_NAMED = Word(NAME, "name")
_TRUE_FALSE = Flag()

_FILE = Shape(
    "file",
    {
        "format": Key(FormatName(FORMAT), "Kind and version of this file: scenario/1.", True),
        "id": Key(Word(ID, "id"), "Lower-case words joined by hyphens; unique.", True),
        "title": Key(_PROSE, "What the card says.", True),
        "summary": Key(_PROSE, "One or two sentences under the title.", True),
        "language": Key(Word(LANGUAGE, "language"), "Language of the texts, BCP 47.", True),
        "setting": Key(words_of(Setting), "Where it takes place.", True),
        "severity": Key(words_of(Severity), "How far the harm goes.", True),
        "minutes": Key(Number(1, 60), "How long one run takes.", True),
        "content_notes": Key(_NOTES, "What may be hard to read."),
        "goals": Key(ListOf(_PROSE, sentences=True), "What can be practised here."),
        "backdrop": Key(Picture("backdrops"), "Picture behind all scenes."),
        "authors": Key(ListOf(_PROSE, least=1), "Who wrote it.", True),
        "licence": Key(_PLAIN, "Licence of the texts, by its SPDX name.", True),
        "status": Key(words_of(Status), "How far it has come.", True),
        "sources": Key(ListOf(_PROSE, sentences=True), "Where incident and figures come from."),
        "reviewed": Key(Shaped("reviewed"), "Who reviewed it; goes with status reviewed."),
        "you": Key(Shaped("you"), "Who the person practising is here."),
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
        "choices": Key(ListOf(Shaped("choice"), least=1), "What the person practising can do."),
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
        "say": Key(_PROSE, "What the person practising says."),
        "act": Key(_PROSE, "What the person practising does."),
        "own_words": Key(_PROSE, "Asks for words of one’s own; points say what they hold."),
        "points": Key(ListOf(_PROSE, least=1, sentences=True), "What own words should hold."),
        "d": Key(words_of(D), "Which D it is, or wait, or harm.", True),
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
        "fit": Key(words_of(Fit), "How well it suits, here and now."),
        "feedback": Key(Shaped("feedback"), "What it did, and for whom."),
        "consequence": Key(Shaped("consequence"), "What is seen at once, before going on."),
        "next": Key(Ways(), "The scene that follows.", True),
    },
    one_of=("say", "act", "own_words"),
)


def as_in_scenarios(*names: str) -> dict[str, Key]:
    """Give keys of the file that other formats have, too."""
    return {name: _FILE.keys[name] for name in names}


REVIEWED: Final = Shape(
    "reviewed",
    {
        "by": Key(_PLAIN, "A real person or body, never invented.", True),
        "on": Key(Word(DATE, "date"), "Day of the review.", True),
        "until": Key(Word(DATE, "date"), "Last day on which it holds.", True),
    },
)
"""Who has read and approved of a file; the formats that have a status share it."""

SHAPES: Final = MappingProxyType(
    {
        "file": _FILE,
        "scene": _SCENE,
        "choice": _CHOICE,
        "reviewed": REVIEWED,
        "you": Shape(
            "you",
            {
                "role": Key(_PROSE, "Who the person practising is, in a word or two.", True),
                "name": Key(_PROSE, "What others call the person practising."),
                "note": Key(_PROSE, "What the person practising knows at the start."),
                "targeted": Key(_TRUE_FALSE, "It happens to the person practising."),
            },
        ),
        "cast": Shape(
            "cast",
            {
                "name": Key(_PROSE, "What the person is called.", True),
                "role": Key(words_of(Role), "What the person is in what happens.", True),
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
                "you": Key(_PROSE, "What it did for the person practising."),
            },
            rest=_PROSE,
        ),
        "ending": Shape(
            "ending",
            {
                "outcome": Key(words_of(Outcome), "What is left for the targeted person.", True),
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
                "you": Key(_PROSE, "The person practising speaks."),
                "you_think": Key(_PROSE, "The inner voice of the person practising."),
                "soft": Key(_PROSE, "Shown instead when strong language is softened."),
            },
            rest=_PROSE,
        ),
    }
)
"""Every mapping of the format, by name."""

TABLE: Final = Table(
    FORMAT,
    "Upstander scenario, format 1",
    SHAPES,
    across={
        "scene": {
            "anyOf": [{"required": ["text"]}, {"required": ["lines"]}, {"required": ["stub"]}],
            "dependentRequired": {"timer": ["choices"]},
        },
        "choice": {
            "if": {"required": ["own_words"]},
            "then": {"required": ["points"], "properties": {"fit": False}},
            "else": {"required": ["fit", "feedback"], "properties": {"points": False}},
        },
        "line": {"maxProperties": 2},
    },
)
