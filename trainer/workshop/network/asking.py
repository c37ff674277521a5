"""Asks the system for this computer's addresses. Nothing is sent, and nobody is asked outside.

Linux and macOS tell addresses with their interfaces (``getifaddrs``); Windows tells addresses
by the computer's own name, without interfaces. What cannot be found out is left out.
"""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import sys
from ipaddress import IPv4Address
from pathlib import Path
from typing import TYPE_CHECKING, Final

from trainer.workshop.network.addresses import Address, Found, sort

if TYPE_CHECKING:
    from collections.abc import Iterator

_UP, _POINT_TO_POINT = 0x1, 0x10
_INET: Final = 2
_NET: Final = Path("/sys/class/net")
_ROUTES: Final = Path("/proc/net/route")


class _Entry(ctypes.Structure):
    """``struct ifaddrs`` as far as it is the same on Linux and macOS."""


_Entry._fields_ = [
    ("next", ctypes.POINTER(_Entry)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.POINTER(ctypes.c_uint8 * 8)),
]


def addresses() -> tuple[Address, ...]:
    """All addresses of this computer, the likeliest first; empty where there is no network."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        found = tuple(_by_name() if sys.platform == "win32" else _by_interface())
        return sort(found)
    return ()


def _by_interface() -> Iterator[Found]:
    libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    first = ctypes.POINTER(_Entry)()
    if libc.getifaddrs(ctypes.byref(first)):
        raise OSError(ctypes.get_errno(), "getifaddrs")
    default = _default_interface()
    try:
        entry = first
        while entry:
            one = entry.contents
            if one.flags & _UP and one.address and (ip := _ip(bytes(one.address.contents))):
                name = one.name.decode("utf-8", "replace")
                yield Found(
                    ip,
                    name,
                    wireless=_is_wireless(name),
                    virtual=_is_virtual(name),
                    tunnel=bool(one.flags & _POINT_TO_POINT),
                    default=name == default,
                )
            entry = one.next
    finally:
        libc.freeifaddrs(first)


def _ip(raw: bytes) -> str | None:
    """Read a ``sockaddr_in``; the family is one byte on macOS, behind the length."""
    family = raw[1] if sys.platform == "darwin" else int.from_bytes(raw[:2], sys.byteorder)
    return str(IPv4Address(raw[4:8])) if family == _INET else None


def _is_wireless(name: str) -> bool | None:
    if sys.platform != "linux":
        return None
    return (_NET / name / "wireless").exists() or (_NET / name / "phy80211").exists()


def _is_virtual(name: str) -> bool | None:
    if sys.platform != "linux":
        return None
    return "virtual" in (_NET / name).resolve().parts


def _default_interface() -> str:
    """Interface that leads to the internet, where the system tells it in a file."""
    with contextlib.suppress(OSError):
        for line in _ROUTES.read_text("ascii").splitlines()[1:]:
            name, to, _gateway, *_rest = line.split()
            if to == "00000000":
                return name
    return ""


def _by_name() -> Iterator[Found]:
    import socket

    host = socket.gethostname()
    for _family, _kind, _proto, _name, where in socket.getaddrinfo(host, None, socket.AF_INET):
        yield Found(str(where[0]))
