"""Random walks over random small scenarios, with a recorder that refuses now and then."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.practice.story import BUS, Keeper, choice, when
from trainer.errors import KeepingError, SnapshotError
from trainer.method.ds import D, Fit
from trainer.practice.debrief import debrief, debrief_markdown
from trainer.practice.recorder import Decided
from trainer.practice.session import Options, Session
from trainer.practice.snapshot import Phase, Snapshot, from_json, to_json
from trainer.practice.transcript import transcript
from trainer.practice.view import feedback_view, scene_view
from trainer.practice.way import Ahead, outline, path, way
from trainer.scenario.model import Arm, Ending, Kind, Outcome, Scene, Timer

if TYPE_CHECKING:
    from trainer.scenario.model import Choice, Scenario

STATE: dict[str, bool | int] = {"calm": 2, "helped": False}
CONDITIONS = ["helped", "not helped", "calm >= 3", "calm < 2 or helped", None]
ACTS = [
    "choose", "choose", "choose", "go_on", "go_on", "go_on", "step_back", "try_another",
    "skip_part", "time_out", "set_options", "note", "reload", "replay",
]  # fmt: skip


@st.composite
def arms(draw: st.DrawFn, names: list[str]) -> tuple[Arm, ...]:
    last = Arm(draw(st.sampled_from(names)))
    source = draw(st.sampled_from(CONDITIONS))
    if source is None:
        return (last,)
    return (Arm(draw(st.sampled_from(names)), when(source)), last)


@st.composite
def choices(draw: st.DrawFn, number: int, names: list[str]) -> Choice:
    own = draw(st.integers(0, 5)) == 0
    source = draw(st.sampled_from(CONDITIONS)) if number else None
    return choice(
        f"c{number}",
        draw(st.sampled_from(list(D))),
        "",
        None if own else draw(st.sampled_from(list(Fit))),
        kind=Kind.OWN_WORDS if own else Kind.ACT,
        points=("One", "Two") if own else (),
        when=when(source) if source else None,
        set=MappingProxyType(draw(st.sampled_from([{}, {"helped": True}, {"calm": 9}]))),
        change=MappingProxyType(draw(st.sampled_from([{}, {"calm": 3}, {"calm": -4}]))),
        next=draw(arms(names)),
    )


@st.composite
def scenes(draw: st.DrawFn, name: str, names: list[str]) -> Scene:
    skip = draw(st.sampled_from([None, "Skipped."]))
    kind = draw(st.sampled_from(["choices", "choices", "choices", "next", "ending", "stub"]))
    if kind == "choices":
        made = tuple(draw(choices(number, names)) for number in range(draw(st.integers(1, 4))))
        timer = draw(st.sampled_from([None, Timer(20, draw(st.sampled_from(names)))]))
        return Scene(name, text="Text.", soft="Soft.", choices=made, timer=timer, skip=skip)
    if kind == "next":
        return Scene(name, text="Text.", next=draw(arms(names)), skip=skip)
    if kind == "stub":
        return Scene(name, stub=True)
    return Scene(name, text="End.", ending=Ending(draw(st.sampled_from(list(Outcome))), "View."))


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    names = [f"s{number}" for number in range(draw(st.integers(2, 6)))]
    made = {name: draw(scenes(name, names)) for name in names}
    return replace(BUS, start="s0", scenes=MappingProxyType(made), state=MappingProxyType(STATE))


def act(session: Session, wanted: str, number: int, keeper: Keeper) -> Session:
    """Do what is wanted if it fits here, and give the session to go on with."""
    match wanted:
        case "choose" if session.offered:
            made = session.offered[number % len(session.offered)]
            session.choose(made.id, words="so", ticked=range(len(made.points)))
        case "go_on" if session.phase in (Phase.READING, Phase.FEEDBACK):
            session.go_on()
        case "step_back" if session.can_step_back:
            session.step_back()
        case "try_another" if session.phase is Phase.FEEDBACK:
            session.try_another()
        case "skip_part" if session.can_skip:
            session.skip_part()
        case "time_out" if session.offered and session.scene.timer and session.options.timed:
            session.time_out()
        case "set_options":
            session.set_options(Options(number % 2 == 0, number % 3 == 0, number % 5 != 0))
        case "note":
            session.note("q", str(number % 3))
        case "reload":
            return resumed(session, keeper)
        case "replay" if session.decisions:
            return session.replay_from(number % len(session.decisions))
        case _other:
            pass
    return session


def resumed(session: Session, keeper: Keeper) -> Session:
    place = session.snapshot()
    read = from_json(to_json(place))
    assert read == place
    again = Session.resume(session.scenario, read, recorder=keeper)
    assert (again.changed, again.damaged, again.lost) == (False, False, 0)
    assert again.session.snapshot() == place
    assert again.session.decisions == session.decisions
    assert again.session.tried == session.tried
    return again.session


def looks(session: Session) -> None:
    """Everything that a front asks for can be told in every place."""
    scene_view(session)
    feedback_view(session)
    transcript(session).text()
    transcript(session).markdown()
    found = debrief(session)
    debrief_markdown(session)
    assert sum(use.count for use in (*found.ds, *found.beside)) == sum(
        decision.choice is not None for decision in session.decisions
    )
    taken = {(edge.source, edge.target) for edge in way(session).edges if edge.taken}
    passed = path(session)
    assert taken == set(pairwise(passed))
    assert outline(session)


acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 59)), max_size=40)
slow = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=120)


@slow
@given(scenarios(), acts)
def test_any_place_can_be_saved_and_told(scenario: Scenario, wanted: list[tuple[str, int]]) -> None:
    keeper = Keeper()
    session = Session(scenario, recorder=keeper)
    ahead = Ahead(scenario)
    for what, number in wanted:
        session = act(session, what, number, keeper)
        resumed(session, keeper)
        assert (ahead.decisions_left(session) == 0) or session.phase is not Phase.ENDED
    looks(session)


@slow
@given(scenarios(), acts)
def test_undoing_returns_to_the_very_same_place(
    scenario: Scenario, wanted: list[tuple[str, int]]
) -> None:
    keeper = Keeper()
    session = Session(scenario, recorder=keeper)
    for what, number in wanted:
        session = act(session, what, number, keeper)
        if not session.offered:
            continue
        before = session.snapshot()
        position = session.position
        for on in range(number % 4):
            act(session, "go_on" if on else "choose", number, keeper)
        if number % 4:
            session.step_back()
        assert session.position is position
        after = session.snapshot()
        assert replace(after, decided=0, begun=True) == replace(before, decided=0, begun=True)


@slow
@given(scenarios(), acts, st.frozensets(st.integers(0, 40), max_size=12))
def test_a_recorder_that_refuses_leaves_the_session_usable(
    scenario: Scenario, wanted: list[tuple[str, int]], refuse_at: frozenset[int]
) -> None:
    keeper = Keeper(refuse_at=refuse_at)
    session = Session(scenario, recorder=keeper)
    for what, number in wanted:
        before, kept = session.snapshot(), len(keeper.kept)
        try:
            session = act(session, what, number, keeper)
        except KeepingError:
            after = session.snapshot()
            new = keeper.kept[kept:]
            # Either nothing moved (the run may have begun by now), or, where a timer
            # decided, the session stands at exactly what was kept.
            if any(isinstance(event, Decided) for event, _place in new):
                assert after == new[-1][1]
            else:
                assert after == replace(before, begun=after.begun)
                assert all(place.scene == before.scene for _event, place in new)
            resumed(session, keeper)
    keeper.refuse_at = frozenset()
    looks(session)
    session.note("still", "usable")
    assert keeper.kept[-1][1] == session.snapshot()


@pytest.mark.soak
@slow
@given(scenarios(), acts, scenarios())
def test_a_place_of_another_version_of_the_scenario_is_no_error(
    scenario: Scenario, wanted: list[tuple[str, int]], other: Scenario
) -> None:
    keeper = Keeper()
    session = Session(scenario, recorder=keeper)
    for what, number in wanted:
        session = act(session, what, number, keeper)
    other = replace(other, content_hash="c" * 64)
    again = Session.resume(other, session.snapshot(), recorder=keeper)
    assert again.changed
    assert again.kept + again.lost == len(session.decisions)
    assert again.session.notes == session.notes
    resumed(again.session, keeper)
    looks(again.session)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@slow
@given(st.sampled_from(sorted(Snapshot.__dataclass_fields__)), json_values)
def test_a_hostile_snapshot_gives_a_possible_place_or_one_error(key: str, value: Any) -> None:
    import json

    session = Session(BUS)
    session.go_on()
    session.go_on()
    session.choose("film")
    data = {**json.loads(to_json(session.snapshot())), key: value}
    try:
        place = from_json(json.dumps(data))
        again = Session.resume(BUS, place)
    except SnapshotError:
        return
    resumed(again.session, Keeper())
