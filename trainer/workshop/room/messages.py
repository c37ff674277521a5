"""What a phone says, and what is said to it: JSON texts; ``docs/room-protocol.md``.

All that comes in is somebody else's: it is read here, and what is left is a type of the table,
a number, and plain values that the act checks.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from trainer.language import _
from trainer.workshop.acts import MOST_N
from trainer.workshop.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.errors import UpstanderError

PHONE: Final = frozenset({"vote", "code", "part", "pause", "no-pause", "ask", "language"})
"""What a phone that has joined may say."""

CARE: Final = frozenset({"seen", "been"})
"""What the care person's page may say."""

HELLO: Final = "hello"
_OURS: Final = frozenset({"voter", "act", "t"})


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its type, its number of the phone's (None in a hello), and the rest."""

    type: str
    n: int | None
    what: Mapping[str, Any] = field(default_factory=dict)


def load(text: str) -> dict[str, Any]:
    """Read the JSON text of one object.

    Raises:
        Refused: it is none, or holds what is no text; ``bad-message``.

    """
    try:
        found = _DECODER.decode(text)
        if "\\u" in text:
            # Half a character can be sent so, but not written down.
            dump(found).encode()
    except (ValueError, RecursionError) as error:
        raise _bad() from error
    if not isinstance(found, dict):
        raise _bad()
    return found


def _no_number(name: str) -> Any:
    raise ValueError(name)


# Made once: 500 votes are read, kept and answered in a tenth of a second.
_DECODER: Final = json.JSONDecoder(parse_constant=_no_number)
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _bad() -> Refused:
    return Refused("bad-message", _("That could not be understood."))


def message(given: Any, known: frozenset[str]) -> Message:
    """Give the message that an object is.

    Raises:
        Refused: it is none of those that are known; ``bad-message``.

    """
    if not isinstance(given, dict):
        raise _bad()
    rest = dict(given)
    kind, n = rest.pop("type", None), rest.pop("n", None)
    if not isinstance(kind, str) or kind not in known or _OURS & rest.keys():
        raise _bad()
    if kind == HELLO:
        n = None
    elif type(n) is not int or not 0 < n <= MOST_N:
        raise _bad()
    return Message(kind, n, rest)


def number_of(given: Any) -> int | None:
    """Give the number of a message that was refused, as far as it had one."""
    n = given.get("n") if isinstance(given, dict) else None
    return n if type(n) is int and 0 < n <= MOST_N else None


# What is said to a phone


def dump(what: Any) -> str:
    """Write a JSON text."""
    return _ENCODER.encode(what)


def ack(n: int, for_one: str = "", *, again: bool = False) -> str:
    """Say that a message was done and is kept, and what holds of this phone now.

    ``again``: it had been done before.
    """
    before = ',"again":true' if again else ""
    you = f',"you":{for_one}' if for_one else ""
    return f'{{"type":"ack","n":{n}{before}{you}}}'


def refused(error: UpstanderError, n: int | None) -> str:
    """Say that a message was not done, and why."""
    if isinstance(error, Refused):
        code, said = error.code, str(error)
    else:
        code, said = "not-kept", _("That could not be kept. Please raise your hand instead.")
    return dump({"type": "refused", "n": n, "code": code, "message": said})


def state(version: int, for_all: bytes, for_one: str) -> bytes:
    """Put together what a phone shows; the part of all is written once for all of them."""
    return b'{"type":"state","v":%d,"all":%b,"you":%b}' % (version, for_all, for_one.encode())


HERE: Final = dump({"type": "here"})
"""The answer to a phone that asks whether anybody still hears it."""

CLOSED: Final = dump({"type": "closed"})
"""The room was closed on purpose."""

ELSEWHERE: Final = dump({"type": "elsewhere"})
"""The same phone has opened the page once more; this window rests."""
