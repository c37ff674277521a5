"""Phones for tests: real sockets, without a page.

In an async test: :class:`Phone`. In any other, with a window or without::

    with Crowd(room.url, room.door.code) as crowd:
        ana, ben = crowd.join(2)
        crowd.run(ana.vote("-not-sure"))

Nothing waits longer than a few seconds.
"""

from __future__ import annotations

import asyncio
import itertools
import threading
from typing import TYPE_CHECKING, Any, Self, TypeVar

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

PATIENCE = 10.0
_T = TypeVar("_T")


class Phone:
    """One phone that follows a room over a WebSocket.

    ``state`` is the latest that it was shown, ``states`` counts them, ``others`` holds what
    else was said to it. ``token`` and ``n`` are what a page would remember.
    """

    def __init__(self, http: aiohttp.ClientSession, url: str, path: str = "ws") -> None:
        self._http = http
        self.url = url
        self._path = path
        self.token = ""
        self.n = 0
        self.welcome: dict[str, Any] = {}
        self.state: dict[str, Any] = {}
        self.states = 0
        self.others: list[dict[str, Any]] = []
        self.closed: int | None = None
        self.socket: aiohttp.ClientWebSocketResponse | None = None
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._news = asyncio.Event()
        self._reading: asyncio.Task[None] | None = None

    async def connect(self) -> None:
        """Open the socket, and say nothing."""
        self.socket = await self._http.ws_connect(
            f"{self.url}{self._path}", headers={"Origin": self.url[:-1]}
        )
        self.closed = None
        self._reading = asyncio.create_task(self._read(self.socket))

    async def hello(self, code: str = "", language: str = "") -> Self:
        """Join, or join again with the token that it has; with the first state it comes back."""
        await self.connect()
        what = {"token": self.token} if self.token else {"code": code}
        before, said = self.states, len(self.others)
        await self.send({"type": "hello", "language": language, **what})
        await self.until(lambda: self.states > before or len(self.others) > said)
        return self

    async def _read(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        async for message in socket:
            if message.type is aiohttp.WSMsgType.TEXT:
                self._heard(message.json())
        self.closed = socket.close_code
        self._stir()

    def _heard(self, given: dict[str, Any]) -> None:
        kind, n = given["type"], given.get("n")
        if kind == "welcome":
            self.welcome, self.token = given, given["token"]
            self.n = max(self.n, n or 0)
        elif kind in ("state", "pauses"):
            self.state, self.states = given, self.states + 1
        elif n in self._waiting:
            if "you" in given:
                self.state["you"] = given.pop("you")
            self._waiting.pop(n).set_result(given)
        else:
            self.others.append(given)
        self._stir()

    def _stir(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    async def send(self, given: Any) -> None:
        """Send an object as it is, or a text."""
        assert self.socket is not None
        if isinstance(given, str):
            await self.socket.send_str(given)
        else:
            await self.socket.send_json(given)

    async def say(self, kind: str, n: int = 0, **what: Any) -> dict[str, Any]:
        """Say something, and give the answer; with ``n`` it is said again."""
        if not n:
            self.n += 1
            n = self.n
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[n] = answer
        await self.send({"type": kind, "n": n, **what})
        return await asyncio.wait_for(answer, PATIENCE)

    async def vote(self, *answers: str, which: int = 0) -> dict[str, Any]:
        """Answer what is asked, the first question of it or another one."""
        await self.until(lambda: len(self.state["all"]["votes"]) > which)
        vote = self.state["all"]["votes"][which]
        return await self.say(
            "vote", question=vote["id"], **{"pass": vote["pass"], "answers": list(answers)}
        )

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something holds of this phone."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                await self._news.wait()

    async def shows(self, what: str) -> None:
        """Wait until something shows: ``vote``, ``look-up`` …."""
        await self.until(lambda: self.state.get("all", {}).get("show") == what)

    async def drop(self) -> None:
        """Be gone without a word, as in a lift."""
        assert self.socket is not None
        connection = self.socket._response.connection
        if connection is not None and connection.transport is not None:
            connection.transport.abort()
        if self._reading is not None:
            await self._reading


class Crowd:
    """Phones in a thread of their own, for tests that are not async themselves."""

    def __init__(self, url: str, code: str) -> None:
        self.url = url
        self.code = code
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="phones", daemon=True)
        self._http: aiohttp.ClientSession | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        self._http = self.run(_session())
        return self

    def __exit__(self, *_error: object) -> None:
        if self._http is not None:
            self.run(self._http.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def run(self, what: Coroutine[Any, Any, _T]) -> _T:
        """Run something in the phones' thread, and give what it gives."""
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(2 * PATIENCE)

    def together(self, what: Coroutine[Any, Any, Any], *more: Coroutine[Any, Any, Any]) -> None:
        """Run several things at once."""
        self.run(_all(what, *more))

    def phone(self, path: str = "ws") -> Phone:
        """Give a phone that has not joined."""
        assert self._http is not None
        return Phone(self._http, self.url, path)

    def join(self, count: int = 1, language: str = "") -> list[Phone]:
        """Let phones join, and give them."""
        phones = [self.phone() for _one in range(count)]
        self.run(_all(*(one.hello(self.code, language) for one in phones)))
        return phones

    def vote(self, phones: list[Phone], *answers: str) -> list[dict[str, Any]]:
        """Let phones answer, in turns of the answers; give what was answered to them."""
        turns = zip(phones, itertools.cycle(answers), strict=False)
        return self.run(_all(*(phone.vote(answer) for phone, answer in turns)))


async def _session() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))


async def _all(*every: Coroutine[Any, Any, Any]) -> list[Any]:
    return list(await asyncio.gather(*every))
