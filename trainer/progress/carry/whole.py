"""Whether the lines of a file make sense together: nothing twice, nothing that hangs in the air."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING, Any

from trainer.errors import SnapshotError
from trainer.practice.snapshot import from_json
from trainer.progress.carry import fields, refusals
from trainer.progress.stretching import Stretching
from trainer.scenario.files.source import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.progress.carry.lines import Line

_NAMES = {
    "scenario": ("id",),
    "version": ("content_hash",),
    "run": ("id",),
    "answer": ("id",),
    "card": ("skill", "family"),
    "confidence": ("id",),
    "fact": ("name",),
    "paper_lock": (),
    "paper": ("id",),
}
"""What may stand only once among the lines of a kind."""


def checked(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines on, as long as each makes sense after those before it.

    Raises:
        CarriedError: one does not.

    """
    seen = Seen()
    for line in lines:
        wrong = seen.wrong(line.kind, line.data)
        if wrong:
            raise refusals.damaged(wrong)
        yield line


class Seen:
    """What has been there until now."""

    def __init__(self) -> None:
        self._names: dict[str, set[tuple[Any, ...]]] = {kind: set() for kind in _NAMES}
        self._run: dict[str, Any] | None = None
        self._placed = False

    def wrong(self, kind: str, data: dict[str, Any]) -> str:
        """Say what is wrong with a line after those before it; empty if nothing is."""
        if kind == "place":
            return self._wrong_place(data)
        if kind == "event":
            return "" if self._run is not None else "an event before any run"
        name = tuple(data[part] for part in _NAMES[kind])
        if name in self._names[kind]:
            return f"{kind} {name} stands there twice"
        self._names[kind].add(name)
        self._run, self._placed = (data, False) if kind == "run" else (None, False)
        match kind:
            case "run":
                return self._wrong_run(data)
            case "version":
                return _wrong_version(data)
            case "paper_lock":
                return _wrong_lock(data)
            case "paper":
                return self._wrong_paper(data)
        return ""

    def _wrong_run(self, data: dict[str, Any]) -> str:
        origin = data.get("replay_of")
        if origin is not None and ((origin,) not in self._names["run"] or not data["is_replay"]):
            return f"run {data['id']!r:.40} is a replay of one that is not above it"
        if origin == data["id"]:
            return f"run {origin!r:.40} is a replay of itself"
        if ("outcome" in data) > ("ended" in data):
            return f"run {data['id']!r:.40} came to something and did not end"
        return ""

    def _wrong_paper(self, data: dict[str, Any]) -> str:
        if data["is_sealed"] and not self._names["paper_lock"]:
            return "a sealed paper without its lock"
        if not data["is_sealed"] and not ("made" in data and "touched" in data):
            return "an open paper without its dates"
        return ""

    def _wrong_place(self, data: dict[str, Any]) -> str:
        if self._run is None or self._placed or type(data) is not dict:
            return "a place that belongs to no run"
        self._placed = True
        if not data:
            return ""  # one that could not be read where it came from
        try:
            place = from_json(json.dumps(data))
        except (SnapshotError, ValueError, RecursionError) as error:
            return f"place: {getattr(error, 'details', '') or error}"
        if (place.run, place.scenario) != (self._run["id"], self._run["scenario"]):
            return "a place of another run"
        return ""


def _wrong_version(data: dict[str, Any]) -> str:
    """Say what is wrong with a scenario's file: it must unpack to what its name says."""
    try:
        # Never more than a file may be, whatever the packed bytes claim to hold.
        source = zlib.decompressobj().decompress(fields.back(data["source"]), LARGEST + 1)
    except zlib.error as error:
        return f"version: {error}"
    if hashlib.sha256(source).hexdigest() != data["content_hash"]:
        return "version: not the file that it is said to be"
    return ""


def _wrong_lock(data: dict[str, Any]) -> str:
    """Say what is wrong with the lock of papers: one that cannot be opened would lock them out."""
    try:
        Stretching(fields.back(data["salt"]), data["work"], data["memory"])
    except ValueError as error:
        return f"paper_lock: {error}"
    return ""
