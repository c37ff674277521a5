"""The forms of drills, help entries, plans and pages, as tables."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.authoring.forms.fields import Field, Is
from trainer.authoring.forms.licences import ITS_TERMS
from trainer.authoring.forms.things import Either, Sort
from trainer.help import keys as help_keys
from trainer.language import N_
from trainer.plans import keys as plan_keys
from trainer.plans.model import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from trainer.authoring.source.nodes import Data

_TITLE: Final = Field(("title",), N_("Title"), kept=True)
_SUMMARY: Final = Field(("summary",), N_("What it is, in a sentence or two"), Is.TEXT, kept=True)
_LANGUAGE: Final = Field(("language",), N_("Language"), Is.LANGUAGE, kept=True)
_AUTHORS: Final = Field(("authors",), N_("Who wrote it"), Is.NAMES, kept=True,
                        note=N_("With commas between."))  # fmt: skip
_LICENCE: Final = Field(("licence",), N_("What others may do with it"), Is.LICENCE, kept=True,
                        note=ITS_TERMS)  # fmt: skip
_OF_LIST: Final = (replace(_AUTHORS, kept=False), replace(_LICENCE, kept=False))
"""A list of help need not say by whom it is."""
_SOURCES: Final = Field(("sources",), N_("Where facts and figures come from"), Is.SENTENCES,
                        note=N_("Each in a line of its own."))  # fmt: skip
_SOFT: Final = Field(("soft",), N_("In softer words"), Is.TEXT,
                     note=N_("Shown instead when strong language is softened."))  # fmt: skip
_OWN_NOTES: Final = N_(
    "Only you see them, never the room. Two stars on each side, **like this**, make words bold."
)

_REPLY: Final = Sort(
    "replies", N_("Replies"), N_("Reply %(n)d"), N_("Add a reply"),
    (
        Field(("d",), N_("Which of the five D’s"), Is.PICK, kept=True),
        Field(("does",), N_("What it does, and for whom"), Is.TEXT, kept=True),
    ),
    either=Either(
        N_("How the reply is made"),
        {"say": N_("Something is said"), "act": N_("Something is done")},
    ),
    named="id",
    fresh={"id": "reply", "say": "", "d": "", "does": ""},
    told_by=(),
)  # fmt: skip
_DRILL: Final = Sort(
    "drills", N_("Drills"), N_("Drill %(n)d"), N_("Add a drill"),
    (
        Field(("who",), N_("Who says it, to whom, and where"), Is.TEXT, kept=True),
        Field(("line",), N_("What is said"), Is.TEXT, kept=True),
        Field(("setting",), N_("Where it takes place"), Is.PICK, kept=True),
        Field(("points",), N_("What belongs in a good answer of your own"), Is.SENTENCES, kept=True,
              note=N_("Each in a line of its own; two at least.")),
    ),
    (
        Field(("to_you",), N_("It is said to the person practising."), Is.TICK),
        _SOFT,
        Field(("repair", "said"), N_("If it was you who said it: what I said"), Is.TEXT,
              note=N_("For whoever wants to learn to make it right. All three together, or "
                      "none of it.")),
        Field(("repair", "did"), N_("What it did"), Is.TEXT),
        Field(("repair", "now"), N_("What I do from now on"), Is.TEXT),
        Field(("repair", "avoid"), N_("What not to say"), Is.SENTENCES,
              note=N_("Each in a line of its own.")),
    ),
    (_REPLY,),
    fresh={
        "setting": "", "who": "", "line": "",
        "replies": [
            {"id": "turn", "say": "", "d": "distract", "does": ""},
            {"id": "name-it", "say": "", "d": "direct", "does": ""},
            {"id": "later", "say": "", "d": "delay", "does": ""},
        ],
        "points": ["", ""],
    },
    told_by=("line", "who"),
    early=3,
)  # fmt: skip
_THOUGHT: Final = Sort(
    "reflections", N_("Cards to think about"), N_("Card %(n)d"), N_("Add a card"),
    (
        Field(("ask",), N_("What to think about"), Is.TEXT, kept=True),
        Field(("note",), N_("More about it"), Is.TEXT),
        _SOURCES,
    ),
    fresh={"ask": ""},
    told_by=("ask",),
)  # fmt: skip
_DRILLS: Final = Sort(
    "", N_("About these drills"), "", "",
    (
        _TITLE, _SUMMARY,
        Field(("family",), N_("What sort of thing is said"), Is.PICK, kept=True),
        Field(("content_notes",), N_("What may be hard to read"), Is.NAMES,
              note=N_("Told before the first card. With commas between.")),
    ),
    (_LANGUAGE, _AUTHORS, _LICENCE, _SOURCES),
    (_DRILL, _THOUGHT),
)  # fmt: skip

_REACH: Final = Sort(
    "reach", N_("How to get in touch"), N_("Way to reach them %(n)d"),
    N_("Add a way to reach them"),
    (Field(("about",), N_("More about it: hours, languages, what to say"), Is.TEXT),),
    either=Either(
        N_("What sort of way it is"),
        {
            "phone": N_("A number to call"), "text": N_("A number for text messages"),
            "web": N_("A page of the web"), "email": N_("An address for email"),
            "address": N_("Where to go or write to"), "note": N_("Another way, in words"),
        },
    ),
    fresh={"phone": ""},
    told_by=(),
)  # fmt: skip


def _of_entry(data: Mapping[str, Data]) -> Collection[str]:
    """Give the keys of an entry: who has confirmed it, or what could not be confirmed."""
    wanted = "confirmed_by" if data.get("confirmed") == "true" else "unconfirmed"
    others = {"confirmed_by", "unconfirmed"} - {wanted}
    return help_keys.TABLE.shapes["entry"].keys.keys() - others


_ENTRY: Final = Sort(
    "entries", N_("Where there is help"), N_("Entry %(n)d"), N_("Add an entry"),
    (
        Field(("name",), N_("Name, as they write it themselves"), kept=True),
        Field(("summary",), N_("What it is, in a sentence or two"), Is.TEXT, kept=True),
        Field(("where",), N_("Places in which it helps"), Is.WHERE, kept=True),
        Field(("needs",), N_("What it is for"), Is.SEVERAL, kept=True),
        Field(("languages",), N_("Languages they help in"), Is.SPOKEN,
              note=N_("Without any, Get help says that nothing is known about it.")),
        Field(("takes",), N_("What they take"), Is.TEXT, kept=True),
        Field(("takes_not",), N_("What they do not take, or that nothing is known"), Is.TEXT,
              kept=True),
        Field(("police",), N_("What it has to do with the police"), Is.PICK, kept=True),
        Field(("source",), N_("Where this was read"), Is.SENTENCES,
              note=N_("Addresses of the web, each in a line of its own. None is needed once "
                      "somebody from there has confirmed it.")),
        Field(("confirmed",), N_("Somebody from there has confirmed it."), Is.CONFIRMED,
              kept=True),
        Field(("confirmed_by",), N_("Who there has confirmed it, and when")),
        Field(("unconfirmed",), N_("What could not be confirmed"), Is.TEXT),
        Field(("reviewed",), N_("Day on which it was last read there"), Is.READ, kept=True),
        Field(("until",), N_("Last day before it has to be read again"), Is.DAY, kept=True),
    ),
    (
        Field(("police_note",), N_("More about the police"), Is.TEXT),
        Field(("after",), N_("What happens after getting in touch"), Is.TEXT),
    ),
    (_REACH,),
    fresh={
        "name": "", "summary": "", "where": [""], "needs": [""], "takes": "", "takes_not": "",
        "police": "unknown", "reach": [{"phone": ""}], "confirmed": "false",
        "unconfirmed": N_("All of it, until somebody has asked them."),
        "reviewed": "", "until": "",
    },
    early=4,
    shows=_of_entry,
)  # fmt: skip
_PLACE: Final = Sort(
    "places", N_("Places"), N_("Place %(n)d"), N_("Add a place"),
    (
        Field(("name",), N_("What the place is called"), kept=True),
        Field(("within",), N_("Place that it lies in"), Is.WITHIN, nothing=N_("None of these"),
              note=N_("Whoever looks for help here then also sees what there is around it: "
                      "above all, whom to call in danger.")),
    ),
    fresh={"name": ""},
)  # fmt: skip
_HELP: Final = Sort(
    "", N_("About this list of help"), "", "", (_TITLE,), (_LANGUAGE, *_OF_LIST), (_ENTRY, _PLACE)
)  # fmt: skip


def _of_slide(data: Mapping[str, Data]) -> Collection[str]:
    """Give the keys of a slide from a page, or of one in one's own words."""
    return ("page", "section", "notes") if "page" in data else ("title", "text", "notes")


_SLIDE: Final = Sort(
    "slides", N_("Slides"), N_("Slide %(n)d"), N_("Add words of your own"),
    (
        Field(("page",), N_("Page about the method"), Is.PAGE, kept=True),
        Field(("section",), N_("Section"), Is.SECTION, nothing=N_("All of it, a slide each")),
        Field(("title",), N_("Heading")),
        Field(("text",), N_("Words, 45 at most"), Is.TEXT),
        Field(("notes",), N_("Notes for you"), Is.TEXT, note=_OWN_NOTES),
    ),
    fresh={"text": ""},
    others=((N_("Add from a page"), {"page": ""}),),
    told_by=("title", "text", "section", "page"),
    shows=_of_slide,
    note=N_("A page about the method, or words of your own. Use few words: people in the "
            "last row have to read them, too."),
)  # fmt: skip
_RUNG: Final = Sort(
    "rungs", N_("What is sorted"), N_("Line %(n)d"), N_("Add a line"),
    (
        Field(("text",), N_("What happens, in one line"), kept=True),
        Field(("severity",), N_("How far it goes, as you see it"), Is.PICK, kept=True),
        Field(("why",), N_("Why it stands there")),
    ),
    named="id",
    fresh={"id": "line", "text": "", "severity": ""},
)  # fmt: skip
_ROLE: Final = Sort(
    "cards", N_("Role cards"), N_("Card %(n)d"), N_("Add a card"),
    (
        Field(("title",), N_("What the part is called"), kept=True),
        Field(("text",), N_("What one does in it"), Is.TEXT, kept=True),
        Field(("targeted",), N_("It is the part of the person who is targeted. Nobody is given "
                                "it; who wants to may take it."), Is.TICK),
    ),
    named="id",
    fresh={"id": "card", "title": "", "text": ""},
)  # fmt: skip
_ANSWER: Final = Sort(
    "answers", N_("Answers"), N_("Answer %(n)d"), N_("Add an answer"),
    (Field(("text",), N_("Answer"), kept=True),),
    named="id",
    fresh={"id": "answer", "text": ""},
)  # fmt: skip


def _of_part(data: Mapping[str, Data]) -> Collection[str] | None:
    """Give the keys that a part of its kind may have."""
    try:
        return plan_keys.keys_of(Kind(str(data.get("kind"))))
    except ValueError:
        return None


_PART: Final = Sort(
    "segments", N_("Parts"), N_("Part %(n)d"), N_("Add a part"),
    (
        Field(("title",), N_("Title in the run of show"), kept=True),
        Field(("minutes",), N_("Minutes"), Is.LENGTH, kept=True, least=1, most=240),
        Field(("least",), N_("When it is late, at least"), Is.LEAST, most=240,
              nothing=N_("Not shortened"), note=N_("0 minutes: it can be left out.")),
        Field(("when",), N_("Which survey"), Is.SURVEY, kept=True,
              note=N_("Five questions of our own, not validated. Both surveys ask the same.")),
        Field(("scenario",), N_("Story"), Is.STORY, kept=True, nothing=N_("Choose a story")),
        Field(("situation",), N_("Situation, read out to all"), Is.TEXT),
        Field(("size",), N_("People in a group"), Is.NUMBER, least=2, most=8,
              nothing=N_("Not said")),
        Field(("turn",), N_("Minutes until the bell"), Is.NUMBER, least=1, most=60,
              nothing=N_("No bell")),
        Field(("ask",), N_("The question"), Is.TEXT),
        Field(("text",), N_("What the room sees"), Is.TEXT),
        Field(("contacts",), N_("Where there is help"), Is.HELP),
        Field(("notes",), N_("Notes for you"), Is.TEXT, note=_OWN_NOTES),
    ),
    (),
    (_RUNG, _SLIDE, _ROLE, _ANSWER),
    fresh={"kind": "discussion", "title": "", "minutes": "10", "ask": ""},
    shows=_of_part,
)  # fmt: skip
_PLAN: Final = Sort(
    "", N_("The plan as a whole"), "", "",
    (
        _TITLE, _SUMMARY,
        Field(("agreements",), N_("What we agree on"), Is.SENTENCES,
              note=N_("Each in a line of its own.")),
        Field(("care", "name"), N_("Who is there for somebody who needs a pause")),
        Field(("care", "where"), N_("Where this person is to be found"),
              note=N_("You cannot be that person while you lead. It may stay open until the day "
                      "itself: you are asked again when you get ready.")),
    ),
    (
        Field(("languages",), N_("Second language on the projector"), Is.TONGUE,
              nothing=N_("None")),
        _LANGUAGE, _AUTHORS, _LICENCE, _SOURCES,
        Field(("interpreted",), N_("Keep a strip of the projector free for captions or an "
                                   "interpreter’s line"), Is.TICK),
        Field(("keep_days",), N_("Days until what is kept of the workshop is deleted"), Is.NUMBER,
              most=365, nothing=N_("Not said")),
    ),
    (_PART,),
)  # fmt: skip

_PICTURE: Final = Field(("picture",), N_("Picture"),
                        note=N_("The name of one that comes along, or a file beside this one.")
                        )  # fmt: skip
_SECTION: Final = Sort(
    "sections", N_("Sections"), N_("Section %(n)d"), N_("Add a section"),
    (
        Field(("heading",), N_("Heading"), kept=True),
        Field(("text",), N_("What it says, 120 words at most"), Is.TEXT, kept=True, lines=4),
        Field(("d",), N_("The D that it is about"), Is.PICK, nothing=N_("None")),
        Field(("sources",), N_("Sources that it rests on"), Is.NAMES,
              note=N_("By their short names, with commas between.")),
        Field(("ours",), N_("These are our own words; the page says so."), Is.TICK),
        Field(("disagreement",), N_("Sources disagree here."), Is.TICK),
        _PICTURE,
    ),
    named="id",
    fresh={"id": "section", "heading": "", "text": "", "ours": "true"},
    told_by=("heading", "text"),
)  # fmt: skip
_SOURCE: Final = Sort(
    "sources", N_("Sources"), N_("Source %(n)d"), N_("Add a source"),
    (
        Field(("title",), N_("Who says it, and where"), Is.TEXT, kept=True),
        Field(("url",), N_("Address of the web")),
        Field(("read",), N_("Day on which it was read"), Is.DAY),
    ),
    fresh={"title": ""},
)  # fmt: skip
_PAGE: Final = Sort(
    "", N_("About this page"), "", "",
    (_TITLE, _SUMMARY, Field(("order",), N_("Place in the list of pages"), Is.NUMBER, kept=True)),
    (_LANGUAGE, _AUTHORS, _LICENCE, _PICTURE),
    (_SECTION, _SOURCE),
)  # fmt: skip

WHOLES: Final[Mapping[str, Sort]] = MappingProxyType(
    {formats.DRILLS: _DRILLS, formats.HELP: _HELP, formats.PLAN: _PLAN, formats.PAGE: _PAGE}
)
"""By format, the file as one thing that has the others."""
