"""Which rung of the ladder holds."""

from __future__ import annotations

import pytest

from trainer.workshop.network import ladder
from trainer.workshop.network.addresses import Address, Kind
from trainer.workshop.network.ladder import Holds, Known, Rung, Step, Why
from trainer.workshop.network.verdict import Verdict

WIFI = Address("192.168.4.20", Kind.LOCAL, "wlan0", wireless=True)
CABLE = Address("10.0.0.5", Kind.LOCAL, "eth0", wireless=False)
OWN = Address("10.42.0.1", Kind.HOTSPOT, "wlan1")
INSIDE = Address("172.17.0.1", Kind.VIRTUAL, "docker0")
ISOLATED = {WIFI.ip: Verdict.ISOLATED}
WORKS = {WIFI.ip: Verdict.WORKS}


def rungs(known: Known) -> dict[Rung, tuple[Holds, Why]]:
    return {step.rung: (step.holds, step.why) for step in ladder.ladder(known)}


@pytest.mark.parametrize(
    ("known", "rung", "holds", "why"),
    [
        (Known(), Rung.PHONES, Holds.NO, Why.NO_NETWORK),
        (Known((INSIDE,), INSIDE), Rung.PHONES, Holds.NO, Why.NO_NETWORK),
        (Known((OWN,), OWN), Rung.PHONES, Holds.NO, Why.NO_NETWORK),
        (Known((WIFI,), WIFI), Rung.PHONES, Holds.UNTRIED, Why.NOT_TESTED),
        (Known((WIFI,), WIFI, WORKS), Rung.PHONES, Holds.YES, Why.TESTED),
        (Known((WIFI,), WIFI, ISOLATED), Rung.PHONES, Holds.NO, Why.TEST_FAILED),
        (Known((WIFI, CABLE), WIFI, ISOLATED), Rung.PHONES, Holds.NO, Why.TEST_FAILED),
        (Known((WIFI, CABLE), CABLE, ISOLATED), Rung.PHONES, Holds.UNTRIED, Why.NOT_TESTED),
        (Known((WIFI, CABLE), CABLE, WORKS), Rung.PHONES, Holds.YES, Why.TESTED),
        (
            Known((WIFI,), WIFI, {WIFI.ip: Verdict.OTHER_NETWORK}),
            Rung.PHONES,
            Holds.UNTRIED,
            Why.NOT_TESTED,
        ),
        (Known((WIFI,), WIFI, ISOLATED, joined=3), Rung.PHONES, Holds.YES, Why.JOINED),
        (Known((WIFI,), WIFI), Rung.VENUE, Holds.UNTRIED, Why.NO_CODE),
        (Known((WIFI,), WIFI, code=True), Rung.VENUE, Holds.UNTRIED, Why.CODE_MADE),
        (Known((WIFI,), WIFI, WORKS, code=True), Rung.VENUE, Holds.YES, Why.CODE_MADE),
        (Known((WIFI,), WIFI, ISOLATED, code=True), Rung.VENUE, Holds.UNTRIED, Why.OTHER_WIFI),
        (Known((WIFI,), WIFI), Rung.HOTSPOT, Holds.UNTRIED, Why.HOTSPOT_OFF),
        (Known((OWN, WIFI), WIFI), Rung.HOTSPOT, Holds.UNTRIED, Why.HOTSPOT_SEEN),
        (
            Known((OWN, WIFI), OWN, {OWN.ip: Verdict.WORKS}),
            Rung.HOTSPOT,
            Holds.YES,
            Why.TESTED,
        ),
        (
            Known((OWN,), OWN, {OWN.ip: Verdict.FIREWALL}),
            Rung.HOTSPOT,
            Holds.NO,
            Why.TEST_FAILED,
        ),
        (Known((OWN, WIFI), OWN, joined=2), Rung.HOTSPOT, Holds.YES, Why.JOINED),
        (Known((OWN, WIFI), OWN, joined=2), Rung.PHONES, Holds.UNTRIED, Why.NOT_TESTED),
        (Known(), Rung.CARDS, Holds.UNTRIED, Why.NOT_PRINTED),
        (Known(printed=True), Rung.CARDS, Holds.YES, Why.PRINTED),
        (Known(), Rung.HANDS, Holds.YES, Why.ALWAYS),
    ],
)
def test_a_rung_holds_by_what_is_known(known: Known, rung: Rung, holds: Holds, why: Why) -> None:
    assert rungs(known)[rung] == (holds, why)


def test_the_highest_that_holds_is_the_present_one() -> None:
    assert ladder.present(Known()).rung is Rung.HANDS
    assert ladder.present(Known((WIFI,), WIFI, printed=True)).rung is Rung.CARDS
    assert ladder.present(Known((OWN, WIFI), OWN, joined=2, printed=True)).rung is Rung.HOTSPOT
    assert ladder.present(Known((WIFI,), WIFI, WORKS, printed=True)).rung is Rung.PHONES
    assert [step.rung for step in ladder.ladder(Known())] == list(Rung)


def test_it_is_said_in_words() -> None:
    one = Step(Rung.PHONES, Holds.YES, Why.JOINED, 1)
    assert ladder.line(one) == (
        "The room votes by: Phones, over this Wi-Fi. 1 phone is in the room."
    )
    assert "41 phones" in ladder.line(Step(Rung.PHONES, Holds.YES, Why.JOINED, 41))
    for rung in Rung:
        assert ladder.name(rung)
    for why in Why:
        assert ladder.reason(Step(Rung.HANDS, Holds.YES, why)).endswith(".")
    assert ladder.holds(Step(Rung.CARDS, Holds.UNTRIED, Why.NOT_PRINTED)) == "Not on paper yet"
    assert [ladder.holds(Step(Rung.HANDS, one, Why.ALWAYS)) for one in Holds] == [
        "Works",
        "Not tried yet",
        "Does not work here",
    ]
