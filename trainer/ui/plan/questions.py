"""What a safety plan and a record of what happened ask, group by group; nothing must be answered.

The order of a record is that in which reporting forms ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trainer.language import N_

FOR_WHOM: Final = "for_whom"
"""Whom a record is for: :data:`ME` or :data:`OTHER`."""
ME, OTHER = "me", "other"

ASKED: Final = "asked"
"""Whether the other person was asked first: :data:`YES` or :data:`COULD_NOT`."""
YES, COULD_NOT = "yes", "could_not"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. ``lines`` to write on, or with ``tick`` a box to tick.

    ``beside`` sets a short one beside the next, where there is room.
    """

    key: str
    words: str
    hint: str = ""
    lines: int = 2
    tick: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A list, each row with the same short questions. ``one`` names a row, with its number."""

    key: str
    columns: tuple[Ask, ...]
    one: str
    add: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together."""

    heading: str
    parts: tuple[Ask | Rows, ...]
    note: str = ""


PEOPLE: Final = Rows(
    "people",
    (
        Ask("name", N_("Name"), lines=1),
        Ask("number", N_("Number"), lines=1),
        Ask("purpose", N_("What for"), N_("to talk, to fetch me"), lines=1),
    ),
    N_("Person %(n)d"),
    N_("Add someone"),
)

PLAN: Final = (
    Group(N_("Who I can call"), (PEOPLE,), N_("People who would pick up, or come.")),
    Group(
        N_("Where I feel safe"),
        (
            Ask(
                "safe_places",
                N_("Places I can go to"),
                N_("A shop I know, the library, a neighbor’s door"),
            ),
        ),
    ),
    Group(
        N_("If it happens to me"),
        (Ask("if_me", N_("What I will do"), N_("Go where people are. Call someone."), lines=3),),
        N_("Getting away is a good plan. You owe nobody an answer."),
    ),
    Group(
        N_("If it happens near me"),
        (
            Ask(
                "if_near",
                N_("What I will do"),
                N_("Stand beside the person. Ask what they want."),
                lines=3,
            ),
        ),
        N_("Small things count, and so does staying safe yourself."),
    ),
    Group(
        N_("What I want from people around me"),
        (
            Ask(
                "from_others",
                N_("What would help me"),
                N_("Stay with me. Ask me before you call anyone."),
                lines=3,
            ),
        ),
    ),
    Group(
        N_("When I need a break"),
        (
            Ask("break_signs", N_("How I notice"), N_("I sleep badly, I avoid the bus")),
            Ask("break_helps", N_("What helps then"), N_("A walk, a day without news, a friend")),
        ),
    ),
)

_WHEN_AND_WHERE: Final = (
    Ask("date", N_("Date"), N_("The day, or about when"), lines=1, beside=True),
    Ask("time", N_("Time"), N_("Exact, or about"), lines=1),
    Ask("about", N_("The date or the time is only about right"), tick=True),
    Ask("place", N_("Place"), N_("A street, a line and stop, a shop, a website"), lines=1),
)

_PERSON: Final = Ask(
    "person",
    N_("The person it happened to"),
    N_("As they want to be called here, or nothing"),
    lines=1,
)

_SAID: Final = (
    Ask("said", N_("What was said, as you heard it"), N_("Word for word, if you can"), lines=3),
    Ask("said_in", N_("In which language"), lines=1),
)

_WHAT_HAPPENED: Final = Group(
    N_("What happened"),
    (
        *_SAID,
        Ask("done", N_("What was done"), N_("What you saw, one thing after the other"), lines=3),
    ),
    N_("Write only what you want to write. You can stop at any time."),
)

_WHAT_HAPPENED_TO_ME: Final = Group(
    N_("What happened"),
    (
        *_SAID,
        Ask(
            "done",
            N_("What was done"),
            N_("What happened to you, one thing after the other"),
            lines=3,
        ),
    ),
    N_("Write only what you want to write. You can stop at any time."),
)

_WHO_WAS_THERE: Final = Group(
    N_("Who was there"),
    (
        Ask("who_did_it", N_("Who did it"), N_("What you saw or know, without guessing")),
        Ask("present", N_("Who else was there")),
        Rows(
            "witnesses",
            (
                Ask("name", N_("Name"), lines=1),
                Ask("reach", N_("How to reach them"), lines=1),
            ),
            N_("Witness %(n)d"),
            N_("Add a witness"),
            N_("Witnesses who agreed to be named"),
        ),
    ),
)

_HARM: Final = Group(
    N_("Injuries and damage"),
    (
        Ask("injuries", N_("Injuries"), N_("Also what shows only later, such as poor sleep")),
        Ask("damage", N_("Things that were damaged or taken")),
    ),
)

_SHARED: Final = Rows(
    "shared",
    (Ask("who", N_("With whom"), lines=1), Ask("when", N_("When"), lines=1)),
    N_("Shared %(n)d"),
    N_("Add someone"),
    N_("Who has been told, and when"),
)

_PICTURES: Final = Group(
    N_("Photos and recordings"),
    (Ask("pictures", N_("Where they are"), N_("On whose phone, in which folder")),),
    N_("Upstander keeps none itself."),
)

FOR_ME: Final = (
    Group(N_("When and where"), _WHEN_AND_WHERE),
    _WHAT_HAPPENED_TO_ME,
    _WHO_WAS_THERE,
    _HARM,
    Group(
        N_("What you want"),
        (
            Ask("wanted", N_("What you want to happen now"), N_("Nothing is an answer, too")),
            Ask("may_see", N_("Who may see this"), lines=1),
            _SHARED,
        ),
    ),
    _PICTURES,
    Group(
        N_("In your own words"),
        (
            Ask("ancestry", N_("Your ancestry"), lines=1),
            Ask("languages", N_("Your languages"), lines=1),
        ),
        N_("Some forms ask for this. Say it in your own words, or leave it empty."),
    ),
)
"""A record of what happened to the person who writes."""

FOR_OTHER: Final = (
    Group(N_("When and where"), (_PERSON, *_WHEN_AND_WHERE)),
    _WHAT_HAPPENED,
    _WHO_WAS_THERE,
    _HARM,
    Group(
        N_("What they want"),
        (
            Ask("wanted", N_("What they want to happen now"), N_("Nothing is an answer, too")),
            Ask("may_see", N_("Who may see this"), lines=1),
            _SHARED,
        ),
        N_("In their words. If you do not know, leave it empty."),
    ),
    _PICTURES,
    Group(
        N_("In their own words"),
        (
            Ask("ancestry", N_("Their ancestry"), lines=1),
            Ask("languages", N_("Their languages"), lines=1),
        ),
        N_("Only as they say it themselves, and only if they want. Empty is better than a guess."),
    ),
)
"""A record of what happened to somebody else."""


def record(texts: dict[str, str]) -> tuple[Group, ...]:
    """Give what a record asks, by whom it is for."""
    return FOR_OTHER if texts.get(FOR_WHOM) == OTHER else FOR_ME
