"""Where something stands, in plain words: "Scene aboard, choice 2, leads to"."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.language import N_, _

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path

_NUMBERED: Final = MappingProxyType(
    {
        "choices": N_("choice %(n)d"),
        "lines": N_("line %(n)d"),
        "next": N_("way %(n)d"),
        "questions": N_("question %(n)d"),
        "discuss": N_("question %(n)d to talk about"),
        "points": N_("point %(n)d"),
        "goals": N_("goal %(n)d"),
        "sources": N_("source %(n)d"),
        "content_notes": N_("content note %(n)d"),
        "authors": N_("author %(n)d"),
        "resources": N_("where there is help, %(n)d"),
        "present": N_("who is in the picture, %(n)d"),
        "drills": N_("drill %(n)d"),
        "replies": N_("reply %(n)d"),
        "sections": N_("section %(n)d"),
        "segments": N_("part %(n)d"),
    }
)

_NAMED: Final = MappingProxyType(
    {
        "scenes": N_("Scene %(name)s"),
        "cast": N_("Person %(name)s"),
        "state": N_("What the story remembers: %(name)s"),
        "entries": N_("Entry %(name)s"),
        "places": N_("Place %(name)s"),
        "leaves_out": N_("Why %(name)s is left out"),
    }
)

_KEYS: Final = MappingProxyType(
    {
        "act": N_("what one does"),
        "asks": N_("what it asks about"),
        "backdrop": N_("backdrop"),
        "change": N_("what it adds"),
        "check": N_("check first"),
        "consequence": N_("what is seen at once"),
        "contacts": N_("whom it brings in"),
        "d": N_("which D"),
        "debrief": N_("afterwards"),
        "emergency": N_("emergency"),
        "ending": N_("ending"),
        "facilitator": N_("note for who leads"),
        "feedback": N_("feedback"),
        "fit": N_("how well it fits"),
        "headline": N_("headline"),
        "helping": N_("somebody is helping"),
        "id": N_("short name"),
        "licence": N_("licence"),
        "minutes": N_("minutes"),
        "next": N_("leads to"),
        "outcome": N_("how it ends"),
        "over": N_("the harm is over"),
        "own_words": N_("own words"),
        "reviewed": N_("review"),
        "role": N_("role"),
        "say": N_("what one says"),
        "set": N_("what the story remembers from then on"),
        "setting": N_("setting"),
        "severity": N_("how hard it is"),
        "shares": N_("what it hands on"),
        "skip": N_("what is read instead"),
        "soft": N_("softened words"),
        "start": N_("where the story starts"),
        "status": N_("status"),
        "stub": N_("planned"),
        "summary": N_("summary"),
        "text": N_("text"),
        "then": N_("leads to when time is up"),
        "timer": N_("timer"),
        "title": N_("title"),
        "to": N_("to whom, or where to"),
        "view": N_("their own view"),
        "when": N_("when it is offered"),
        "why": N_("why"),
        "you": N_("who one is"),
    }
)


def place_words(document: Document, path: Path) -> str:
    """Say where a path leads; what has no word of ours is told by its key."""
    if not path:
        return _("The file as a whole")
    said = ""
    for piece in _pieces(document, path):
        said = piece if not said else _("%(place)s, %(inside)s") % {"place": said, "inside": piece}
    return said[:1].upper() + said[1:]


def _pieces(document: Document, path: Path) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(path):
        step, following = str(path[at]), path[at + 1] if at + 1 < len(path) else None
        at += 2 if following is not None else 1
        if isinstance(following, int):
            found.append(_(_NUMBERED.get(step, N_("entry %(n)d"))) % {"n": following + 1})
        elif following is not None and step in _NAMED and _is_own(document, path[: at - 1]):
            found.append(_(_NAMED[step]) % {"name": following})
        else:
            at -= 1 if following is not None else 0
            found.append(_(_KEYS[step]) if step in _KEYS else step)
    return found


def _is_own(document: Document, holder: Path) -> bool:
    """Whether the names in a mapping are the author's own, or those of the D's."""
    return holder == ("leaves_out",) or not formats.order_at(document.format, holder)
