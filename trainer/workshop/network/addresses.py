"""Which of this computer's addresses a phone in the room could reach. Pure: no socket here.

A laptop has more addresses than one thinks: a cable, the Wi-Fi, its own hotspot, and what
virtual machines, containers and tunnels add. The likely ones come first; the others are there,
told apart, for whoever knows better. Only IPv4: a QR code and a person who types need it short,
and every network that phones are given in a hall still has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING, Final

from trainer.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Kind(StrEnum):
    """What an address leads to; the first are the likeliest."""

    HOTSPOT = "hotspot"
    LOCAL = "local"
    OPEN = "open"
    TUNNEL = "tunnel"
    VIRTUAL = "virtual"
    ALONE = "alone"
    ITSELF = "itself"


OFFERED: Final = frozenset({Kind.HOTSPOT, Kind.LOCAL, Kind.OPEN})
"""Kinds that a phone may reach; the others are offered only to who asks for all."""

_KIND_WORDS: Final = {
    Kind.HOTSPOT: N_("this computer’s own hotspot"),
    Kind.LOCAL: N_("a network around you"),
    Kind.OPEN: N_("a wider network, perhaps shared with others"),
    Kind.TUNNEL: N_("a tunnel to somewhere else (VPN)"),
    Kind.VIRTUAL: N_("only inside this computer"),
    Kind.ALONE: N_("a network that gave no address"),
    Kind.ITSELF: N_("only this computer itself"),
}

_LOCAL_NETS: Final = tuple(
    IPv4Network(net) for net in ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12")
)
_CARRIER: Final = IPv4Network("100.64.0.0/10")
"""Where tunnels such as Tailscale live, and what some carriers give out."""

_HOTSPOTS: Final = {
    "192.168.137.1": r"",
    "10.42.0.1": r"",
    "192.168.2.1": r"bridge\d+$|ap\d+$",
}
"""Addresses that Windows, NetworkManager and macOS give themselves as a hotspot: interface."""

_INSIDE: Final = {"192.168.56.1", "192.168.99.1", "192.168.122.1"}
"""What VirtualBox, docker-machine and libvirt take where no interface is named."""

_VIRTUAL: Final = re.compile(
    r"docker|br-[0-9a-f]{6,}|veth|vir?br|vmnet|vmware|vbox|virtualbox|lxc|lxd|podman|cni|flannel"
    r"|cali|kube|vethernet|hyper-?v|wsl|dummy|ifb|awdl|llw|anpi|vnic|bridge0$",
    re.IGNORECASE,
)
_TUNNEL: Final = re.compile(
    r"tun\d|utun|tap\d|wg|tailscale|zt[0-9a-z]{6,}|ppp|ipsec|nordlynx|proton|mullvad|cscotun|gpd"
    r"|vpn|ham\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What the system says: an address, and as far as it tells, of which interface.

    ``wireless`` and ``virtual`` are None where the system does not tell; ``default`` is the
    way to the internet; ``tunnel`` leads to one other machine only.
    """

    ip: str
    interface: str = ""
    wireless: bool | None = None
    virtual: bool | None = None
    tunnel: bool = False
    default: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """One address of this computer, and what it leads to."""

    ip: str
    kind: Kind
    interface: str = ""
    wireless: bool | None = None
    default: bool = False

    @property
    def is_offered(self) -> bool:
        """Whether a phone may reach it."""
        return self.kind in OFFERED

    def url(self, port: int) -> str:
        """Address that a phone opens."""
        return f"http://{self.ip}:{port}/"


def kind_of(found: Found) -> Kind:
    """Tell what an address leads to."""
    ip = IPv4Address(found.ip)
    if ip.is_loopback:
        return Kind.ITSELF
    if ip.is_link_local:
        return Kind.ALONE
    if _is_hotspot(found):
        return Kind.HOTSPOT
    if found.tunnel or _TUNNEL.match(found.interface) or ip in _CARRIER:
        return Kind.TUNNEL
    if _is_inside(found):
        return Kind.VIRTUAL
    return Kind.LOCAL if any(ip in net for net in _LOCAL_NETS) else Kind.OPEN


def _is_hotspot(found: Found) -> bool:
    interface = _HOTSPOTS.get(found.ip)
    if interface is None or found.wireless is False:
        return False
    return bool(re.match(interface, found.interface))


def _is_inside(found: Found) -> bool:
    """Tell by the interface, or by the address alone where none is named.

    A bridge that leads to the internet is how some computers have their cable.
    """
    if not found.interface:
        return found.ip in _INSIDE
    named = bool(_VIRTUAL.match(found.interface))
    return named or (bool(found.virtual) and not found.default)


def sort(found: Iterable[Found]) -> tuple[Address, ...]:
    """Put the addresses that a phone may reach first, each address once."""
    made = {
        one.ip: Address(one.ip, kind_of(one), one.interface, one.wireless, one.default)
        for one in found
        if _is_usable(one.ip)
    }
    return tuple(sorted(made.values(), key=_rank))


def _is_usable(ip: str) -> bool:
    try:
        read = IPv4Address(ip)
    except ValueError:
        return False
    return not (read.is_unspecified or read.is_multicast or read == IPv4Address("255.255.255.255"))


def _rank(one: Address) -> tuple[int, bool, bool, int, IPv4Address]:
    ip = IPv4Address(one.ip)
    net = next((at for at, net in enumerate(_LOCAL_NETS) if ip in net), len(_LOCAL_NETS))
    return list(Kind).index(one.kind), not one.default, not one.wireless, net, ip


def offered(addresses: Iterable[Address]) -> tuple[Address, ...]:
    """Those that a phone may reach."""
    return tuple(one for one in addresses if one.is_offered)


def best(addresses: Sequence[Address]) -> Address | None:
    """The likeliest one, or None where no phone could reach any."""
    return next(iter(offered(addresses)), None)


def told(address: Address, *, by_name: bool = False) -> str:
    """Say in a few words what an address is, for whoever chooses one.

    With ``by_name`` the system's name of the way there is said too, which few people know.
    """
    said = _(_KIND_WORDS[address.kind])
    if address.kind is Kind.LOCAL and address.wireless is not None:
        said = _("Wi-Fi") if address.wireless else _("a cable, or a network beside the Wi-Fi")
    if not (by_name and address.interface):
        return _("%(address)s: %(what)s") % {"address": address.ip, "what": said}
    words = {"address": address.ip, "what": said, "name": address.interface}
    return _("%(address)s: %(what)s (%(name)s)") % words
