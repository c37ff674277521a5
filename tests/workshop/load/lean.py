"""A phone that costs next to nothing, so that 500 of them measure the room and not themselves.

As much of a WebSocket as the room speaks, on a bare transport.
"""

from __future__ import annotations

import asyncio
import json
import struct
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_UPGRADE = (
    "GET /ws HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: Upgrade\r\n"
    "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
_PAGE = "GET / HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n"
_STATE = b'{"type":"state"'
_ACK = b'{"type":"ack"'


def frame(text: str) -> bytes:
    """Give a text as a masked frame; the mask is 0."""
    data = text.encode()
    if len(data) < 126:
        return struct.pack("!BBI", 0x81, 0x80 | len(data), 0) + data
    return struct.pack("!BBHI", 0x81, 0xFE, len(data), 0) + data


class Lean(asyncio.Protocol):
    """One phone on one connection; a new connection is a new Lean.

    ``heard_at`` are the times of states, ``acked`` the time of each acknowledged message.
    """

    def __init__(self, host: str, hello: dict[str, Any]) -> None:
        self._host = host
        self._hello = hello
        self._buffer = b""
        self._upgraded = False
        self.transport: asyncio.Transport | None = None
        self.token = ""
        self.n = 0
        self.heard_at: list[float] = []
        self.last = b""
        self.sent: dict[int, float] = {}
        self.acked: dict[int, float] = {}
        self.refused: list[dict[str, Any]] = []
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.on_ack: Callable[[], None] | None = None
        self.closed = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(_UPGRADE.format(host=self._host).encode())

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed = True
        if not self.ready.done():
            self.ready.set_exception(ConnectionResetError())

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self._upgraded:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            assert head.startswith(b"HTTP/1.1 101"), head
            self._upgraded, self._buffer = True, rest
            self.write(json.dumps({"type": "hello", **self._hello}))
        self._frames()

    def _frames(self) -> None:
        at, data = 0, self._buffer
        while len(data) - at >= 2:
            length, begin = data[at + 1] & 0x7F, at + 2
            if length == 126:
                if len(data) - at < 4:
                    break
                length, begin = struct.unpack_from("!H", data, at + 2)[0], at + 4
            if len(data) < begin + length:
                break
            self._frame(data[at] & 0x0F, data[begin : begin + length])
            at = begin + length
        self._buffer = data[at:]

    def _frame(self, kind: int, body: bytes) -> None:
        now = time.perf_counter()
        if kind == 9 and self.transport is not None:
            self.transport.write(struct.pack("!BBI", 0x8A, 0x80 | len(body), 0) + body)
        if kind != 1:
            return
        if body.startswith(_STATE):
            self.heard_at.append(now)
            self.last = body
            if not self.ready.done():
                self.ready.set_result(None)
            return
        given = json.loads(body)
        if body.startswith(_ACK):
            self.acked[given["n"]] = now
            if self.on_ack is not None:
                self.on_ack()
        elif given["type"] == "welcome":
            self.token, self.n = given["token"], given["n"]
        else:
            self.refused.append(given)
            if self.on_ack is not None:
                self.on_ack()

    def write(self, text: str) -> None:
        """Send a text."""
        if self.transport is not None:
            self.transport.write(frame(text))

    def say(self, **what: Any) -> None:
        """Send a message with the next number."""
        self.n += 1
        self.write(json.dumps({**what, "n": self.n}))
        self.sent[self.n] = time.perf_counter()

    def state(self) -> dict[str, Any]:
        """Give the latest state."""
        found: dict[str, Any] = json.loads(self.last)
        return found

    def drop(self) -> None:
        """Be gone without a word."""
        if self.transport is not None:
            self.transport.abort()


async def load_page(address: tuple[str, int]) -> int:
    """Load the page, as a phone does before it joins; give its length."""
    reader, writer = await asyncio.open_connection(*address)
    writer.write(_PAGE.format(host=f"{address[0]}:{address[1]}").encode())
    got = await reader.read()
    writer.close()
    assert got.startswith(b"HTTP/1.1 200"), got[:80]
    return len(got)
