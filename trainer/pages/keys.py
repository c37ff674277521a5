"""The keys of page format 1 as one table: the reader and the JSON Schema are made from it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from trainer.method.ds import FIVE_DS, D
from trainer.scenario.files.tables import (
    ADDRESS,
    DATE,
    ID,
    NAME,
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
    Table,
    Text,
    Word,
)
from trainer.scenario.keys import REVIEWED, as_in_scenarios

FORMAT: Final = "page/1"

_PROSE = Text()
_PICTURE = Picture("pages/pictures")

_FILE = Shape(
    "file",
    {
        "format": Key(FormatName(FORMAT), "Kind and version: page/1.", True),
        **as_in_scenarios("id", "title", "summary", "language"),
        "order": Key(Number(0), "Place in the list of pages.", True),
        "picture": Key(_PICTURE, "Picture of the page."),
        **as_in_scenarios("status", "reviewed", "authors", "licence"),
        "sources": Key(Named(Shaped("source"), ID), "Where it was read, by key."),
        "sections": Key(ListOf(Shaped("section"), least=1), "The sections, in order.", True),
    },
)

_SECTION = Shape(
    "section",
    {
        "id": Key(Word(NAME, "name"), "Unique in the page.", True),
        "heading": Key(_PROSE, "What stands above it.", True),
        "d": Key(OneOf(FIVE_DS, D), "The D that it is about."),
        "picture": Key(_PICTURE, "Picture of the section."),
        "text": Key(_PROSE, "What it says, in Markdown; 120 words at most.", True),
        "sources": Key(
            ListOf(Reference("source"), least=1), "Keys of the sources that it rests on."
        ),
        "ours": Key(Flag(only_true=True), "Our own words or inference; the page says so."),
        "disagreement": Key(Flag(), "Sources disagree here."),
    },
)

TABLE: Final = Table(
    FORMAT,
    "Upstander page, format 1",
    MappingProxyType(
        {
            "file": _FILE,
            "reviewed": REVIEWED,
            "source": Shape(
                "source",
                {
                    "title": Key(_PROSE, "Who says it, and where.", True),
                    "url": Key(Word(ADDRESS, "address"), "Its address."),
                    "read": Key(Word(DATE, "date"), "Day on which it was read."),
                },
            ),
            "section": _SECTION,
        }
    ),
    across={"section": {"anyOf": [{"required": ["sources"]}, {"required": ["ours"]}]}},
)
