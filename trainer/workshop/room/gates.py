"""Stands before every connection: counts them, and closes those that nobody joins by.

A connection that says nothing, or byte by byte, or never joins, is closed after a while. If too
many wait, the oldest of the address with the most of them goes: so whoever opens many pushes
out their own.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, cast

from trainer.workshop.room import limits

if TYPE_CHECKING:
    from collections.abc import Callable


class Gates:
    """Every connection that is open.

    Args:
        inner: makes what speaks HTTP on one of them.
        most: how many there may be.

    """

    def __init__(self, inner: Callable[[], asyncio.Protocol], most: int) -> None:
        self._inner = inner
        self._most = most
        self._open: set[Gate] = set()
        self._unknown: dict[Gate, None] = {}
        self._by_address: Counter[str] = Counter()

    def __call__(self) -> Gate:
        """Make the gate of a new connection."""
        return Gate(self, self._inner())

    def come(self, gate: Gate) -> bool:
        """Let a connection in, or not."""
        if len(self._open) >= self._most and not self._push_out():
            return False
        if len(self._unknown) >= limits.MOST_UNKNOWN:
            self._push_out()
        self._open.add(gate)
        self._unknown[gate] = None
        self._by_address[gate.address] += 1
        return True

    def _push_out(self) -> bool:
        if not self._unknown:
            return False
        most = max(self._by_address.values())
        oldest = next(one for one in self._unknown if self._by_address[one.address] == most)
        oldest.abort()
        self.gone(oldest)
        return True

    def known(self, gate: Gate) -> None:
        """Somebody has joined by it."""
        if gate in self._unknown:
            del self._unknown[gate]
            self._less(gate.address)

    def gone(self, gate: Gate) -> None:
        """It is closed."""
        self.known(gate)
        self._open.discard(gate)

    def _less(self, address: str) -> None:
        self._by_address[address] -= 1
        if not self._by_address[address]:
            del self._by_address[address]

    def shut(self) -> None:
        """Close every connection; what was said last still goes out."""
        for gate in list(self._open):
            gate.shut()


class Gate(asyncio.Protocol):
    """One connection: hands everything on, and knows how long it may stay."""

    def __init__(self, gates: Gates, inner: asyncio.Protocol) -> None:
        self._gates = gates
        self._inner: asyncio.Protocol | None = inner
        self._transport: asyncio.Transport | None = None
        self._end: asyncio.TimerHandle | None = None
        self.address = ""
        self.wrong = 0
        self.bucket = limits.Bucket()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It has opened."""
        self._transport = cast("asyncio.Transport", transport)
        peer = transport.get_extra_info("peername") or ("",)
        self.address = str(peer[0])
        if not self._gates.come(self):
            self._inner = None
            self.abort()
            return
        self.stay(limits.UNKNOWN)
        if self._inner is not None:
            self._inner.connection_made(transport)

    def stay(self, seconds: float | None) -> None:
        """Have it closed after so many seconds from now; None leaves it open."""
        if self._end is not None:
            self._end.cancel()
            self._end = None
        if seconds is not None:
            self._end = asyncio.get_running_loop().call_later(seconds, self.abort)

    def joined(self, seconds: float | None) -> None:
        """Somebody has joined by it; from now on it may stay as long as that."""
        self._gates.known(self)
        self.stay(seconds)

    def shut(self) -> None:
        """Close it once what was said has gone out."""
        if self._transport is not None:
            self._transport.close()

    def abort(self) -> None:
        """Close it, now."""
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Something came."""
        if self._inner is not None:
            self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        """The other side says no more."""
        return None if self._inner is None else self._inner.eof_received()

    def pause_writing(self) -> None:
        """The other side reads slowly."""
        if self._inner is not None:
            self._inner.pause_writing()

    def resume_writing(self) -> None:
        """It has caught up."""
        if self._inner is not None:
            self._inner.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """It has closed."""
        self.stay(None)
        self._gates.gone(self)
        if self._inner is not None:
            self._inner.connection_lost(exc)
