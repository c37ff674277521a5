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
    from collections.abc import Callable, Coroutine

    from trainer.workshop.room.gates import Gate
    from trainer.workshop.room.hall import Phone
    from trainer.workshop.room.talk import Talk

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
            heartbeat=HEARTBEAT, compress=False, max_msg_size=limits.LARGEST, timeout=1.0
        )  # fmt: skip
        self._talk = talk
        self._gate = gate
        self._leaving = leaving
        self._excess = 0

    async def serve(self, request: web.BaseRequest, *, is_care: bool) -> web.WebSocketResponse:
        """Talk until it closes."""
        await self.socket.prepare(request)
        try:
            await (self._care() if is_care else self._phone())
        except Over as over:
            await self._close(over.text, WSCloseCode.POLICY_VIOLATION)
        except (ConnectionError, RuntimeError):
            pass  # It went away while something was said to it.
        return self.socket

    async def _close(self, last: str, code: int) -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):
            if last:
                await self._send(last)
            await self.socket.close(code=code)

    def leave(self, last: str, code: int) -> None:
        """Say a last word and close it, without waiting for that."""
        task = asyncio.get_running_loop().create_task(self._close(last, code))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    async def _send(self, text: str) -> None:
        await self.socket.send_frame(text.encode(), WSMsgType.TEXT)

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
                    await self._answer(Answer(messages.refused(refusal, None), done=False))
            elif heard.type is WSMsgType.BINARY:
                raise Over
            else:
                return None

    async def _answer(self, answer: Answer) -> None:
        await self._send(answer.text)
        self._excess += not answer.done
        if self._excess > limits.PATIENCE:
            raise Over

    # A phone

    async def _phone(self) -> None:
        phone = await self._come_in()
        if phone is None:
            return
        self._gate.joined(None)
        if phone.line is not None:
            phone.line.leave(messages.ELSEWHERE, ELSEWHERE)
        phone.line = self
        try:
            await self._both(self._show(phone), lambda given: self._talk.said(phone, given))
        finally:
            if phone.line is self:
                phone.line = None

    async def _both(self, show: Coroutine[Any, Any, None], said: Callable[[Any], Answer]) -> None:
        """Hear and show at the same time, until it closes."""
        showing = asyncio.get_running_loop().create_task(show)
        try:
            while (given := await self._hear()) is not None:
                await self._answer(said(given))
        finally:
            showing.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError, RuntimeError):
                await showing

    async def _come_in(self) -> Phone | None:
        while (given := await self._hear()) is not None:
            try:
                phone, welcome = await self._talk.hello(given, self._gate)
            except UpstanderError as error:
                await self._answer(Answer(messages.refused(error, None), done=False))
                continue
            await self._send(welcome)
            return phone
        return None

    async def _show(self, phone: Phone) -> None:
        """Show the latest, whenever there is something newer than what was shown."""
        shown = 0
        while True:
            changed = phone.changed
            if phone.version == shown:
                await changed.wait()
                continue
            shown = phone.version
            await self._send(self._talk.hall.shown(phone))

    # The care person

    async def _care(self) -> None:
        self._gate.joined(None)
        bucket = limits.Bucket()
        await self._both(self._show_pauses(), lambda given: self._talk.care_said(bucket, given))

    async def _show_pauses(self) -> None:
        hall = self._talk.hall
        while True:
            changed = hall.care
            await self._send(self._talk.waiting())
            await changed.wait()
