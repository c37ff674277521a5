"""The place reached in a run, as versioned plain data.

Keyed by ids of scenes and choices, never by positions, and by the scenario's content
hash: so a run resumes exactly, or says that the scenario has changed.
:func:`to_json` and :func:`from_json` are its form on disk.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from trainer.errors import SnapshotError
from trainer.language import _
from trainer.scenario.kinds import HIGH, LOW

VERSION: Final = 1


class Phase(StrEnum):
    """Where in a scene the learner is."""

    READING = "reading"
    """A scene that only leads on."""
    DECIDING = "deciding"
    """A scene that waits for a choice."""
    FEEDBACK = "feedback"
    """A choice was made; its consequence and feedback show."""
    ENDED = "ended"
    """An ending was reached, or a scene that is not written yet."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened on the way, in the order in which it did.

    A decision has a ``choice``; going on from a scene that only leads on has none;
    ``timed_out`` marks a scene that a timer ended.
    """

    scene: str
    choice: str | None = None
    words: str = ""
    ticked: tuple[int, ...] = ()
    timed_out: bool = False

    @property
    def is_decision(self) -> bool:
        """Tell whether something was decided here, by the learner or by the timer."""
        return self.choice is not None or self.timed_out


@dataclass(frozen=True, slots=True)
class Tried:
    """A choice that was tried at the decision number ``step`` and taken back for another."""

    step: int
    scene: str
    choice: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The place reached in a run: enough to stand there again exactly.

    ``decided`` is the largest number of decisions that this run ever held at once, so
    that a decision made again is not counted as a first one. ``begun`` tells whether
    the recorder knows of the run yet. ``replay_of`` is the run whose past this one has.
    ``draft`` are own words that were being written here: a step not taken yet.
    """

    run: str
    scenario: str
    content_hash: str
    phase: Phase
    scene: str
    state: dict[str, bool | int]
    steps: tuple[Step, ...]
    skipped: tuple[str, ...] = ()
    tried: tuple[Tried, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    soften: bool = False
    skip_hard: bool = False
    timed: bool = False
    decided: int = 0
    begun: bool = False
    replay_of: str | None = None
    draft: Step | None = None
    version: int = VERSION


def to_json(snapshot: Snapshot) -> str:
    """Write a snapshot as one line of JSON; what is at its default in a step is left out."""
    data = {
        "version": snapshot.version,
        "run": snapshot.run,
        "replay_of": snapshot.replay_of,
        "scenario": snapshot.scenario,
        "content_hash": snapshot.content_hash,
        "phase": snapshot.phase,
        "scene": snapshot.scene,
        "state": snapshot.state,
        "steps": [_step_out(step) for step in snapshot.steps],
        "skipped": snapshot.skipped,
        "tried": [(tried.step, tried.scene, tried.choice) for tried in snapshot.tried],
        "notes": snapshot.notes,
        "soften": snapshot.soften,
        "skip_hard": snapshot.skip_hard,
        "timed": snapshot.timed,
        "decided": snapshot.decided,
        "begun": snapshot.begun,
    }
    if snapshot.draft is not None:
        data["draft"] = _step_out(snapshot.draft)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str | bytes) -> Snapshot:
    """Read a snapshot, believing nothing: every value is checked for its type and range.

    Whether the place exists in the scenario is checked when it is resumed.

    Raises:
        SnapshotError: the text is not a snapshot, or one of a newer version.

    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise _damaged("not an object")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise _damaged(f"version {version!r:.40}")
    check_version(version)
    return _snapshot_in(data)


def check_version(version: int) -> None:
    """Let pass what this version can read.

    Raises:
        SnapshotError: a newer one wrote it.

    """
    if version > VERSION:
        raise SnapshotError(
            _("The saved place in this run was written by a newer Upstander."),
            _("It is left as it is."),
            _("Open it with the newer Upstander, or start the scenario again."),
            f"snapshot: version {version}, this one reads {VERSION}",
        )


def _step_out(step: Step) -> dict[str, Any]:
    data: dict[str, Any] = {"scene": step.scene}
    if step.choice is not None:
        data["choice"] = step.choice
    if step.words:
        data["words"] = step.words
    if step.ticked:
        data["ticked"] = step.ticked
    if step.timed_out:
        data["timed_out"] = True
    return data


def _snapshot_in(data: dict[str, Any]) -> Snapshot:
    replay_of, draft = data.get("replay_of"), data.get("draft")
    return Snapshot(
        run=_text(data.get("run"), "run"),
        replay_of=None if replay_of is None else _text(replay_of, "replay_of"),
        scenario=_text(data.get("scenario"), "scenario"),
        content_hash=_text(data.get("content_hash"), "content_hash"),
        phase=_phase(data.get("phase")),
        scene=_text(data.get("scene"), "scene"),
        state=_state(data.get("state")),
        steps=tuple(_step_in(item) for item in _list(data.get("steps"), "steps")),
        skipped=tuple(_text(item, "skipped") for item in _list(data.get("skipped", []), "skipped")),
        tried=tuple(_tried(item) for item in _list(data.get("tried", []), "tried")),
        notes=tuple(_note(item) for item in _list(data.get("notes", []), "notes")),
        soften=_flag(data.get("soften", False), "soften"),
        skip_hard=_flag(data.get("skip_hard", False), "skip_hard"),
        timed=_flag(data.get("timed", False), "timed"),
        decided=_count(data.get("decided", 0), "decided"),
        begun=_flag(data.get("begun", False), "begun"),
        draft=None if draft is None else _step_in(draft),
    )


def _damaged(details: str) -> SnapshotError:
    return SnapshotError(
        _("The saved place in this run cannot be read."),
        _("What was decided before is still in the history."),
        _("Start the scenario again."),
        f"snapshot: {details}",
    )


def _text(raw: Any, where: str) -> str:
    if type(raw) is not str:
        raise _damaged(f"{where} is not text")
    # JSON can spell half a character; no database and no screen would take it later.
    if not raw.isascii():
        try:
            raw.encode()
        except UnicodeEncodeError as error:
            raise _damaged(f"{where} is not Unicode") from error
    return raw


def _list(raw: Any, where: str) -> list[Any]:
    if type(raw) is not list:
        raise _damaged(f"{where} is not a list")
    return raw


def _flag(raw: Any, where: str) -> bool:
    if type(raw) is not bool:
        raise _damaged(f"{where} is not true or false")
    return raw


def _count(raw: Any, where: str) -> int:
    if type(raw) is not int or not 0 <= raw < 2**31:
        raise _damaged(f"{where} is not a count")
    return raw


def _phase(raw: Any) -> Phase:
    try:
        return Phase(_text(raw, "phase"))
    except ValueError as error:
        raise _damaged("phase is unknown") from error


def _state(raw: Any) -> dict[str, bool | int]:
    if type(raw) is not dict:
        raise _damaged("state is not an object")
    for name, value in raw.items():
        _text(name, "a name in state")
        if type(value) is not bool and not (type(value) is int and LOW <= value <= HIGH):
            raise _damaged("a value in state")
    return raw


def _step_in(raw: Any) -> Step:
    if type(raw) is not dict:
        raise _damaged("a step is not an object")
    choice = raw.get("choice")
    step = Step(
        scene=_text(raw.get("scene"), "the scene of a step"),
        choice=None if choice is None else _text(choice, "the choice of a step"),
        words=_text(raw.get("words", ""), "the words of a step"),
        ticked=tuple(_count(item, "ticked") for item in _list(raw.get("ticked", []), "ticked")),
        timed_out=_flag(raw.get("timed_out", False), "timed_out"),
    )
    if step.timed_out and step.choice is not None:
        raise _damaged("a step both chosen and timed out")
    return step


def _tried(raw: Any) -> Tried:
    items = _list(raw, "an entry of tried")
    if len(items) != 3:
        raise _damaged("an entry of tried")
    return Tried(
        _count(items[0], "the step of tried"),
        _text(items[1], "the scene of tried"),
        _text(items[2], "the choice of tried"),
    )


def _note(raw: Any) -> tuple[str, str]:
    items = _list(raw, "a note")
    if len(items) != 2:
        raise _damaged("a note")
    return _text(items[0], "the question of a note"), _text(items[1], "a note")
