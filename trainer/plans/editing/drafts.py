"""Changes of a plan that were not saved yet: one file a plan, so that leaving asks nothing.

A draft may be anything but a good plan, so it is not in the format of plans. Whatever its file
holds, reading it gives a draft or None: a draft that cannot be read leaves the plan as it is.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer import paths, saving
from trainer.plans.model import Answer, Card, Care, Kind, Plan, Rung, Segment, Slide, When
from trainer.scenario.model import Review, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT: Final = "plan-draft/1"
LARGEST: Final = 2 * 1024 * 1024

_TEXT, _MAYBE, _COUNT = (str,), (str, type(None)), (int, type(None))
_KINDS: Final[Mapping[type, Mapping[str, Any]]] = {
    Slide: dict.fromkeys(("page", "section", "title", "text", "notes"), _MAYBE),
    Answer: dict.fromkeys(("id", "text"), _TEXT),
    Rung: {"id": _TEXT, "text": _TEXT, "severity": Severity, "why": _MAYBE},
    Card: {"id": _TEXT, "title": _TEXT, "text": _TEXT, "targeted": (bool,)},
    Care: dict.fromkeys(("name", "where"), _TEXT),
    Review: dict.fromkeys((one.name for one in fields(Review)), _TEXT),
    Segment: {
        **dict.fromkeys(("key", "title"), _TEXT),
        "kind": Kind,
        "minutes": (int,),
        **dict.fromkeys(("least", "size", "turn"), _COUNT),
        **dict.fromkeys(("notes", "text", "scenario", "situation", "ask"), _MAYBE),
        "when": When,
        "slides": [Slide],
        "rungs": [Rung],
        "cards": [Card],
        "answers": [Answer],
        "contacts": [str],
    },
    Plan: {
        **dict.fromkeys(("id", "title", "summary", "language", "licence"), _TEXT),
        **{key: [str] for key in ("authors", "languages", "agreements", "sources")},
        "status": Status,
        "care": Care,
        "reviewed": Review,
        "interpreted": (bool,),
        "keep_days": (int,),
    },
}
"""What each field may be: types, an enumeration, another thing, or a list of one of these."""

_MAY_MISS: Final = frozenset({"when", "care", "reviewed"})


class Draft(NamedTuple):
    """A plan as it was left, and the id of the plan that was changed to it."""

    of: str
    plan: Plan


def path(of: str) -> Path:
    """Where the draft of a plan lies."""
    return paths.plan_drafts() / f"{of}.json"


def keep(draft: Draft) -> None:
    """Keep a draft.

    Raises:
        OSError: it cannot be written.

    """
    plan = _plain(draft.plan)
    plan["segments"] = [_plain(one) for one in draft.plan.segments.values()]
    text = json.dumps({"format": FORMAT, "of": draft.of, "plan": plan}, ensure_ascii=False)
    place = path(draft.of)
    place.parent.mkdir(parents=True, exist_ok=True)
    saving.put(place, text.encode("utf-8", "replace"))


def forget(of: str) -> None:
    """Let a draft go.

    Raises:
        OSError: it cannot be deleted.

    """
    path(of).unlink(missing_ok=True)


def read(of: str) -> Plan | None:
    """Give the draft of a plan, or None: there is none, or it cannot be read."""
    try:
        with path(of).open("rb") as file:
            given = json.loads(file.read(LARGEST))
        if given["format"] != FORMAT or given["of"] != of:
            return None
        return _plan(given["plan"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def every() -> tuple[str, ...]:
    """Give the ids of plans of which there are drafts."""
    try:
        return tuple(sorted(one.stem for one in paths.plan_drafts().glob("*.json")))
    except OSError:
        return ()


def _plain(made: Any) -> Any:
    if is_dataclass(made):
        known = _KINDS[type(made)]
        return {name: _plain(getattr(made, name)) for name in known}
    if isinstance(made, tuple):
        return [_plain(one) for one in made]
    return str(made) if isinstance(made, Enum) else made


def _plan(given: Any) -> Plan:
    segments = [_made(Segment, one) for one in given.pop("segments")]
    parts = {one.key: one for one in segments}
    if len(parts) != len(segments):
        raise ValueError("two parts of one key")
    made: Plan = _made(Plan, given, segments=MappingProxyType(parts))
    return made


def _made(kind: type, given: Any, **more: Any) -> Any:
    known = _KINDS[kind]
    if not isinstance(given, dict) or given.keys() - known.keys():
        raise ValueError("other fields")
    return kind(**{name: _value(given[name], known[name], name) for name in known}, **more)


def _value(value: Any, wanted: Any, name: str) -> Any:
    if isinstance(wanted, list):
        if not isinstance(value, list):
            raise TypeError(name)
        return tuple(_value(one, wanted[0], name) for one in value)
    if value is None and name in _MAY_MISS:
        return None
    if isinstance(wanted, tuple):
        # A truth is a number to Python.
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            raise TypeError(name)
        return value
    if wanted is str:
        return _value(value, _TEXT, name)
    return wanted(value) if issubclass(wanted, Enum) else _made(wanted, value)
