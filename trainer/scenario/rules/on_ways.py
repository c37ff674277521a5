"""Rules about ways: what has happened by the time a choice is made or an ending comes.

Each finding names one way. They need a space that was explored completely.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from trainer.method.ds import D
from trainer.scenario.exploring.space import shown_way
from trainer.scenario.model import NOWHERE, YOU, Kind, Outcome
from trainer.scenario.problems import Hint, problem
from trainer.scenario.rules.met import fits, targeted
from trainer.scenario.rules.walk import Event, Walk, leading_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.scenario.exploring.space import Space
    from trainer.scenario.model import Choice, Line, Scene
    from trainer.scenario.problems import Problem

SOON: Final = 3
"""Decisions within which a targeted person has spoken."""

_ASK_RECORDING: Final = Hint("ask-recording")
_HELPING_DS: Final = (D.DISTRACT, D.DELEGATE, D.DIRECT)


def _ends_well(scene: Scene) -> bool:
    return scene.ending is not None and scene.ending.outcome is Outcome.SUPPORTED


def _records(choice: Choice) -> bool:
    return choice.d is D.DOCUMENT and fits(choice)


def _asks_about(what: str) -> Event:
    return Event(by_choice=lambda choice: choice.asks == what)


def _any_choice(space: Space, wanted: Callable[[Choice], bool]) -> bool:
    """Whether there is such a choice at all; most rules are done after this look."""
    return any(wanted(one) for scene in space.scenario.scenes.values() for one in scene.choices)


def _met_before(
    space: Space, event: Event, wanted: Callable[[int, Choice, int], bool]
) -> Iterator[tuple[Choice, str]]:
    """Choices that some way meets before an event, each once, with that way.

    ``wanted`` is asked with the state in which a choice is offered, and the one it leads to.
    """
    walk = Walk(space, event)
    seen: set[int] = set()
    for state in walk:
        for choice, target in space.moves(state):
            if id(choice) not in seen and wanted(state, choice, target):
                seen.add(id(choice))
                yield choice, walk.way_to(state)


def direct_required(space: Space) -> Iterator[Problem]:
    """The good ending is only for those who confront.

    Asian Americans who are targeted rate confronting in a high threat worst (Xie and
    Galliher 2022), and four of the five D's are indirect (righttobe.org guide): heroics
    must not be the only way.
    """
    ends = space.scenes_with(_ends_well)
    good = next((state for state, scene in enumerate(space.scenes) if scene in ends), None)
    if good is None:
        return
    indirect = Walk(space, Event(by_choice=lambda choice: choice.d is D.DIRECT))
    if not any(space.scenes[state] in ends for state in indirect):
        yield problem("direct-required", NOWHERE, hint=Hint("direct-optional"), way=space.way(good))


def filming_first(space: Space) -> Iterator[Problem]:
    """A recording is made before anybody helps, and passes for good.

    Document only when someone is already helping (righttobe.org guide; wfaa.com): until
    then a lens is one more person who watches.
    """
    if not _any_choice(space, _records):
        return
    help_comes = Event(
        in_scene=lambda scene: scene.helping or scene.over,
        by_choice=lambda one: one.helping or (one.d in _HELPING_DS and fits(one)),
    )
    for choice, way in _met_before(space, help_comes, lambda _at, one, _to: _records(one)):
        yield problem(
            "filming-first", choice.mark, hint=Hint("help-first"), choice=choice.id, way=way
        )


def recording_not_asked(space: Space) -> Iterator[Problem]:
    """A recording is passed on, or counts as a success, and nobody asked whose it is.

    It belongs to the targeted person, who says what becomes of it (righttobe.org guide);
    posting it without leave harms once more (all-u-me.com).
    """
    asked = _asks_about("recording")

    def shares(choice: Choice) -> bool:
        return choice.shares == "recording" and fits(choice) and not asked.by_choice(choice)

    if _any_choice(space, shares):
        for choice, way in _met_before(space, asked, lambda _at, one, _to: shares(one)):
            yield problem(
                "recording-not-asked", choice.mark, hint=_ASK_RECORDING, choice=choice.id, way=way
            )
    if _any_choice(space, _records):
        yield from _kept_unasked(space, asked)


def _kept_unasked(space: Space, asked: Event) -> Iterator[Problem]:
    """Endings that call themselves good after a recording about which nobody asked."""
    good = space.scenes_with(_ends_well)
    if not good:
        return
    recording = space.scenes_with(lambda scene: any(map(_records, scene.choices)))
    walk = Walk(space, asked)
    recorded_in: dict[int, int] = {}
    for state in walk:
        if space.scenes[state] in recording:
            for choice, target in space.moves(state):
                if _records(choice) and not asked.by_choice(choice):
                    recorded_in.setdefault(target, state)
    after = Walk(space, asked, starts=tuple(recorded_in))
    for state in after:
        if space.scenes[state] in good:
            good.remove(space.scenes[state])
            before = walk.back(recorded_in[after.start_of(state)])
            way = shown_way(chain(after.back(state), before), space.scenario.start)
            scene = space.scene(state)
            yield problem(
                "recording-not-asked",
                scene.mark,
                "ending",
                hint=_ASK_RECORDING,
                scene=scene.id,
                way=way,
            )
        if not good:
            return


def police_not_asked(space: Space) -> Iterator[Problem]:
    """The police are brought in over somebody's head.

    Ask first whether the person wants them (wfaa.com); sources differ on whether to call
    at all (AFSC, apaics.org), and agree on an emergency in which someone is hurt.
    """
    asked = _asks_about("police")

    def calls(choice: Choice) -> bool:
        return choice.contacts == "police" and fits(choice) and not asked.by_choice(choice)

    def unasked(state: int, choice: Choice, _target: int) -> bool:
        return calls(choice) and not space.scene(state).emergency

    if _any_choice(space, calls):
        for choice, way in _met_before(space, asked, unasked):
            yield problem(
                "police-not-asked", choice.mark, hint=Hint("ask-police"), choice=choice.id, way=way
            )


def wait_closes_delay(space: Space) -> Iterator[Problem]:
    """Holding back passes for good, and there is no coming back to the person later.

    "Not now, Delay later" is an answer that trainers respect (righttobe.org guide); without
    the later it is only walking past.
    """
    if not _any_choice(space, lambda choice: choice.d is D.WAIT and fits(choice)):
        return
    delay = Event(by_choice=lambda choice: choice.d is D.DELAY)
    offering = {
        state
        for state in range(len(space.targets))
        if any(choice.d is D.DELAY for choice, _target in space.moves(state))
    }
    open_ = leading_to(space, offering)

    def closes(state: int, choice: Choice, target: int) -> bool:
        waits = choice.d is D.WAIT and fits(choice)
        return waits and state not in offering and target not in open_

    for choice, way in _met_before(space, delay, closes):
        yield problem(
            "wait-closes-delay", choice.mark, hint=Hint("keep-delay"), choice=choice.id, way=way
        )


def silent_target(space: Space) -> Iterator[Problem]:
    """Nobody who is targeted says a word in the first decisions.

    Whoever it happens to has a voice and a will of their own from the start; a story told
    over their heads does once more what it is about. Nobody is taught at the cost of the
    most marginalised in the room (Michelle Kim, Awaken).
    """
    people = targeted(space.scenario)
    reached = {0}
    here = [0]
    for decisions in range(SOON + 1):
        onward: list[int] = []
        for state in here:  # which grows meanwhile, by scenes that only go on
            scene = space.scene(state)
            if _speaks(scene.lines, people):
                return
            if decisions < SOON and _answered(space, state, people):
                return
            layer = onward if scene.choices else here
            for target in space.onward(state):
                if target not in reached:
                    reached.add(target)
                    layer.append(target)
        here = onward
    yield problem("silent-target", NOWHERE, hint=Hint("let-speak"), limit=SOON)


def _answered(space: Space, state: int, people: frozenset[str]) -> bool:
    """Whether one of the people speaks by a choice, or in what is seen right after it."""
    for choice, _target in space.moves(state):
        if YOU in people and choice.kind is not Kind.ACT:
            return True
        if choice.consequence and _speaks(choice.consequence.lines, people):
            return True
    return False


def _speaks(lines: tuple[Line, ...], people: frozenset[str]) -> bool:
    return any(line.speaker in people for line in lines)


RULES: Final = (
    direct_required,
    filming_first,
    recording_not_asked,
    police_not_asked,
    wait_closes_delay,
    silent_target,
)
