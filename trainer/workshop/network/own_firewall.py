"""What this computer's own firewall says of itself. Only looked at, never changed."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import Final

from trainer.workshop.network.verdict import Firewall

_UFW: Final = Path("/etc/ufw/ufw.conf")
_FIREWALLD: Final = Path("/sys/fs/cgroup/system.slice/firewalld.service")
_MAC: Final = ("/usr/libexec/ApplicationFirewall/socketfilterfw", "--getglobalstate")
_WINDOWS: Final = r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\%s"
_PROFILES: Final = ("StandardProfile", "PublicProfile", "DomainProfile")
_ON: Final = re.compile(r"(?mi)^\s*ENABLED\s*=\s*[\"']?yes")


class Tool(StrEnum):
    """What the firewall of a Linux computer is told by."""

    UFW = "ufw"
    FIREWALLD = "firewalld"
    NOT_KNOWN = "not-known"


def look() -> tuple[Firewall, Tool]:
    """Tell what the firewall does, and on Linux by what it is told."""
    with contextlib.suppress(OSError, ValueError, subprocess.SubprocessError):
        if sys.platform == "linux":
            return linux()
        if sys.platform == "darwin":
            return mac(_asked_mac()), Tool.NOT_KNOWN
        if sys.platform == "win32":
            return _windows(), Tool.NOT_KNOWN
    return Firewall.UNKNOWN, Tool.NOT_KNOWN


def linux(ufw: Path = _UFW, firewalld: Path = _FIREWALLD) -> tuple[Firewall, Tool]:
    """Look for the two that distributions bring; rules made by hand are not seen."""
    if firewalld.exists():
        return Firewall.MAY_BLOCK, Tool.FIREWALLD
    if not ufw.exists():
        return Firewall.UNKNOWN, Tool.NOT_KNOWN
    on = _ON.search(ufw.read_text("utf-8", "replace"))
    return (Firewall.MAY_BLOCK if on else Firewall.LETS_IN), Tool.UFW


def mac(said: str) -> Firewall:
    """Read what macOS says of its firewall."""
    state = re.search(r"State = (\d)", said)
    if state is None:
        return Firewall.UNKNOWN
    return Firewall.LETS_IN if state[1] == "0" else Firewall.MAY_BLOCK


def _asked_mac() -> str:
    return subprocess.run(_MAC, capture_output=True, text=True, timeout=3, check=False).stdout


def _windows() -> Firewall:
    if sys.platform != "win32":
        return Firewall.UNKNOWN
    import winreg

    for profile in _PROFILES:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _WINDOWS % profile) as key:
            if winreg.QueryValueEx(key, "EnableFirewall")[0]:
                return Firewall.MAY_BLOCK
    return Firewall.LETS_IN
