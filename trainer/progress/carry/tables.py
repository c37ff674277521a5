"""The kinds of line in a file to take along, and what stands in each.

One table, from which the reader's checks, the writer and the JSON Schema
(``docs/everything-1.schema.json``) are made.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.method.ds import D, Fit
from trainer.progress.carry import fields
from trainer.progress.carry.fields import DAY, FLAG, HASH, TIME, Field
from trainer.scenario.kinds import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT: Final = "upstander-everything/1"

FACTS: Final = frozenset({"confidence-asked", "confidence-third", "confidence-wish"})
"""Names of facts that are wishes of the person's own, and so go along. No others do: not what
an organisation is sent, and not the random id under which it is."""

ID: Final = fields.text(200, 1)
WORDS: Final = fields.text(4_000_000)
_SHORT = fields.text(100_000)
_STEP = fields.whole(0, 2**31 - 1)
_RATING = fields.whole(1, 5).or_none()

Fields = MappingProxyType[str, Field]

EVENTS: Final[Mapping[str, Fields]] = MappingProxyType(
    {
        "began": MappingProxyType({}),
        "decided": MappingProxyType(
            {
                "day": DAY.or_none(),
                "version": HASH.or_none(),
                "step": _STEP,
                "scene": ID,
                "choice": ID.or_none(),
                "d": fields.one_of(D).or_none(),
                "fit": fields.one_of(Fit).or_none(),
                "is_first": FLAG,
                "in_time": FLAG,
                "words": WORDS.or_none(),
                "ticked": fields.wholes(2**31 - 1, 1000).or_none(),
                "look": fields.whole(0, 1).or_none(),
            }
        ),
        "undone": MappingProxyType({"step": _STEP}),
        "retried": MappingProxyType({"step": _STEP}),
        "skipped": MappingProxyType({"scene": ID}),
        "noted": MappingProxyType({"question": _SHORT, "note": WORDS}),
        "ended": MappingProxyType({"scene": ID, "outcome": fields.one_of(Outcome)}),
    }
)
"""What an event holds beside ``at`` and ``kind``, by its kind."""

ROWS: Final[Mapping[str, Fields]] = MappingProxyType(
    {
        "scenario": MappingProxyType({"id": ID, "title": _SHORT, "setting": _SHORT}),
        "version": MappingProxyType({"content_hash": HASH, "source": fields.blob(8_000_000)}),
        "run": MappingProxyType(
            {
                "id": ID,
                "scenario": ID,
                "content_hash": HASH,
                "is_replay": FLAG,
                "replay_of": ID.or_none(),
                "began": TIME,
                "touched": TIME,
                "touch": fields.whole(),
                "ended": TIME.or_none(),
                "outcome": fields.one_of(Outcome).or_none(),
                "decisions": fields.whole(0, 2**31 - 1),
            }
        ),
        "answer": MappingProxyType(
            {
                "id": ID,
                "at": TIME,
                "day": DAY,
                "kind": fields.one_of(("booster", "drill")),
                "skill": fields.text(200),
                "family": fields.text(200),
                "variant": _SHORT,
                "rating": fields.whole(1, 4).or_none(),
                "words": WORDS.or_none(),
                "ticked": _SHORT.or_none(),
            }
        ),
        "card": MappingProxyType(
            {
                "skill": ID,
                "family": fields.text(200),
                "met": TIME,
                "due": TIME,
                "reviewed": TIME.or_none(),
                "stability": fields.number(0, 1e6).or_none(),
                "difficulty": fields.number(0, 1e3).or_none(),
            }
        ),
        "confidence": MappingProxyType(
            {
                "id": ID,
                "at": TIME,
                "day": DAY,
                "notice": _RATING,
                "problem": _RATING,
                "responsibility": _RATING,
                "know_how": _RATING,
                "act": _RATING,
            }
        ),
        "fact": MappingProxyType({"name": fields.text(200, 1), "value": _SHORT}),
        "paper_lock": MappingProxyType(
            {
                "salt": fields.blob(1000),
                "work": fields.whole(1, 2**31 - 1),
                "memory": fields.whole(1),
                "proof": fields.blob(10_000),
            }
        ),
        "paper": MappingProxyType(
            {
                "id": ID,
                "kind": fields.one_of(("plan", "incident")),
                "made": TIME.or_none(),
                "touched": TIME.or_none(),
                "touch": fields.whole(),
                "is_sealed": FLAG,
                "content": fields.blob(16_000_000),
            }
        ),
    }
)
"""What a line of each kind holds; a ``place`` (a snapshot) and ``event`` lines follow a run's."""

KINDS: Final = (*ROWS, "place", "event")
"""Every kind of line between the first and the last."""


def wrong(kind: str, data: Any) -> str:
    """Say what is wrong with a line, for whoever helps; empty if nothing is.

    A ``place`` is looked at elsewhere: it is read by what reads snapshots.
    """
    if type(data) is not dict:
        return f"{kind} is not an object"
    if kind == "event":
        return _wrong_event(data)
    return _wrong_fields(kind, ROWS[kind], data)


def _wrong_event(data: dict[str, Any]) -> str:
    kind = data.get("kind")
    if type(kind) is not str or kind not in EVENTS:
        return f"kind of an event {kind!r:.40}"
    if not TIME.holds(data.get("at")):
        return f"at of an event {data.get('at')!r:.40}"
    rest = {name: value for name, value in data.items() if name not in ("kind", "at")}
    return _wrong_fields(kind, EVENTS[kind], rest)


def _wrong_fields(kind: str, known: Fields, data: dict[str, Any]) -> str:
    for name, value in data.items():
        field = known.get(name)
        if field is None:
            return f"{kind} has {name!r:.40}"
        if not field.holds(value):
            return f"{name} of {kind} {value!r:.40}"
    if len(data) < len(known):
        for name, field in known.items():
            if not field.optional and name not in data:
                return f"{kind} lacks {name}"
    return ""


def schema() -> dict[str, Any]:
    """Give the JSON Schema of one line."""
    lines = {kind: _shape(known) for kind, known in ROWS.items()}
    stands = {"at": dict(TIME.shape)}
    lines["event"] = {
        "oneOf": [_shape(known, {"kind": {"const": kind}, **stands}) for kind, known in
                  EVENTS.items()]
    }  # fmt: skip
    lines["place"] = {"type": "object"}
    lines["end"] = _end_shape()
    lines_or_head = [
        {"type": "object", "properties": {kind: shape}, "required": [kind],
         "additionalProperties": False}
        for kind, shape in lines.items()
    ]  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:upstander:schema:everything-1",
        "title": "upstander-everything/1, one line",
        "oneOf": [_head_shape(), *lines_or_head],
    }


def _shape(known: Fields, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    properties = {**(before or {}), **{name: dict(one.shape) for name, one in known.items()}}
    needed = [*(before or {}), *(name for name, one in known.items() if not one.optional)]
    made: dict[str, Any] = {
        "type": "object", "properties": properties, "additionalProperties": False,
    }  # fmt: skip
    return {**made, "required": needed} if needed else made


def _head_shape() -> dict[str, Any]:
    head = {"format": {"const": FORMAT}, "made": dict(TIME.shape)}
    return {
        "type": "object", "properties": head, "required": list(head),
        "additionalProperties": False,
    }  # fmt: skip


def _end_shape() -> dict[str, Any]:
    counts = {kind: dict(fields.whole().shape) for kind in KINDS}
    rows = {"type": "object", "properties": counts, "additionalProperties": False}
    return {
        "type": "object", "properties": {"rows": rows, "sha256": dict(HASH.shape)},
        "required": ["rows", "sha256"], "additionalProperties": False,
    }  # fmt: skip


def written() -> str:
    """Give the schema as the text of its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema_place() -> Path:
    """Give the file of the schema, from the top of a checkout."""
    return Path("docs") / "everything-1.schema.json"


if __name__ == "__main__":
    schema_place().write_text(written(), "utf-8")
