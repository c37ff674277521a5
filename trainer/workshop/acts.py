"""Every act of a workshop: what it is told, who may do it, and what it does.

The window, a clicker, ``upstander room`` and the phones all act through this table, and the
journal holds nothing else. An act is a pure function; it raises
:class:`~trainer.workshop.refusals.Refused` and then nothing has changed.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.language import _
from trainer.workshop.act import Act, Field, Who, checked
from trainer.workshop.doing import grouping, people, screen, voting, walking
from trainer.workshop.refusals import Refused
from trainer.workshop.state import Phase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.workshop.act import Does
    from trainer.workshop.making import Making
    from trainer.workshop.state import State

LONGEST_TIMER: Final = 4 * 3600
MOST_MINUTES: Final = 480
MOST_TONGUE: Final = 35
"""Characters of a language's tag."""
MOST_N: Final = 2**31 - 1
"""Greatest number of a phone's message."""


# Walking


def _begin(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    if state.began is not None:
        raise Refused("not-now", _("It has begun."))
    return voting.arrived(
        making, replace(state, began=t, entered=t, at=walking.entered(making, 0, 0)), t
    )


def _next(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    return walking.go_on(making, _uncovered(state), t) if not _covers(state) else _uncovered(state)


def _covers(state: State) -> bool:
    return state.blank or state.breathe or state.agreements


def _uncovered(state: State) -> State:
    return replace(state, blank=False, breathe=False, agreements=False)


def _back(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    return walking.go_back(making, state, t) if not _covers(state) else _uncovered(state)


def _jump(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    return walking.jump(making, state, what["segment"], what.get("beat", 0), t)


def _play(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    return walking.play(making, state, what["choice"], t)


def _another(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    return walking.move(making, state, walking.another_place(making, state), t)


def _skip(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    return walking.skip_hard(making, state, t)


def _leave(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    return walking.leave_scenario(making, state, t)


def _compare(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    if not voting.here(making, state) or not voting.can_show(making, state):
        raise Refused("not-now", _("Close the vote first."))
    then = voting.show(making, state)
    return walking.move(making, then, replace(then.at, phase=Phase.COMPARE), t)


# Votes


def _open(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    return voting.open_(making, state, t)


def _close(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    found = voting.open_here(making, state)
    if not found:
        raise Refused("not-now", _("No vote is open here."))
    return voting.close(making, state, found, t)


def _show(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del what
    found = voting.open_here(making, state)
    then = voting.close(making, state, found, t) if found else state
    if not voting.can_show(making, then):
        raise Refused("not-now", _("There is no vote to show."))
    return walking.move(making, then, replace(then.at, phase=Phase.RESULT), t)


def _hands(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del t
    return voting.hands(making, state, what["question"], what["answer"], what["count"])


def _vote(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    del t
    voting.is_pass(state, what["question"], what.get("pass"))
    return voting.vote(making, state, what["voter"], what["question"], what["answers"])


# People


def _join(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    then = people.join(state, what["voter"], what.get("language", ""), t)
    known = what["voter"] in state.voters
    return then if known else grouping.joined(making, then, what["voter"])


def _pause(making: Making, state: State, what: Mapping[str, Any], t: int) -> State:
    comes, where = what["comes"], what.get("where", "")
    return people.pause(making, state, what["voter"], comes=comes, where=where, t=t)


def _fields(**fields: Field) -> Mapping[str, Field]:
    return MappingProxyType(fields)


def _phone(does: Does, **fields: Field) -> Act:
    """Make an act of a phone; ``n`` numbers what a phone does, so that nothing counts twice."""
    return Act(does, _fields(voter=_VOTER, n=_N, **fields), Who.PHONE)


_NO: Final = _fields()
_ON: Final = _fields(on=Field(bool))
_VOTER: Final = Field(str, 64)
_N: Final = Field(int, MOST_N, needed=False)
_NUMBER: Final = Field(int, 10_000)
_NAME: Final = Field(str, 200)

ACTS: Final[Mapping[str, Act]] = MappingProxyType(
    {
        "begin": Act(_begin, _NO),
        "next": Act(_next, _NO),
        "back": Act(_back, _NO),
        "jump": Act(_jump, _fields(segment=_NUMBER, beat=Field(int, 10_000, needed=False))),
        "play": Act(_play, _fields(choice=_NAME)),
        "another": Act(_another, _NO),
        "skip": Act(_skip, _NO),
        "leave": Act(_leave, _NO),
        "compare": Act(_compare, _NO),
        "open": Act(_open, _NO),
        "close": Act(_close, _NO),
        "show": Act(_show, _NO),
        "hands": Act(_hands, _fields(question=_NAME, answer=_NAME, count=_NUMBER)),
        "freeze": Act(screen.freeze, _ON),
        "rejoin": Act(screen.rejoin, _NO),
        "blank": Act(screen.flag("blank"), _ON),
        "breathe": Act(screen.flag("breathe"), _ON),
        "agreements": Act(screen.flag("agreements"), _ON),
        "soften": Act(screen.flag("soften"), _ON),
        "covered": Act(screen.flag("covered"), _ON, Who.PROGRAM),
        "looks": Act(screen.looks, _fields(count=_NUMBER), Who.PROGRAM),
        "strip": Act(screen.strip, _fields(text=Field(str, 300, needed=False))),
        "second": Act(screen.second, _fields(language=Field(str, MOST_TONGUE))),
        "timer": Act(screen.timer, _fields(seconds=Field(int, LONGEST_TIMER))),
        "more": Act(screen.more, _fields(seconds=Field(int, LONGEST_TIMER))),
        "ring": Act(screen.ring, _NO),
        "form": Act(grouping.form, _ON),
        "minutes": Act(screen.minutes, _fields(segment=_NUMBER, minutes=Field(int, MOST_MINUTES))),
        "people": Act(screen.people, _fields(count=_NUMBER)),
        "care": Act(screen.care, _fields(name=_NAME, where=_NAME)),
        "seen": Act(lambda _m, s, w, t: people.seen(s, w["pause"], t), _fields(pause=_NUMBER)),
        "been": Act(lambda _m, s, w, t: people.been(s, w["pause"], t), _fields(pause=_NUMBER)),
        "handle": Act(
            lambda _m, s, w, _t: people.handle(s, w["question"], w["how"]),
            _fields(question=_NUMBER, how=_NAME),
        ),
        "park": Act(
            lambda _m, s, w, _t: people.park(s, w["text"], w.get("owner", "")),
            _fields(text=Field(str), owner=Field(str, 200, needed=False)),
        ),
        "parked": Act(
            lambda _m, s, w, _t: people.change_parked(s, w["number"], w["text"], w["owner"]),
            _fields(number=_NUMBER, text=Field(str), owner=_NAME),
        ),
        "end": Act(screen.end, _NO),
        "join": _phone(_join, language=Field(str, MOST_TONGUE, needed=False)),
        "vote": _phone(
            _vote,
            **{
                "question": _NAME,
                "answers": Field(list, 30),
                "pass": Field(int, 10_000, needed=False),
            },
        ),
        "code": _phone(
            lambda _m, s, w, _t: people.code(s, w["voter"], w["code"]), code=Field(str, 64)
        ),
        "part": _phone(
            lambda m, s, w, _t: grouping.part(m, s, w["voter"], w["part"]), part=Field(str, 20)
        ),
        "pause": _phone(_pause, comes=Field(bool), where=Field(str, 120, needed=False)),
        "no-pause": _phone(lambda _m, s, w, t: people.take_back(s, w["voter"], t)),
        "ask": _phone(
            lambda _m, s, w, t: people.ask(s, w["voter"], w["text"], t), text=Field(str, 300)
        ),
        "door": Act(
            screen.door,
            _fields(
                code=Field(str, 20), salt=Field(str, 64), care=Field(str, 64), url=Field(str, 200)
            ),
            Who.PROGRAM,
        ),
        "shut": Act(screen.shut, _NO, Who.PROGRAM),
        "resumed": Act(screen.resumed, _fields(gap=Field(int, 24 * 3600 * 1000)), Who.PROGRAM),
    }
)
"""Name of an act, and the act."""

AFTER_THE_END: Final = frozenset(
    {
        "end",
        "park",
        "parked",
        "people",
        "handle",
        "seen",
        "been",
        "shut",
        "resumed",
        "soften",
        "blank",
        "covered",
        "looks",
    }
)
"""Acts that can still be done when the workshop has ended."""


def understood(name: str, what: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an act was told as it stands in the journal.

    Raises:
        Refused: there is no such act, or that is not what it needs.

    """
    act = ACTS.get(name)
    if act is None:
        raise Refused("unknown-act", _("There is no act “%(name)s”.") % {"name": name})
    return checked(act, what)


def done(making: Making, state: State, name: str, told: Mapping[str, Any], t: int) -> State:
    """Do an act that was told what :func:`understood` gave.

    Raises:
        Refused: it cannot be done; nothing has changed.

    """
    if state.ended is not None and name not in AFTER_THE_END:
        raise Refused("ended", _("The workshop has ended."))
    does = ACTS[name].does
    if "n" not in told:
        return does(making, state, told, t)
    people.still_to_do(state, told["voter"], told["n"])
    return people.numbered(does(making, state, told, t), told["voter"], told["n"])


def apply(making: Making, state: State, name: str, what: Mapping[str, Any], t: int) -> State:
    """Do an act.

    Raises:
        Refused: it cannot be done; nothing has changed.

    """
    return done(making, state, name, understood(name, what), t)
