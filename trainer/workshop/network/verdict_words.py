"""What a test with one phone has shown, in words, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.language import N_, _
from trainer.workshop.network import systems
from trainer.workshop.network.own_firewall import Tool
from trainer.workshop.network.verdict import FAILED, Verdict

if TYPE_CHECKING:
    from trainer.workshop.network.systems import System


@dataclass(frozen=True, slots=True)
class Here:
    """What the words name: this computer's system and firewall, the port, an address."""

    system: System
    port: int
    tool: Tool = Tool.NOT_KNOWN
    address: str = ""


_HEADS: Final = {
    Verdict.WORKS: N_("It works: the phone reached this computer."),
    Verdict.OTHER_ADDRESS: N_("The phone came in by another address than the code’s."),
    Verdict.WENT_SECURE: N_("The phone is there, but it asked for https."),
    Verdict.HALF_WAY: N_("The phone knocked, and then asked for nothing."),
    Verdict.BLOCKED_HERE: N_("This computer cannot reach its own page."),
    Verdict.OTHER_NETWORK: N_("The phone is in another network than this computer."),
    Verdict.FIREWALL: N_("Most likely this computer’s own protection keeps the phone out."),
    Verdict.SIGN_IN: N_("The Wi-Fi has not let the phone through yet."),
    Verdict.ISOLATED: N_("This Wi-Fi keeps its guests apart."),
    Verdict.FIREWALL_OR_ISOLATED: N_(
        "Either this computer keeps the phone out, or the Wi-Fi keeps its guests apart."
    ),
    Verdict.WAITING: N_("Nothing has arrived yet."),
}

_NEXT: Final = {
    Verdict.WORKS: N_("Phones in the same Wi-Fi can vote."),
    Verdict.OTHER_ADDRESS: N_("Choose %(address)s for the code, and phones will find the way."),
    Verdict.WENT_SECURE: N_(
        "Type the address with http:// before it, or scan the code again: the way is open."
    ),
    Verdict.HALF_WAY: N_(
        "Load the page again. If it stays like this, a data saver or a VPN on the phone, or"
        " protection software here, stands between them: pause it, and try again."
    ),
    Verdict.BLOCKED_HERE: N_(
        "Has the network just changed? Then look for the network again. Otherwise protection"
        " software on this computer stops it; Details say where."
    ),
    Verdict.OTHER_NETWORK: N_(
        "Take the phone into the Wi-Fi this computer is in, by its code if you like, and switch"
        " off mobile data if the phone likes that better. Then try again."
    ),
    Verdict.FIREWALL: N_("Let phones in by the step under Details, and try again."),
    Verdict.SIGN_IN: N_(
        "Many guest networks want a page accepted first: open any page on the phone, accept it, and"
        " try again. If this Wi-Fi has no internet at all, phones prefer mobile data: switch that"
        " off, and try again."
    ),
    Verdict.ISOLATED: N_(
        "Phones reach the internet here, but not this computer. The room can vote all the same:"
        " by a hotspot of this computer’s own, by cards, or by hands."
    ),
    Verdict.FIREWALL_OR_ISOLATED: N_(
        "Begin with this computer, by the step under Details. Tick then that it lets phones in, and"
        " try again. If still nothing arrives, it is the Wi-Fi."
    ),
    Verdict.WAITING: N_("Scan the code with one phone, or type the address."),
}

_ITSELF: Final = N_("A browser on this computer asked. That is the computer itself: take a phone.")
_CALM: Final = N_("Phones do not work here? Leave them: hands always do.")

_NAMES_FIREWALL: Final = frozenset(
    {Verdict.BLOCKED_HERE, Verdict.FIREWALL, Verdict.FIREWALL_OR_ISOLATED}
)
_NAMES_ROUTER: Final = frozenset({Verdict.ISOLATED, Verdict.FIREWALL_OR_ISOLATED})


def head(verdict: Verdict) -> str:
    """Say in one sentence what the test has shown."""
    return _(_HEADS[verdict])


def what_next(verdict: Verdict, here: Here, *, itself: bool = False) -> tuple[str, ...]:
    """Say what to do next; ``itself``: a browser on this computer asked for the page."""
    if verdict is Verdict.WAITING and itself:
        return (_(_ITSELF),)
    sentences = [_(_NEXT[verdict]) % {"address": here.address}]
    if verdict in FAILED:
        sentences.append(_(_CALM))
    return tuple(sentences)


def details(verdict: Verdict, here: Here) -> tuple[str, ...]:
    """Name the settings, for whoever looks after this computer or the router."""
    sentences = []
    if verdict in _NAMES_FIREWALL:
        sentences.append(systems.firewall(here.system, here.port, here.tool))
    if verdict in _NAMES_ROUTER:
        sentences.append(systems.isolation())
    return tuple(sentences)
