"""The fields of forms, as tables: what each is called, what it holds, where that stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.help import words as help_words
from trainer.help.model import Need, Police
from trainer.language import N_, _
from trainer.method import ds
from trainer.method.ds import D, Fit
from trainer.plans import words as plan_words
from trainer.plans.model import Kind
from trainer.scenario import kind_words
from trainer.scenario.files.tables import ListOf, OneOf
from trainer.scenario.kinds import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data


class Is(StrEnum):
    """What a field is."""

    LINE = "line"
    DAY = "day"
    READ = "read"
    """The day on which something was read; what stands beside it says until when that holds."""
    TEXT = "text"
    SENTENCES = "sentences"
    """Several texts, each in a line of its own."""
    NAMES = "names"
    """Several short texts in one line, with commas between them."""
    TICK = "tick"
    NUMBER = "number"
    PICK = "pick"
    SCENE = "scene"
    PERSON = "person"
    PEOPLE = "people"
    SEVERAL = "several"
    PICTURE = "picture"
    STORY = "story"
    """A scenario of the library."""
    PAGE = "page"
    """A page about the method."""
    SECTION = "section"
    """A section of the page that is named beside it."""
    HELP = "help"
    """Entries of the help directory."""
    SURVEY = "survey"
    """Which of the surveys it is, with what both ask."""
    LENGTH = "length"
    """Minutes; what something can be cut to is never more."""
    LEAST = "least"
    """What it can be cut to, in minutes."""
    WHERE = "where"
    """Places in which something helps."""
    WITHIN = "within"
    """The place that a place lies in."""
    SPOKEN = "spoken"
    """Languages in which somebody helps."""
    CONFIRMED = "confirmed"
    """Whether somebody has confirmed it; who and when stands behind the key beside it."""
    LICENCE = "licence"
    """What others may do with it."""
    LANGUAGE = "language"
    """The language of the texts."""
    TONGUE = "tongue"
    """A language, in a list of at most one."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field. ``path`` is where it stands in what the form is of.

    ``words`` and ``note`` are looked up when they show. One that is ``kept`` leaves an empty
    text when it is emptied, for the checker to name; any other goes. ``nothing`` is what a pick
    says while nothing is picked.
    """

    path: tuple[str, ...]
    words: str
    kind: Is = Is.LINE
    note: str = ""
    kept: bool = False
    lines: int = 2
    least: int = 0
    most: int = 999
    nothing: str = ""


TEXT: Final = Field(("text",), N_("What happens"), Is.TEXT, lines=3)
BACKDROP: Final = Field(("backdrop",), N_("Picture behind the scene"), Is.PICTURE,
                        nothing=N_("as in the whole story"))  # fmt: skip
NOTES: Final = Field(("content_notes",), N_("What may be hard to read here"), Is.NAMES,
                     note=N_("With commas between."))  # fmt: skip
NEXT: Final = Field(("next",), N_("Goes on to"), Is.SCENE, kept=True)
OUTCOME: Final = Field(("ending", "outcome"), N_("What is left for the person who is targeted"),
                       Is.PICK, kept=True)  # fmt: skip
VIEW: Final = Field(("ending", "view"), N_("How the person who is targeted sees it"), Is.TEXT,
                    lines=3)  # fmt: skip
PRESENT: Final = Field(("present",), N_("Who is in the picture"), Is.PEOPLE,
                       note=N_("Nobody ticked: whoever speaks."))  # fmt: skip
OF_SCENE: Final = (
    Field(("check",), N_("What one sees around"), Is.TEXT,
          note=N_("Facts that anybody there could see. “Check first” shows them.")),
    Field(("helping",), N_("From here on, someone is helping."), Is.TICK),
    Field(("over",), N_("The harm is over."), Is.TICK),
    Field(("emergency",), N_("Someone is hurt: to call for help, nobody has to ask first."),
          Is.TICK),
    Field(("skip",), N_("For whoever skips the hard part"), Is.TEXT,
          note=N_("Read instead of this scene.")),
    Field(("soft",), N_("What happens, in softer words"), Is.TEXT,
          note=N_("Shown instead when strong language is softened.")),
    Field(("facilitator",), N_("For whoever leads a workshop"), Is.TEXT,
          note=N_("Only they see it.")),
    Field(("discuss",), N_("Questions to talk about"), Is.SENTENCES,
          note=N_("Each in a line of its own.")),
)  # fmt: skip
"""What is folded away at first."""

SECONDS: Final = Field(("timer", "seconds"), N_("Seconds to decide, in timed practice"), Is.NUMBER,
                       most=600, nothing=N_("No limit"))  # fmt: skip
THEN: Final = Field(("timer", "then"), N_("When time is up, goes on to"), Is.SCENE, kept=True)
LINES: Final = Field(("lines",), N_("Who says what"))

ASKED: Final[MappingProxyType[str, str]] = MappingProxyType(
    {
        "say": N_("What is said"),
        "act": N_("What is done"),
        "own_words": N_("What the person practising is asked to do"),
    }
)
"""What the words of a choice are, by the key that they stand behind."""

D_FIELD: Final = Field(("d",), N_("Which of the five D’s"), Is.PICK, kept=True)
TO: Final = Field(("to",), N_("To whom"), Is.PERSON, nothing=N_("Nobody is named"))
FIT: Final = Field(("fit",), N_("How well it fits, here and now"), Is.PICK, kept=True)
POINTS: Final = Field(("points",), N_("What one’s own words should hold"), Is.SENTENCES, kept=True,
                      note=N_("Each point in a line of its own; whoever practises ticks them.")
                      )  # fmt: skip
LEADS_TO: Final = Field(("next",), N_("Leads to"), Is.SCENE, kept=True)
WAY_IF: Final = Field(("when",), N_("If"), kept=True)
WAY_TO: Final = Field(("to",), N_("it goes on to"), Is.SCENE, kept=True)
WHEN: Final = Field(("when",), N_("Only offered if"))
EFFECTS: Final = Field((), N_("What it changes"))
SEEN_LINES: Final = Field(("consequence", "lines"), N_("What is said at once"))
HEADLINE: Final = Field(("feedback", "headline"), N_("What it did, in one line"), kept=True)
WHY: Final = Field(("feedback", "why"), N_("Why it fits as it does"), Is.TEXT)
SEEN: Final = Field(("consequence", "text"), N_("What is seen at once"), Is.TEXT,
                    note=N_("Before the story goes on."))  # fmt: skip
OF_CHOICE: Final = (
    Field(("asks",), N_("What it asks whoever it happens to"), Is.PICK, nothing=N_("Nothing")),
    Field(("contacts",), N_("Whom it calls in"), Is.PICK, nothing=N_("Nobody")),
    Field(("shares",), N_("Does it hand on a recording?"), Is.PICK, nothing=N_("No")),
    Field(("helping",), N_("From here on, someone is helping."), Is.TICK),
)
"""What is folded away at first."""

ID: Final = Field(("id",), N_("Short name"), kept=True,
                  note=N_("Translations and what was practised refer to it: better left alone once "
                          "others have the story."))  # fmt: skip

# In the form, what each means comes first, and the word that those who lead know it by follows.
_OPTIONS: Final[MappingProxyType[str, MappingProxyType[str, str]]] = MappingProxyType(
    {
        "asks": MappingProxyType(
            {
                "recording": N_("what shall become of a recording"),
                "police": N_("whether to call the police"),
                "help": N_("whether help is wanted"),
            }
        ),
        "contacts": MappingProxyType(
            {
                "security": N_("Security"),
                "police": N_("The police"),
                "manager": N_("A manager"),
                "family": N_("Family"),
            }
        ),
        "shares": MappingProxyType({"recording": N_("Yes, to others")}),
        "fit": MappingProxyType(
            {
                Fit.STRONG.value: N_("It helps (strong fit)"),
                Fit.FAIR.value: N_("It helps a little (fair fit)"),
                Fit.POOR.value: N_("It does not help (poor fit)"),
            }
        ),
        "severity": MappingProxyType(
            {
                Severity.MICROAGGRESSION.value: N_("small, and it adds up (microaggression)"),
                Severity.VERBAL.value: N_("said or shouted (verbal)"),
                Severity.THREAT.value: N_("a threat"),
                Severity.PHYSICAL.value: N_("somebody is touched or hurt (physical, advanced)"),
            }
        ),
        "when": MappingProxyType({"before": N_("At the beginning"), "after": N_("At the end")}),
        "family": MappingProxyType(
            {
                "slur": N_("A slur"),
                "go-back": N_("“Go back where you came from”"),
                "generalisation": N_("“You people are all …”"),
                "erasure": N_("Something is denied or left out"),
                "joke": N_("A joke"),
                "where-from": N_("“Where are you really from?”"),
                "compliment": N_("A compliment that hurts"),
                "other": N_("Something else"),
            }
        ),
    }
)

FITS: Final = MappingProxyType(
    {
        Fit.STRONG: N_("It helps the person who is targeted, and is safe enough here."),
        Fit.FAIR: N_("It helps a little, or at a price."),
        Fit.POOR: N_(
            "It does not help here, or makes things worse. Better that people find that out here "
            "than beside somebody who needs them."
        ),
    }
)
"""What each fit means, in a sentence."""


def _need(value: str) -> str:
    return help_words.need(Need(value))


def _police(value: str) -> str:
    return help_words.police_alone(Police(value))


def _kind(value: str) -> str:
    return plan_words.kind(Kind(value))


_WORDS: Final[MappingProxyType[str, Callable[[str], str]]] = MappingProxyType(
    {
        "outcome": kind_words.outcome,
        "setting": kind_words.setting,
        "role": kind_words.role,
        "needs": _need,
        "police": _police,
        "kind": _kind,
    }
)
"""Words that the window has for the values of these keys."""


def feedback_for(name: str, called: str) -> Field:
    """Give the field for what a choice did for one person."""
    return Field(("feedback", name), called, Is.TEXT, lines=1)


def options(format_name: str, path: Path) -> list[tuple[str, str]]:
    """Give what can be picked at a place: values with their words; nothing where nothing can."""
    kind = formats.type_at(format_name, path)
    if isinstance(kind, ListOf):
        kind = kind.item
    if not isinstance(kind, OneOf):
        return []
    return [(word, of_list(str(path[-1]), word)) for word in kind.words]


_NO_D: Final = {
    D.WAIT.value: N_("Wait (none of the five)"),
    D.HARM.value: N_("Harm (none of the five)"),
}


def of_list(key: str, value: str) -> str:
    """Give the words for a value in a list to pick from: of a D, whether it is none."""
    return _(_NO_D[value]) if key == "d" and value in _NO_D else word_for(key, value)


def word_for(key: str, value: str) -> str:
    """Give the words for a value that stands behind a key; the value itself if it is unknown."""
    try:
        if key == "d":
            return ds.name(D(value))
        if key in _WORDS:
            return _WORDS[key](value)
    except (KeyError, ValueError):
        return value
    known = _OPTIONS.get(key)
    return _(known[value]) if known is not None and value in known else value


def value_in(holder: Data, path: tuple[str, ...]) -> Data:
    """Give what stands at a path inside plain data; None if nothing does."""
    for step in path:
        holder = holder.get(step) if isinstance(holder, dict) else None
    return holder
