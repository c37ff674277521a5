"""WebSockets: one of each phone, and those of the care person's page."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any, Final

from aiohttp import WSCloseCode, WSMsgType, web

from trainer.errors import UpstanderError
from trainer.workshop.refusals import Refused
from trainer.workshop.room import limits, messages
from trainer.workshop.room.talk import Answer, Over

if TYPE_CHECKING:
    from trainer.workshop.room.gates import Gate
    from trainer.workshop.room.hall import Phone
    from trainer.workshop.room.talk import Talk

BEHIND: Final = 16_384
"""Bytes that wait for a phone to read, above which it is shown nothing new until it has."""

LOOK_AGAIN: Final = 0.25
"""Seconds until it is looked at again whether such a phone reads."""

DEAF: Final = 262_144
"""Bytes that wait for a phone which talks and never reads, above which it is let go."""

HEARTBEAT: Final = 25.0
"""Seconds after which a silent phone is asked whether it is there."""

ELSEWHERE: Final = 4001
"""Code of closing: the same phone has joined anew."""


class Line:
    """One WebSocket.

    Args:
        talk: does what is said.
        gate: how long the connection may stay.
        leaving: keeps the tasks that close lines.

    """

    def __init__(self, talk: Talk, gate: Gate, leaving: set[asyncio.Task[None]]) -> None:
        self.socket = web.WebSocketResponse(
            # Nothing is compressed: what is sent is short, and a bomb has nowhere to go off.
            heartbeat=HEARTBEAT, compress=False, max_msg_size=limits.LARGEST, timeout=1.0,
            autoping=False,
        )  # fmt: skip
        self._talk = talk
        self._gate = gate
        self._leaving = leaving
        self._excess = 0
        self._pings = limits.Bucket()
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._is_behind = False
        self._phone: Phone | None = None

    async def serve(self, request: web.BaseRequest, *, is_care: bool) -> web.WebSocketResponse:
        """Talk until it closes."""
        await self.socket.prepare(request)
        self._transport = request.transport
        try:
            await (self._serve_care() if is_care else self._serve_phone())
        except Over as over:
            await self._close(over.text, WSCloseCode.POLICY_VIOLATION)
        except (ConnectionError, RuntimeError):
            pass  # It went away while something was said to it.
        return self.socket

    async def _close(self, last: str, code: int) -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):
            if last:
                self._send(last.encode())
            await self.socket.close(code=code)

    def leave(self, last: str, code: int) -> None:
        """Say a last word and close it, without waiting for that."""
        task = self._loop.create_task(self._close(last, code))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    def _send(self, data: bytes) -> None:
        """Send a text without waiting for whoever reads it.

        The frame goes to the transport as it is: with 500 phones, a task for each and a wait for
        each is what the time would go into.
        """
        if self._transport is None or self.socket.closed:
            return
        if self._transport.get_write_buffer_size() > DEAF:
            self._gate.abort()
            return
        self._transport.write(frame(data))

    async def _hear(self) -> Any:
        """Give the next message; None once it has closed.

        Raises:
            Over: too many were wrong, or too fast.

        """
        while True:
            heard = await self.socket.receive()
            if heard.type is WSMsgType.TEXT:
                try:
                    return messages.load(heard.data)
                except Refused as refusal:
                    self._answer(Answer(messages.refused(refusal, None), done=False))
            elif heard.type in (WSMsgType.PING, WSMsgType.PONG):
                if not self._pings.take(self._loop.time()):
                    raise Over
                if heard.type is WSMsgType.PING:
                    await self.socket.pong(heard.data)
            elif heard.type is WSMsgType.BINARY:
                raise Over
            else:
                return None

    def _answer(self, answer: Answer) -> None:
        self._send(answer.text.encode())
        self._excess = 0 if answer.done else self._excess + 1
        if self._excess > limits.PATIENCE:
            raise Over

    # A phone

    async def _serve_phone(self) -> None:
        phone = await self._come_in()
        if phone is None:
            return
        self._gate.joined(None)
        if phone.line is not None:
            phone.line.leave(messages.ELSEWHERE, ELSEWHERE)
        phone.line = self
        self._phone = phone
        self.show()
        try:
            while (given := await self._hear()) is not None:
                self._answer(self._talk.said(phone, given))
        finally:
            if phone.line is self:
                phone.line = None

    async def _come_in(self) -> Phone | None:
        while (given := await self._hear()) is not None:
            try:
                phone, welcome = await self._talk.hello(given, self._gate)
            except UpstanderError as error:
                self._answer(Answer(messages.refused(error, None), done=False))
                continue
            self._send(welcome.encode())
            return phone
        return None

    def show(self) -> None:
        """Show the latest; one that does not read is shown it when it has caught up."""
        if self._is_behind or self._transport is None or self._phone is None:
            return
        if self._transport.get_write_buffer_size() > BEHIND:
            self._is_behind = True
            self._loop.call_later(LOOK_AGAIN, self._catch_up)
            return
        self._send(self._talk.hall.shown(self._phone))

    def _catch_up(self) -> None:
        self._is_behind = False
        if not self.socket.closed:
            self.show()

    # The care person

    async def _serve_care(self) -> None:
        self._gate.joined(None)
        bucket = limits.Bucket()
        showing = self._loop.create_task(self._show_pauses())
        self._talk.hall.care_looks(1)
        try:
            while (given := await self._hear()) is not None:
                self._answer(self._talk.care_said(bucket, given))
        finally:
            showing.cancel()
            self._talk.hall.care_looks(-1)

    async def _show_pauses(self) -> None:
        hall = self._talk.hall
        while True:
            changed = hall.care
            self._send(self._talk.waiting().encode())
            await changed.wait()


def frame(data: bytes) -> bytes:
    """Give a text as a WebSocket's frame."""
    length = len(data)
    if length < 126:
        return b"\x81%c%b" % (length, data)
    if length < 65_536:
        return b"\x81\x7e%b%b" % (length.to_bytes(2, "big"), data)
    return b"\x81\x7f%b%b" % (length.to_bytes(8, "big"), data)
