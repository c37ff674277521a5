"""What the facilitator sees: plain data for the console, private things among it.

Three functions, for what changes at three paces: :func:`clocks` with every second,
:func:`~.console_vote.voting` with every answer, :func:`console_view` with everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.language import _, ngettext
from trainer.plans.model import Kind
from trainer.practice.snapshot import Phase as Run
from trainer.scenario.texts.markup import plain
from trainer.workshop import timing
from trainer.workshop.beats import BeatKind
from trainer.workshop.doing import walking
from trainer.workshop.groups import saying as dividing
from trainer.workshop.state import Handled, Phase
from trainer.workshop.telling import coming
from trainer.workshop.telling.room_view import room_view

if TYPE_CHECKING:
    from trainer.workshop.beats import Beat
    from trainer.workshop.making import Making
    from trainer.workshop.state import Asked, Door, Parked, Place, State
    from trainer.workshop.telling.coming import Coming
    from trainer.workshop.telling.room_view import RoomView
    from trainer.workshop.timing import Shorter, Times

MOST_OFFERS: Final = 3
"""Ways to shorten that are offered at once."""


class Standing(StrEnum):
    """Where a segment stands in the run of show."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to-come"


@dataclass(frozen=True, slots=True)
class Row:
    """A segment in the run of show. ``minutes`` is as planned now; ``steps`` are its beats.

    ``at`` is the beat that is on, None where it is another segment's.
    """

    segment: int
    title: str
    minutes: int
    standing: Standing
    steps: tuple[str, ...] = ()
    at: int | None = None


class Whose(StrEnum):
    """What a note is about."""

    SEGMENT = "segment"
    SLIDE = "slide"
    SCENE = "scene"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Note:
    """A note for the facilitator alone; Markdown, as it was written."""

    whose: Whose
    text: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits to be seen to. ``since`` is the ``t`` at which they asked.

    ``going``: somebody is on the way to them.
    """

    id: int
    comes: bool
    where: str
    since: int
    going: bool = False


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """All that is on the console, but for clocks and votes.

    ``ahead`` is where the facilitator looks while the room's screen is frozen, else None.
    ``asked`` are questions that were not put away. ``care`` is name and whereabouts.
    ``can`` are acts that are possible only at some places, and are here. ``story`` is the title
    of the story that is in the middle, or empty.
    """

    title: str
    has_begun: bool
    has_ended: bool
    rows: tuple[Row, ...]
    room: RoomView
    ahead: RoomView | None
    next: Coming
    notes: tuple[Note, ...]
    pauses: tuple[Waiting, ...]
    asked: tuple[Asked, ...]
    parked: tuple[Parked, ...]
    care: tuple[str, str] | None
    door: Door | None
    joined: int
    people: int | None
    blank: bool
    breathe: bool
    agreements: bool
    soften: bool
    strip: str | None
    can: frozenset[str]
    story: str = ""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Clocks at one moment. ``left`` are the timer's milliseconds, None where none runs.

    ``shorter`` is offered only while the workshop is behind.
    """

    times: Times
    left: int | None
    shorter: tuple[Shorter, ...]

    @property
    def minutes_late(self) -> int:
        """Whole minutes behind, at least one where it is late."""
        return max(1, round(self.times.late / timing.MINUTE)) if self.times.is_late else 0


def clocks(making: Making, state: State, t: int) -> Clocks:
    """Give the clocks at ``t``."""
    times = timing.times(making, state, t)
    left = None if state.timer is None else max(0, state.timer.ends - t)
    offers = timing.could_be_shorter(making, state, t)[:MOST_OFFERS] if times.is_late else ()
    return Clocks(times, left, offers)


def console_view(making: Making, state: State, t: int = 0) -> ConsoleView:
    """Give what is on the console now."""
    return ConsoleView(
        title=plain(making.material.plan.title),
        has_begun=state.began is not None,
        has_ended=state.ended is not None,
        rows=rows(making, state),
        room=room_view(making, state),
        ahead=coming.seen(making, state, state.at) if state.room is not None else None,
        next=coming.coming(making, state, t),
        notes=notes(making, state),
        pauses=_pauses(state),
        asked=tuple(one for one in state.asked if one.handled is not Handled.AWAY),
        parked=state.parked,
        care=making.care(state),
        door=state.door,
        joined=len(state.voters),
        people=state.people,
        blank=state.blank,
        breathe=state.breathe,
        agreements=state.agreements,
        soften=state.soften,
        strip=state.strip,
        can=frozenset(_possible(making, state)),
        story=running(making, state),
    )


def _pauses(state: State) -> tuple[Waiting, ...]:
    """Give who waits, the longest first; whoever somebody is going to comes after them."""
    every = [one for one in state.pauses if not one.is_done]
    every.sort(key=lambda one: one.seen is not None)
    return tuple(
        Waiting(one.id, one.comes, one.where, one.t, one.seen is not None) for one in every
    )


def _possible(making: Making, state: State) -> list[str]:
    found = []
    if state.past:
        found.append("back")
    if making.beat(state.at).kind is BeatKind.SCENARIO:
        found.append("leave")
        run = walking.session(making, state.at, soften=state.soften)
        hard = any(scene.skip is not None for scene in run.scenario.scenes.values())
        if (state.at.phase is Phase.NOTE and hard) or (
            state.at.phase is Phase.SCENE and run.can_skip
        ):
            found.append("skip")
    if state.at.phase is Phase.FEEDBACK:
        found.append("another")
    segment = making.segment(state.at)
    if segment.kind is Kind.GROUPS and state.ended is None:
        if segment.key in state.groups:
            found.append("unform")
        elif len(state.voters) > 1:
            found.append("form")
        if state.people is None:
            found.append("count")
    return found


# Run of show


def rows(making: Making, state: State) -> tuple[Row, ...]:
    """Give the run of show."""
    return tuple(_row(making, state, number) for number in range(len(making.segments)))


def _row(making: Making, state: State, number: int) -> Row:
    here = number == state.at.segment
    standing = Standing.NOW if here else Standing.TO_COME
    if not here and number in state.gone:
        standing = Standing.DONE
    steps = tuple(step_title(one) for one in making.beats[number])
    title = plain(making.segments[number].title)
    return Row(
        number, title, making.minutes(state, number), standing, steps,
        state.at.beat if here else None,
    )  # fmt: skip


def running(making: Making, state: State) -> str:
    """Give the title of the story that is in the middle; empty where none is."""
    told = making.scenario(state.at) if walking.is_amid(state.at) else None
    return plain(told.in_language().title) if told is not None else ""


def step_title(beat: Beat) -> str:
    """Name a beat: its title, or what it asks."""
    if beat.kind is BeatKind.ASK and len(beat.questions) == 1:
        return plain(beat.questions[0].text)
    return plain(beat.title)


# Notes


def notes(making: Making, state: State) -> tuple[Note, ...]:
    """Give the notes for where the facilitator stands, the nearest first."""
    beat, segment = making.beat(state.at), making.segment(state.at)
    told = [(Whose.SLIDE, beat.notes), *_of_scene(making, state, state.at)]
    if beat.kind is BeatKind.GROUPS and segment.size:
        told.append((Whose.SEGMENT, _divided(state, segment.size)))
    told.append((Whose.SEGMENT, segment.notes or ""))
    return tuple(Note(whose, text) for whose, text in told if text.strip())


def _divided(state: State, size: int) -> str:
    people, phones = state.people or 0, len(state.voters)
    if phones > people:
        return dividing.divided_phones(phones, size)
    return dividing.divided(people, size)


def _of_scene(making: Making, state: State, place: Place) -> list[tuple[Whose, str]]:
    if place.run is None or making.scenario(place) is None:
        return []
    run = walking.session(making, place, soften=state.soften)
    questions = run.scene.discuss
    if run.phase is Run.ENDED:
        questions = questions or run.scenario.questions
    return [(Whose.SCENE, run.scene.facilitator or ""), *((Whose.ASK, one) for one in questions)]


def said_of_pause(view: ConsoleView, waiting: Waiting) -> str:
    """Say that somebody needs a pause, and what they wish, in one sentence each."""
    name = view.care[0] if view.care else ""
    if waiting.going and name:
        what = _("%(name)s is going to somebody who needs a pause.") % {"name": name}
    elif waiting.going:
        what = _("Somebody is going to whoever needs a pause.")
    elif waiting.comes and name:
        what = _("Somebody needs a pause, and would like %(name)s to come.") % {"name": name}
    elif waiting.comes:
        what = _("Somebody needs a pause, and would like somebody to come.")
    else:
        what = _("Somebody needs a pause.")
    if not waiting.where:
        return what
    return _("%(pause)s They wrote: “%(where)s”") % {"pause": what, "where": waiting.where}


def said_of_time(clocks: Clocks) -> str:
    """Say whether it is late, in few words."""
    late = clocks.times.late
    if clocks.times.is_late:
        return ngettext(
            "%(count)d minute behind", "%(count)d minutes behind", clocks.minutes_late
        ) % {"count": clocks.minutes_late}
    if late < -timing.ON_TIME:
        ahead = round(-late / timing.MINUTE)
        return ngettext("%(count)d minute to spare", "%(count)d minutes to spare", ahead) % {
            "count": ahead
        }
    return _("on time")
