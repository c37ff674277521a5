"""Taking an address and a port of this computer, and enough open files."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
from typing import Final

from trainer.errors import UpstanderError
from trainer.language import _

BACKLOG: Final = 1024
WANTED: Final = 4096
"""Open files that a process is allowed, if the system lets it."""


class RoomError(UpstanderError):
    """The room cannot be opened, or went wrong; the workshop goes on with hands."""


def open_files() -> int:
    """Ask for enough open files, and give how many there may be."""
    try:
        import resource
    except ImportError:
        return WANTED  # Windows counts none.
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= WANTED:
        return WANTED
    wanted = WANTED if hard == resource.RLIM_INFINITY else min(WANTED, hard)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    except (OSError, ValueError):
        return soft
    return wanted


def listen(host: str, ports: tuple[int, ...]) -> socket.socket:
    """Take an address of this computer.

    Raises:
        RoomError: it is none, or no such port is free.

    """
    try:
        address = ipaddress.ip_address(host)
    except ValueError as error:
        raise _cannot(host, str(error)) from error
    if address.is_unspecified or address.is_multicast:
        raise _cannot(host, "not one address")
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    wrong: OSError | None = None
    for port in ports:
        made = socket.socket(family, socket.SOCK_STREAM)
        try:
            if os.name == "posix":
                # What a killed program left behind does not keep the port from us.
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            else:
                exclusive: int = socket.SO_EXCLUSIVEADDRUSE  # type: ignore[attr-defined]
                made.setsockopt(socket.SOL_SOCKET, exclusive, 1)
            made.bind((host, port))
            # Now, not later: two could bind, and only one can listen.
            made.listen(BACKLOG)
        except (OSError, OverflowError) as error:
            made.close()
            wrong = error if isinstance(error, OSError) else OSError(errno.EINVAL, str(error))
            continue
        made.setblocking(False)
        return made
    raise _cannot(host, str(wrong), is_used=wrong is not None and wrong.errno == errno.EADDRINUSE)


def is_here(host: str) -> bool:
    """Tell whether an address is still one of this computer; nothing listens, nothing is sent."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as made:
            made.bind((host, 0))
    except OSError as error:
        return error.errno != errno.EADDRNOTAVAIL
    return True


def gone(host: str) -> RoomError:
    """Say that the room is open on an address that this computer does not have any more."""
    return RoomError(
        _("This computer is not at %(address)s any more: phones do not reach the room.")
        % {"address": host},
        _("The workshop goes on, and what was voted is kept."),
        _("Count hands, go back to that network, or let phones in again at another address."),
    )


def _cannot(host: str, details: str, *, is_used: bool = False) -> RoomError:
    if is_used:
        return RoomError(
            _("Another program uses that port of this computer."),
            _("Nothing was opened."),
            _("Choose another port, or leave it to Upstander."),
            details,
        )
    return RoomError(
        _("The room cannot be opened on the address %(address)s.") % {"address": host},
        _("Nothing was opened."),
        _("Look whether this computer is still on that network, and choose again."),
        details,
    )
