"""Which address a phone could reach, told from what the system says of it."""

from __future__ import annotations

import os
import sys

import pytest

from trainer.workshop.network import asking
from trainer.workshop.network.addresses import Address, Found, Kind, best, kind_of, sort, told

WIFI = Found("10.20.3.4", "wlp2s0", wireless=True, virtual=False, default=True)


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (WIFI, Kind.LOCAL),
        (Found("192.168.0.17", "en0"), Kind.LOCAL),
        (Found("172.31.255.1", "eth0", wireless=False, virtual=False), Kind.LOCAL),
        (Found("172.32.0.1", "eth0", virtual=False), Kind.OPEN),
        (Found("141.20.1.9", "wlan0", wireless=True), Kind.OPEN),
        (Found("192.168.5.5", "br0", virtual=True, default=True), Kind.LOCAL),
        (Found("192.168.5.5", "br0", virtual=True), Kind.VIRTUAL),
        (Found("172.17.0.1", "docker0"), Kind.VIRTUAL),
        (Found("172.18.0.1", "br-3f2a9c0d1e2b"), Kind.VIRTUAL),
        (Found("192.168.122.1", "virbr0", virtual=True), Kind.VIRTUAL),
        (Found("192.168.56.1"), Kind.VIRTUAL),
        (Found("192.168.56.1", "wlan0", virtual=False), Kind.LOCAL),
        (Found("10.8.0.2", "tun0"), Kind.TUNNEL),
        (Found("10.8.0.2", "utun4"), Kind.TUNNEL),
        (Found("10.8.0.2", "eth7", tunnel=True, default=True), Kind.TUNNEL),
        (Found("100.101.102.103"), Kind.TUNNEL),
        (Found("169.254.10.10", "en5"), Kind.ALONE),
        (Found("127.0.0.1", "lo"), Kind.ITSELF),
        (Found("10.42.0.1", "wlp2s0", wireless=True), Kind.HOTSPOT),
        (Found("10.42.0.1", "enp1s0", wireless=False), Kind.LOCAL),
        (Found("192.168.137.1"), Kind.HOTSPOT),
        (Found("192.168.2.1", "bridge100"), Kind.HOTSPOT),
        (Found("192.168.2.1", "en0"), Kind.LOCAL),
    ],
)
def test_what_an_address_leads_to(found: Found, kind: Kind) -> None:
    assert kind_of(found) is kind


def test_the_likeliest_comes_first_and_the_rest_behind() -> None:
    order = [
        "10.42.0.1",
        "10.20.3.4",
        "192.168.1.9",
        "192.168.1.2",
        "10.0.0.5",
        "172.20.0.5",
        "141.20.1.9",
        "100.64.0.9",
        "172.17.0.1",
        "169.254.1.1",
        "127.0.0.1",
    ]
    found = [
        WIFI,
        Found("10.42.0.1", "wlp3s0", wireless=True),
        Found("127.0.0.1", "lo"),
        Found("172.20.0.5", "eth1"),
        Found("10.0.0.5", "eth2"),
        Found("172.17.0.1", "docker0"),
        Found("192.168.1.2", "eth3"),
        Found("192.168.1.9", "wlan1", wireless=True),
        Found("169.254.1.1", "eth4"),
        Found("100.64.0.9", "tailscale0"),
        Found("141.20.1.9", "eth5"),
        WIFI,
    ]
    assert [one.ip for one in sort(found)] == order
    first = best(sort(found[2:6]))
    assert first is not None
    assert first.ip == "10.0.0.5"


@pytest.mark.parametrize("ip", ["0.0.0.0", "224.0.0.251", "255.255.255.255", "fe80::1", "", "1.2"])
def test_what_is_no_address_of_a_computer_is_left_out(ip: str) -> None:
    assert sort([Found(ip, "eth0")]) == ()


def test_alone_with_itself_there_is_nothing_to_offer() -> None:
    assert best(sort([Found("127.0.0.1", "lo"), Found("169.254.9.9", "eth0")])) is None


def test_an_address_says_what_it_is() -> None:
    assert told(sort([WIFI])[0]) == "10.20.3.4: Wi-Fi"
    assert told(sort([WIFI])[0], by_name=True) == "10.20.3.4: Wi-Fi (wlp2s0)"
    assert told(Address("10.0.0.5", Kind.LOCAL)) == "10.0.0.5: a network around you"
    assert "only inside" in told(Address("172.17.0.1", Kind.VIRTUAL, "docker0"))
    assert Address("10.0.0.5", Kind.LOCAL).url(8080) == "http://10.0.0.5:8080/"


@pytest.mark.skipif(sys.platform != "linux", reason="where the system tells interfaces in files")
def test_this_computer_is_asked_and_no_socket_is_made() -> None:
    made: list[str] = []
    watching = True

    def watch(event: str, _arguments: object) -> None:
        if watching and event.startswith("socket."):
            made.append(event)

    sys.addaudithook(watch)
    found = asking.addresses()
    watching = False
    assert made == []
    itself = next(one for one in found if one.ip == "127.0.0.1")
    assert (itself.kind, itself.interface) == (Kind.ITSELF, "lo")
    assert {one.interface for one in found} <= set(os.listdir("/sys/class/net"))
