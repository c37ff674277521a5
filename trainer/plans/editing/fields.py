"""What can be set of a plan and its parts: one table, from which the editor makes its forms.

A field belongs to a thing of the model and has its name there; "" stands for a thing that is a
text itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.language import N_, _
from trainer.plans.keys import LONGEST
from trainer.plans.model import NEVER_SHORTENED, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.plans.model import Segment, Slide


class Is(StrEnum):
    """What a field is: a line, a longer text, a number, a tick, or one of several."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    TICK = "tick"
    PICK = "pick"


@dataclass(frozen=True, slots=True)
class Field:
    """A field. ``words`` and ``note`` are looked up when they show.

    ``nothing`` is what a number says that is not set, and then stands below ``least``;
    ``optional`` that an empty text is none at all. What a PICK offers, ``offers`` names.
    """

    name: str
    words: str
    kind: Is = Is.LINE
    note: str = ""
    least: int = 0
    most: int = 999
    nothing: str = ""
    optional: bool = False
    offers: str = ""


_TITLE = Field("title", N_("Title in the run of show"))
_MINUTES = Field("minutes", N_("Minutes"), Is.NUMBER, least=1, most=LONGEST)
_LEAST = Field("least", N_("When it is late, at least"), Is.NUMBER, most=LONGEST,
               nothing=N_("Not shortened"), note=N_("0 minutes: it can be left out."))  # fmt: skip
_NOTES = Field("notes", N_("Notes for you"), Is.TEXT, optional=True,
               note=N_("Only you see them, never the room. **Two stars** on each side make "
                       "bold."))  # fmt: skip
_TEXT = Field("text", N_("What the room sees"), Is.TEXT, optional=True)
_ASK = Field("ask", N_("The question"), Is.TEXT)

OF_KIND: Final[Mapping[Kind, tuple[Field, ...]]] = MappingProxyType(
    {
        Kind.SLIDES: (),
        Kind.SURVEY: (Field("when", N_("Which survey"), Is.PICK, offers="when",
                            note=N_("Five questions of our own, not validated. Both surveys ask "
                                    "the same.")),),
        Kind.LADDER: (),
        Kind.SCENARIO: (Field("scenario", N_("Story"), Is.PICK, offers="scenario"),),
        Kind.GROUPS: (
            Field("situation", N_("Situation, read out to all"), Is.TEXT),
            Field("size", N_("People in a group"), Is.NUMBER, least=2, most=8),
            Field("turn", N_("Minutes until the bell"), Is.NUMBER, least=1, most=60,
                  nothing=N_("No bell")),
        ),
        Kind.DISCUSSION: (_ASK,),
        Kind.REFLECTION: (_ASK,),
        Kind.BREAK: (_TEXT,),
        Kind.CLOSE: (_TEXT,),
    }
)  # fmt: skip
"""By kind of part, its own fields beside title, minutes and notes."""

LISTS: Final[Mapping[Kind, tuple[str, ...]]] = MappingProxyType(
    {
        Kind.SLIDES: ("slides",),
        Kind.LADDER: ("rungs", "slides"),
        Kind.GROUPS: ("cards",),
        Kind.DISCUSSION: ("answers",),
        Kind.REFLECTION: ("answers",),
        Kind.CLOSE: ("slides", "contacts"),
    }
)
"""By kind of part, the lists that it has."""

_SLIDE_NOTES = replace(_NOTES, note="")
OF_LIST: Final[Mapping[str, tuple[Field, ...]]] = MappingProxyType(
    {
        "rungs": (
            Field("text", N_("What happens, in one line")),
            Field("severity", N_("How far it goes, as you see it"), Is.PICK, offers="severity"),
            Field("why", N_("Why it stands there"), Is.LINE, optional=True),
        ),
        "cards": (
            Field("title", N_("What the part is called")),
            Field("text", N_("What one does in it"), Is.TEXT),
            Field("targeted", N_("It is the part of the person who is targeted. Nobody is given "
                                 "it; who wants to may take it."), Is.TICK),
        ),
        "answers": (Field("text", N_("Answer")),),
        "contacts": (Field("", N_("Where there is help"), Is.PICK, offers="contact"),),
        "agreements": (Field("", N_("Agreement")),),
    }
)  # fmt: skip

_PAGE_SLIDE = (
    Field("page", N_("Page"), Is.PICK, offers="page"),
    Field("section", N_("Section"), Is.PICK, offers="section"),
    _SLIDE_NOTES,
)
_OWN_SLIDE = (
    Field("title", N_("Heading"), optional=True),
    Field("text", N_("Words, 45 at most"), Is.TEXT),
    _SLIDE_NOTES,
)

OF_PLAN: Final = (
    Field("title", N_("Title of the plan")),
    Field("summary", N_("What it is, in a sentence or two"), Is.TEXT),
    Field("languages", N_("Second language on the projector"), Is.PICK, offers="language"),
    Field("interpreted", N_("Keep a strip of the projector free for captions or an "
                            "interpreter’s line"), Is.TICK),
    Field("keep_days", N_("Days until what is kept of the workshop is deleted"), Is.NUMBER,
          most=365),
)  # fmt: skip
OF_CARE: Final = (
    Field("name", N_("Who is there for somebody who needs a pause")),
    Field("where", N_("Where this person is to be found")),
)

LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "slides": N_("slides"),
        "rungs": N_("what is sorted"),
        "cards": N_("role cards"),
        "answers": N_("answers"),
        "scenario": N_("the story"),
        "situation": N_("the situation"),
        "size": N_("people in a group"),
        "ask": N_("the question"),
        "title": N_("a title"),
        "summary": N_("what it is"),
        "text": N_("a text"),
        "name": N_("who is there for a pause"),
        "where": N_("where they are to be found"),
        "when": N_("which survey it is"),
        "agreements": N_("an agreement"),
    }
)
"""How a message names what is missing."""


def label(name: str) -> str:
    """Name what is missing."""
    return _(LABELS[name])


def of_segment(segment: Segment) -> tuple[Field, ...]:
    """Give the fields of a part, as they are asked for: what it is, how long, what is noted."""
    least = () if segment.kind in NEVER_SHORTENED else (replace(_LEAST, most=segment.minutes),)
    return (_TITLE, _MINUTES, *least, *OF_KIND[segment.kind], _NOTES)


def of_slide(slide: Slide) -> tuple[Field, ...]:
    """Give the fields of a slide: from a page, or in one's own words."""
    return _OWN_SLIDE if slide.page is None else _PAGE_SLIDE


def value(thing: Any, name: str) -> Any:
    """Give the value of a field; a text is its own."""
    return getattr(thing, name) if name else thing


def with_value(thing: Any, name: str, to: Any) -> Any:
    """Give a thing with another value in a field."""
    return replace(thing, **{name: to}) if name else to
