"""The room that phones join: opened by a person on one address, closed by a person.

It runs in a thread of its own, with nothing of Qt. If anything goes wrong in it, a person is
told once, and the workshop goes on with hands.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import sys
import threading
from typing import TYPE_CHECKING, Any, Final, Self

from trainer.errors import KeepingError
from trainer.language import _
from trainer.workshop.room import keys, limits
from trainer.workshop.room.listening import BACKLOG, RoomError, listen, open_files

if TYPE_CHECKING:
    import asyncio
    import socket
    from collections.abc import Callable
    from types import TracebackType

    from trainer.errors import UpstanderError
    from trainer.workshop.room.hall import Hall
    from trainer.workshop.state import Door
    from trainer.workshop.workshop import Workshop

EASY: Final = (8080, 8000, 8888)
"""Ports that are quickly typed, if they are free."""

SWITCH: Final = 0.0005
"""Seconds after which Python lets another thread go on while the room is open: at the usual
0.005 a busy window holds up votes for a third of a second."""

_SPARE: Final = 200
_LONG: Final = 10.0


class Room:
    """The room of a workshop.

    Args:
        workshop: what phones join.
        host: the address of this computer to open it on: one, not all.
        port: where; 0 for any that is free; None for one that is quickly typed, if it is free.
            A room that was open before opens where it was, if it can.
        trouble: called, in the room's thread, with what a person has to know, and with None
            when what could not be kept can be kept again.

    """

    def __init__(
        self,
        workshop: Workshop,
        host: str,
        port: int | None = 0,
        trouble: Callable[[UpstanderError | None], object] | None = None,
    ) -> None:
        self.workshop = workshop
        self.host = host
        self.port = port
        self._tell = trouble
        self._is_kept = True
        self._told: set[str] = set()
        self._thread: threading.Thread | None = None
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closing: asyncio.Event | None = None
        self._hall: Hall | None = None
        self._before = 0.0

    @property
    def is_open(self) -> bool:
        """Whether phones can join."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def url(self) -> str:
        """The address that people type; the QR code has ``#`` and the code behind it."""
        return f"http://{self._host()}/"

    @property
    def door(self) -> Door:
        """Its code and keys, once it has been opened."""
        door = self.workshop.state.door
        if door is None:
            raise ValueError("the room has not been opened")
        return door

    @property
    def care_url(self) -> str:
        """The secret address of the care person's page."""
        return f"{self.url}care/{self.door.care}"

    def reached(self) -> int:
        """Count the phones that hear of what changes now."""
        hall = self._hall
        return hall.reached() if hall is not None and self.is_open else 0

    def _host(self) -> str:
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == 80 else f"{name}:{self.port}"

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def open(self) -> None:
        """Open it: from now on it is in the journal, and phones can join.

        Raises:
            RoomError: it cannot be opened there.
            UpstanderError: that could not be kept.

        """
        if self.is_open:
            return
        before = self.workshop.state.door
        listening = listen(self.host, self._ports(before))
        try:
            self.port = listening.getsockname()[1]
            self.workshop.do(
                "door",
                code=before.code if before else keys.make_code(),
                salt=before.salt if before else keys.make_secret(),
                care=before.care if before else keys.make_secret(),
                url=self.url,
            )
        except BaseException:
            listening.close()
            raise
        self._before = sys.getswitchinterval()
        sys.setswitchinterval(min(SWITCH, self._before))
        # Everything that is there by now stays while it is open. Looking through all of it for
        # what can be cleared up would hold up the window while 500 phones come in.
        gc.freeze()
        self._ready.clear()
        self._thread = threading.Thread(
            target=self._run, args=(listening,), name="room", daemon=True
        )
        # Nobody waits for it: whoever comes before it is there is kept by the system meanwhile.
        self._thread.start()

    def _ports(self, before: Door | None) -> tuple[int, ...]:
        if self.port:
            return (self.port,)
        start, _colon, port = (before.url if before else "").rstrip("/").rpartition(":")
        was = (int(port),) if port.isdecimal() and start.endswith(self.host) else ()
        return (*was, *(EASY if self.port is None else ()), 0)

    def close(self) -> None:
        """Close it and its port, and tell the phones.

        What was said is kept, and it can be opened again with the same code.
        """
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._ready.wait(_LONG)
        loop, closing = self._loop, self._closing
        if loop is not None and closing is not None and thread.is_alive():
            with contextlib.suppress(RuntimeError):  # It has ended in this moment, by itself.
                loop.call_soon_threadsafe(closing.set)
        thread.join(_LONG)
        self._shut()

    def _shut(self) -> None:
        """Note that it is closed, and have threads and clearing up as usual again."""
        sys.setswitchinterval(self._before)
        gc.unfreeze()
        door = self.workshop.state.door
        if door is not None and door.is_open:
            try:
                self.workshop.do("shut")
            except KeepingError as error:
                # It is closed all the same, and nobody would find it open who goes on later.
                self._trouble(error)

    # In its own thread

    def _run(self, listening: socket.socket) -> None:
        # Here, and not above: reading it in takes a while, and the window goes on meanwhile.
        import asyncio

        try:
            with asyncio.Runner() as runner:
                runner.run(self._serve(listening))
        except Exception as error:
            logging.getLogger(__name__).exception("the room went wrong")
            self._trouble(self._broken(error))
            self._shut()
        finally:
            listening.close()
            self._ready.set()

    async def _serve(self, listening: socket.socket) -> None:
        import asyncio

        from trainer.workshop.room.hall import Hall

        loop = self._loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._went_wrong)
        closing = self._closing = asyncio.Event()
        with contextlib.closing(Hall(self.workshop)) as hall:
            self._hall = hall
            await self._open_to(hall, listening, closing)

    async def _open_to(self, hall: Hall, listening: socket.socket, closing: asyncio.Event) -> None:
        import asyncio

        from aiohttp import web

        from trainer.workshop.room.gates import Gates
        from trainer.workshop.room.serving import Serving

        gc.freeze()  # The server's own modules stay as well.
        loop = asyncio.get_running_loop()
        serving = Serving(
            hall, self.door, self._host(), self._trouble,
            lambda error: self._went_wrong(loop, {"exception": error}),
        )  # fmt: skip
        http = web.Server(
            serving.answer, access_log=None, logger=_silent(), max_line_size=1024,
            max_field_size=4096, max_headers=64, keepalive_timeout=limits.UNKNOWN,
            auto_decompress=False, lingering_time=1.0,
        )  # fmt: skip
        gates = Gates(http, min(limits.MOST, open_files() - _SPARE))
        server = await loop.create_server(gates, sock=listening, backlog=BACKLOG)
        self._ready.set()
        try:
            await closing.wait()
        finally:
            hall.close()  # What happens while it closes is no news to anybody.
            server.close()
            await serving.close()
            gates.shut()
            await http.shutdown(0.2)

    def _trouble(self, error: UpstanderError | None) -> None:
        """Tell a person; one trouble is told once. None: what is done is kept again."""
        if isinstance(error, KeepingError):
            news, self._is_kept = self._is_kept, False
        elif error is None:
            news, self._is_kept = not self._is_kept, True
        else:
            news = error.details not in self._told
            self._told.add(error.details)
        if news and self._tell is not None:
            self._tell(error)

    def _broken(self, error: BaseException | None) -> RoomError:
        return RoomError(
            _("The room for phones went wrong."),
            _("The workshop goes on, and what was voted is kept."),
            _("Count hands, or open the room again: phones join again by themselves."),
            repr(error),
        )

    def _went_wrong(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Say what went wrong, without saying with whom: no address, no device."""
        del loop
        error = context.get("exception")
        if error is None or isinstance(error, OSError):
            return  # Somebody has gone; phones do.
        logging.getLogger(__name__).error("in the room: %s", type(error), exc_info=error)
        self._trouble(self._broken(error))


def _silent() -> logging.Logger:
    """Give a logger for what aiohttp would say, which names addresses and devices."""
    logger = logging.Logger("room")
    logger.disabled = True
    return logger
