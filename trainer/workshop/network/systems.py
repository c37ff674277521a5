"""Settings by their names: of each system's firewall, of its hotspot, and in routers' words.

Names of settings are those of the system's English; whoever has it in another language finds
them at the same place. Checked against Apple's platform guide and the manual pages of ufw and
firewalld; of Windows against what several guides say alike.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Final

from trainer.language import N_, _
from trainer.workshop.network.own_firewall import Tool


class System(StrEnum):
    """What kind of system this computer runs."""

    WINDOWS = "windows"
    MACOS = "macos"
    LINUX = "linux"


def this_system() -> System:
    """Kind of the system in use."""
    return {"win32": System.WINDOWS, "darwin": System.MACOS}.get(sys.platform, System.LINUX)


_FIREWALL: Final = {
    System.WINDOWS: N_(
        "On this computer: Windows Security, “Firewall & network protection”, “Allow an app through"
        " firewall”, “Change settings”: find Upstander (or Python) and tick “Private”. If this"
        " Wi-Fi counts as “Public” here, tick “Public” too, and take it back afterwards."
    ),
    System.MACOS: N_(
        "On this computer: System Settings, “Network”, “Firewall”, “Options”: switch off “Block all"
        " incoming connections”, and set Upstander (or Python) to “Allow incoming connections”."
    ),
    System.LINUX: N_(
        "On this computer, whatever firewall it has must let in port %(port)s. With ufw: sudo ufw"
        " allow %(port)s/tcp. With firewalld: sudo firewall-cmd --add-port=%(port)s/tcp"
    ),
}

_TOOLS: Final = {
    Tool.UFW: N_(
        "On this computer, in a terminal: sudo ufw allow %(port)s/tcp (and afterwards: sudo ufw"
        " delete allow %(port)s/tcp)."
    ),
    Tool.FIREWALLD: N_(
        "On this computer, in a terminal: sudo firewall-cmd --add-port=%(port)s/tcp (it is gone"
        " again at the next start)."
    ),
}

_ISOLATION: Final = N_(
    "In the router this is called “AP isolation”, “client isolation” or “guest network”. Ask"
    " whoever looks after it to switch it off, or for a Wi-Fi that is not for guests."
)


def firewall(system: System, port: int, tool: Tool = Tool.NOT_KNOWN) -> str:
    """Name the setting of this computer's firewall."""
    return _(_TOOLS.get(tool, _FIREWALL[system])) % {"port": port}


def isolation() -> str:
    """Name the setting of the router."""
    return _(_ISOLATION)


_HOTSPOT: Final = {
    System.WINDOWS: (
        N_("Open Settings, “Network & internet”, “Mobile hotspot”."),
        N_("Under “Share over”, choose Wi-Fi; under “Edit”, choose a name and a password."),
        N_("Switch “Mobile hotspot” on. It needs some connection to share, even a slow one."),
        N_("Windows lets in about eight phones, no more: enough for a few, not for a hall."),
    ),
    System.MACOS: (
        N_("Open System Settings, “General”, “Sharing”, and the settings of “Internet Sharing”."),
        N_(
            "Share from a cable or from a phone on USB, to devices using Wi-Fi. A Mac cannot take"
            " in and give out by the same Wi-Fi."
        ),
        N_("Under “Wi-Fi Options”, choose a name and a password, then switch it on."),
    ),
    System.LINUX: (
        N_("Open Settings, “Wi-Fi”, the menu at the top, “Turn On Wi-Fi Hotspot”."),
        N_("Choose a name and a password. This computer leaves the Wi-Fi that it is in."),
        N_("Or in a terminal: nmcli device wifi hotspot ssid NAME password PASSWORD"),
    ),
}

_HOTSPOT_FOR_ALL: Final = (
    N_("Then look for the network again here, and choose this computer’s own hotspot."),
    N_("A phone may say that there is no internet. Stay connected: the vote needs none."),
)


def hotspot(system: System) -> tuple[str, ...]:
    """Give the steps to a hotspot of this computer's own."""
    return tuple(_(step) for step in (*_HOTSPOT[system], *_HOTSPOT_FOR_ALL))
