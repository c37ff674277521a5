"""Which other machines this computer has heard on its network, as its own table tells.

Before a phone can open a page here it asks the whole network who has this address; this
computer notes the asker, even where a firewall then drops all that follows. Where guests are kept
apart, that question never comes. So a machine that is new in the table while a phone tries
says that the network lets phones through. Nothing is kept: two looks are compared.
"""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
from ipaddress import IPv4Network
from pathlib import Path
from typing import Final

_TABLE: Final = Path("/proc/net/arp")
_PAIR: Final = re.compile(
    r"(?P<ip>(?:\d{1,3}\.){3}\d{1,3})\)?\s.*?(?P<mac>[0-9A-Fa-f]{1,2}(?:[:-][0-9A-Fa-f]{1,2}){5})"
)


def table() -> str:
    """Give the system's table of machines heard; empty where it gives none."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        if sys.platform == "linux":
            return _TABLE.read_text("ascii", "replace")
        asked = ("arp", "-a") if sys.platform == "win32" else ("arp", "-an")
        return subprocess.run(
            asked,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=3,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ).stdout
    return ""


def heard(said: str, address: str) -> frozenset[str]:
    """Read the machines out of such a table that are in the network of an address.

    Its first two numbers tell the network: narrow enough to leave out what is inside this
    computer, wide enough for the networks of halls.
    """
    network = IPv4Network(f"{address}/16", strict=False)
    return frozenset(
        pair["ip"]
        for pair in _PAIR.finditer(said)
        if _is_machine(pair["mac"]) and pair["ip"] != address and _is_in(pair["ip"], network)
    )


def _is_machine(mac: str) -> bool:
    """Leave out what is still being asked for, and addresses that stand for many."""
    first, *rest = (int(part, 16) for part in re.split("[:-]", mac))
    return first % 2 == 0 and any((first, *rest))


def _is_in(ip: str, network: IPv4Network) -> bool:
    with contextlib.suppress(ValueError):
        return IPv4Network(ip).subnet_of(network)
    return False
