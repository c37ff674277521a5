"""The keys of drills format 1 as one table: the reader and the JSON Schema are made from it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from trainer.drills.model import Family
from trainer.method.ds import FIVE_DS, D
from trainer.scenario.files.tables import (
    ID,
    NAME,
    Flag,
    FormatName,
    Key,
    ListOf,
    Named,
    OneOf,
    Shape,
    Shaped,
    Table,
    Text,
    Word,
    words_of,
)
from trainer.scenario.keys import REVIEWED, as_in_scenarios
from trainer.scenario.model import Setting

FORMAT: Final = "drills/1"

_PROSE = Text()
_SENTENCES = ListOf(_PROSE, sentences=True)

_FILE = Shape(
    "file",
    {
        "format": Key(FormatName(FORMAT), "Kind and version: drills/1.", True),
        **as_in_scenarios("id", "title", "summary", "language"),
        "family": Key(words_of(Family), "What sort of thing is said; needed with drills."),
        **as_in_scenarios("content_notes", "authors", "licence", "status", "reviewed"),
        "sources": Key(_SENTENCES, "Where lines, facts and figures come from."),
        "drills": Key(Named(Shaped("drill"), ID, needs_entry=True), "The drills, by key."),
        "reflections": Key(
            Named(Shaped("reflection"), ID, needs_entry=True), "Cards to think about, by key."
        ),
    },
)

_DRILL = Shape(
    "drill",
    {
        "setting": Key(words_of(Setting), "Where it takes place.", True),
        "who": Key(_PROSE, "Who says it, to whom, where.", True),
        "to_you": Key(Flag(only_true=True), "The line is aimed at the person practising."),
        "line": Key(_PROSE, "What is said.", True),
        "soft": Key(_PROSE, "Shown instead when strong language is softened."),
        "replies": Key(ListOf(Shaped("reply"), least=3), "What can be said or done.", True),
        "points": Key(
            ListOf(_PROSE, least=2, sentences=True),
            "What a good reply of one's own holds.",
            True,
        ),
        "repair": Key(Shaped("repair"), "If it was you who said it."),
    },
)

_REPLY = Shape(
    "reply",
    {
        "id": Key(Word(NAME, "name"), "Unique in the drill.", True),
        "say": Key(_PROSE, "What the person practising says."),
        "act": Key(_PROSE, "What the person practising does."),
        "d": Key(OneOf(FIVE_DS, D), "Which of the five D's it is.", True),
        "does": Key(_PROSE, "What it does, for whom.", True),
    },
    one_of=("say", "act"),
)

TABLE: Final = Table(
    FORMAT,
    "Upstander drills, format 1",
    MappingProxyType(
        {
            "file": _FILE,
            "reviewed": REVIEWED,
            "drill": _DRILL,
            "reply": _REPLY,
            "repair": Shape(
                "repair",
                {
                    "said": Key(_PROSE, "What I said, owned in the first person.", True),
                    "did": Key(_PROSE, "What it did.", True),
                    "now": Key(_PROSE, "What I do from now on.", True),
                    "avoid": Key(_SENTENCES, "What not to say."),
                },
            ),
            "reflection": Shape(
                "reflection",
                {
                    "ask": Key(_PROSE, "What to think about.", True),
                    "note": Key(_PROSE, "More about it."),
                    "sources": Key(_SENTENCES, "Where that comes from."),
                },
            ),
        }
    ),
    across={
        "file": {
            "anyOf": [{"required": ["drills"]}, {"required": ["reflections"]}],
            "dependentRequired": {"drills": ["family"]},
        }
    },
)
