"""A door for one phone to try, and this computer's knock at its own door.

For as long as the test is open, a small page stands at every address that a phone could reach,
all at one port: so a phone that comes in by another address than the code's is seen as well. The
port is one that the room itself would take: what a firewall lets in now, it lets in then. The page
holds no workshop, sets nothing and keeps nothing; who came is never noted, only how far
they got. Opened by a person's act alone; closing it closes the port.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import secrets
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.language import code as language_code
from trainer.workshop.network import hearing, own_firewall
from trainer.workshop.network.own_firewall import Tool
from trainer.workshop.network.verdict import Arrived, Firewall

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BYTES: Final = 2048
PATIENCE: Final = 8.0
"""Seconds that a connection may stay without asking for anything."""
AT_ONCE: Final = 32
"""Connections that are looked at at the same time; more are closed unheard."""
_KNOCK: Final = 2.0
_LISTEN: Final = 1.5
"""Seconds between two looks at the table of machines heard."""

_ORDER: Final = tuple(Arrived)
_HEADERS: Final = (
    "Content-Type: text/html; charset=utf-8\r\n"
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
    "Cache-Control: no-store\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Connection: close\r\n"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the door has seen. ``elsewhere`` is the address a phone came by, if not the code's.

    ``itself``: whether this computer's own knock was heard; ``looked``: whether somebody looked
    at the page with a browser on this computer.
    """

    arrived: Arrived = Arrived.NOTHING
    itself: bool | None = None
    heard: bool = False
    elsewhere: str = ""
    firewall: Firewall = Firewall.UNKNOWN
    tool: Tool = Tool.NOT_KNOWN
    looked: bool = False


def page(*, own: bool = False) -> str:
    """Give the page that a phone gets, in the language of the interface; ``own``: no phone is."""
    title, line = _("It works."), _("This phone reaches the computer. You can close this page.")
    if own:
        title, line = _("This is the computer itself."), _("Take a phone, and open this there.")
    return (
        f'<!doctype html><html lang="{html.escape(language_code())}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{html.escape(title)}</title>"
        "<style>:root{color-scheme:light dark}body{font:1.25rem/1.5 sans-serif;margin:2rem;"
        "max-width:30rem}</style>"
        f"<h1>{html.escape(title)}</h1><p>{html.escape(line)}</p></html>"
    )


@dataclass(slots=True)
class _Door:
    """What the thread of a trial works with."""

    chosen: str
    others: tuple[str, ...]
    page: bytes
    own_page: bytes
    secret: bytes = field(default_factory=lambda: secrets.token_hex(16).encode("ascii"))
    servers: list[asyncio.Server] = field(default_factory=list)
    inside: int = 0


class Trial:
    """One test. :meth:`open` may wait a moment; :meth:`seen` never does, from any thread."""

    def __init__(
        self, chosen: str, others: Sequence[str] = (), ports: tuple[int, ...] | None = None
    ) -> None:
        self.chosen = chosen
        self.port = 0
        self._ports = ports
        self._door = _Door(
            chosen,
            tuple(one for one in others if one != chosen),
            _answer(page()),
            _answer(page(own=True)),
        )
        self._seen = Seen()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="trial", daemon=True)
        self._opened = threading.Event()
        self._error: UpstanderError | None = None
        self._over: asyncio.Event | None = None

    def open(self) -> None:
        """Open the door.

        Raises:
            UpstanderError: nothing can be opened on the address; nothing is open.

        """
        self._thread.start()
        self._opened.wait()
        if self._error is not None:
            self._thread.join()
            raise self._error

    def seen(self) -> Seen:
        """What was seen until now."""
        return self._seen

    def close(self) -> None:
        """Close the door and the port; what was open ends."""
        if self._thread.is_alive() and self._over is not None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._over.set)
            self._thread.join()

    # In the thread

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._stay_open())
        finally:
            self._opened.set()
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()

    async def _stay_open(self) -> None:
        self._over = asyncio.Event()
        try:
            await self._listen()
        except UpstanderError as error:
            self._error = error
            return
        listening = asyncio.create_task(self._hear())
        self._opened.set()
        self._note(itself=await self._knock())
        await self._over.wait()
        listening.cancel()
        for server in self._door.servers:
            server.close()
        await self._end_all()

    async def _end_all(self) -> None:
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    async def _listen(self) -> None:
        """Take the chosen address, or fail; take the others if they can be had."""
        from trainer.workshop.room.listening import listen
        from trainer.workshop.room.room import EASY

        ports = self._ports or (*EASY, 0)
        for ip in (self._door.chosen, *self._door.others):
            try:
                listening = listen(ip, ports)
            except UpstanderError:
                if ip == self._door.chosen:
                    raise
                continue
            server = await asyncio.start_server(self._came, sock=listening, limit=MOST_BYTES)
            self._door.servers.append(server)
            self.port = listening.getsockname()[1]
            ports = (self.port,)

    async def _knock(self) -> bool:
        """Try this computer's own page."""
        with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
            async with asyncio.timeout(_KNOCK):
                reader, writer = await asyncio.open_connection(self._door.chosen, self.port)
                try:
                    writer.write(b"GET /" + self._door.secret + b" HTTP/1.1\r\n\r\n")
                    return (await reader.readexactly(12)).endswith(b"204")
                finally:
                    writer.close()
        return False

    async def _hear(self) -> None:
        """Look now and then whether another machine has shown itself."""
        before = await self._machines()
        firewall, tool = await asyncio.to_thread(own_firewall.look)
        self._note(firewall=firewall, tool=tool)
        while not self._seen.heard:
            await asyncio.sleep(_LISTEN)
            if await self._machines() - before:
                self._note(heard=True)

    async def _machines(self) -> frozenset[str]:
        said = await asyncio.to_thread(hearing.table)
        return hearing.heard(said, self._door.chosen)

    async def _came(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        here: str = writer.get_extra_info("sockname")[0]
        there = (writer.get_extra_info("peername") or ("",))[0]
        self._door.inside += 1
        try:
            if self._door.inside > AT_ONCE:
                return
            await self._look_at(reader, writer, here, is_own=there == here)
        except (OSError, asyncio.LimitOverrunError, asyncio.IncompleteReadError, TimeoutError):
            if there != here:
                self._come(Arrived.CONNECTED, here)
        except asyncio.CancelledError:
            # The door closes. Going on with it, Python 3.11 would log an error for each.
            return
        finally:
            self._door.inside -= 1
            writer.close()

    async def _look_at(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        here: str,
        *,
        is_own: bool,
    ) -> None:
        async with asyncio.timeout(PATIENCE):
            first = await reader.readexactly(1)
            if first == b"\x16":
                if not is_own:
                    self._come(Arrived.SECURE, here)
                return
            asked = first + await reader.readuntil(b"\r\n\r\n")
            if asked.startswith(b"GET /" + self._door.secret):
                writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
            elif asked.startswith(b"GET "):
                writer.write(self._door.own_page if is_own else self._door.page)
                if is_own:
                    self._note(looked=True)
                else:
                    self._come(Arrived.PAGE, here)
            elif not is_own:
                self._come(Arrived.CONNECTED, here)
            await writer.drain()

    def _come(self, arrived: Arrived, here: str) -> None:
        elsewhere = ""
        if arrived is Arrived.PAGE and here != self._door.chosen:
            arrived, elsewhere = Arrived.ELSEWHERE, here
        if _ORDER.index(arrived) > _ORDER.index(self._seen.arrived):
            self._note(arrived=arrived, elsewhere=elsewhere)

    def _note(self, **what: object) -> None:
        self._seen = replace(self._seen, **what)  # type: ignore[arg-type]


def _answer(said: str) -> bytes:
    body = said.encode("utf-8")
    return f"HTTP/1.1 200 OK\r\n{_HEADERS}Content-Length: {len(body)}\r\n\r\n".encode() + body
