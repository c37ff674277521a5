"""The keys of help format 1 as one table: the reader and the JSON Schema are made from it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from trainer.help.model import Channel, Need, Police
from trainer.scenario.files.tables import (
    ADDRESS,
    DATE,
    ID,
    LANGUAGE,
    MAIL,
    PHONE,
    Flag,
    FormatName,
    Key,
    ListOf,
    Named,
    OneOrMore,
    Reference,
    Shape,
    Shaped,
    Table,
    Text,
    Word,
    words_of,
)
from trainer.scenario.keys import as_in_scenarios

FORMAT: Final = "help/1"

_PROSE = Text()
_ADDRESS = Word(ADDRESS, "address")
_PHONE = Word(PHONE, "phone")
_DATE = Word(DATE, "date")

_ENTRY = Shape(
    "entry",
    {
        "name": Key(_PROSE, "As the organisation writes it.", True),
        "summary": Key(_PROSE, "What it is, in one or two sentences.", True),
        "where": Key(ListOf(Reference("place"), least=1), "Places in which it helps.", True),
        "needs": Key(ListOf(words_of(Need), least=1), "What it is for.", True),
        "takes": Key(_PROSE, "What it takes.", True),
        "takes_not": Key(_PROSE, "What it does not take, or that nothing is known.", True),
        "police": Key(words_of(Police), "What it has to do with the police.", True),
        "police_note": Key(_PROSE, "More about that."),
        "after": Key(_PROSE, "What follows after getting in touch."),
        "languages": Key(
            ListOf(Word(LANGUAGE, "language"), least=1),
            "Languages it helps in, BCP 47; left out where nothing is known.",
        ),
        "reach": Key(ListOf(Shaped("reach"), least=1), "How to get in touch, in order.", True),
        "source": Key(OneOrMore(_ADDRESS), "Where this was read; needed unless it is confirmed."),
        "confirmed": Key(Flag(), "A person of the organisation has confirmed it.", True),
        "confirmed_by": Key(_PROSE, "Who there has confirmed it, and when."),
        "unconfirmed": Key(_PROSE, "What could not be confirmed."),
        "reviewed": Key(_DATE, "Day on which the source was last read.", True),
        "until": Key(_DATE, "Last day before the source is to be read again.", True),
    },
)

_REACH = Shape(
    "reach",
    {
        "web": Key(_ADDRESS, "An address of the web."),
        "phone": Key(_PHONE, "A number to call."),
        "text": Key(_PHONE, "A number to send a text to."),
        "email": Key(Word(MAIL, "mail"), "An address for email."),
        "address": Key(_PROSE, "Where to go or to write to."),
        "note": Key(_PROSE, "Another way, in words."),
        "about": Key(_PROSE, "More about this way: hours, languages, what to say."),
    },
    one_of=tuple(Channel),
)

TABLE: Final = Table(
    FORMAT,
    "Upstander help directory, format 1",
    MappingProxyType(
        {
            "file": Shape(
                "file",
                {
                    "format": Key(FormatName(FORMAT), "Kind and version: help/1.", True),
                    **as_in_scenarios("id", "title", "language"),
                    **{
                        name: replace(key, required=False)
                        for name, key in as_in_scenarios("authors", "licence").items()
                    },
                    "places": Key(Named(Shaped("place"), ID), "Places, for all help files."),
                    "entries": Key(
                        Named(Shaped("entry"), ID), "Services, by the key that scenarios name."
                    ),
                },
            ),
            "place": Shape(
                "place",
                {
                    "name": Key(_PROSE, "What the place is called.", True),
                    "within": Key(Reference("place"), "The place that it lies in."),
                },
            ),
            "entry": _ENTRY,
            "reach": _REACH,
        }
    ),
    across={
        "file": {"anyOf": [{"required": ["places"]}, {"required": ["entries"]}]},
        "entry": {
            "if": {"properties": {"confirmed": {"const": False}}},
            "then": {"required": ["unconfirmed", "source"]},
        },
    },
)
