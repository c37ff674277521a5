"""The phones that are in the room, and what each of them is shown.

All of it runs in the server's thread. For each phone there is no more than one thing to show:
the latest. So a phone that sleeps keeps nobody waiting, and misses nothing that still counts.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import threading
from dataclasses import dataclass, field
from operator import is_
from typing import TYPE_CHECKING, Any, Final, Protocol

from trainer.errors import UpstanderError
from trainer.scenario import translation
from trainer.workshop.room import limits, messages
from trainer.workshop.telling import phone_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.workshop.state import State
    from trainer.workshop.workshop import Workshop

EVERY: Final = 0.05
"""Seconds at least between two times that everybody is told something new."""


class Line(Protocol):
    """A connection over which a phone hears by itself."""

    def show(self) -> None:
        """Show what there is to show, now or as soon as the phone reads again."""

    def leave(self, last: str, code: int) -> None:
        """Say a last word and close it."""


@dataclass(slots=True, eq=False)
class Phone:
    """One phone, whether it is reached at present or not.

    ``version`` counts what there was to show, from anywhere: what a phone has seen of an earlier
    life of the room is not taken for the present. ``waits`` are polls that wait for it to grow,
    ``polls`` how many of them; ``asking`` is how often it may poll.
    ``own`` is the part of what it was shown last that no other phone is shown, ``of`` what it
    was made of.
    """

    voter: str
    language: str = ""
    bucket: limits.Bucket = field(default_factory=limits.Bucket)
    version: int = field(default_factory=lambda: 1 + secrets.randbelow(1_000_000))
    waits: asyncio.Event = field(default_factory=asyncio.Event)
    line: Line | None = None
    asking: limits.Bucket = field(
        default_factory=lambda: limits.Bucket(limits.POLLS, limits.POLLS, limits.POLLS)
    )
    polls: int = 0
    polled: float = 0.0
    own: str = ""
    of: tuple[object, ...] = ()

    def show(self) -> None:
        """Note that there is something new to show."""
        self.version += 1
        self.waits.set()
        self.waits = asyncio.Event()
        if self.line is not None:
            self.line.show()


class Hall:
    """Every phone, told what has changed: at once if it was quiet, else soon, together.

    Args:
        workshop: what is shown.

    """

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.phones: dict[str, Phone] = {}
        self.care = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._thread = threading.get_ident()
        self.languages = workshop.material.languages()
        self._told: State = workshop.state
        self._texts: dict[str, _Text] = {}
        self._waits = False
        self._last = 0.0
        self._shown = 0.0
        self._due = 0.0
        self._next: asyncio.Handle | None = None
        self._caring = 0
        self._care_polls: asyncio.TimerHandle | None = None
        self._stop: Callable[[], None] = workshop.watch(self._stirred)

    def close(self) -> None:
        """Look away from the workshop."""
        self._stop()

    def nearest(self, wanted: object) -> str:
        """Give the language of the workshop that is nearest to a wanted one; empty for none."""
        if not isinstance(wanted, str) or len(wanted) > 35:
            return ""
        return translation.best(self.languages, wanted) or ""

    def phone(self, voter: str) -> Phone | None:
        """Give a phone that has joined, also in an earlier life of this program."""
        found = self.phones.get(voter)
        known = self.workshop.state.voters.get(voter)
        if found is None and known is not None:
            found = self.phones[voter] = Phone(voter, known.language)
        return found

    def reached(self) -> int:
        """Count the phones that hear of what changes now."""
        lately = self._loop.time() - limits.POLLING
        return sum(one.line is not None or one.polled > lately for one in self.phones.values())

    # The care person

    def care_looks(self, more: int) -> None:
        """Note that a page of the care person looks on, or does not any more."""
        self._caring += more
        # Nobody waits for this; where it cannot be kept, phones say where to go.
        with contextlib.suppress(UpstanderError):
            self.workshop.do("looks", count=self._caring)

    def care_polled(self) -> None:
        """Note the same of a page without a WebSocket, until it has not asked for a while."""
        if self._care_polls is None:
            self.care_looks(1)
        else:
            self._care_polls.cancel()
        self._care_polls = self._loop.call_later(limits.POLLING, self._care_is_gone)

    def _care_is_gone(self) -> None:
        self._care_polls = None
        self.care_looks(-1)

    # What has changed

    def _stirred(self) -> None:
        # In whatever thread acted.
        if threading.get_ident() != self._thread:
            with contextlib.suppress(RuntimeError):  # The room has closed in this moment.
                self._loop.call_soon_threadsafe(self._plan)
        elif not self._waits:
            self._plan(by_phone=True)

    def _plan(self, *, by_phone: bool = False) -> None:
        """Have everybody told; what the window did waits for no votes, which show nobody else."""
        self._waits = True
        due = (self._last if by_phone else self._shown) + EVERY
        if self._next is not None:
            if self._due <= due:
                return
            self._next.cancel()
        self._due = due
        if due > self._loop.time():
            self._next = self._loop.call_at(due, self._tell)
        else:
            self._next = self._loop.call_soon(self._tell)

    def _tell(self) -> None:
        self._waits = False
        self._next = None
        self._last = self._loop.time()
        before, now = self._told, self.workshop.state
        self._told = now
        changed = {one for one in list(self._texts) if self._texts[one].renew(self.workshop, now)}
        if changed:
            self._shown = self._last
        seen = {one.voter for one in now.pauses if one not in before.pauses}
        if before.pauses is not now.pauses or before.care != now.care:
            self.care.set()
            self.care = asyncio.Event()
        # What one does in a group changes what the others of it are to do.
        grouped = before.groups is not now.groups or (
            bool(now.groups) and before.voters is not now.voters
        )
        for phone in self.phones.values():
            if phone.language in changed or (
                (phone.voter in seen or grouped) and phone.own != self._own(phone, now)
            ):
                phone.show()

    def own(self, phone: Phone) -> str:
        """Give what is shown to this phone alone, and note that it is."""
        state = self.workshop.state
        of = made_of(state, phone.voter)
        if len(of) != len(phone.of) or not all(map(is_, of, phone.of)):
            phone.own, phone.of = self._own(phone, state), of
        return phone.own

    def _own(self, phone: Phone, state: State) -> str:
        return messages.dump(phone_view.for_one(state, phone.voter, self.workshop.making))

    def shown(self, phone: Phone) -> bytes:
        """Give what a phone shows now, as the text of a message."""
        text = self._texts.get(phone.language)
        if text is None:
            text = self._texts[phone.language] = _Text(phone.language)
            text.renew(self.workshop, self._told)
        return messages.state(phone.version, text.at(self.workshop.t()), self.own(phone))


def made_of(state: State, voter: str) -> tuple[object, ...]:
    """Give all that :func:`~phone_view.for_one` looks at: where it is the same, so is that.

    500 phones are shown a slide at once, and nothing of their own has changed.
    """
    groups = state.groups
    known = state.voters if groups else state.voters.get(voter)
    where = state.seen if groups else None
    return known, state.ballots, state.pauses, state.asked, groups, where


class _Text:
    """What all phones of a language show, written once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._plain: dict[str, Any] = {}
        self._text = b""

    def renew(self, workshop: Workshop, state: State) -> bool:
        """Look at a state, and tell whether it shows anything else."""
        # At t = 0, what is left of the timer is when it ends.
        plain = phone_view.for_all(workshop.making, state, self.language)
        if plain == self._plain:
            return False
        self._plain, self._text = plain, messages.dump(plain).encode()
        return True

    def at(self, t: int) -> bytes:
        """Give the text at a time of the workshop."""
        ends = self._plain["left"]
        if ends is None:
            return self._text
        return messages.dump({**self._plain, "left": max(0, ends - t)}).encode()
