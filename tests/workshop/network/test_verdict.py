"""The table by which a test with one phone is read."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, get_args, get_type_hints

import pytest

from trainer.workshop.network import own_firewall, systems, verdict_words
from trainer.workshop.network.hearing import heard
from trainer.workshop.network.own_firewall import Tool
from trainer.workshop.network.systems import System
from trainer.workshop.network.verdict import (
    TABLE,
    Answer,
    Arrived,
    Firewall,
    Signs,
    Verdict,
    judge,
)
from trainer.workshop.network.verdict_words import Here

if TYPE_CHECKING:
    from pathlib import Path

YES, NO = Answer.YES, Answer.NO
HERE = Signs(same_wifi=YES, internet=YES)


@pytest.mark.parametrize(
    ("signs", "verdict"),
    [
        (Signs(Arrived.PAGE, same_wifi=NO, internet=NO), Verdict.WORKS),
        (Signs(Arrived.ELSEWHERE), Verdict.OTHER_ADDRESS),
        (replace(HERE, arrived=Arrived.SECURE), Verdict.WENT_SECURE),
        (Signs(Arrived.CONNECTED, itself=False), Verdict.HALF_WAY),
        (replace(HERE, itself=False), Verdict.BLOCKED_HERE),
        (Signs(same_wifi=NO, heard=True), Verdict.OTHER_NETWORK),
        (replace(HERE, heard=True, firewall=Firewall.LETS_IN), Verdict.FIREWALL),
        (Signs(same_wifi=YES, internet=NO, own=True), Verdict.FIREWALL),
        (Signs(same_wifi=YES, internet=NO), Verdict.SIGN_IN),
        (replace(HERE, firewall=Firewall.LETS_IN), Verdict.ISOLATED),
        (replace(HERE, firewall=Firewall.MAY_BLOCK), Verdict.FIREWALL_OR_ISOLATED),
        (HERE, Verdict.FIREWALL_OR_ISOLATED),
        (Signs(), Verdict.WAITING),
        (Signs(same_wifi=YES), Verdict.WAITING),
        (Signs(internet=YES), Verdict.WAITING),
        (Signs(heard=True), Verdict.WAITING),
        (Signs(same_wifi=YES, heard=True), Verdict.FIREWALL),
    ],
)
def test_what_the_signs_come_to(signs: Signs, verdict: Verdict) -> None:
    assert judge(signs) is verdict


def everything() -> list[Signs]:
    kinds = get_type_hints(Signs)
    values = [(True, False) if kind is bool else tuple(kind) for kind in kinds.values()]
    assert not any(get_args(kind) for kind in kinds.values())
    return [Signs(*one) for one in product(*values)]


def test_every_row_of_the_table_is_met_and_says_nothing_twice() -> None:
    first = [next(at for at, row in enumerate(TABLE) if row.fits(one)) for one in everything()]
    assert set(first) == set(range(len(TABLE)))
    assert {row.verdict for row in TABLE} == set(Verdict)


def test_nobody_is_blamed_against_the_signs() -> None:
    for one in everything():
        found = judge(one)
        if one.arrived is not Arrived.NOTHING:
            assert found not in (Verdict.ISOLATED, Verdict.FIREWALL, Verdict.FIREWALL_OR_ISOLATED)
        if found is Verdict.ISOLATED:
            assert one.firewall is Firewall.LETS_IN
            assert not one.heard
            assert not one.own
        if found is Verdict.WAITING:
            assert Answer.NOT_YET in (one.same_wifi, one.internet)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("system", System)
def test_every_verdict_says_what_it_is_and_what_next(verdict: Verdict, system: System) -> None:
    here = Here(system, 8080, address="10.0.0.5")
    plain = " ".join(verdict_words.what_next(verdict, here))
    assert not re.search("sudo|tcp|isolation|8080", plain), "commands are under Details"
    assert ("Details" in plain) <= bool(verdict_words.details(verdict, here))
    said = " ".join((plain, *verdict_words.details(verdict, here)))
    assert verdict_words.head(verdict).endswith(".")
    assert "%" not in said
    assert ("AP isolation" in said) is (verdict in (Verdict.ISOLATED, Verdict.FIREWALL_OR_ISOLATED))
    walls = (Verdict.FIREWALL, Verdict.BLOCKED_HERE, Verdict.FIREWALL_OR_ISOLATED)
    assert ("On this computer" in said) is (verdict in walls)
    assert ("10.0.0.5" in said) is (verdict is Verdict.OTHER_ADDRESS)


def test_the_setting_is_named_as_this_system_names_it() -> None:
    assert "Allow an app through firewall" in systems.firewall(System.WINDOWS, 8080)
    assert "Block all incoming connections" in systems.firewall(System.MACOS, 8080)
    both = systems.firewall(System.LINUX, 8080)
    assert "ufw allow 8080/tcp" in both
    assert "--add-port=8080/tcp" in both
    assert "firewall-cmd" not in systems.firewall(System.LINUX, 8080, Tool.UFW)
    assert "ufw" not in systems.firewall(System.LINUX, 8080, Tool.FIREWALLD)
    assert "eight phones" in " ".join(systems.hotspot(System.WINDOWS))


def test_the_firewalls_that_distributions_bring(tmp_path: Path) -> None:
    ufw, firewalld = tmp_path / "ufw.conf", tmp_path / "firewalld.service"
    assert own_firewall.linux(ufw, firewalld) == (Firewall.UNKNOWN, Tool.NOT_KNOWN)
    ufw.write_text("# ENABLED=yes\nENABLED=no\nLOGLEVEL=low\n")
    assert own_firewall.linux(ufw, firewalld) == (Firewall.LETS_IN, Tool.UFW)
    ufw.write_text('ENABLED="yes"\n')
    assert own_firewall.linux(ufw, firewalld) == (Firewall.MAY_BLOCK, Tool.UFW)
    firewalld.mkdir()
    assert own_firewall.linux(ufw, firewalld) == (Firewall.MAY_BLOCK, Tool.FIREWALLD)
    assert own_firewall.mac("Firewall is disabled. (State = 0)\n") is Firewall.LETS_IN
    assert own_firewall.mac("Firewall is enabled. (State = 1)\n") is Firewall.MAY_BLOCK
    assert own_firewall.mac("") is Firewall.UNKNOWN


LINUX = """IP address       HW type     Flags       HW address            Mask     Device
192.168.4.1      0x1         0x2         02:fc:00:00:00:05     *        wlan0
192.168.4.77     0x1         0x0         00:00:00:00:00:00     *        wlan0
192.168.9.30     0x1         0x2         a4:83:e7:00:11:22     *        wlan0
172.17.0.2       0x1         0x2         02:42:ac:11:00:02     *        docker0
"""
MAC = """? (192.168.4.1) at 2:fc:0:0:0:5 on en0 ifscope [ethernet]
? (192.168.4.77) at (incomplete) on en0 ifscope [ethernet]
? (192.168.9.30) at a4:83:e7:0:11:22 on en0 ifscope [ethernet]
? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
"""
WINDOWS = """
Interface: 192.168.4.20 --- 0xb
  Internet Address      Physical Address      Type
  192.168.4.1           02-fc-00-00-00-05     dynamic
  192.168.9.30          a4-83-e7-00-11-22     dynamic
  192.168.4.255         ff-ff-ff-ff-ff-ff     static
  224.0.0.22            01-00-5e-00-00-16     static
"""


@pytest.mark.parametrize("said", [LINUX, MAC, WINDOWS])
def test_machines_heard_are_read_out_of_the_table_of_each_system(said: str) -> None:
    assert heard(said, "192.168.4.20") == {"192.168.4.1", "192.168.9.30"}
    assert heard(said, "192.168.9.30") == {"192.168.4.1"}
    assert heard("999.1.1.1 at 2:fc:0:0:0:5", "192.168.4.20") == frozenset()
