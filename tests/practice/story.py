"""A scenario with a bit of everything, a recorder that can refuse, and a player.

The player runs every engine test twice: plainly, and with saving, writing as JSON,
reading and resuming after every single act.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from trainer.errors import NoRoom
from trainer.method.ds import D, Fit
from trainer.practice.session import Session
from trainer.practice.snapshot import from_json, to_json
from trainer.scenario.conditions import Condition, parse
from trainer.scenario.model import (
    Arm,
    CastMember,
    Choice,
    Consequence,
    Ending,
    Feedback,
    Kind,
    Line,
    Outcome,
    Role,
    Scenario,
    Scene,
    Setting,
    Severity,
    Status,
    Timer,
    You,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.practice.recorder import Event
    from trainer.practice.snapshot import Snapshot
    from trainer.scenario.model import Value

STATE: Mapping[str, Value] = MappingProxyType({"calm": 2, "helped": False})


def when(source: str, state: Mapping[str, Value] = STATE) -> Condition:
    read = parse(source, {name: type(value) for name, value in state.items()})
    assert isinstance(read, Condition), read
    return read


def choice(name: str, d: D, leads: str, fit: Fit | None = Fit.FAIR, **more: Any) -> Choice:
    made: dict[str, Any] = {
        "kind": Kind.SAY,
        "words": f"Words of {name}.",
        "next": (Arm(leads),),
        "feedback": Feedback(f"Headline of {name}.", f"Why {name}."),
        **more,
    }
    return Choice(id=name, d=d, fit=fit, **made)


ASK = choice(
    "ask",
    D.DISTRACT,
    "beside",
    Fit.STRONG,
    kind=Kind.ACT,
    words="Sit down *beside* Mrs. Lin.",
    set=MappingProxyType({"helped": True}),
    change=MappingProxyType({"calm": 9}),
    feedback=Feedback(
        "You gave her your attention.",
        "Distraction is indirect.",
        MappingProxyType(
            {"you": "Close, but near the door.", "grey": "Nobody left.", "lin": "She turned away."}
        ),
    ),
    consequence=Consequence(
        "She turns to you.",
        (Line("you", "Which stop?"), Line("grey", "A slur.", "He insults her."), Line("lin", "3.")),
    ),
)
TELL = choice(
    "tell",
    D.DELEGATE,
    "",
    to="driver",
    next=(Arm("beside", when("calm >= 3")), Arm("turns")),
    change=MappingProxyType({"calm": 1}),
)
FILM = choice("film", D.DOCUMENT, "turns", Fit.POOR, change=MappingProxyType({"calm": -9}))
OWN = choice(
    "own",
    D.DIRECT,
    "turns",
    None,
    kind=Kind.OWN_WORDS,
    feedback=None,
    points=("Short", "Names it", "Turns to her"),
)
LATER = choice("later", D.DELAY, "beside", when=when("helped"))

SCENES = (
    Scene("aboard", text="The bus is *half* full.", next=(Arm("row"),)),
    Scene("row", text="You find a seat.", next=(Arm("shouts"),)),
    Scene(
        "shouts",
        text="He shouts a word.",
        soft="He shouts.",
        lines=(
            Line("grey", "The word.", "He insults her."),
            Line("lin", "Leave me alone."),
            Line("you_think", "My heart."),
            Line(None, "Two riders look up."),
        ),
        choices=(ASK, TELL, FILM, OWN, LATER),
        check="Two riders look over.",
        content_notes=("racist language",),
        skip="He says where she comes from.",
        timer=Timer(40, "turns"),
        backdrop="tram",
    ),
    Scene(
        "turns",
        text="He leans closer.",
        present=("lin", "driver"),
        choices=(
            choice(
                "noor", D.DELEGATE, "beside", Fit.STRONG, set=MappingProxyType({"helped": True})
            ),
            choice("between", D.DIRECT, "alone", Fit.POOR),
            choice("again", D.WAIT, "shouts"),
        ),
        timer=Timer(20, "alone"),
    ),
    Scene(
        "beside", text="The man goes to the back.", next=(Arm("stop", when("helped")), Arm("off"))
    ),
    Scene(
        "stop",
        over=True,
        text="Her stop.",
        choices=(
            choice("are-you", D.DELAY, "home", Fit.STRONG),
            choice("report", D.DELEGATE, "off", Fit.POOR),
            choice("plan", D.DOCUMENT, "unwritten"),
        ),
    ),
    Scene("home", text="Rain.", ending=Ending(Outcome.SUPPORTED, "Someone *sat* with me.")),
    Scene("off", text="She gets off.", ending=Ending(Outcome.MIXED, "It ended sooner.")),
    Scene("alone", text="The doors open.", ending=Ending(Outcome.UNRESOLVED)),
    Scene("unwritten", stub=True),
)

BUS = Scenario(
    id="bus",
    title="On the bus",
    summary="A man shouts.",
    language="en",
    setting=Setting.TRANSIT,
    severity=Severity.VERBAL,
    minutes=8,
    you=You("rider"),
    cast=MappingProxyType(
        {
            "lin": CastMember("lin", "Mrs. Lin", Role.TARGETED),
            "grey": CastMember("grey", "Man in grey", Role.HARMING),
            "driver": CastMember("driver", "The driver", Role.AUTHORITY),
        }
    ),
    start="aboard",
    scenes=MappingProxyType({scene.id: scene for scene in SCENES}),
    authors=("Upstander",),
    licence="CC-BY-4.0",
    status=Status.DRAFT,
    content_hash="a" * 64,
    backdrop="bus",
    state=STATE,
    questions=("When did you notice?", "What next time?"),
    resources=("stop-aapi-hate",),
)


def changed(**scenes: Scene | None) -> Scenario:
    """The scenario after an author's changes: scenes replaced, added or (None) taken out."""
    after = {**BUS.scenes, **scenes}
    kept = {name: scene for name, scene in after.items() if scene is not None}
    return replace(BUS, scenes=MappingProxyType(kept), content_hash="b" * 64)


@dataclass
class Keeper:
    """Keeps events and places in a list; refuses while ``full`` or at the calls named."""

    kept: list[tuple[Event | None, Snapshot]] = field(default_factory=list)
    full: bool = False
    refuse_at: frozenset[int] = frozenset()
    calls: int = 0

    def record(self, event: Event, place: Snapshot) -> None:
        self._take(event, place)

    def keep_place(self, place: Snapshot) -> None:
        self._take(None, place)

    def _take(self, event: Event | None, place: Snapshot) -> None:
        self.calls += 1
        if self.full or self.calls - 1 in self.refuse_at:
            raise NoRoom("The disk is full.")
        self.kept.append((event, place))

    @property
    def events(self) -> list[Event]:
        return [event for event, _place in self.kept if event is not None]


class Player:
    """Plays a session; with ``reload`` it is saved and loaded after every act."""

    def __init__(self, scenario: Scenario, keeper: Keeper, reload: bool) -> None:
        self.scenario = scenario
        self.keeper = keeper
        self._reload = reload
        self.session = self._again(Session(scenario, recorder=keeper))

    def do(self, act: str, *args: Any, **named: Any) -> Any:
        given = getattr(self.session, act)(*args, **named)
        self.session = self._again(self.session)
        return given

    def take(self, session: Session) -> Session:
        self.session = self._again(session)
        return self.session

    def choose(self, *names: str) -> None:
        """Make choices, reading on before each and to the next decision after the last."""
        self.read_on()
        for name in names:
            self.do("choose", name)
            self.do("go_on")
            self.read_on()

    def read_on(self) -> None:
        while self.session.phase == "reading":
            self.do("go_on")

    def _again(self, session: Session) -> Session:
        if not self._reload:
            return session
        place = session.snapshot()
        read = from_json(to_json(place))
        assert read == place
        resumed = Session.resume(self.scenario, read, recorder=self.keeper)
        assert (resumed.changed, resumed.lost, resumed.damaged) == (False, 0, False)
        assert resumed.kept == len(session.decisions)
        assert resumed.session.snapshot() == place
        return resumed.session
