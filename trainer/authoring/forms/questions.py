"""What a field asks while nothing is written in it: questions, never text of the story.

They show in the empty field and go with the first letter. So a question can never be played to
anybody, and an author meets it in every scene and in any language, not in a template alone. Who
it is about stands beside the field, by name.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring.forms import switching
from trainer.authoring.forms.known import known
from trainer.language import N_, _
from trainer.method.ds import D
from trainer.scenario.kinds import Role
from trainer.scenario.model import YOU, YOU_THINK

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path

_SAID: Final = MappingProxyType(
    {
        "": N_("What is seen or heard?"),
        YOU: N_("What do you say?"),
        YOU_THINK: N_("What goes on inside you?"),
    }
)
"""By who speaks, where that is nobody of the cast."""

_SAY: Final = MappingProxyType(
    {
        D.DISTRACT: N_("What could you say to the person, about something else?"),
        D.DELEGATE: N_("Whom do you ask for help, and for what?"),
        D.DELAY: N_("How do you ask the person what would help now?"),
        D.DIRECT: N_("What could you say to the one who harms, in one short sentence?"),
    }
)
_ACT: Final = MappingProxyType(
    {
        D.DISTRACT: N_("What do you do to be with the person, and not with what goes on?"),
        D.DELEGATE: N_("To whom do you go, and what do you ask them to do?"),
        D.DOCUMENT: N_("What do you note down or record, and from where?"),
        D.DELAY: N_("What do you do for the person, once it is over?"),
        D.WAIT: N_("What do you do instead of stepping in?"),
    }
)
_WORDS: Final = MappingProxyType(
    {
        "say": (_SAY, N_("What do you say, word for word?")),
        "act": (_ACT, N_("What do you do?")),
    }
)
"""By how a choice is made: a question for some of the D's, and one for any other."""

_FEEDBACK: Final = MappingProxyType(
    {"why": N_("Why does it fit here, or not so well?"), YOU: N_("What did it do for you?")}
)
_ABOUT: Final = MappingProxyType(
    {
        "summary": N_("In one or two sentences, what happens, and to whom?"),
        "goals": N_("What shall somebody be able to do after this?"),
        "content_notes": N_("Such as: racist language, shouting"),
    }
)
_NAMES: Final = MappingProxyType(
    {
        Role.TARGETED.value: N_("A made-up name, such as Mrs. Lin"),
        Role.HARMING.value: N_("A few words, such as: the man in the grey coat"),
    }
)
"""By what somebody is in what happens; one of these stands in the sheet for a new story, too."""


def question(document: Document, path: Path) -> str:
    """Give the question for a field of a scenario; empty where its label says enough."""
    if path[0] in _ABOUT:
        return _(_ABOUT[str(path[0])])
    if path[0] == "cast" and path[-1] == "note":
        if document.data((*path[:-1], "role")) == Role.HARMING.value:
            return ""
        return _("What do they love? Whom are they waiting for?")
    if path[0] == "cast" and path[-1] == "name":
        role = str(document.data((*path[:-1], "role")))
        return _(_NAMES.get(role, N_("A name, or a few words, such as: the driver")))
    if path[0] != "scenes" or len(path) < 3:
        return ""
    if len(path) > 4 and path[-3] == "lines":
        path = path[:-1]  # What somebody says in a line.
    inner = path[2:]
    if inner == ("text",):
        return _of_scene(document, path)
    if inner == ("check",):
        return _("What can be seen by looking round? Who else is there, where is the way out?")
    if inner == ("ending", "view"):
        if len(known(document).affected()[0]) > 1:
            return _("How was it for each of those it happened to, in their own words?")
        return _("How was it for the person it happened to, in their own words?")
    if path[-2] == "lines":
        return _of_line(document, path)
    return _of_choice(document, path) if inner[0] == "choices" and len(inner) > 2 else ""


def _of_scene(document: Document, path: Path) -> str:
    if document.data(("start",)) == path[1]:
        return _("Where are you? What do you see and hear?")
    if document.data((*path[:2], "ending")) is not None:
        return _("How does it end? Who is with whom?")
    return _("What happens now? What do you see and hear?")


def _of_line(document: Document, path: Path) -> str:
    who = switching.speaker(document.data(path))
    if who in _SAID:
        return _(_SAID[who])
    if document.data(("cast", who, "role")) == Role.HARMING.value:
        return _("What do they say, in their own words?")
    if document.data((*path[:2], "ending")) is not None:
        return _("What do they say at the end?")
    return _("What do they say?")


def _of_choice(document: Document, path: Path) -> str:
    inner = path[4:]
    if len(inner) == 1 and inner[0] in _WORDS:
        of_d, usual = _WORDS[str(inner[0])]
        d = document.data((*path[:4], "d"))
        known = D(d) if isinstance(d, str) and d in set(D) else None
        return _(of_d.get(known, usual) if known is not None else usual)
    if len(inner) == 2 and inner[0] == "feedback":
        if inner[1] == "headline":
            return ""
        return _(_FEEDBACK.get(str(inner[1]), N_("What did it do for them?")))
    return _("What is seen or heard at once?") if inner == ("consequence", "text") else ""
