"""The server: what comes over HTTP goes to the page, a WebSocket, or the polling; else nowhere.

There is no way from here to the facilitator's acts but the one that the care person has.
"""

from __future__ import annotations

import asyncio
import hmac
import re
from typing import TYPE_CHECKING, Any, Final

from aiohttp import WSCloseCode, web
from aiohttp.http_exceptions import HttpProcessingError

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.workshop.refusals import Refused
from trainer.workshop.room import answers, limits, messages, page
from trainer.workshop.room.gates import Gate
from trainer.workshop.room.lines import Line
from trainer.workshop.room.talk import Over, Talk

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.workshop.room.hall import Hall, Phone
    from trainer.workshop.state import Door

_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*(?=\s*(?:;|,|$))")
"""A language in a list of them, the dearest first, as browsers send it."""

POLL: Final = 20.0
"""Seconds that a phone which polls waits for something new."""

FAREWELL: Final = 0.5
"""Seconds that phones have to say goodbye; the window waits as long."""

MOST_SAID: Final = 5
"""Messages in one poll."""


class Serving:
    """Answers requests.

    Args:
        hall: the phones.
        door: the room's code, salt and care key.
        host: the one address and port that it answers to, as browsers write it.
        trouble: is told what a person has to know.
        went_wrong: is told what should not have happened.

    """

    def __init__(
        self,
        hall: Hall,
        door: Door,
        host: str,
        trouble: Callable[[UpstanderError | None], object],
        went_wrong: Callable[[Exception], object],
    ) -> None:
        self._hall = hall
        self._loop = asyncio.get_running_loop()
        self._care = door.care
        self._host = host
        self._went_wrong = went_wrong
        self._talk = Talk(hall, door, trouble)
        self._leaving: set[asyncio.Task[None]] = set()
        self._lines: set[Line] = set()
        self._pages: dict[str, answers.Page] = {}
        self._care_page = answers.Page.of(page.care(), host)

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer a request; whatever happens, the room goes on."""
        try:
            return await self._answer(request)
        except (asyncio.CancelledError, ConnectionError, HttpProcessingError):
            raise
        except Exception as error:
            self._went_wrong(error)
            return answers.plain(status=500)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.headers.getall("Host", []) != [self._host]:
            return answers.plain(_("Please type the address exactly as you see it."), 421)
        path = request.raw_path.partition("?")[0]
        is_care = self._is_care(path)
        if is_care:
            path = path[len("/care/") + len(self._care) :] or "/"
        if path == "/" and request.method in ("GET", "HEAD"):
            shown = self._care_page if is_care else self._page(request)
            return shown.answer(request.headers.get("Accept-Encoding", ""))
        if path == "/words" and request.method == "GET" and not is_care:
            return self._words(request)
        if path == "/ws" and request.method == "GET":
            return await self._socket(request, is_care=is_care)
        if path == "/poll" and request.method == "POST":
            return await self._polled(request, is_care=is_care)
        return answers.plain(status=404)

    def _page(self, request: web.BaseRequest) -> answers.Page:
        """Give the page in the first language that a phone asks for and that there is."""
        languages = self._hall.languages
        wanted = _LANGUAGE.findall(request.headers.get("Accept-Language", "")[:200])
        found = next(filter(None, map(self._hall.nearest, wanted)), languages[0])
        if found not in self._pages:
            told = page.phone(found, languages)
            self._pages[found] = answers.Page.of(told, self._host)
        return self._pages[found]

    def _words(self, request: web.BaseRequest) -> web.Response:
        """Give the words of the page in another language, as its person has chosen."""
        wanted = request.query.get("language", "")
        if wanted not in self._hall.languages:
            return answers.plain(status=404)
        return answers.data(messages.dump(page.told(wanted)))

    def _is_care(self, path: str) -> bool:
        key = path.split("/")[2] if path.startswith("/care/") else ""
        return hmac.compare_digest(key.encode(errors="replace"), self._care.encode())

    def _is_ours(self, request: web.BaseRequest) -> bool:
        return request.headers.getall("Origin", []) == [f"http://{self._host}"]

    # WebSockets

    async def _socket(self, request: web.BaseRequest, *, is_care: bool) -> web.StreamResponse:
        if not self._is_ours(request):
            return answers.plain(status=403)
        line = Line(self._talk, _gate(request), self._leaving)
        if not line.socket.can_prepare(request):
            return answers.plain(status=400)
        self._lines.add(line)
        try:
            return await line.serve(request, is_care=is_care)
        finally:
            self._lines.discard(line)

    async def close(self) -> None:
        """Tell every phone that the room is closed, and close the lines."""
        for line in list(self._lines):
            line.leave(messages.CLOSED, WSCloseCode.GOING_AWAY)
        if self._leaving:
            await asyncio.wait(self._leaving, timeout=FAREWELL)

    # Polling

    async def _polled(self, request: web.BaseRequest, *, is_care: bool) -> web.StreamResponse:
        if not self._is_ours(request):
            return answers.plain(status=403)
        try:
            given = messages.load(await _body(request))
            if is_care:
                return answers.data(self._care_poll(given, _gate(request)))
            return answers.data(await self._poll(given, _gate(request)))
        except Over as over:
            return answers.plain(over.text, 429)
        except UpstanderError as error:
            text = messages.refused(error, None)
            return answers.data(f'{{"answers":[{text}],"state":null}}', 400)

    async def _poll(self, given: dict[str, Any], gate: Gate) -> str:
        phone = self._talk.by_token(given.get("token"))
        said = given.get("say", [])
        if not isinstance(said, list) or len(said) > MOST_SAID:
            raise Refused("bad-message", _("That could not be understood."))
        got: list[str] = []
        if phone is None:
            if not said:
                raise Refused("unknown", _("This phone has not joined."))
            phone, welcome = await self._talk.hello(said[0], gate)
            got.append(welcome)
            said = said[1:]
        gate.joined(limits.POLLING)
        if phone.polls >= limits.MOST_POLLS or not phone.asking.take(self._loop.time()):
            raise Over
        got += [self._talk.said(phone, one).text for one in said]
        state = await self._newer(phone, given.get("seen"), wait=not got)
        return f'{{"answers":[{",".join(got)}],"state":{state}}}'

    async def _newer(self, phone: Phone, seen: object, *, wait: bool) -> str:
        """Give what a phone shows if that is not what it has seen; wait for it a while."""
        phone.polled = self._loop.time()
        changed = phone.waits
        if wait and phone.version == seen:
            phone.polls += 1
            try:
                async with asyncio.timeout(POLL):
                    await changed.wait()
            except TimeoutError:
                return "null"
            finally:
                phone.polls -= 1
            phone.polled = self._loop.time()
        return "null" if phone.version == seen else self._hall.shown(phone).decode()

    def _care_poll(self, given: dict[str, Any], gate: Gate) -> str:
        gate.joined(limits.POLLING)
        said = given.get("say", [])
        if not isinstance(said, list) or len(said) > MOST_SAID:
            raise Refused("bad-message", _("That could not be understood."))
        self._hall.care_polled()
        got = [self._talk.care_said(gate.bucket, one).text for one in said]
        return f'{{"answers":[{",".join(got)}],"state":{self._talk.waiting()}}}'


def _gate(request: web.BaseRequest) -> Gate:
    gate = request.transport and request.transport.get_protocol()
    if not isinstance(gate, Gate):
        raise ConnectionResetError
    return gate


async def _body(request: web.BaseRequest) -> str:
    """Read what was posted.

    Raises:
        Refused: it is too much, or no text.

    """
    found = b""
    async for some in request.content.iter_any():
        found += some
        if len(found) > limits.LARGEST:
            raise Refused("too-large", _("That is too much at once."))
    try:
        return found.decode()
    except UnicodeDecodeError as error:
        raise Refused("bad-message", _("That could not be understood.")) from error
