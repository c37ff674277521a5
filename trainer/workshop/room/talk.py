"""What phones say, done; the same over a WebSocket and by asking again and again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.workshop.refusals import Refused
from trainer.workshop.room import keys, limits, messages
from trainer.workshop.telling import care_view, phone_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.workshop.room.gates import Gate
    from trainer.workshop.room.hall import Hall, Phone
    from trainer.workshop.state import Door

_ACTS: Final = {"language": "join"}
"""Messages whose act is called otherwise."""


class Over(Exception):  # noqa: N818 - what is said of a connection
    """A connection is to be closed; ``text`` is the last that is said, if anything is."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered to a message, and whether it was done."""

    text: str
    done: bool = True


class Talk:
    """Takes in what phones and the care person say.

    Args:
        hall: the phones.
        door: the room's code, salt and care key.
        trouble: is told of what cannot be kept, and of what should not happen.

    """

    def __init__(
        self, hall: Hall, door: Door, trouble: Callable[[UpstanderError | None], object]
    ) -> None:
        self.hall = hall
        self.door = door
        self._trouble = trouble
        self._guesses = limits.Guesses()
        self._loop = asyncio.get_running_loop()

    async def hello(self, given: Any, gate: Gate) -> tuple[Phone, str]:
        """Let a phone in, by its token or by the room's code; give it, and the welcome.

        Raises:
            Refused: it stays outside, and may try again.
            Over: it has tried too often.

        """
        what = messages.message(given, frozenset({messages.HELLO})).what
        language = self.hall.nearest(what.get("language"))
        token = what.get("token")
        phone = self.by_token(token)
        if phone is None or not isinstance(token, str):
            await self._look_at(what.get("code"), gate)
            token = keys.make_secret()
            voter = keys.voter(token, self.door.salt)
            self._do("join", voter=voter, language=language)
            phone = self.hall.phone(voter)
        elif phone.language != language and what.get("language"):
            self._do("join", voter=phone.voter, language=language)
        if phone is None:
            raise AssertionError("whoever joined is there")
        phone.language = language or phone.language
        return phone, self._welcome(phone, token)

    def by_token(self, token: object) -> Phone | None:
        """Give the phone that a token was given to."""
        if not isinstance(token, str) or not keys.is_token(token):
            return None
        return self.hall.phone(keys.voter(token, self.door.salt))

    async def _look_at(self, code: object, gate: Gate) -> None:
        if not isinstance(code, str) or not code:
            raise Refused("unknown", _("This phone has not joined."))
        wait = self._guesses.wait(gate.address, self._loop.time())
        if wait is None:
            raise Refused("busy", _("Many are trying to join. Please try again in a moment."))
        if wait:
            await asyncio.sleep(wait)
        if keys.is_code(code, self.door.code):
            return
        gate.wrong += 1
        self._guesses.wrong(gate.address, self._loop.time())
        await asyncio.sleep(limits.WRONG_DELAY)
        wrong = Refused("wrong-code", _("That is not this room’s code."))
        if gate.wrong >= limits.WRONG_HERE:
            raise Over(messages.refused(wrong, None))
        raise wrong

    def _welcome(self, phone: Phone, token: str) -> str:
        workshop = self.hall.workshop
        known = workshop.state.voters[phone.voter]
        return messages.dump(
            {
                "type": "welcome",
                "token": token,
                "n": known.n,
                "language": phone.language,
                "languages": workshop.material.languages(),
                "contacts": phone_view.contacts(workshop.making),
            }
        )

    def said(self, phone: Phone, given: Any) -> Answer:
        """Do what a phone that has joined says, and give the answer; raises nothing."""
        n = messages.number_of(given)
        try:
            self._in_time(phone.bucket)
            if given == {"type": "here"}:
                return Answer(messages.HERE)
            message = messages.message(given, messages.PHONE)
            self._act(phone, message)
        except Refused as refusal:
            if refusal.code == "again" and n is not None:
                return Answer(messages.ack(n, self.hall.own(phone), again=True))
            return Answer(messages.refused(refusal, n), done=False)
        except UpstanderError as error:
            return Answer(messages.refused(error, n), done=False)
        return Answer(messages.ack(message.n or 0, self.hall.own(phone)))

    def _act(self, phone: Phone, message: messages.Message) -> None:
        what = dict(message.what)
        if message.type == "code":
            code = what.get("code")
            if not isinstance(code, str):
                raise Refused("bad-message", _("That could not be understood."))
            # The journal never has what somebody typed, only what stands for it.
            what["code"] = keys.own_code(code, self.door.salt)
        if message.type == "language":
            what = {"language": self.hall.nearest(what.get("language"))}
        act = _ACTS.get(message.type, message.type)
        self._do(act, voter=phone.voter, n=message.n, **what)
        if message.type == "language":
            phone.language = what["language"]
            phone.show()

    def care_said(self, bucket: limits.Bucket, given: Any) -> Answer:
        """Do one of the two things that the care person can do; raises nothing."""
        n = messages.number_of(given)
        try:
            self._in_time(bucket)
            message = messages.message(given, messages.CARE)
            self._do(message.type, **message.what)
        except UpstanderError as error:
            return Answer(messages.refused(error, n), done=False)
        return Answer(messages.ack(message.n or 0))

    def waiting(self) -> str:
        """Give what the care person sees now, as the text of a message."""
        workshop = self.hall.workshop
        seen = care_view.pauses(workshop.making, workshop.state, workshop.t())
        return messages.dump({"type": "pauses", **seen})

    def _in_time(self, bucket: limits.Bucket) -> None:
        if not bucket.take(self._loop.time()):
            raise Refused("too-fast", _("That was too fast. Please try again."))

    def _do(self, act: str, /, **what: Any) -> None:
        """Do an act in the workshop; a journal that cannot be written is a person's concern."""
        try:
            self.hall.workshop.do(act, **what)
        except Refused:
            raise
        except UpstanderError as error:
            self._trouble(error)
            raise
        self._trouble(None)
